package io.tanheng.server.foundation.identity;

import io.tanheng.server.foundation.identity.AccountEventStore.Kind;
import io.tanheng.server.foundation.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Log-in, log-out, password change, and who stands behind a token.
///
/// Log-in is on purpose not one transaction: an attempt stays counted even when it is refused.
@Service
class Sessions {
  private final AccountStore accounts;
  private final SessionStore store;
  private final LoginGuardStore guard;
  private final AccountEventStore events;
  private final Passwords passwords;
  private final IdentityMode mode;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Sessions(
      AccountStore accounts,
      SessionStore store,
      LoginGuardStore guard,
      AccountEventStore events,
      Passwords passwords,
      IdentityMode mode,
      TransactionTemplate transaction,
      Clock clock) {
    this.accounts = accounts;
    this.store = store;
    this.guard = guard;
    this.events = events;
    this.passwords = passwords;
    this.mode = mode;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// A live session: the token the cookie holds, and the account with its rights.
  record Live(String token, Account account) {
    String csrf() {
      return Secrets.csrf(token);
    }
  }

  /// Opens a session under a fresh token; `presented` is the token the browser had before, which
  /// ends.
  Live logIn(String login, String password, String address, @Nullable String presented) {
    String name = login.strip().toLowerCase(Locale.ROOT);
    countAttempt("address:" + address, IdentityLimits.FAILURES_PER_ADDRESS);
    countAttempt("login:" + name, IdentityLimits.FAILURES_PER_LOGIN);
    AccountId account = check(name, password, address);
    guard.forget("login:" + name);
    guard.giveBack("address:" + address);
    return inTransaction(() -> {
      Instant now = clock.instant();
      store.deleteRunOut(now);
      guard.deleteOld(now);
      if (presented != null) {
        store.delete(Secrets.hash(presented));
      }
      record(Kind.LOGGED_IN, name, account, address, null);
      return open(account, address, now);
    });
  }

  private void countAttempt(String subject, int limit) {
    Instant now = clock.instant();
    if (guard.count(subject, limit, now)) {
      return;
    }
    long seconds =
        guard
            .blockedUntil(subject, now)
            .map(until -> Duration.between(now, until).toSeconds() + 1)
            .orElse(1L);
    throw new ProblemException(
        IdentityProblem.LOCKED,
        Map.of("minutes", (seconds + 59) / 60, "retryAfterSeconds", seconds));
  }

  private AccountId check(String login, String password, String address) {
    Optional<AccountStore.Credentials> found = accounts.findCredentials(login);
    if (found.isEmpty()) {
      passwords.compareWithNobody(password);
      throw failed(login, null, address, "unknown");
    }
    AccountStore.Credentials credentials = found.get();
    if (!passwords.matches(password, credentials.passwordHash())) {
      throw failed(login, credentials.id(), address, "password");
    }
    if (!credentials.enabled()) {
      throw failed(login, credentials.id(), address, "disabled");
    }
    if (credentials.demo() && !mode.isDemo()) {
      throw failed(login, credentials.id(), address, "demo account");
    }
    return credentials.id();
  }

  private ProblemException failed(
      String login, @Nullable AccountId account, String address, String detail) {
    record(Kind.LOGIN_FAILED, login, account, address, detail);
    if (guard.blockedUntil("login:" + login, clock.instant()).isPresent()) {
      record(Kind.LOGIN_BLOCKED, login, account, address, null);
    }
    return new ProblemException(IdentityProblem.BAD_CREDENTIALS);
  }

  /// The session behind a token, if it is live; notes that it was used.
  Optional<Live> find(String token) {
    Instant now = clock.instant();
    byte[] hash = Secrets.hash(token);
    Optional<SessionStore.LiveSession> live = store.find(hash, now, mode.isDemo());
    if (live.isEmpty()) {
      return Optional.empty();
    }
    if (live.get().lastSeenAt().isBefore(now.minus(IdentityLimits.SESSION_TOUCH))) {
      store.touch(hash, now);
    }
    return accounts.find(live.get().account()).map(account -> new Live(token, account));
  }

  void logOut(Live session, String address) {
    store.delete(Secrets.hash(session.token()));
    record(Kind.LOGGED_OUT, session.account().login(), session.account().id(), address, null);
  }

  /// Changes the own password; all sessions of the account end, and a fresh one is opened.
  Live changePassword(Live session, String current, String next, String address) {
    Account account = session.account();
    countAttempt("login:" + account.login(), IdentityLimits.FAILURES_PER_LOGIN);
    String hash =
        accounts
            .findCredentials(account.id())
            .orElseThrow(IllegalStateException::new)
            .passwordHash();
    if (!passwords.matches(current, hash)) {
      record(Kind.LOGIN_FAILED, account.login(), account.id(), address, "password change");
      throw new ProblemException(IdentityProblem.WRONG_CURRENT_PASSWORD);
    }
    guard.forget("login:" + account.login());
    if (passwords.matches(next, hash)) {
      throw new ProblemException(IdentityProblem.PASSWORD_UNCHANGED);
    }
    passwords.requireGood(account.login(), next);
    String nextHash = passwords.hash(next);
    return inTransaction(() -> {
      accounts.updatePassword(account.id(), nextHash, false);
      store.deleteOf(account.id());
      record(Kind.PASSWORD_CHANGED, account.login(), account.id(), address, null);
      return open(account.id(), address, clock.instant());
    });
  }

  private Live open(AccountId account, String address, Instant now) {
    String token = Secrets.token();
    store.insert(Secrets.hash(token), account, address, now);
    return new Live(token, accounts.find(account).orElseThrow(IllegalStateException::new));
  }

  private Live inTransaction(Supplier<Live> work) {
    Live live = transaction.execute(_ -> work.get());
    if (live == null) {
      throw new IllegalStateException("no session");
    }
    return live;
  }

  private void record(
      Kind kind,
      String login,
      @Nullable AccountId account,
      String address,
      @Nullable String detail) {
    String shortLogin = login.length() > 64 ? login.substring(0, 64) : login;
    events.insert(
        AccountEventStore.event(
            clock.instant(), kind, shortLogin, account, account, address, detail));
  }
}
