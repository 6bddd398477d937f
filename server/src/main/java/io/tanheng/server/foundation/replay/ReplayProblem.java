package io.tanheng.server.foundation.replay;

import io.tanheng.server.foundation.problem.ProblemCode;
import io.tanheng.server.foundation.problem.ProblemKind;

/// Why a request with an `Idempotency-Key` is refused.
public enum ReplayProblem implements ProblemCode {
  KEY_FORMAT(ProblemKind.MALFORMED),
  KEY_REUSED(ProblemKind.INVALID),
  IN_PROGRESS(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  ReplayProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
