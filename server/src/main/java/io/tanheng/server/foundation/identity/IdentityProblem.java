package io.tanheng.server.foundation.identity;

import io.tanheng.server.foundation.problem.ProblemCode;
import io.tanheng.server.foundation.problem.ProblemKind;

/// What identity refuses.
public enum IdentityProblem implements ProblemCode {
  BAD_CREDENTIALS(ProblemKind.NOT_SIGNED_IN),
  LOCKED(ProblemKind.BLOCKED),
  NOT_SIGNED_IN(ProblemKind.NOT_SIGNED_IN),
  NOT_ALLOWED(ProblemKind.NOT_ALLOWED),
  CSRF(ProblemKind.NOT_ALLOWED),
  CROSS_SITE(ProblemKind.NOT_ALLOWED),
  PASSWORD_CHANGE_NEEDED(ProblemKind.NOT_ALLOWED),
  PASSWORD_TOO_SHORT(ProblemKind.INVALID),
  PASSWORD_TOO_LONG(ProblemKind.INVALID),
  PASSWORD_IS_LOGIN(ProblemKind.INVALID),
  PASSWORD_COMMON(ProblemKind.INVALID),
  PASSWORD_UNCHANGED(ProblemKind.INVALID),
  WRONG_CURRENT_PASSWORD(ProblemKind.INVALID),
  LOGIN_TAKEN(ProblemKind.CONFLICT),
  LOGIN_FORMAT(ProblemKind.INVALID),
  ACCOUNT_NOT_FOUND(ProblemKind.NOT_FOUND),
  VERSION_CONFLICT(ProblemKind.VERSION_CONFLICT),
  LAST_ADMINISTRATOR(ProblemKind.CONFLICT),
  OWN_ACCOUNT(ProblemKind.CONFLICT),
  GRANT_SCOPE(ProblemKind.INVALID),
  GRANT_UNKNOWN_ENTERPRISE(ProblemKind.INVALID),
  SETUP_TOKEN_WRONG(ProblemKind.NOT_ALLOWED),
  SETUP_DONE(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  IdentityProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
