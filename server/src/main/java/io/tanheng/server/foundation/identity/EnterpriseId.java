package io.tanheng.server.foundation.identity;

import io.tanheng.server.foundation.wire.Uuid7;
import java.util.UUID;

/// Names one enterprise (企业), the reporting entity and the scope of every right.
public record EnterpriseId(UUID value) {
  public static EnterpriseId next() {
    return new EnterpriseId(Uuid7.next());
  }

  public static EnterpriseId of(String text) {
    return new EnterpriseId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
