package io.tanheng.server.plan.organization;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseDirectory;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.plan.organization.Enterprise.Profile;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Groups (集团) and enterprises (企业).
@Service
public class Enterprises implements EnterpriseDirectory {
  private final EnterpriseStore store;
  private final ObjectProvider<MethodCatalogue> methods;

  Enterprises(EnterpriseStore store, ObjectProvider<MethodCatalogue> methods) {
    this.store = store;
    this.methods = methods;
  }

  @Transactional
  public GroupId createGroup(Text name) {
    GroupId id = GroupId.next();
    store.insertGroup(new EnterpriseStore.Group(id, name));
    return id;
  }

  @Transactional
  public EnterpriseId create(
      CallContext call, @Nullable GroupId group, Profile profile, List<Integer> years) {
    EnterpriseId id = EnterpriseId.next();
    requireGood(group, profile);
    requireKnown(profile.methods());
    try {
      store.insert(id, group, profile, call);
    } catch (DuplicateKeyException taken) {
      throw creditCodeTaken(profile, taken);
    }
    store.insertRevision(id);
    years.forEach(year -> store.insertYear(id, year));
    return id;
  }

  @Transactional
  public Enterprise change(
      CallContext call,
      long version,
      @Nullable GroupId group,
      Profile profile,
      List<Integer> years) {
    EnterpriseId id = call.enterprise();
    requireGood(group, profile);
    List<String> before = require(id).profile().methods();
    requireKnown(profile.methods().stream().filter(method -> !before.contains(method)).toList());
    try {
      if (!store.update(id, version, group, profile, call)) {
        require(id);
        throw new ProblemException(OrganizationProblem.ENTERPRISE_VERSION_CONFLICT);
      }
    } catch (DuplicateKeyException taken) {
      throw creditCodeTaken(profile, taken);
    }
    store.insertRevision(id);
    years.forEach(year -> store.insertYear(id, year));
    return require(id);
  }

  /// Opens an accounting year (核算年度); a year that is open stays so.
  @Transactional
  public void openYear(EnterpriseId enterprise, int year) {
    store.insertYear(enterprise, year);
  }

  @Transactional(readOnly = true)
  public Optional<Enterprise> find(EnterpriseId id) {
    return store.list(List.of(id)).stream().findFirst();
  }

  @Transactional(readOnly = true)
  public Enterprise require(EnterpriseId id) {
    return find(id)
        .orElseThrow(() -> new ProblemException(OrganizationProblem.ENTERPRISE_NOT_FOUND));
  }

  @Transactional(readOnly = true)
  public List<Enterprise> listEnterprises(Collection<EnterpriseId> ids) {
    return store.list(ids);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Entry> list(Collection<EnterpriseId> ids) {
    return store.list(ids).stream().map(Enterprises::toEntry).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Entry> listAll() {
    return list(store.listIds());
  }

  private void requireGood(@Nullable GroupId group, Profile profile) {
    if (group != null && !store.groupExists(group)) {
      throw new ProblemException(OrganizationProblem.GROUP_NOT_FOUND);
    }
    String creditCode = profile.creditCode();
    if (creditCode != null && !CreditCode.isValid(creditCode)) {
      throw new ProblemException(
          OrganizationProblem.CREDIT_CODE_WRONG, Map.of("creditCode", creditCode));
    }
  }

  /// A method taken before stays, even when its edition left the catalogue.
  private void requireKnown(List<String> added) {
    MethodCatalogue catalogue = methods.getObject();
    for (String method : added) {
      if (!catalogue.knows(method)) {
        throw new ProblemException(OrganizationProblem.METHOD_UNKNOWN, Map.of("method", method));
      }
    }
  }

  private static ProblemException creditCodeTaken(Profile profile, DuplicateKeyException cause) {
    ProblemException refused =
        new ProblemException(
            OrganizationProblem.CREDIT_CODE_TAKEN,
            Map.of("creditCode", String.valueOf(profile.creditCode())));
    refused.initCause(cause);
    return refused;
  }

  private static Entry toEntry(Enterprise enterprise) {
    return new Entry(
        enterprise.id(),
        enterprise.profile().name(),
        enterprise.profile().sector().name(),
        enterprise.profile().methods(),
        enterprise.years());
  }
}
