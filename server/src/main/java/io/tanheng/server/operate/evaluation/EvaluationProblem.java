package io.tanheng.server.operate.evaluation;

import io.tanheng.server.foundation.problem.ProblemCode;
import io.tanheng.server.foundation.problem.ProblemKind;

/// Why something of an evaluation is refused.
public enum EvaluationProblem implements ProblemCode {
  ENTRY_UNKNOWN(ProblemKind.NOT_FOUND),
  ENTRY_CHANGED(ProblemKind.VERSION_CONFLICT),
  ALREADY_ENTERED(ProblemKind.CONFLICT),
  SUBJECT_FIXED(ProblemKind.CONFLICT),
  REASON_MISSING(ProblemKind.INVALID),
  ALREADY_ACCEPTED(ProblemKind.CONFLICT),
  ACCEPTS_OWN_ENTRY(ProblemKind.CONFLICT),
  SOURCE_UNKNOWN(ProblemKind.INVALID),
  CORRELATED_WITH_ITSELF(ProblemKind.INVALID),
  NOTHING_UNCERTAIN(ProblemKind.INVALID),
  ESTIMATE_UNKNOWN(ProblemKind.NOT_FOUND),
  TOO_MANY_ESTIMATES(ProblemKind.CONFLICT),
  CORRELATION_IMPOSSIBLE(ProblemKind.INVALID),
  ESTIMATE_FAILED(ProblemKind.INVALID);

  private final ProblemKind kind;

  EvaluationProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
