package io.tanheng.server.foundation.identity;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/// All roles of one account, and the rights that follow.
public record Grants(Set<Grant> all) {
  public Grants {
    all = Set.copyOf(all);
  }

  public static Grants of(Collection<Grant> grants) {
    return new Grants(Set.copyOf(grants));
  }

  /// Rights at one enterprise, those of the whole installation included.
  public Set<Right> at(EnterpriseId enterprise) {
    return rights(
        all.stream()
            .filter(grant -> grant.scope() == null || enterprise.equals(grant.scope()))
            .toList());
  }

  /// Rights at one enterprise or another, or for the whole installation.
  public Set<Right> anywhere() {
    return rights(all);
  }

  /// Rights for the whole installation.
  public Set<Right> everywhere() {
    return rights(all.stream().filter(grant -> grant.scope() == null).toList());
  }

  /// Enterprises at which a role is held, in the order of their ids.
  public Set<EnterpriseId> enterprises() {
    Set<UUID> ids =
        all.stream()
            .flatMap(grant -> grant.enterprise().stream())
            .map(EnterpriseId::value)
            .collect(Collectors.toCollection(TreeSet::new));
    return ids.stream().map(EnterpriseId::new).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  public Set<Role> rolesAt(EnterpriseId enterprise) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    all.stream()
        .filter(grant -> enterprise.equals(grant.scope()))
        .forEach(grant -> roles.add(grant.role()));
    return Collections.unmodifiableSet(roles);
  }

  public boolean isAdministrator() {
    return all.stream().anyMatch(grant -> grant.role() == Role.IT_ADMIN);
  }

  private static Set<Right> rights(Collection<Grant> grants) {
    Set<Right> rights = EnumSet.noneOf(Right.class);
    grants.forEach(grant -> rights.addAll(grant.role().rights()));
    return Collections.unmodifiableSet(rights);
  }
}
