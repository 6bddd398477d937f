package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Delegations (授权代签): made and ended by the one whose signature it is.
@Service
class Delegations {
  private final DelegationStore store;
  private final Signatories signatories;
  private final PackagedDefinitions packaged;

  Delegations(DelegationStore store, Signatories signatories, PackagedDefinitions packaged) {
    this.store = store;
    this.signatories = signatories;
    this.packaged = packaged;
  }

  @Transactional(readOnly = true)
  public List<Delegation> list(EnterpriseId enterprise) {
    return store.list(enterprise);
  }

  /// Lets `to` sign for the caller, with the reason of the call.
  @Transactional
  public Delegation add(
      CallContext call, AccountId to, @Nullable String subjectType, Instant from, Instant until) {
    String reason =
        call.reason()
            .filter(text -> !text.isBlank())
            .orElseThrow(() -> new ProblemException(ApprovalProblem.REASON_MISSING));
    if (!from.isBefore(until) || !call.time().isBefore(until)) {
      throw new ProblemException(ApprovalProblem.DELEGATION_PERIOD);
    }
    if (to.equals(call.account()) || signatories.find(call.enterprise(), to).isEmpty()) {
      throw new ProblemException(ApprovalProblem.DELEGATE_UNSUITABLE);
    }
    if (subjectType != null && packaged.find(subjectType).isEmpty()) {
      throw new ProblemException(ApprovalProblem.SUBJECT_TYPE_UNKNOWN, Map.of("type", subjectType));
    }
    Delegation delegation =
        new Delegation(
            DelegationId.next(),
            call.account(),
            to,
            subjectType,
            from,
            until,
            reason,
            call.time(),
            null,
            null);
    store.insert(call.enterprise(), delegation);
    return delegation;
  }

  @Transactional
  public void revoke(CallContext call, DelegationId id) {
    if (!store.revoke(call, id)) {
      throw new ProblemException(ApprovalProblem.DELEGATION_UNKNOWN);
    }
  }
}
