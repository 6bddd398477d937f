package io.tanheng.server.operate.intake;

import io.tanheng.server.foundation.problem.ProblemCode;
import io.tanheng.server.foundation.problem.ProblemKind;

/// Why a request about an import is refused. What is wrong inside a file is not here but in
/// [io.tanheng.server.operate.intake.workbook.IntakeProblem].
public enum ImportProblem implements ProblemCode {
  UNKNOWN(ProblemKind.NOT_FOUND),
  KIND_UNKNOWN(ProblemKind.INVALID),
  ALREADY_COMMITTED(ProblemKind.CONFLICT),
  NOT_COMMITTABLE(ProblemKind.INVALID),
  PREVIEW_OUTDATED(ProblemKind.VERSION_CONFLICT),
  ROW_UNKNOWN(ProblemKind.INVALID),
  DECISION_INCOMPLETE(ProblemKind.INVALID),
  FILE_NOT_KEPT(ProblemKind.CONFLICT),
  NO_ANNOTATED_COPY(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  ImportProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
