package io.tanheng.server.operate.measure;

import io.tanheng.server.foundation.problem.ProblemCode;
import io.tanheng.server.foundation.problem.ProblemKind;

/// Why a change of the monitoring plan is refused.
public enum MeasureProblem implements ProblemCode {
  PARAMETER_UNKNOWN(ProblemKind.NOT_FOUND),
  PARAMETER_EXISTS(ProblemKind.CONFLICT),
  PARAMETER_VERSION_CONFLICT(ProblemKind.VERSION_CONFLICT),
  PARAMETER_WITHOUT_LABEL(ProblemKind.INVALID),
  UNIT_UNKNOWN(ProblemKind.INVALID),
  UNIT_CANNOT_CHANGE(ProblemKind.CONFLICT),
  ENDS_BEFORE_IT_BEGINS(ProblemKind.INVALID),
  PLAN_ITEM_UNKNOWN(ProblemKind.NOT_FOUND),
  PLAN_ITEM_INVALID(ProblemKind.INVALID),
  PLAN_UNIT_DIFFERS(ProblemKind.INVALID),
  OWN_FACTOR_NOT_APPROVED(ProblemKind.CONFLICT),
  OWN_FACTOR_NOT_VALID(ProblemKind.CONFLICT),
  PLAN_VERSION_CONFLICT(ProblemKind.VERSION_CONFLICT);

  private final ProblemKind kind;

  MeasureProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
