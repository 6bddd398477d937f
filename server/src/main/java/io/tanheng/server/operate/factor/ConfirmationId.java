package io.tanheng.server.operate.factor;

import io.tanheng.server.foundation.wire.Uuid7;
import java.util.UUID;

/// Names one confirmation against the printed standard.
public record ConfirmationId(UUID value) {
  public static ConfirmationId next() {
    return new ConfirmationId(Uuid7.next());
  }

  public static ConfirmationId of(String text) {
    return new ConfirmationId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
