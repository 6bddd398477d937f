package io.tanheng.server.operate.evaluation;

import io.tanheng.server.foundation.wire.Uuid7;
import java.util.UUID;

/// Names what somebody entered, over all its versions.
public record EntryId(UUID value) {
  static EntryId next() {
    return new EntryId(Uuid7.next());
  }

  public static EntryId of(String text) {
    return new EntryId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
