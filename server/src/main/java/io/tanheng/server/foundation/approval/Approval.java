package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.server.foundation.problem.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One round of approval with everything done in it.
record Approval(Head head, Definition definition, Set<String> omitted, List<Act> acts) {
  Approval {
    omitted = Set.copyOf(omitted);
    acts = List.copyOf(acts);
  }

  /// What is being approved, and where it stands.
  ///
  /// @param step index of the step that is to be signed, or where it ended
  record Head(
      ApprovalId id,
      int number,
      String subjectType,
      UUID subjectId,
      int subjectVersion,
      String subjectDigest,
      Text title,
      String path,
      Set<AccountId> authors,
      Set<Role> departments,
      ApprovalState state,
      int step,
      AccountId submittedBy,
      Instant submittedAt,
      @Nullable Instant endedAt) {
    Head {
      authors = Set.copyOf(authors);
      departments = Set.copyOf(departments);
    }
  }

  enum ActKind {
    SUBMIT,
    APPROVE,
    RETURN,
    WITHDRAW,
    COMMENT,
    /// An optional step was left out.
    SKIP,
    VOID
  }

  /// Something done, by whom and for whom.
  ///
  /// @param slot which signature was given
  record Act(
      ActKind kind,
      int step,
      @Nullable String slot,
      AccountId by,
      @Nullable AccountId onBehalfOf,
      @Nullable DelegationId delegation,
      @Nullable String reason,
      Instant at) {}

  Definition.Step currentStep() {
    return definition.steps().get(head.step());
  }

  boolean isPending() {
    return head.state() == ApprovalState.PENDING;
  }

  Optional<Act> signature(int step, String slot) {
    return acts.stream()
        .filter(
            act -> act.kind() == ActKind.APPROVE && act.step() == step && slot.equals(act.slot()))
        .findFirst();
  }

  /// Signatures the present step still needs.
  List<Definition.Slot> openSlots() {
    return currentStep().slots().stream()
        .filter(slot -> signature(head.step(), slot.key()).isEmpty())
        .toList();
  }

  boolean hasSigned(AccountId account) {
    return acts.stream()
        .filter(act -> act.kind() == ActKind.APPROVE)
        .anyMatch(act -> act.by().equals(account) || account.equals(act.onBehalfOf()));
  }

  /// The step after the present one that is not left out.
  Optional<Integer> nextStep() {
    for (int next = head.step() + 1; next < definition.steps().size(); next++) {
      if (!omitted.contains(definition.steps().get(next).key())) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }
}
