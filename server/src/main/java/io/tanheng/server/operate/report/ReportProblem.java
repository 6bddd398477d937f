package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.problem.ProblemCode;
import io.tanheng.server.foundation.problem.ProblemKind;

/// What can stand against a report.
enum ReportProblem implements ProblemCode {
  NOT_FOUND(ProblemKind.NOT_FOUND),
  VERSION_NOT_FOUND(ProblemKind.NOT_FOUND),
  COMMENT_NOT_FOUND(ProblemKind.NOT_FOUND),
  FINDING_NOT_FOUND(ProblemKind.NOT_FOUND),
  TEMPLATE_NOT_FOUND(ProblemKind.NOT_FOUND),
  ARCHIVE_NOT_FOUND(ProblemKind.NOT_FOUND),
  FIGURE_NOT_FOUND(ProblemKind.NOT_FOUND),
  PERIOD_FORM(ProblemKind.INVALID),
  NO_LAYOUT(ProblemKind.INVALID),
  NO_INVENTORY(ProblemKind.INVALID),
  INVENTORY_OF_OTHER_PERIOD(ProblemKind.INVALID),
  REASON_MISSING(ProblemKind.INVALID),
  REVISION_CONFLICT(ProblemKind.VERSION_CONFLICT),
  WRONG_STATE(ProblemKind.CONFLICT),
  HAS_ERRORS(ProblemKind.INVALID),
  TOO_FEW_DEPARTMENTS(ProblemKind.INVALID),
  COMMENT_OPEN(ProblemKind.INVALID),
  FINDING_OPEN(ProblemKind.INVALID),
  ALREADY_ANSWERED(ProblemKind.CONFLICT),
  TEMPLATE_NAME(ProblemKind.INVALID),
  TEMPLATE_UNREADABLE(ProblemKind.INVALID),
  TEMPLATE_UNKNOWN_NAME(ProblemKind.INVALID),
  TEMPLATE_WITHOUT_CONTENT(ProblemKind.INVALID),
  TEMPLATE_HAS_PROBLEMS(ProblemKind.INVALID),
  NO_CONVERTER(ProblemKind.INVALID),
  ARCHIVE_DAMAGED(ProblemKind.CONFLICT),
  ARCHIVE_KEY_MISSING(ProblemKind.CONFLICT),

  // What the check before submission finds.
  FIELD_MISSING(ProblemKind.INVALID),
  INVENTORY_PROVISIONAL(ProblemKind.INVALID),
  INVENTORY_SUPERSEDED(ProblemKind.INVALID),
  MONTH_MISSING(ProblemKind.INVALID),
  TOTAL_NOT_POSITIVE(ProblemKind.INVALID),
  NEGATIVE_QUANTITY(ProblemKind.INVALID),
  OUT_OF_RANGE(ProblemKind.INVALID),
  CHANGED_SINCE_LAST_YEAR(ProblemKind.INVALID),
  NO_LAST_YEAR(ProblemKind.INVALID),
  UNSURE_FACTORS(ProblemKind.INVALID),
  VOUCHERS_MISSING(ProblemKind.INVALID),
  RESPONSIBLE_MISSING(ProblemKind.INVALID),
  LAYOUT_NOT_VERIFIED(ProblemKind.INVALID),
  EVIDENCE_MISSING(ProblemKind.INVALID),
  EVIDENCE_LATE(ProblemKind.INVALID);

  private final ProblemKind kind;

  ReportProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
