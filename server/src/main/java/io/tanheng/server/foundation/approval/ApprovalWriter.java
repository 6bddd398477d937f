package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.approval.Approval.Act;
import io.tanheng.server.foundation.approval.Approval.Head;
import io.tanheng.server.foundation.approval.ApprovalResponse.ActPart;
import io.tanheng.server.foundation.approval.ApprovalResponse.MinePart;
import io.tanheng.server.foundation.approval.ApprovalResponse.PersonPart;
import io.tanheng.server.foundation.approval.ApprovalResponse.SignaturePart;
import io.tanheng.server.foundation.approval.ApprovalResponse.StepPart;
import io.tanheng.server.foundation.approval.ApprovalResponse.StepState;
import io.tanheng.server.foundation.approval.ApprovalResponse.SubjectPart;
import io.tanheng.server.foundation.approval.Definition.Step;
import io.tanheng.server.foundation.approval.Signing.Decision;
import io.tanheng.server.foundation.approval.Signing.Signature;
import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.ProblemResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Writes rounds of approval for one caller.
@Component
class ApprovalWriter {
  private final Accounts accounts;
  private final Signatories signatories;
  private final ApprovalSubjects subjects;

  ApprovalWriter(Accounts accounts, Signatories signatories, ApprovalSubjects subjects) {
    this.accounts = accounts;
    this.signatories = signatories;
    this.subjects = subjects;
  }

  ApprovalResponse write(CallContext call, Approval approval) {
    return write(call, List.of(approval)).getFirst();
  }

  List<ApprovalResponse> write(CallContext call, Collection<Approval> approvals) {
    Names names = new Names(accounts.names(people(approvals)));
    return approvals.stream().map(approval -> write(call, approval, names)).toList();
  }

  /// Names of people; somebody unknown goes by the id.
  private record Names(Map<AccountId, String> names) {
    PersonPart person(AccountId id) {
      return new PersonPart(id.value(), names.getOrDefault(id, id.toString()));
    }
  }

  private ApprovalResponse write(CallContext call, Approval approval, Names names) {
    Head head = approval.head();
    return new ApprovalResponse(
        head.id().value(),
        head.number(),
        subject(call, approval),
        head.state(),
        head.step(),
        names.person(head.submittedBy()),
        head.submittedAt(),
        head.endedAt(),
        head.authors().stream().map(names::person).toList(),
        approval.definition().version(),
        approval.definition().rules().stream().sorted().toList(),
        steps(approval, names),
        approval.acts().stream().map(act -> act(approval, act, names)).toList(),
        mine(call, approval, names));
  }

  private SubjectPart subject(CallContext call, Approval approval) {
    Head head = approval.head();
    return new SubjectPart(
        head.subjectType(),
        approval.definition().title(),
        head.subjectId(),
        head.subjectVersion(),
        head.subjectDigest(),
        head.title(),
        head.path(),
        !approval.isPending() || subjects.isUnchanged(call.enterprise(), head));
  }

  private static List<StepPart> steps(Approval approval, Names names) {
    List<StepPart> steps = new ArrayList<>();
    for (int position = 0; position < approval.definition().steps().size(); position++) {
      int index = position;
      Step step = approval.definition().steps().get(index);
      List<SignaturePart> signatures =
          step.slots().stream()
              .map(slot ->
                  new SignaturePart(
                      slot.roles().stream().sorted().toList(),
                      slot.persons().stream().map(names::person).toList(),
                      approval
                          .signature(index, slot.key())
                          .map(act -> act(approval, act, names))
                          .orElse(null)))
              .toList();
      steps.add(
          new StepPart(
              step.key(),
              step.name(),
              step.mode(),
              step.optional(),
              state(approval, index),
              signatures));
    }
    return steps;
  }

  private static StepState state(Approval approval, int index) {
    Head head = approval.head();
    if (approval.omitted().contains(approval.definition().steps().get(index).key())) {
      return StepState.SKIPPED;
    }
    if (index < head.step() || head.state() == ApprovalState.APPROVED) {
      return StepState.DONE;
    }
    if (!approval.isPending()) {
      return StepState.NOT_REACHED;
    }
    return index == head.step() ? StepState.CURRENT : StepState.WAITING;
  }

  private static ActPart act(Approval approval, Act act, Names names) {
    AccountId other = act.onBehalfOf();
    return new ActPart(
        act.kind(),
        act.step(),
        ApprovalResponse.stepName(approval, act),
        names.person(act.by()),
        other == null ? null : names.person(other),
        act.reason(),
        act.at());
  }

  private MinePart mine(CallContext call, Approval approval, Names names) {
    boolean mayAct = signatories.rights(call).contains(Right.APPROVAL_ACT);
    if (!approval.isPending() || !mayAct) {
      return new MinePart(false, false, false, mayAct, List.of(), null);
    }
    boolean withdraw = approval.head().submittedBy().equals(call.account());
    return switch (signatories.decide(call, approval)) {
      case Decision.May(List<Signature> signatures) ->
          new MinePart(
              true,
              true,
              withdraw,
              true,
              signatures.stream()
                  .map(Signature::onBehalfOf)
                  .filter(Objects::nonNull)
                  .distinct()
                  .map(names::person)
                  .toList(),
              null);
      case Decision.MayNot(ApprovalProblem why) ->
          new MinePart(
              false,
              false,
              withdraw,
              true,
              List.of(),
              ProblemResponse.Item.of(Problem.error(why, Approvals.stepArgs(approval, why))));
    };
  }

  private static Set<AccountId> people(Collection<Approval> approvals) {
    Set<AccountId> people = new HashSet<>();
    for (Approval approval : approvals) {
      people.add(approval.head().submittedBy());
      people.addAll(approval.head().authors());
      approval.definition().steps().forEach(step -> people.addAll(step.persons()));
      for (Act act : approval.acts()) {
        people.add(act.by());
        if (act.onBehalfOf() != null) {
          people.add(act.onBehalfOf());
        }
      }
    }
    return people;
  }
}
