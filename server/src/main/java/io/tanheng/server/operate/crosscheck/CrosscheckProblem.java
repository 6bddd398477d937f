package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.problem.ProblemCode;
import io.tanheng.server.foundation.problem.ProblemKind;

/// Why something of the cross-check is refused.
public enum CrosscheckProblem implements ProblemCode {
  FILE_REFUSED(ProblemKind.INVALID),
  SAME_FILE(ProblemKind.CONFLICT),
  FILE_UNKNOWN(ProblemKind.NOT_FOUND),
  FILE_WITHDRAWN(ProblemKind.CONFLICT),
  NO_TABLE(ProblemKind.INVALID),
  COLUMN_MISSING(ProblemKind.INVALID),
  COLUMN_TWICE(ProblemKind.INVALID),
  CELL_EMPTY(ProblemKind.INVALID),
  NOT_A_NUMBER(ProblemKind.INVALID),
  NOT_A_MONTH(ProblemKind.INVALID),
  NOT_A_DATE(ProblemKind.INVALID),
  DATES_REVERSED(ProblemKind.INVALID),
  DIRECTION_UNKNOWN(ProblemKind.INVALID),
  UNIT_UNKNOWN(ProblemKind.INVALID),
  NUMBER_LOST_DIGITS(ProblemKind.INVALID),
  REGISTERS_INCOMPLETE(ProblemKind.INVALID),
  TOO_MANY_PROBLEMS(ProblemKind.INVALID),
  MATCHES_REFUSED(ProblemKind.INVALID),
  MATCH_INCOMPLETE(ProblemKind.INVALID),
  MATCH_PARAMETER_UNKNOWN(ProblemKind.INVALID),
  MATCH_UNITS_DIFFER(ProblemKind.INVALID),
  MATCH_CHANGED(ProblemKind.VERSION_CONFLICT),
  TOLERANCE_UNKNOWN(ProblemKind.INVALID),
  REASON_MISSING(ProblemKind.INVALID),
  DIFFERENCE_UNKNOWN(ProblemKind.NOT_FOUND),
  FIGURES_CHANGED(ProblemKind.CONFLICT),
  NOT_EXPLAINED(ProblemKind.CONFLICT),
  ALREADY_ACCEPTED(ProblemKind.CONFLICT),
  ACCEPTS_OWN_WORDS(ProblemKind.CONFLICT),
  GAP_UNKNOWN(ProblemKind.NOT_FOUND),
  GAP_NOT_ANSWERED(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  CrosscheckProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
