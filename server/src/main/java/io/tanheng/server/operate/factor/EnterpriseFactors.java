package io.tanheng.server.operate.factor;

import io.tanheng.server.foundation.approval.ApprovalMoved;
import io.tanheng.server.foundation.approval.Approvals;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.vault.Digest;
import io.tanheng.server.foundation.vault.Vault;
import io.tanheng.server.operate.factor.EnterpriseFactor.Content;
import io.tanheng.server.operate.factor.EnterpriseFactor.State;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The enterprise's own factors: entered with their proof, approved by another person, used in
/// plans while they hold.
///
/// A factor can change until it is approved; a change makes a running approval void. An approved
/// one never changes, so that what was calculated with it can always be explained; it can be
/// retired.
@Service
public class EnterpriseFactors {
  /// The kind of subject in approvals.
  static final String SUBJECT = "factor";

  private final EnterpriseFactorStore store;
  private final FactorInputs inputs;
  private final Vault vault;
  private final Approvals approvals;

  EnterpriseFactors(
      EnterpriseFactorStore store, FactorInputs inputs, Vault vault, Approvals approvals) {
    this.store = store;
    this.inputs = inputs;
    this.vault = vault;
    this.approvals = approvals;
  }

  @Transactional(readOnly = true)
  public List<EnterpriseFactor> list(EnterpriseId enterprise) {
    return store.list(enterprise);
  }

  @Transactional(readOnly = true)
  public EnterpriseFactor require(EnterpriseId enterprise, EnterpriseFactorId id) {
    return store
        .find(enterprise, id)
        .orElseThrow(() -> new ProblemException(FactorProblem.UNKNOWN));
  }

  @Transactional
  public EnterpriseFactor enter(CallContext call, Content content) {
    check(call.enterprise(), content);
    EnterpriseFactorId id = EnterpriseFactorId.next();
    store.insert(call, id, store.nextNumber(call.enterprise()), content);
    return require(call.enterprise(), id);
  }

  @Transactional
  public EnterpriseFactor change(
      CallContext call, EnterpriseFactorId id, Content content, long version) {
    EnterpriseFactor present = require(call.enterprise(), id);
    if (!present.isChangeable()) {
      throw refused(FactorProblem.NOT_CHANGEABLE, present);
    }
    check(call.enterprise(), content);
    store.keepPast(call, id);
    if (!store.update(call, id, content, version)) {
      throw refused(FactorProblem.VERSION_CONFLICT, present);
    }
    approvals.subjectChanged(call, SUBJECT, id.value());
    return require(call.enterprise(), id);
  }

  /// Takes an approved factor, or a draft nobody needs, out of use, with the reason of the call.
  @Transactional
  public EnterpriseFactor retire(CallContext call, EnterpriseFactorId id, long version) {
    EnterpriseFactor present = require(call.enterprise(), id);
    if (call.reason().filter(text -> !text.isBlank()).isEmpty()) {
      throw new ProblemException(FactorProblem.REASON_MISSING);
    }
    if (present.state() == State.SUBMITTED || present.state() == State.RETIRED) {
      throw refused(FactorProblem.NOT_RETIRABLE, present);
    }
    store.keepPast(call, id);
    if (!store.retire(call, id, version)) {
      throw refused(FactorProblem.VERSION_CONFLICT, present);
    }
    return require(call.enterprise(), id);
  }

  /// Follows the approval within its transaction.
  @EventListener
  void on(ApprovalMoved moved) {
    if (!moved.subjectType().equals(SUBJECT)) {
      return;
    }
    EnterpriseFactorId id = new EnterpriseFactorId(moved.subjectId());
    EnterpriseFactor factor = require(moved.enterprise(), id);
    State state =
        switch (moved.state()) {
          case PENDING -> State.SUBMITTED;
          case APPROVED -> State.APPROVED;
          case RETURNED, WITHDRAWN, VOID -> State.DRAFT;
        };
    if (state == State.SUBMITTED
        && factor.content().kind() == EnterpriseFactor.Kind.MEASURED
        && factor.content().reportDigest() == null) {
      throw refused(FactorProblem.REPORT_MISSING, factor);
    }
    store.move(moved.enterprise(), id, state);
  }

  private void check(EnterpriseId enterprise, Content content) {
    if (content.validTo().isBefore(content.validFrom())) {
      throw new ProblemException(
          FactorProblem.PERIOD,
          Map.of("from", content.validFrom().toString(), "to", content.validTo().toString()));
    }
    inputs.check(content);
    if (content.reportDigest() != null) {
      vault.require(enterprise, new Digest(content.reportDigest()));
    }
  }

  private static ProblemException refused(FactorProblem problem, EnterpriseFactor factor) {
    return new ProblemException(problem, Map.of("name", factor.content().name()));
  }
}
