package io.tanheng.server.operate.crosscheck;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Names a difference or a gap; the same one has the same id in every computation.
public record SubjectId(UUID value) {
  /// From the words that tell it from every other.
  static SubjectId of(@Nullable Object... parts) {
    String key =
        java.util.Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining("\n"));
    return new SubjectId(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)));
  }

  public static SubjectId of(String text) {
    return new SubjectId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
