package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.problem.ProblemCode;
import io.tanheng.server.foundation.problem.ProblemKind;

/// Why an act of approval is refused.
public enum ApprovalProblem implements ProblemCode {
  UNKNOWN(ProblemKind.NOT_FOUND),
  SUBJECT_UNKNOWN(ProblemKind.NOT_FOUND),
  SUBJECT_TYPE_UNKNOWN(ProblemKind.NOT_FOUND),
  SUBJECT_CHANGED(ProblemKind.CONFLICT),
  IN_PROGRESS(ProblemKind.CONFLICT),
  ENDED(ProblemKind.CONFLICT),
  STEP_MOVED(ProblemKind.CONFLICT),
  NOBODY_MAY_SIGN(ProblemKind.CONFLICT),
  STEP_NOT_OPTIONAL(ProblemKind.INVALID),
  REASON_MISSING(ProblemKind.INVALID),
  NOT_ASKED(ProblemKind.NOT_ALLOWED),
  OWN_WORK(ProblemKind.NOT_ALLOWED),
  OWN_DEPARTMENT(ProblemKind.NOT_ALLOWED),
  ALREADY_SIGNED(ProblemKind.NOT_ALLOWED),
  NOT_YOURS(ProblemKind.NOT_ALLOWED),
  DEFINITION_INVALID(ProblemKind.INVALID),
  DEFINITION_VERSION_CONFLICT(ProblemKind.VERSION_CONFLICT),
  DELEGATION_UNKNOWN(ProblemKind.NOT_FOUND),
  DELEGATION_PERIOD(ProblemKind.INVALID),
  DELEGATE_UNSUITABLE(ProblemKind.INVALID);

  private final ProblemKind kind;

  ApprovalProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
