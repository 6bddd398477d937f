package io.tanheng.server.foundation.identity;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An account (账号) as others may see it: never with its password.
///
/// `demo` accounts belong to the demonstration and cannot log in outside it.
public record Account(
    AccountId id,
    String login,
    String name,
    String locale,
    boolean enabled,
    boolean demo,
    boolean mustChangePassword,
    Grants grants,
    @Nullable Instant blockedUntil,
    long version) {

  public Optional<Instant> blocked() {
    return Optional.ofNullable(blockedUntil);
  }
}
