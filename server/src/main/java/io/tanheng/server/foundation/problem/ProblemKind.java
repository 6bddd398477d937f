package io.tanheng.server.foundation.problem;

/// What sort of refusal a problem is. Domain code states the kind; only [ProblemStatus] knows HTTP.
public enum ProblemKind {
  /// The request cannot be read: broken JSON, a missing header, a value of the wrong form.
  MALFORMED,
  /// The request can be read, but what it asks breaks a rule.
  INVALID,
  /// Nobody is signed in, or the credentials are wrong.
  NOT_SIGNED_IN,
  /// Signed in, but without the right.
  NOT_ALLOWED,
  /// No such thing, or none that the caller may know of.
  NOT_FOUND,
  /// The present state forbids it.
  CONFLICT,
  /// Somebody else changed it in between.
  VERSION_CONFLICT,
  /// A change must say which version it changes.
  VERSION_MISSING,
  /// Too many attempts; later is possible.
  BLOCKED,
  /// Too many bytes.
  TOO_LARGE,
  /// This type of content is not accepted.
  UNSUPPORTED_TYPE,
  /// The address exists, the method does not.
  METHOD_NOT_ALLOWED,
  /// No representation the caller accepts.
  NOT_ACCEPTABLE,
  /// Works again later without a change by the caller.
  UNAVAILABLE,
  /// A bug on our side.
  BUG
}
