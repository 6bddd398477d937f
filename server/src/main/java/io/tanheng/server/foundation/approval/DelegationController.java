package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.approval.ApprovalResponse.PersonPart;
import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.wire.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/delegations")
class DelegationController {
  private final Delegations delegations;
  private final Accounts accounts;

  DelegationController(Delegations delegations, Accounts accounts) {
    this.delegations = delegations;
    this.accounts = accounts;
  }

  record DelegateRequest(
      @NotNull UUID to,
      @Nullable @Size(max = 40) String subjectType,
      @NotNull Instant validFrom,
      @NotNull Instant validTo,
      @NotNull @Size(max = 2000) String reason) {}

  record DelegationResponse(
      UUID id,
      PersonPart from,
      PersonPart to,
      @Nullable String subjectType,
      Instant validFrom,
      Instant validTo,
      String reason,
      Instant madeAt,
      @Nullable Instant revokedAt,
      boolean mine) {}

  @GetMapping
  @Permission(Right.APPROVAL_READ)
  Page<DelegationResponse> list(CallContext call) {
    return Page.whole(responses(call, delegations.list(call.enterprise())));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Permission(Right.APPROVAL_ACT)
  DelegationResponse add(CallContext call, @Valid @RequestBody DelegateRequest body) {
    Delegation delegation =
        delegations.add(
            call.because(body.reason()),
            new AccountId(body.to()),
            body.subjectType(),
            body.validFrom(),
            body.validTo());
    return responses(call, List.of(delegation)).getFirst();
  }

  @PostMapping("/{delegationId}/revoke")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Permission(Right.APPROVAL_ACT)
  void revoke(CallContext call, @PathVariable DelegationId delegationId) {
    delegations.revoke(call, delegationId);
  }

  private List<DelegationResponse> responses(CallContext call, List<Delegation> rows) {
    Set<AccountId> people = new HashSet<>();
    rows.forEach(row -> people.addAll(Set.of(row.from(), row.to())));
    Map<AccountId, String> names = accounts.names(people);
    return rows.stream()
        .map(row ->
            new DelegationResponse(
                row.id().value(),
                person(names, row.from()),
                person(names, row.to()),
                row.subjectType(),
                row.validFrom(),
                row.validTo(),
                row.reason(),
                row.madeAt(),
                row.revokedAt(),
                row.from().equals(call.account())))
        .toList();
  }

  private static PersonPart person(Map<AccountId, String> names, AccountId id) {
    return new PersonPart(id.value(), names.getOrDefault(id, id.toString()));
  }
}
