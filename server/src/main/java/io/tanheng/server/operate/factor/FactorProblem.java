package io.tanheng.server.operate.factor;

import io.tanheng.server.foundation.problem.ProblemCode;
import io.tanheng.server.foundation.problem.ProblemKind;

/// What the factor library refuses.
public enum FactorProblem implements ProblemCode {
  UNKNOWN(ProblemKind.NOT_FOUND),
  NOT_IN_CATALOGUE(ProblemKind.NOT_FOUND),
  UNIT_UNKNOWN(ProblemKind.INVALID),
  UNIT_UNLIKE(ProblemKind.INVALID),
  METHOD_UNKNOWN(ProblemKind.INVALID),
  INPUT_UNKNOWN(ProblemKind.INVALID),
  PERIOD(ProblemKind.INVALID),
  REPORT_MISSING(ProblemKind.INVALID),
  VERSION_CONFLICT(ProblemKind.VERSION_CONFLICT),
  NOT_CHANGEABLE(ProblemKind.CONFLICT),
  NOT_RETIRABLE(ProblemKind.CONFLICT),
  REASON_MISSING(ProblemKind.INVALID),
  ALREADY_VERIFIED(ProblemKind.CONFLICT),
  ALREADY_CONFIRMED(ProblemKind.CONFLICT),
  CONFIRMATION_UNKNOWN(ProblemKind.NOT_FOUND);

  private final ProblemKind kind;

  FactorProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
