package io.tanheng.server.foundation.identity;

import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.wire.ExpectedVersion;
import io.tanheng.server.foundation.wire.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Accounts for the administrator.
@RestController
@RequestMapping("/api/v1/accounts")
class AccountController {
  private static final int PAGE = 100;
  private static final UUID LAST_ID = new UUID(-1L, -1L);

  private final Accounts accounts;
  private final AccountEventStore events;

  AccountController(Accounts accounts, AccountEventStore events) {
    this.accounts = accounts;
    this.events = events;
  }

  record GrantPart(@NotNull Role role, @Nullable UUID enterpriseId) {
    Grant toGrant() {
      if (role.isInstallationWide() != (enterpriseId == null)) {
        throw new ProblemException(IdentityProblem.GRANT_SCOPE, Map.of("role", RoleNames.of(role)));
      }
      return new Grant(role, enterpriseId == null ? null : new EnterpriseId(enterpriseId));
    }

    static GrantPart of(Grant grant) {
      return new GrantPart(grant.role(), grant.enterprise().map(EnterpriseId::value).orElse(null));
    }
  }

  record AccountResponse(
      UUID id,
      String login,
      String name,
      String locale,
      boolean enabled,
      boolean demo,
      boolean mustChangePassword,
      @Nullable Instant blockedUntil,
      List<GrantPart> grants,
      long version) {
    static AccountResponse of(Account account) {
      return new AccountResponse(
          account.id().value(),
          account.login(),
          account.name(),
          account.locale(),
          account.enabled(),
          account.demo(),
          account.mustChangePassword(),
          account.blockedUntil(),
          account.grants().all().stream().map(GrantPart::of).sorted(BY_ROLE).toList(),
          account.version());
    }
  }

  private static final Comparator<GrantPart> BY_ROLE =
      Comparator.comparing(GrantPart::role)
          .thenComparing(part -> String.valueOf(part.enterpriseId()));

  record CreateAccountRequest(
      @NotBlank @Size(max = 64) String login,
      @NotBlank @Size(max = 100) String name,
      @NotNull @Pattern(regexp = "zh-CN|en") String locale,
      @NotNull @Size(min = 1, max = 512) String password,
      @NotNull @Size(max = 200) List<@Valid GrantPart> grants) {}

  record ChangeAccountRequest(
      @Nullable @Size(min = 1, max = 100) String name,
      @Nullable @Pattern(regexp = "zh-CN|en") String locale,
      @Nullable Boolean enabled,
      @Nullable @Size(max = 200) List<@Valid GrantPart> grants,
      @Nullable @Size(min = 1, max = 512) String password,
      @Nullable Boolean unlock) {}

  record EventResponse(
      UUID id,
      Instant at,
      AccountEventStore.Kind kind,
      String login,
      @Nullable String by,
      @Nullable String address,
      @Nullable String detail) {}

  @GetMapping
  @Permission(Right.ACCOUNT_MANAGE)
  Page<AccountResponse> list(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String cursor) {
    List<Account> rows = accounts.list(q, cursor, PAGE + 1);
    return Page.of(rows.stream().map(AccountResponse::of).toList(), PAGE, AccountResponse::login);
  }

  @PostMapping
  @Permission(Right.ACCOUNT_MANAGE)
  @ResponseStatus(HttpStatus.CREATED)
  AccountResponse create(CallContext call, @Valid @RequestBody CreateAccountRequest body) {
    AccountId id =
        accounts.create(
            call.account(),
            new NewAccount(
                body.login(),
                body.name(),
                body.locale(),
                body.password(),
                true,
                false,
                grants(body.grants())));
    return AccountResponse.of(accounts.require(id));
  }

  @PatchMapping("/{accountId}")
  @Permission(Right.ACCOUNT_MANAGE)
  AccountResponse change(
      CallContext call,
      @PathVariable AccountId accountId,
      ExpectedVersion version,
      @Valid @RequestBody ChangeAccountRequest body) {
    return AccountResponse.of(
        accounts.change(
            call,
            new ChangeAccount(
                accountId,
                version.value(),
                body.name(),
                body.locale(),
                body.enabled(),
                body.grants() == null ? null : grants(body.grants()),
                body.password(),
                Boolean.TRUE.equals(body.unlock()))));
  }

  @GetMapping("/{accountId}/events")
  @Permission(Right.ACCOUNT_MANAGE)
  Page<EventResponse> events(
      @PathVariable AccountId accountId, @RequestParam(required = false) @Nullable UUID cursor) {
    accounts.require(accountId);
    List<AccountEventStore.Event> rows =
        events.list(accountId, cursor == null ? LAST_ID : cursor, PAGE + 1);
    Map<AccountId, String> names = accounts.names(people(rows));
    return Page.of(
        rows.stream().map(row -> response(row, names)).toList(),
        PAGE,
        event -> event.id().toString());
  }

  private static Set<AccountId> people(List<AccountEventStore.Event> rows) {
    Set<AccountId> people = new LinkedHashSet<>();
    for (AccountEventStore.Event row : rows) {
      if (row.by() != null) {
        people.add(row.by());
      }
    }
    return people;
  }

  private static EventResponse response(AccountEventStore.Event row, Map<AccountId, String> names) {
    return new EventResponse(
        row.id(),
        row.at(),
        row.kind(),
        row.login(),
        row.by() == null ? null : names.get(row.by()),
        row.address(),
        row.detail());
  }

  private static Set<Grant> grants(List<GrantPart> parts) {
    Set<Grant> grants = new LinkedHashSet<>();
    parts.forEach(part -> grants.add(part.toGrant()));
    return grants;
  }
}
