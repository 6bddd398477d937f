package io.tanheng.server.operate.view;

import io.tanheng.server.foundation.problem.ProblemCode;
import io.tanheng.server.foundation.problem.ProblemKind;

/// Why a view or its entries are refused.
public enum ViewProblem implements ProblemCode {
  UNKNOWN_VIEW(ProblemKind.NOT_FOUND),
  UNKNOWN_PLACE(ProblemKind.INVALID),
  NOT_INDIRECT(ProblemKind.INVALID),
  UNKNOWN_CRITERION(ProblemKind.INVALID),
  NO_WEIGHT(ProblemKind.INVALID),
  RESIDUAL_MISSING(ProblemKind.INVALID),
  PLACE_TWICE(ProblemKind.INVALID),
  REFERENCE_TWICE(ProblemKind.INVALID),
  ENTRIES_CHANGED(ProblemKind.VERSION_CONFLICT),
  REFUSED(ProblemKind.INVALID);

  private final ProblemKind kind;

  ViewProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
