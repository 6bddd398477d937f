package io.tanheng.server.foundation.vault;

import io.tanheng.server.foundation.problem.ProblemCode;
import io.tanheng.server.foundation.problem.ProblemKind;

/// Why the vault does not take a file, or cannot give it.
public enum VaultProblem implements ProblemCode {
  TOO_LARGE(ProblemKind.TOO_LARGE),
  EMPTY(ProblemKind.INVALID),
  TYPE_NOT_ALLOWED(ProblemKind.UNSUPPORTED_TYPE),
  TYPE_DIFFERS_FROM_NAME(ProblemKind.UNSUPPORTED_TYPE),
  MACROS(ProblemKind.UNSUPPORTED_TYPE),
  ARCHIVE_TOO_LARGE(ProblemKind.INVALID),
  ARCHIVE_DAMAGED(ProblemKind.INVALID),
  NOT_FOUND(ProblemKind.NOT_FOUND),
  CONTENT_CHANGED(ProblemKind.BUG);

  private final ProblemKind kind;

  VaultProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
