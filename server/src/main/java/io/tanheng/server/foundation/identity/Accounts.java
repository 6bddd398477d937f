package io.tanheng.server.foundation.identity;

import io.tanheng.server.foundation.identity.AccountEventStore.Kind;
import io.tanheng.server.foundation.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Manages accounts (账号) and their roles. Every change is written to the audit trail.
@Service
public class Accounts {
  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,63}");

  private final AccountStore store;
  private final SessionStore sessions;
  private final LoginGuardStore guard;
  private final AccountEventStore events;
  private final Passwords passwords;
  private final ObjectProvider<EnterpriseDirectory> enterprises;
  private final Clock clock;

  Accounts(
      AccountStore store,
      SessionStore sessions,
      LoginGuardStore guard,
      AccountEventStore events,
      Passwords passwords,
      ObjectProvider<EnterpriseDirectory> enterprises,
      Clock clock) {
    this.store = store;
    this.sessions = sessions;
    this.guard = guard;
    this.events = events;
    this.passwords = passwords;
    this.enterprises = enterprises;
    this.clock = clock;
  }

  /// Makes an account. `by` is absent where the installation itself makes it: set-up and
  /// demonstration.
  @Transactional
  public AccountId create(@Nullable AccountId by, NewAccount account) {
    if (!LOGIN.matcher(account.login()).matches()) {
      throw new ProblemException(IdentityProblem.LOGIN_FORMAT);
    }
    passwords.requireGood(account.login(), account.password());
    requireKnown(account.grants());
    AccountId id = AccountId.next();
    Instant now = clock.instant();
    if (!store.insert(id, account, passwords.hash(account.password()), now)) {
      throw new ProblemException(IdentityProblem.LOGIN_TAKEN, Map.of("login", account.login()));
    }
    store.insertGrants(id, account.grants(), by, now);
    record(Kind.CREATED, account.login(), id, by, null);
    account.grants().forEach(grant -> recordGrant(Kind.GRANTED, account.login(), id, by, grant));
    return id;
  }

  @Transactional
  public Account change(CallContext call, ChangeAccount change) {
    Set<AccountId> administrators = store.lockAdministrators();
    Account before = require(change.account());
    String name = change.name() == null ? before.name() : change.name();
    String locale = change.locale() == null ? before.locale() : change.locale();
    boolean enabled = change.enabled() == null ? before.enabled() : change.enabled();
    Set<Grant> grants = change.grants() == null ? before.grants().all() : change.grants();
    requireKnown(grants);
    requireAdministrator(call, administrators, before, enabled, grants);
    if (!store.update(before.id(), change.version(), name, locale, enabled)) {
      throw new ProblemException(IdentityProblem.VERSION_CONFLICT);
    }
    if (!name.equals(before.name()) || !locale.equals(before.locale())) {
      record(Kind.CHANGED, before.login(), before.id(), call.account(), name + ", " + locale);
    }
    if (enabled != before.enabled()) {
      record(
          enabled ? Kind.ENABLED : Kind.DISABLED,
          before.login(),
          before.id(),
          call.account(),
          null);
    }
    changeGrants(call, before, grants);
    if (change.unlock()) {
      guard.forget("login:" + before.login());
      record(Kind.UNLOCKED, before.login(), before.id(), call.account(), null);
    }
    if (change.password() != null) {
      resetPassword(call, before, change.password());
    }
    if (!enabled) {
      sessions.deleteOf(before.id());
    }
    return require(before.id());
  }

  private void requireAdministrator(
      CallContext call,
      Set<AccountId> administrators,
      Account before,
      boolean enabled,
      Set<Grant> grants) {
    boolean remains = enabled && new Grants(grants).isAdministrator();
    if (!administrators.contains(before.id()) || remains) {
      return;
    }
    if (administrators.size() == 1) {
      throw new ProblemException(IdentityProblem.LAST_ADMINISTRATOR);
    }
    if (before.id().equals(call.account())) {
      throw new ProblemException(IdentityProblem.OWN_ACCOUNT);
    }
  }

  private void changeGrants(CallContext call, Account before, Set<Grant> grants) {
    Set<Grant> added = new HashSet<>(grants);
    added.removeAll(before.grants().all());
    Set<Grant> removed = new HashSet<>(before.grants().all());
    removed.removeAll(grants);
    store.insertGrants(before.id(), added, call.account(), clock.instant());
    store.deleteGrants(before.id(), removed);
    added.forEach(g -> recordGrant(Kind.GRANTED, before.login(), before.id(), call.account(), g));
    removed.forEach(g -> recordGrant(Kind.REVOKED, before.login(), before.id(), call.account(), g));
  }

  private void resetPassword(CallContext call, Account account, String password) {
    passwords.requireGood(account.login(), password);
    store.updatePassword(account.id(), passwords.hash(password), true);
    sessions.deleteOf(account.id());
    record(Kind.PASSWORD_RESET, account.login(), account.id(), call.account(), null);
  }

  /// Adds roles to an account, for example to the person who creates an enterprise.
  @Transactional
  public void grant(@Nullable AccountId by, AccountId account, Set<Grant> grants) {
    requireKnown(grants);
    Account before = require(account);
    Set<Grant> added = new HashSet<>(grants);
    added.removeAll(before.grants().all());
    store.insertGrants(account, added, by, clock.instant());
    added.forEach(grant -> recordGrant(Kind.GRANTED, before.login(), account, by, grant));
  }

  @Transactional(readOnly = true)
  public Optional<Account> find(AccountId id) {
    return store.find(id);
  }

  @Transactional(readOnly = true)
  public Optional<Account> find(String login) {
    return store
        .findCredentials(login.toLowerCase(Locale.ROOT))
        .flatMap(credentials -> store.find(credentials.id()));
  }

  @Transactional(readOnly = true)
  public Account require(AccountId id) {
    return store
        .find(id)
        .orElseThrow(() -> new ProblemException(IdentityProblem.ACCOUNT_NOT_FOUND));
  }

  /// At most `limit` accounts in the order of their log-in names, after the log-in name `after`.
  @Transactional(readOnly = true)
  public List<Account> list(@Nullable String search, @Nullable String after, int limit) {
    return store.list(store.listIds(search, after, limit));
  }

  /// Active accounts with a role at the enterprise, in the order of their log-in names.
  @Transactional(readOnly = true)
  public List<Account> listAt(EnterpriseId enterprise) {
    return store.list(store.listIdsAt(enterprise)).stream().filter(Account::enabled).toList();
  }

  /// Names of people, to show who did something.
  @Transactional(readOnly = true)
  public Map<AccountId, String> names(Collection<AccountId> ids) {
    return store.list(Set.copyOf(ids)).stream()
        .collect(Collectors.toUnmodifiableMap(Account::id, Account::name));
  }

  private void requireKnown(Set<Grant> grants) {
    Set<EnterpriseId> named =
        grants.stream().flatMap(grant -> grant.enterprise().stream()).collect(Collectors.toSet());
    if (named.isEmpty()) {
      return;
    }
    Set<EnterpriseId> known =
        enterprises.getObject().list(named).stream()
            .map(EnterpriseDirectory.Entry::id)
            .collect(Collectors.toSet());
    for (EnterpriseId enterprise : named) {
      if (!known.contains(enterprise)) {
        throw new ProblemException(
            IdentityProblem.GRANT_UNKNOWN_ENTERPRISE, Map.of("enterprise", enterprise.toString()));
      }
    }
  }

  private void recordGrant(
      Kind kind, String login, AccountId account, @Nullable AccountId by, Grant grant) {
    String scope = grant.enterprise().map(EnterpriseId::toString).orElse("*");
    record(kind, login, account, by, grant.role() + " " + scope);
  }

  private void record(
      Kind kind, String login, AccountId account, @Nullable AccountId by, @Nullable String detail) {
    events.insert(AccountEventStore.event(clock.instant(), kind, login, account, by, null, detail));
  }
}
