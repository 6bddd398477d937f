package io.tanheng.server.operate.ledger;

import io.tanheng.server.foundation.problem.ProblemCode;
import io.tanheng.server.foundation.problem.ProblemKind;

/// Why a change of the ledger is refused.
public enum LedgerProblem implements ProblemCode {
  ENTRIES_REFUSED(ProblemKind.INVALID),
  PARAMETER_UNKNOWN(ProblemKind.INVALID),
  UNIT_UNKNOWN(ProblemKind.INVALID),
  UNIT_MISMATCH(ProblemKind.INVALID),
  NEGATIVE_NOT_ALLOWED(ProblemKind.INVALID),
  ENTERED_TWICE(ProblemKind.INVALID),
  OPENING_ONLY_FOR_STOCK(ProblemKind.INVALID),
  OPENING_ONLY_IN_JANUARY(ProblemKind.INVALID),
  LINE_UNKNOWN(ProblemKind.NOT_FOUND),
  LINE_CONFIRMED(ProblemKind.CONFLICT),
  LINE_LOCKED(ProblemKind.CONFLICT),
  LINE_NOT_CONFIRMED(ProblemKind.CONFLICT),
  LINE_EMPTY(ProblemKind.INVALID),
  REASON_NEEDED(ProblemKind.INVALID),
  VERSION_CONFLICT(ProblemKind.VERSION_CONFLICT),
  CHANGED_MEANWHILE(ProblemKind.VERSION_CONFLICT);

  private final ProblemKind kind;

  LedgerProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
