package io.tanheng.server.foundation.identity;

import java.util.Set;

/// An account to be made. `mustChangePassword` when somebody else chose the password.
public record NewAccount(
    String login,
    String name,
    String locale,
    String password,
    boolean mustChangePassword,
    boolean demo,
    Set<Grant> grants) {
  public NewAccount {
    grants = Set.copyOf(grants);
  }
}
