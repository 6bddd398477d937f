package io.tanheng.server.foundation.identity;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who asks, at which enterprise, when, and why: handed down as a parameter, never kept in a
/// thread.
///
/// A handler takes it as a parameter and gets it filled in. `scope` is the enterprise of the path,
/// and absent where the path names none.
public record CallContext(
    AccountId account, @Nullable EnterpriseId scope, Instant time, @Nullable String why) {

  /// The enterprise of the call; asking where there is none is a bug.
  public EnterpriseId enterprise() {
    if (scope == null) {
      throw new IllegalStateException("this call names no enterprise");
    }
    return scope;
  }

  public Optional<String> reason() {
    return Optional.ofNullable(why);
  }

  /// The same call with the reason the caller gave.
  public CallContext because(@Nullable String reason) {
    return new CallContext(account, scope, time, reason);
  }
}
