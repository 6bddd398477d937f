package io.tanheng.server.operate.measure;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.units.Result;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Method plans of an enterprise: per method edition and year, which parameters and constants feed
/// which inputs.
@Service
public class MethodPlans {
  private final PlanItemStore store;
  private final ParameterStore parameters;
  private final ObjectProvider<OwnFactors> ownFactors;
  private final ObjectProvider<InputUnits> inputUnits;

  MethodPlans(
      PlanItemStore store,
      ParameterStore parameters,
      ObjectProvider<OwnFactors> ownFactors,
      ObjectProvider<InputUnits> inputUnits) {
    this.store = store;
    this.parameters = parameters;
    this.ownFactors = ownFactors;
    this.inputUnits = inputUnits;
  }

  /// The items of one method that hold in the year, in the order of the plan.
  @Transactional(readOnly = true)
  public List<PlanItem> list(EnterpriseId enterprise, String method, Year year) {
    return list(enterprise, year).stream()
        .filter(item -> item.definition().method().equals(method))
        .toList();
  }

  /// The items of all methods and years.
  @Transactional(readOnly = true)
  public List<PlanItem> listAll(EnterpriseId enterprise) {
    return store.list(enterprise);
  }

  /// The items of all methods that hold in the year.
  @Transactional(readOnly = true)
  public List<PlanItem> list(EnterpriseId enterprise, Year year) {
    return store.list(enterprise).stream().filter(item -> item.definition().holdsIn(year)).toList();
  }

  @Transactional(readOnly = true)
  public Optional<PlanItem> find(EnterpriseId enterprise, PlanItemId id) {
    return store.find(enterprise, id);
  }

  @Transactional
  public PlanItem add(CallContext call, NewPlanItem item) {
    return addAll(call, List.of(item)).getFirst();
  }

  @Transactional
  public List<PlanItem> addAll(CallContext call, List<NewPlanItem> items) {
    check(call.enterprise(), items);
    List<PlanItem> added = new ArrayList<>();
    for (NewPlanItem item : items) {
      PlanItem stored = new PlanItem(PlanItemId.next(), item, 1);
      store.insert(call, stored);
      added.add(stored);
    }
    return added;
  }

  @Transactional
  public PlanItem change(CallContext call, PlanItemId id, NewPlanItem item, long version) {
    PlanItem present = require(call.enterprise(), id);
    check(call.enterprise(), List.of(item));
    store.keepPast(call, id);
    PlanItem changed = new PlanItem(id, item, present.version() + 1);
    if (present.version() != version || !store.update(call, changed)) {
      throw conflict(present);
    }
    return changed;
  }

  @Transactional
  public void remove(CallContext call, PlanItemId id, long version) {
    PlanItem present = require(call.enterprise(), id);
    store.keepPast(call, id);
    if (!store.remove(call, id, version)) {
      throw conflict(present);
    }
  }

  private PlanItem require(EnterpriseId enterprise, PlanItemId id) {
    return store
        .find(enterprise, id)
        .orElseThrow(() -> new ProblemException(MeasureProblem.PLAN_ITEM_UNKNOWN));
  }

  private static ProblemException conflict(PlanItem present) {
    return new ProblemException(
        MeasureProblem.PLAN_VERSION_CONFLICT, Map.of("item", present.definition().item()));
  }

  /// Parameters are those of the enterprise, units are known and fit the inputs, years are in
  /// order.
  private void check(EnterpriseId enterprise, List<NewPlanItem> items) {
    Map<ParameterId, Parameter> known =
        parameters.list(enterprise).stream()
            .collect(Collectors.toMap(Parameter::id, Function.identity()));
    for (NewPlanItem item : items) {
      if (item.yearTo() != null && item.yearTo().isBefore(item.yearFrom())) {
        throw invalid(item.item(), "yearTo");
      }
      item.bindings()
          .forEach(binding -> {
            if (!known.keySet().containsAll(binding.parameters())) {
              throw invalid(item.item(), "parameterId");
            }
            if (binding instanceof Binding.Constant constant
                && Units.standard().parse(constant.unit()) instanceof Result.Failure<?>) {
              throw invalid(item.item(), "unit " + constant.unit());
            }
            if (binding instanceof Binding.Factor factor
                && factor.table().equals(OwnFactors.TABLE)) {
              checkOwnFactor(enterprise, item, factor.row());
            }
          });
      checkUnits(item, item.inputs(), known);
      item.whenMissing().forEach(rule -> checkUnits(item, rule.use(), known));
    }
  }

