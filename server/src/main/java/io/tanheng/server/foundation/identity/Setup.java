package io.tanheng.server.foundation.identity;

import io.tanheng.server.foundation.identity.AccountEventStore.Kind;
import io.tanheng.server.foundation.problem.ProblemException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The first administrator. While there is no account, a one-time token opens the door once; it is
/// printed on the console and only its hash is stored.
@Service
public class Setup {
  private final SetupStore store;
  private final AccountStore accountStore;
  private final Accounts accounts;
  private final AccountEventStore events;
  private final Clock clock;

  Setup(
      SetupStore store,
      AccountStore accountStore,
      Accounts accounts,
      AccountEventStore events,
      Clock clock) {
    this.store = store;
    this.accountStore = accountStore;
    this.accounts = accounts;
    this.events = events;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public boolean isNeeded() {
    return !accountStore.anyExists();
  }

  /// A fresh token, replacing an earlier one; empty once there is an account.
  @Transactional
  public Optional<String> issueToken() {
    if (accountStore.anyExists()) {
      store.clear();
      return Optional.empty();
    }
    String token = Secrets.token();
    store.replace(Secrets.hash(token), clock.instant());
    return Optional.of(token);
  }

  /// Makes the first administrator. Of several who present the token at once, one succeeds.
  @Transactional
  AccountId createAdministrator(String token, String login, String name, String password) {
    if (!store.take(Secrets.hash(token.strip()))) {
      throw new ProblemException(
          accountStore.anyExists()
              ? IdentityProblem.SETUP_DONE
              : IdentityProblem.SETUP_TOKEN_WRONG);
    }
    if (accountStore.anyExists()) {
      throw new ProblemException(IdentityProblem.SETUP_DONE);
    }
    AccountId id =
        accounts.create(
            null,
            new NewAccount(
                login,
                name,
                "zh-CN",
                password,
                false,
                false,
                Set.of(new Grant(Role.IT_ADMIN, null))));
    events.insert(
        AccountEventStore.event(clock.instant(), Kind.SETUP_DONE, login, id, id, null, null));
    return id;
  }
}
