package io.tanheng.server.operate.ledger;

import io.tanheng.server.foundation.wire.Uuid7;
import java.util.UUID;

/// Names one ledger line through all its versions.
public record LineId(UUID value) {
  public static LineId next() {
    return new LineId(Uuid7.next());
  }

  public static LineId of(String text) {
    return new LineId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
