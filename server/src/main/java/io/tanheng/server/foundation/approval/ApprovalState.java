package io.tanheng.server.foundation.approval;

/// Where a round of approval stands. All but [#PENDING] are final: what was returned is submitted
/// again in a new round.
public enum ApprovalState {
  PENDING,
  APPROVED,
  /// Sent back with a reason (退回).
  RETURNED,
  /// Taken back by the one who submitted it (撤回).
  WITHDRAWN,
  /// What was submitted changed afterwards (失效).
  VOID
}
