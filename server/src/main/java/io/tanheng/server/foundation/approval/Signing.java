package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.approval.Definition.Rule;
import io.tanheng.server.foundation.approval.Definition.Slot;
import io.tanheng.server.foundation.identity.AccountId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who may sign what: the rules of a definition applied to people. Pure functions.
final class Signing {
  private Signing() {}

  /// Signs `slot` for itself or, by a delegation, for another.
  record Signature(
      String slot, @Nullable AccountId onBehalfOf, @Nullable DelegationId delegation) {}

  /// Somebody whose signature a person may give: oneself, or who delegated it.
  record Represented(Signatory signatory, @Nullable DelegationId delegation) {}

  sealed interface Decision {
    record May(List<Signature> signatures) implements Decision {}

    record MayNot(ApprovalProblem why) implements Decision {}
  }

  /// What `person` may sign in the present step. `represented` starts with the person.
  static Decision decide(Approval approval, Signatory person, List<Represented> represented) {
    ApprovalProblem why = ApprovalProblem.NOT_ASKED;
    Map<String, Signature> signatures = new LinkedHashMap<>();
    for (Represented one : represented) {
      for (Slot slot : approval.openSlots()) {
        if (!slot.fits(one.signatory()) || signatures.containsKey(slot.key())) {
          continue;
        }
        Optional<ApprovalProblem> hindrance = hindrance(approval, person, one.signatory());
        if (hindrance.isPresent()) {
          why = hindrance.get();
        } else {
          AccountId other = one.delegation() == null ? null : one.signatory().account();
          signatures.put(slot.key(), new Signature(slot.key(), other, one.delegation()));
        }
      }
    }
    if (signatures.isEmpty()) {
      return new Decision.MayNot(why);
    }
    List<Signature> all = List.copyOf(signatures.values());
    boolean once = approval.definition().rules().contains(Rule.NOT_TWICE);
    return new Decision.May(once ? all.subList(0, 1) : all);
  }

  private static Optional<ApprovalProblem> hindrance(
      Approval approval, Signatory person, Signatory represented) {
    for (Rule rule : approval.definition().rules()) {
      boolean hinders =
          switch (rule) {
            case NOT_AUTHOR ->
                approval.head().authors().contains(person.account())
                    || approval.head().authors().contains(represented.account());
            case NOT_TWICE ->
                approval.hasSigned(person.account()) || approval.hasSigned(represented.account());
            case NOT_OWN_DEPARTMENT ->
                approval.head().departments().stream()
                    .anyMatch(department ->
                        person.departments().contains(department)
                            || represented.departments().contains(department));
          };
      if (hinders) {
        return Optional.of(problem(rule));
      }
    }
    return Optional.empty();
  }

  private static ApprovalProblem problem(Rule rule) {
    return switch (rule) {
      case NOT_AUTHOR -> ApprovalProblem.OWN_WORK;
      case NOT_TWICE -> ApprovalProblem.ALREADY_SIGNED;
      case NOT_OWN_DEPARTMENT -> ApprovalProblem.OWN_DEPARTMENT;
    };
  }

  /// People at an enterprise who can sign a slot of a thing not yet submitted.
  static List<AccountId> candidates(
      Slot slot, Definition definition, ApprovalSubject.Facts facts, Set<Signatory> people) {
    Set<Rule> rules = definition.rules();
    return people.stream()
        .filter(slot::fits)
        .filter(one -> !rules.contains(Rule.NOT_AUTHOR) || !facts.authors().contains(one.account()))
        .filter(one ->
            !rules.contains(Rule.NOT_OWN_DEPARTMENT)
                || facts.departments().stream().noneMatch(one.departments()::contains))
        .map(Signatory::account)
        .sorted(Comparator.comparing(AccountId::value))
        .toList();
  }

  /// A slot of a step and who could sign it.
  record Wanted(Definition.Step step, Slot slot, List<AccountId> candidates) {}

  /// The first slot for which nobody is left when everybody signs at most once; empty when all can
  /// be signed. Finds a matching of slots and people by augmenting paths.
  static Optional<Wanted> firstUnsignable(List<Wanted> wanted) {
    Map<AccountId, Integer> signs = new LinkedHashMap<>();
    for (int slot = 0; slot < wanted.size(); slot++) {
      if (!place(wanted, slot, signs, new HashSet<>())) {
        return Optional.of(wanted.get(slot));
      }
    }
    return Optional.empty();
  }

  private static boolean place(
      List<Wanted> wanted, int slot, Map<AccountId, Integer> signs, Set<AccountId> tried) {
    for (AccountId person : wanted.get(slot).candidates()) {
      if (!tried.add(person)) {
        continue;
      }
      Integer other = signs.get(person);
      if (other == null || place(wanted, other, signs, tried)) {
        signs.put(person, slot);
        return true;
      }
    }
    return false;
  }

  static List<Wanted> wanted(
      Definition definition,
      Set<String> omitted,
      ApprovalSubject.Facts facts,
      Set<Signatory> people) {
    List<Wanted> wanted = new ArrayList<>();
    for (Definition.Step step : definition.steps()) {
      if (!omitted.contains(step.key())) {
        step.slots()
            .forEach(slot ->
                wanted.add(new Wanted(step, slot, candidates(slot, definition, facts, people))));
      }
    }
    return wanted;
  }
}
