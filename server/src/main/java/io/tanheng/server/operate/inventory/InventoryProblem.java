package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.ProblemCode;
import io.tanheng.server.foundation.problem.ProblemKind;

/// What can stand against an inventory.
enum InventoryProblem implements ProblemCode {
  UNKNOWN_METHOD(ProblemKind.INVALID),
  TEXT_NOT_CONFIRMED(ProblemKind.INVALID),
  UNKNOWN_FACTOR_SET(ProblemKind.INVALID),
  UNKNOWN_SOURCE(ProblemKind.INVALID),
  UNKNOWN_FACTOR(ProblemKind.INVALID),
  OWN_FACTOR_UNKNOWN(ProblemKind.INVALID),
  OWN_FACTOR_NOT_APPROVED(ProblemKind.INVALID),
  OWN_FACTOR_NOT_VALID(ProblemKind.INVALID),
  PERIOD_FORM(ProblemKind.INVALID),
  PERIOD_RANGE(ProblemKind.INVALID),
  NO_PLAN(ProblemKind.INVALID),
  MISSING_VALUE(ProblemKind.INVALID),
  MISSING_OPENING(ProblemKind.INVALID),
  UNLIKE_UNITS(ProblemKind.INVALID),
  REFUSED(ProblemKind.INVALID),
  REASON_MISSING(ProblemKind.INVALID),
  UNCHANGED(ProblemKind.CONFLICT),
  RESTATE_INSTEAD(ProblemKind.CONFLICT),
  ALREADY_SUPERSEDED(ProblemKind.CONFLICT),
  NOT_FOUND(ProblemKind.NOT_FOUND),
  FIGURE_NOT_FOUND(ProblemKind.NOT_FOUND),
  NOT_COMPARABLE(ProblemKind.INVALID),
  EDITION_CHANGED(ProblemKind.CONFLICT),
  UNKNOWN_NUMERATOR(ProblemKind.INVALID),
  NUMERATOR_UNCLEAR(ProblemKind.INVALID),
  INTENSITY_TWICE(ProblemKind.INVALID),
  INTENSITIES_REFUSED(ProblemKind.INVALID);

  private final ProblemKind kind;

  InventoryProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
