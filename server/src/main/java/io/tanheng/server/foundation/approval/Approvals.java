package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.approval.Approval.Act;
import io.tanheng.server.foundation.approval.Approval.ActKind;
import io.tanheng.server.foundation.approval.Approval.Head;
import io.tanheng.server.foundation.approval.ApprovalSubject.Facts;
import io.tanheng.server.foundation.approval.Definition.Rule;
import io.tanheng.server.foundation.approval.Definition.Step;
import io.tanheng.server.foundation.approval.Signing.Decision;
import io.tanheng.server.foundation.approval.Signing.Signature;
import io.tanheng.server.foundation.approval.Signing.Wanted;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.IdentityProblem;
import io.tanheng.server.foundation.identity.RoleNames;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Approvals (审批): submits things, takes signatures, and tells how it ended by [ApprovalMoved].
///
/// Every act is kept with who, when and why and is never changed. Acts in one round wait for each
/// other, so that of two who sign the same step at once one counts and the other is told.
@Service
public class Approvals {
  private final ApprovalStore store;
  private final ApprovalDefinitions definitions;
  private final ApprovalSubjects subjects;
  private final Signatories signatories;
  private final ApplicationEventPublisher events;

  Approvals(
      ApprovalStore store,
      ApprovalDefinitions definitions,
      ApprovalSubjects subjects,
      Signatories signatories,
      ApplicationEventPublisher events) {
    this.store = store;
    this.definitions = definitions;
    this.subjects = subjects;
    this.signatories = signatories;
    this.events = events;
  }

  /// How a thing stands, for the module that owns it.
  public record Standing(
      ApprovalId approval, int number, ApprovalState state, int subjectVersion, String digest) {
    static Standing of(Approval approval) {
      Head head = approval.head();
      return new Standing(
          head.id(), head.number(), head.state(), head.subjectVersion(), head.subjectDigest());
    }
  }

  /// Submits a thing as it stands.
  ///
  /// @param omit keys of optional steps to leave out
  @Transactional
  public ApprovalId submit(CallContext call, String type, UUID subjectId, Set<String> omit) {
    ApprovalSubject subject = subjects.require(type);
    if (!signatories.rights(call).contains(subject.submitRight())) {
      throw new ProblemException(
          IdentityProblem.NOT_ALLOWED, Map.of("right", subject.submitRight().name()));
    }
    store.lockSubmissions(call.enterprise());
    Facts facts =
        signatories.withDepartments(call.enterprise(), subjects.facts(call, type, subjectId));
    store.listOf(call.enterprise(), type, List.of(subjectId)).stream()
        .filter(Approval::isPending)
        .findFirst()
        .ifPresent(pending -> {
          throw new ProblemException(
              ApprovalProblem.IN_PROGRESS,
              Map.of("title", pending.head().title(), "number", pending.head().number()));
        });
    Definition definition = definitions.require(call.enterprise(), type);
    Set<String> omitted = omitted(call.enterprise(), definition, facts, omit);
    Approval approval = begin(call, type, subjectId, facts, definition, omitted);
    store.insert(call.enterprise(), approval);
    approval.acts().forEach(act -> store.insertAct(call.enterprise(), approval.head().id(), act));
    publish(call, approval, ApprovalState.PENDING);
    return approval.head().id();
  }

  private Approval begin(
      CallContext call,
      String type,
      UUID subjectId,
      Facts facts,
      Definition definition,
      Set<String> omitted) {
    int first = 0;
    while (omitted.contains(definition.steps().get(first).key())) {
      first++;
    }
    Head head =
        new Head(
            ApprovalId.next(),
            store.nextNumber(call.enterprise()),
            type,
            subjectId,
            facts.version(),
            facts.digest(),
            facts.title(),
            facts.path(),
            facts.authors(),
            facts.departments(),
            ApprovalState.PENDING,
            first,
            call.account(),
            call.time(),
            null);
    List<Act> acts = new ArrayList<>();
    acts.add(act(call, ActKind.SUBMIT, 0));
    for (int step = 0; step < definition.steps().size(); step++) {
      if (omitted.contains(definition.steps().get(step).key())) {
        acts.add(new Act(ActKind.SKIP, step, null, call.account(), null, null, null, call.time()));
      }
    }
    return new Approval(head, definition, omitted, acts);
  }

