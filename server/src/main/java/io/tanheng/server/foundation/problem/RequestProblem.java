package io.tanheng.server.foundation.problem;

/// Problems of a request as such, before any module has looked at it.
public enum RequestProblem implements ProblemCode {
  UNREADABLE(ProblemKind.MALFORMED),
  UNREADABLE_FIELD(ProblemKind.MALFORMED),
  INVALID_FIELDS(ProblemKind.INVALID),
  FIELD_REQUIRED(ProblemKind.INVALID),
  FIELD_SIZE(ProblemKind.INVALID),
  FIELD_RANGE(ProblemKind.INVALID),
  FIELD_FORMAT(ProblemKind.INVALID),
  YEAR_RANGE(ProblemKind.MALFORMED),
  DATE_FORMAT(ProblemKind.MALFORMED),
  TEXT_CHARACTER(ProblemKind.MALFORMED),
  ADDRESS_TOO_LONG(ProblemKind.MALFORMED),
  ADDRESS_UNREADABLE(ProblemKind.MALFORMED),
  FILE_NAME_TOO_LONG(ProblemKind.TOO_LARGE),
  FORM_UNREADABLE(ProblemKind.MALFORMED),
  FILE_MISSING(ProblemKind.MALFORMED),
  PARAMETER_MISSING(ProblemKind.MALFORMED),
  PARAMETER_FORMAT(ProblemKind.MALFORMED),
  NOT_FOUND(ProblemKind.NOT_FOUND),
  METHOD_NOT_ALLOWED(ProblemKind.METHOD_NOT_ALLOWED),
  NOT_ACCEPTABLE(ProblemKind.NOT_ACCEPTABLE),
  UNSUPPORTED_TYPE(ProblemKind.UNSUPPORTED_TYPE),
  TOO_LARGE(ProblemKind.TOO_LARGE),
  VERSION_MISSING(ProblemKind.VERSION_MISSING),
  VERSION_FORMAT(ProblemKind.MALFORMED),
  UNAVAILABLE(ProblemKind.UNAVAILABLE),
  BUG(ProblemKind.BUG);

  private final ProblemKind kind;

  RequestProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
