package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.wire.Uuid7;
import java.util.UUID;

/// Names one round of approval (审批).
public record ApprovalId(UUID value) {
  public static ApprovalId next() {
    return new ApprovalId(Uuid7.next());
  }

  public static ApprovalId of(String text) {
    return new ApprovalId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
