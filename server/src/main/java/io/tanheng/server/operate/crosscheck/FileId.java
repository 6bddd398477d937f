package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.wire.Uuid7;
import java.util.UUID;

/// Names an imported file of documents.
public record FileId(UUID value) {
  public static FileId next() {
    return new FileId(Uuid7.next());
  }

  public static FileId of(String text) {
    return new FileId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
