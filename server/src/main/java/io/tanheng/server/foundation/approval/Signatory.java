package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Role;
import java.util.EnumSet;
import java.util.Set;

/// A person who might sign, with the roles held at the enterprise.
record Signatory(AccountId account, Set<Role> roles) {
  private static final Set<Role> DEPARTMENTS =
      EnumSet.of(
          Role.PRODUCTION_DEPT,
          Role.EQUIPMENT_DEPT,
          Role.FINANCE,
          Role.PROCUREMENT,
          Role.HR_TRAINING,
          Role.CARBON_OFFICE);

  /// The departments the roles stand for; people of the carbon office are of one department.
  Set<Role> departments() {
    Set<Role> departments = EnumSet.noneOf(Role.class);
    for (Role role : roles) {
      if (DEPARTMENTS.contains(role)) {
        departments.add(role);
      } else if (role == Role.CARBON_MANAGER || role == Role.ACCOUNTING_OFFICER) {
        departments.add(Role.CARBON_OFFICE);
      }
    }
    return departments;
  }
}
