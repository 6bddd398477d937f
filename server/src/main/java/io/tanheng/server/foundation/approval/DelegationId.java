package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.wire.Uuid7;
import java.util.UUID;

/// Names one delegation (授权代签).
record DelegationId(UUID value) {
  public static DelegationId next() {
    return new DelegationId(Uuid7.next());
  }

  public static DelegationId of(String text) {
    return new DelegationId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
