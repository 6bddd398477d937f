package io.tanheng.server.foundation.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A role held by an account: at one enterprise, or for the whole installation where the role is
/// so.
public record Grant(Role role, @Nullable EnterpriseId scope) {
  public Grant {
    if (role.isInstallationWide() != (scope == null)) {
      throw new IllegalArgumentException(role + " does not fit the scope " + scope);
    }
  }

  public Optional<EnterpriseId> enterprise() {
    return Optional.ofNullable(scope);
  }
}
