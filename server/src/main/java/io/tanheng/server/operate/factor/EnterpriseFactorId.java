package io.tanheng.server.operate.factor;

import io.tanheng.server.foundation.wire.Uuid7;
import java.util.UUID;

/// Names one factor of the enterprise (企业排放因子).
public record EnterpriseFactorId(UUID value) {
  public static EnterpriseFactorId next() {
    return new EnterpriseFactorId(Uuid7.next());
  }

  public static EnterpriseFactorId of(String text) {
    return new EnterpriseFactorId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
