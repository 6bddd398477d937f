package io.tanheng.server.foundation.problem;

import org.springframework.http.HttpStatus;

/// The one table from the kind of a problem to an HTTP status.
final class ProblemStatus {
  private ProblemStatus() {}

  static HttpStatus of(ProblemKind kind) {
    return switch (kind) {
      case MALFORMED -> HttpStatus.BAD_REQUEST;
      case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
      case NOT_SIGNED_IN -> HttpStatus.UNAUTHORIZED;
      case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case CONFLICT -> HttpStatus.CONFLICT;
      case VERSION_CONFLICT -> HttpStatus.PRECONDITION_FAILED;
      case VERSION_MISSING -> HttpStatus.PRECONDITION_REQUIRED;
      case BLOCKED -> HttpStatus.TOO_MANY_REQUESTS;
      case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case UNSUPPORTED_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
      case METHOD_NOT_ALLOWED -> HttpStatus.METHOD_NOT_ALLOWED;
      case NOT_ACCEPTABLE -> HttpStatus.NOT_ACCEPTABLE;
      case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
      case BUG -> HttpStatus.INTERNAL_SERVER_ERROR;
    };
  }
}
