package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.approval.ApprovalSubject.Facts;
import io.tanheng.server.foundation.approval.Signing.Decision;
import io.tanheng.server.foundation.approval.Signing.Represented;
import io.tanheng.server.foundation.identity.Account;
import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.identity.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The people of an enterprise as signers: their roles now, and whom they may sign for.
@Component
class Signatories {
  private final Accounts accounts;
  private final DelegationStore delegations;

  Signatories(Accounts accounts, DelegationStore delegations) {
    this.accounts = accounts;
    this.delegations = delegations;
  }

  Set<Right> rights(CallContext call) {
    return accounts.require(call.account()).grants().at(call.enterprise());
  }

  /// Everybody who may sign something at the enterprise.
  Set<Signatory> list(EnterpriseId enterprise) {
    return accounts.listAt(enterprise).stream()
        .map(account -> signatory(enterprise, account))
        .filter(Signatories::maySign)
        .collect(Collectors.toUnmodifiableSet());
  }

  Optional<Signatory> find(EnterpriseId enterprise, AccountId id) {
    return accounts
        .find(id)
        .filter(Account::enabled)
        .map(account -> signatory(enterprise, account))
        .filter(Signatories::maySign);
  }

  Decision decide(CallContext call, Approval approval) {
    Optional<Signatory> person = find(call.enterprise(), call.account());
    if (person.isEmpty()) {
      return new Decision.MayNot(ApprovalProblem.NOT_ASKED);
    }
    List<Represented> represented = new ArrayList<>();
    represented.add(new Represented(person.get(), null));
    for (Delegation delegation : delegations.listTo(call.enterprise(), call.account())) {
      if (delegation.holds(approval.head().subjectType(), call.time())) {
        find(call.enterprise(), delegation.from())
            .ifPresent(from -> represented.add(new Represented(from, delegation.id())));
      }
    }
    return Signing.decide(approval, person.get(), represented);
  }

  /// Fills in the departments of the authors where the owner names none.
  Facts withDepartments(EnterpriseId enterprise, Facts facts) {
    if (!facts.departments().isEmpty()) {
      return facts;
    }
    Set<Role> departments = EnumSet.noneOf(Role.class);
    for (AccountId author : facts.authors()) {
      accounts
          .find(author)
          .ifPresent(account -> departments.addAll(signatory(enterprise, account).departments()));
    }
    return new Facts(
        facts.title(), facts.version(), facts.digest(), facts.authors(), departments, facts.path());
  }

  private static Signatory signatory(EnterpriseId enterprise, Account account) {
    return new Signatory(account.id(), account.grants().rolesAt(enterprise));
  }

  private static boolean maySign(Signatory person) {
    return person.roles().stream().anyMatch(role -> role.rights().contains(Right.APPROVAL_ACT));
  }
}