  /// The steps to leave out: optional ones named, and optional ones nobody can sign. A step that is
  /// needed and cannot be signed is refused now rather than found out later.
  private Set<String> omitted(
      EnterpriseId enterprise, Definition definition, Facts facts, Set<String> omit) {
    Set<Signatory> people = signatories.list(enterprise);
    Set<String> omitted = new HashSet<>();
    for (Step step : definition.steps()) {
      boolean named = omit.contains(step.key());
      if (named && !step.optional()) {
        throw new ProblemException(ApprovalProblem.STEP_NOT_OPTIONAL, Map.of("step", step.name()));
      }
      boolean signable =
          step.slots().stream()
              .noneMatch(slot -> Signing.candidates(slot, definition, facts, people).isEmpty());
      if (named || (step.optional() && !signable)) {
        omitted.add(step.key());
      }
    }
    List<Wanted> wanted = Signing.wanted(definition, omitted, facts, people);
    Optional<Wanted> unsignable =
        definition.rules().contains(Rule.NOT_TWICE)
            ? Signing.firstUnsignable(wanted)
            : wanted.stream().filter(one -> one.candidates().isEmpty()).findFirst();
    if (unsignable.isPresent() || wanted.isEmpty()) {
      Step step = unsignable.map(Wanted::step).orElse(definition.steps().getFirst());
      throw new ProblemException(
          ApprovalProblem.NOBODY_MAY_SIGN,
          Map.of("step", step.name(), "who", RoleNames.of(step.roles())));
    }
    return omitted;
  }

  /// Signs the step the caller saw.
  ///
  /// @param step index of that step; when the round has moved on, the signature is refused
  @Transactional
  public void approve(CallContext call, ApprovalId id, int step) {
    Approval approval = lockPending(call, id);
    requireStep(approval, step);
    requireUnchanged(call, approval);
    for (Signature signature : requireSignatures(call, approval)) {
      store.insertAct(
          call.enterprise(),
          id,
          new Act(
              ActKind.APPROVE,
              step,
              signature.slot(),
              call.account(),
              signature.onBehalfOf(),
              signature.delegation(),
              call.reason().filter(text -> !text.isBlank()).orElse(null),
              call.time()));
    }
    Approval signed = require(call.enterprise(), id);
    if (signed.openSlots().isEmpty()) {
      ApprovalState state =
          signed.nextStep().isPresent() ? ApprovalState.PENDING : ApprovalState.APPROVED;
      store.move(call.enterprise(), id, state, signed.nextStep().orElse(step), call.time());
      if (state == ApprovalState.APPROVED) {
        publish(call, signed, state);
      }
    }
  }

  /// Sends it back (退回) with the reason of the call; whoever may sign the step may do this.
  @Transactional
  public void sendBack(CallContext call, ApprovalId id, int step) {
    Approval approval = lockPending(call, id);
    requireStep(approval, step);
    requireReason(call);
    Signature as = requireSignatures(call, approval).getFirst();
    store.insertAct(
        call.enterprise(),
        id,
        new Act(
            ActKind.RETURN,
            step,
            null,
            call.account(),
            as.onBehalfOf(),
            as.delegation(),
            call.why(),
            call.time()));
    end(call, approval, ApprovalState.RETURNED);
  }

  /// Takes it back (撤回), with the reason of the call; for the one who submitted it.
  @Transactional
  public void withdraw(CallContext call, ApprovalId id) {
    Approval approval = lockPending(call, id);
    requireReason(call);
    if (!approval.head().submittedBy().equals(call.account())) {
      throw new ProblemException(ApprovalProblem.NOT_YOURS);
    }
    store.insertAct(call.enterprise(), id, act(call, ActKind.WITHDRAW, approval.head().step()));
    end(call, approval, ApprovalState.WITHDRAWN);
  }

  /// Says something about it; the reason of the call is the comment.
  @Transactional
  public void comment(CallContext call, ApprovalId id) {
    requireReason(call);
    Approval approval =
        store
            .lock(call.enterprise(), id)
            .orElseThrow(() -> new ProblemException(ApprovalProblem.UNKNOWN));
    store.insertAct(call.enterprise(), id, act(call, ActKind.COMMENT, approval.head().step()));
  }

