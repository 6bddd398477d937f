package io.tanheng.server.foundation.wire;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A list as the API writes it; `nextCursor` is null on the last page.
public record Page<T>(List<T> items, @Nullable String nextCursor) {
  public Page {
    items = List.copyOf(items);
  }

  /// The whole list on one page.
  public static <T> Page<T> whole(List<T> items) {
    return new Page<>(items, null);
  }

  /// A page of `size` out of rows read with `limit size + 1`; the key of the last shown row is the
  /// cursor.
  public static <T> Page<T> of(List<T> rows, int size, Function<T, String> key) {
    return rows.size() > size
        ? new Page<>(rows.subList(0, size), key.apply(rows.get(size - 1)))
        : whole(rows);
  }
}
