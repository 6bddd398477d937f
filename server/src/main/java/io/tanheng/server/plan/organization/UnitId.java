package io.tanheng.server.plan.organization;

import io.tanheng.server.foundation.wire.Uuid7;
import java.util.UUID;

/// Names one unit of the accounting boundary (核算单元).
public record UnitId(UUID value) {
  public static UnitId next() {
    return new UnitId(Uuid7.next());
  }

  public static UnitId of(String text) {
    return new UnitId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
