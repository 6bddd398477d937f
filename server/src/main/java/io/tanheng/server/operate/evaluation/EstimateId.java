package io.tanheng.server.operate.evaluation;

import io.tanheng.server.foundation.wire.Uuid7;
import java.util.UUID;

/// Names one estimate of uncertainty.
public record EstimateId(UUID value) {
  static EstimateId next() {
    return new EstimateId(Uuid7.next());
  }

  public static EstimateId of(String text) {
    return new EstimateId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
