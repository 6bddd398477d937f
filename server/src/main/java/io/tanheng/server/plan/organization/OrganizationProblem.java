package io.tanheng.server.plan.organization;

import io.tanheng.server.foundation.problem.ProblemCode;
import io.tanheng.server.foundation.problem.ProblemKind;

/// What organization and boundary refuse.
public enum OrganizationProblem implements ProblemCode {
  ENTERPRISE_NOT_FOUND(ProblemKind.NOT_FOUND),
  GROUP_NOT_FOUND(ProblemKind.INVALID),
  CREDIT_CODE_TAKEN(ProblemKind.CONFLICT),
  CREDIT_CODE_WRONG(ProblemKind.INVALID),
  METHOD_UNKNOWN(ProblemKind.INVALID),
  ZONE_UNKNOWN(ProblemKind.INVALID),
  ENTERPRISE_VERSION_CONFLICT(ProblemKind.VERSION_CONFLICT),
  UNIT_NOT_FOUND(ProblemKind.NOT_FOUND),
  UNIT_VERSION_CONFLICT(ProblemKind.VERSION_CONFLICT),
  UNIT_CODE_TAKEN(ProblemKind.CONFLICT),
  PARENT_NOT_FOUND(ProblemKind.INVALID),
  PARENT_NEEDED(ProblemKind.INVALID),
  PARENT_KIND(ProblemKind.INVALID),
  PARENT_IS_BELOW(ProblemKind.INVALID),
  VALIDITY_ORDER(ProblemKind.INVALID),
  VALIDITY_OUTSIDE_PARENT(ProblemKind.INVALID),
  CHILD_OUTLIVES(ProblemKind.CONFLICT),
  UNIT_IN_USE(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  OrganizationProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
