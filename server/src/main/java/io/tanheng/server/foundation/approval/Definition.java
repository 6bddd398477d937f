package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.server.foundation.problem.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// How things of one kind are approved (审批流程).
///
/// @param version 0 for the one packaged with the product
record Definition(String subject, int version, Text title, List<Step> steps, Set<Rule> rules) {
  Definition {
    steps = List.copyOf(steps);
    rules = Set.copyOf(rules);
  }

  /// Who may not sign.
  enum Rule {
    /// Not one's own work.
    NOT_AUTHOR,
    /// Nobody signs two steps.
    NOT_TWICE,
    /// Nobody of the department it concerns.
    NOT_OWN_DEPARTMENT
  }

  /// Whose signatures a step needs.
  enum Mode {
    /// Any one of those named.
    ONE,
    /// One of each role and each person named (会签).
    ALL
  }

  /// One step.
  ///
  /// @param optional left out when the submitter says so, or when nobody holds its roles
  record Step(
      String key, Text name, Set<Role> roles, Set<AccountId> persons, Mode mode, boolean optional) {
    Step {
      roles = Collections.unmodifiableSet(roles.isEmpty() ? roles : EnumSet.copyOf(roles));
      persons = Collections.unmodifiableSet(new LinkedHashSet<>(persons));
    }

    /// The signatures this step needs, in order.
    List<Slot> slots() {
      if (mode == Mode.ONE) {
        return List.of(new Slot("any", roles, persons));
      }
      List<Slot> slots = new ArrayList<>();
      roles.forEach(role -> slots.add(new Slot("role:" + role, Set.of(role), Set.of())));
      persons.forEach(person -> slots.add(new Slot("person:" + person, Set.of(), Set.of(person))));
      return slots;
    }
  }

  /// One signature a step needs, and who can give it.
  record Slot(String key, Set<Role> roles, Set<AccountId> persons) {
    boolean fits(Signatory person) {
      return persons.contains(person.account())
          || roles.stream().anyMatch(person.roles()::contains);
    }
  }
}
