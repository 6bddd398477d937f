package io.tanheng.server.operate.measure;

import io.tanheng.server.foundation.wire.Uuid7;
import java.util.UUID;

/// Names one item of a method plan.
public record PlanItemId(UUID value) {
  public static PlanItemId next() {
    return new PlanItemId(Uuid7.next());
  }

  public static PlanItemId of(String text) {
    return new PlanItemId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