  /// Makes a running round void because what was submitted is another thing now. For the module
  /// that owns it, in the transaction of the change; does nothing when there is no running round or
  /// the digest is still the one submitted.
  @Transactional
  public void subjectChanged(CallContext call, String type, UUID subjectId) {
    store.listOf(call.enterprise(), type, List.of(subjectId)).stream()
        .filter(Approval::isPending)
        .forEach(approval -> voidIfChanged(call, approval.head().id()));
  }

  /// Ends a round as void when its subject is not what was submitted any more. True when it did.
  @Transactional
  public boolean voidIfChanged(CallContext call, ApprovalId id) {
    Optional<Approval> found = store.lock(call.enterprise(), id).filter(Approval::isPending);
    if (found.isEmpty() || subjects.isUnchanged(call.enterprise(), found.get().head())) {
      return false;
    }
    Approval approval = found.get();
    store.insertAct(
        call.enterprise(), id, act(call.because(null), ActKind.VOID, approval.head().step()));
    end(call, approval, ApprovalState.VOID);
    return true;
  }

  /// The newest round of a thing.
  @Transactional(readOnly = true)
  public Optional<Standing> latest(EnterpriseId enterprise, String type, UUID subjectId) {
    return Optional.ofNullable(latest(enterprise, type, Set.of(subjectId)).get(subjectId));
  }

  /// The newest round of each of the things that was ever submitted.
  @Transactional(readOnly = true)
  public Map<UUID, Standing> latest(EnterpriseId enterprise, String type, Set<UUID> subjectIds) {
    return store.listOf(enterprise, type, subjectIds).stream()
        .collect(
            Collectors.toMap(
                approval -> approval.head().subjectId(), Standing::of, (newest, _) -> newest));
  }

  Approval require(EnterpriseId enterprise, ApprovalId id) {
    return store
        .find(enterprise, id)
        .orElseThrow(() -> new ProblemException(ApprovalProblem.UNKNOWN));
  }

  private Approval lockPending(CallContext call, ApprovalId id) {
    Approval approval =
        store
            .lock(call.enterprise(), id)
            .orElseThrow(() -> new ProblemException(ApprovalProblem.UNKNOWN));
    if (!approval.isPending()) {
      throw new ProblemException(ApprovalProblem.ENDED);
    }
    return approval;
  }

  private static void requireStep(Approval approval, int step) {
    if (approval.head().step() != step) {
      throw new ProblemException(ApprovalProblem.STEP_MOVED);
    }
  }

  private void requireUnchanged(CallContext call, Approval approval) {
    if (!subjects.isUnchanged(call.enterprise(), approval.head())) {
      throw new ProblemException(ApprovalProblem.SUBJECT_CHANGED);
    }
  }

  private static void requireReason(CallContext call) {
    if (call.reason().filter(text -> !text.isBlank()).isEmpty()) {
      throw new ProblemException(ApprovalProblem.REASON_MISSING);
    }
  }

  private List<Signature> requireSignatures(CallContext call, Approval approval) {
    return switch (signatories.decide(call, approval)) {
      case Decision.May(List<Signature> signatures) -> signatures;
      case Decision.MayNot(ApprovalProblem why) ->
          throw new ProblemException(why, stepArgs(approval, why));
    };
  }

  static Map<String, Text> stepArgs(Approval approval, ApprovalProblem why) {
    return switch (why) {
      case NOT_ASKED, OWN_WORK, OWN_DEPARTMENT, ALREADY_SIGNED ->
          Map.of("step", approval.currentStep().name());
      default -> Map.of();
    };
  }

  private void end(CallContext call, Approval approval, ApprovalState state) {
    store.move(call.enterprise(), approval.head().id(), state, approval.head().step(), call.time());
    publish(call, approval, state);
  }

  private static Act act(CallContext call, ActKind kind, int step) {
    return new Act(kind, step, null, call.account(), null, null, call.why(), call.time());
  }

  private void publish(CallContext call, Approval approval, ApprovalState state) {
    Head head = approval.head();
    events.publishEvent(
        new ApprovalMoved(
            call.enterprise(),
            head.id(),
            head.subjectType(),
            head.subjectId(),
            head.subjectVersion(),
            head.subjectDigest(),
            state,
            call.account(),
            call.time(),
            call.why()));
  }
}
