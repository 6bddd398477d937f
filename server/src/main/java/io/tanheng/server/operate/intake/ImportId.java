package io.tanheng.server.operate.intake;

import io.tanheng.server.foundation.wire.Uuid7;
import java.util.UUID;

/// Names one import (导入).
public record ImportId(UUID value) {
  public static ImportId next() {
    return new ImportId(Uuid7.next());
  }

  public static ImportId of(String text) {
    return new ImportId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