  /// A value whose unit never converts would stop every run. An input the catalogue does not know
  /// is not judged here; the run names it.
  private void checkUnits(
      NewPlanItem item, Map<String, Binding> inputs, Map<ParameterId, Parameter> known) {
    inputs.forEach((symbol, binding) ->
        inputUnits.stream()
            .flatMap(port -> port.units(item.method(), item.use(), item.source(), symbol).stream())
            .forEach(accepted -> checkUnits(symbol, binding, accepted, known)));
  }

  private static void checkUnits(
      String symbol,
      Binding binding,
      Collection<Unit> accepted,
      Map<ParameterId, Parameter> known) {
    switch (binding) {
      case Binding.OfParameter(ParameterId id) ->
          checkUnit(symbol, accepted, name(known, id), unit(known, id));
      case Binding.Opening(ParameterId id) ->
          checkUnit(symbol, accepted, name(known, id), unit(known, id));
      case Binding.Combination(List<Term> terms) ->
          terms.forEach(term ->
              checkUnit(
                  symbol,
                  accepted,
                  name(known, term.parameterId()),
                  unit(known, term.parameterId())));
      case Binding.Constant(BigDecimal value, String unit, Text _) ->
          checkUnit(symbol, accepted, new Text(value.toPlainString(), value.toPlainString()), unit);
      case Binding.Factor _ -> {}
    }
  }

  private static Text name(Map<ParameterId, Parameter> known, ParameterId id) {
    return Objects.requireNonNull(known.get(id)).name().text();
  }

  private static String unit(Map<ParameterId, Parameter> known, ParameterId id) {
    return Objects.requireNonNull(known.get(id)).unit();
  }

  private static void checkUnit(
      String symbol, Collection<Unit> accepted, Text parameter, String written) {
    Unit unit = Units.standard().require(written);
    if (accepted.stream().noneMatch(unit::convertsTo)) {
      String units =
          accepted.stream().map(Unit::symbol).distinct().collect(Collectors.joining(", "));
      throw new ProblemException(
          MeasureProblem.PLAN_UNIT_DIFFERS,
          Map.of("symbol", symbol, "parameter", parameter, "unit", written, "accepted", units));
    }
  }

  /// Only what is approved and holds in a year of the item may be planned with.
  private void checkOwnFactor(EnterpriseId enterprise, NewPlanItem item, String id) {
    Optional<OwnFactor> found =
        ownFactors.stream()
            .flatMap(port -> port.list(enterprise).stream())
            .filter(factor -> factor.id().equals(id))
            .findFirst();
    OwnFactor factor = found.orElseThrow(() -> invalid(item.item(), "factor"));
    if (!factor.approved()) {
      throw new ProblemException(
          MeasureProblem.OWN_FACTOR_NOT_APPROVED, Map.of("factor", factor.name()));
    }
    LocalDate lastDay =
        item.yearTo() == null ? LocalDate.MAX : item.yearTo().atMonth(12).atEndOfMonth();
    if (!factor.holdsBetween(item.yearFrom().atDay(1), lastDay)) {
      throw new ProblemException(
          MeasureProblem.OWN_FACTOR_NOT_VALID,
          Map.of(
              "factor", factor.name(),
              "from", factor.validFrom().toString(),
              "to", factor.validTo().toString()));
    }
  }

  private static ProblemException invalid(String item, String member) {
    return new ProblemException(
        MeasureProblem.PLAN_ITEM_INVALID, Map.of("symbol", item, "member", member));
  }
}
