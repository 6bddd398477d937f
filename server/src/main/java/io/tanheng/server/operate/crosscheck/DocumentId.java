package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.wire.Uuid7;
import java.util.UUID;

/// Names one row of a file of documents.
public record DocumentId(UUID value) {
  public static DocumentId next() {
    return new DocumentId(Uuid7.next());
  }

  public static DocumentId of(String text) {
    return new DocumentId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
