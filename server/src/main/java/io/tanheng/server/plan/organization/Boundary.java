package io.tanheng.server.plan.organization;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.plan.organization.BoundaryUnit.Description;
import io.tanheng.server.plan.organization.BoundaryUnit.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The accounting boundary (核算边界, 6.3.1-a) of an enterprise: a tree of units, site over process
/// over facility. Changes of one tree happen one after another, so that no two together can bend
/// it.
@Service
public class Boundary {
  private final UnitStore store;
  private final ObjectProvider<UnitUse> uses;

  Boundary(UnitStore store, ObjectProvider<UnitUse> uses) {
    this.store = store;
    this.uses = uses;
  }

  /// All units, outer kinds first, by code.
  @Transactional(readOnly = true)
  public List<BoundaryUnit> list(EnterpriseId enterprise) {
    return store.list(enterprise);
  }

  @Transactional(readOnly = true)
  public Optional<BoundaryUnit> find(EnterpriseId enterprise, UnitId id) {
    return store.find(enterprise, id);
  }

  @Transactional(readOnly = true)
  public BoundaryUnit require(EnterpriseId enterprise, UnitId id) {
    return find(enterprise, id)
        .orElseThrow(() -> new ProblemException(OrganizationProblem.UNIT_NOT_FOUND));
  }

  /// Newest first.
  @Transactional(readOnly = true)
  public List<UnitRevision> history(EnterpriseId enterprise, UnitId id) {
    require(enterprise, id);
    return store.listRevisions(enterprise, id);
  }

  @Transactional
  public BoundaryUnit add(
      CallContext call,
      UnitKind kind,
      @Nullable UnitId parent,
      Description description,
      Validity validity) {
    store.lockTree(call.enterprise());
    BoundaryUnit unit = new BoundaryUnit(UnitId.next(), kind, parent, description, validity, 1);
    requirePlace(call.enterprise(), unit);
    try {
      store.insert(call.enterprise(), unit, call);
    } catch (DuplicateKeyException taken) {
      throw codeTaken(description, taken);
    }
    store.insertRevision(call.enterprise(), unit.id());
    return unit;
  }

  /// Changes a unit to `changed`; its kind stays.
  @Transactional
  public BoundaryUnit change(CallContext call, BoundaryUnit changed) {
    EnterpriseId enterprise = call.enterprise();
    store.lockTree(enterprise);
    BoundaryUnit before = require(enterprise, changed.id());
    BoundaryUnit unit =
        new BoundaryUnit(
            before.id(),
            before.kind(),
            changed.parent(),
            changed.description(),
            changed.validity(),
            changed.version());
    requirePlace(enterprise, unit);
    requireNotBelowItself(enterprise, unit);
    requireCoversChildren(enterprise, unit);
    requireNotUsedAfter(enterprise, unit);
    try {
      if (!store.update(enterprise, unit, call)) {
        throw new ProblemException(
            OrganizationProblem.UNIT_VERSION_CONFLICT, Map.of("name", before.description().name()));
      }
    } catch (DuplicateKeyException taken) {
      throw codeTaken(unit.description(), taken);
    }
    store.insertRevision(enterprise, unit.id());
    return require(enterprise, unit.id());
  }

  /// Takes a unit out of the boundary after `lastDay`; refused while something needs it longer.
  @Transactional
  public BoundaryUnit end(CallContext call, UnitId id, long version, LocalDate lastDay) {
    BoundaryUnit unit = require(call.enterprise(), id);
    return change(
        call,
        new BoundaryUnit(
            id,
            unit.kind(),
            unit.parent(),
            unit.description(),
            new Validity(unit.validity().from(), lastDay),
            version));
  }

  private void requirePlace(EnterpriseId enterprise, BoundaryUnit unit) {
    Validity validity = unit.validity();
    if (!validity.isInOrder()) {
      throw new ProblemException(
          OrganizationProblem.VALIDITY_ORDER,
          Map.of("from", validity.from(), "to", String.valueOf(validity.to())));
    }
    UnitId parentId = unit.parent();
    if (parentId == null) {
      if (unit.kind() != UnitKind.SITE) {
        throw new ProblemException(OrganizationProblem.PARENT_NEEDED);
      }
      return;
    }
    BoundaryUnit parent =
        store
            .find(enterprise, parentId)
            .orElseThrow(() -> new ProblemException(OrganizationProblem.PARENT_NOT_FOUND));
    if (!unit.kind().fitsUnder(parent.kind())) {
      throw new ProblemException(
          OrganizationProblem.PARENT_KIND,
          Map.of("child", word(unit.kind()), "parent", word(parent.kind())));
    }
    if (!parent.validity().covers(validity)) {
      LocalDate to = parent.validity().to();
      throw new ProblemException(
          OrganizationProblem.VALIDITY_OUTSIDE_PARENT,
          Map.of(
              "parent",
              parent.description().name(),
              "from",
              parent.validity().from(),
              "to",
              to == null ? "…" : to.toString()));
    }
  }

  private void requireNotBelowItself(EnterpriseId enterprise, BoundaryUnit unit) {
    if (unit.parent() != null && store.isWithin(enterprise, unit.id(), unit.parent())) {
      throw new ProblemException(
          OrganizationProblem.PARENT_IS_BELOW, Map.of("name", unit.description().name()));
    }
  }

  private void requireCoversChildren(EnterpriseId enterprise, BoundaryUnit unit) {
    for (BoundaryUnit child : store.listChildren(enterprise, unit.id())) {
      if (!unit.validity().covers(child.validity())) {
        throw new ProblemException(
            OrganizationProblem.CHILD_OUTLIVES, Map.of("child", child.description().name()));
      }
    }
  }

  private void requireNotUsedAfter(EnterpriseId enterprise, BoundaryUnit unit) {
    LocalDate lastDay = unit.validity().to();
    if (lastDay == null) {
      return;
    }
    List<Text> found =
        uses.stream()
            .flatMap(use -> use.usesAfter(enterprise, unit.id(), lastDay).stream())
            .toList();
    if (!found.isEmpty()) {
      throw new ProblemException(
          OrganizationProblem.UNIT_IN_USE,
          Map.of("name", unit.description().name(), "day", lastDay, "uses", join(found)));
    }
  }

  private static Text join(List<Text> texts) {
    List<Text> some = texts.stream().limit(5).toList();
    return new Text(
        some.stream().map(Text::zh).collect(Collectors.joining("、")),
        some.stream().map(Text::en).collect(Collectors.joining(", ")));
  }

  private static Text word(UnitKind kind) {
    return switch (kind) {
      case SITE -> new Text("厂区", "site");
      case PROCESS -> new Text("工序", "process");
      case FACILITY -> new Text("设施", "facility");
    };
  }

  private static ProblemException codeTaken(Description description, DuplicateKeyException cause) {
    ProblemException refused =
        new ProblemException(
            OrganizationProblem.UNIT_CODE_TAKEN, Map.of("code", description.code()));
    refused.initCause(cause);
    return refused;
  }
}
