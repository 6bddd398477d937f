package io.tanheng.server.foundation.identity;

import java.time.Duration;

/// The limits of identity, in one place.
final class IdentityLimits {
  /// Failures of one log-in name before it is blocked.
  static final int FAILURES_PER_LOGIN = 5;

  /// Failures from one address before it is blocked: a plant's people may share one address.
  static final int FAILURES_PER_ADDRESS = 30;

  /// The first block; each further one lasts twice as long.
  static final Duration FIRST_BLOCK = Duration.ofMinutes(15);

  static final Duration LONGEST_BLOCK = Duration.ofHours(8);

  /// Failures further apart than this are not counted together, and blocks start from the first
  /// again.
  static final Duration FORGET_AFTER = Duration.ofHours(24);

  /// A session ends after this time without a request.
  static final Duration SESSION_IDLE = Duration.ofHours(2);

  /// A session ends after this time in any case.
  static final Duration SESSION_TOTAL = Duration.ofHours(12);

  /// The time of the last request is written down no more often than this.
  static final Duration SESSION_TOUCH = Duration.ofMinutes(1);

  static final int PASSWORD_MIN = 12;
  static final int PASSWORD_MAX = 128;

  private IdentityLimits() {}
}
