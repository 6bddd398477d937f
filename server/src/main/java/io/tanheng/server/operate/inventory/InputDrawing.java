package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.ledger.Ledger;
import io.tanheng.server.operate.ledger.LedgerLine;
import io.tanheng.server.operate.ledger.Slot;
import io.tanheng.server.operate.measure.Binding;
import io.tanheng.server.operate.measure.MethodPlans;
import io.tanheng.server.operate.measure.OwnFactor;
import io.tanheng.server.operate.measure.OwnFactors;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.Parameters;
import io.tanheng.server.operate.measure.PlanItem;
import io.tanheng.server.operate.measure.PlanUse;
import io.tanheng.server.operate.measure.Term;
import io.tanheng.server.operate.measure.WhenMissing;
import io.tanheng.units.Quantity;
import io.tanheng.units.Units;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Draws the inputs of an inventory: for each plan item and month the values the ledger holds.
/// Nothing is guessed; a missing value is replaced only by a rule of the plan, otherwise it is a
/// problem.
@Component
class InputDrawing {
  private final Parameters parameters;
  private final MethodPlans plans;
  private final Ledger ledger;
  private final FactorBook factors;
  private final ObjectProvider<OwnFactors> ownFactors;

  InputDrawing(
      Parameters parameters,
      MethodPlans plans,
      Ledger ledger,
      FactorBook factors,
      ObjectProvider<OwnFactors> ownFactors) {
    this.parameters = parameters;
    this.plans = plans;
    this.ledger = ledger;
    this.factors = factors;
    this.ownFactors = ownFactors;
  }

  Drawn draw(EnterpriseId enterprise, RunInventory command) {
    return draw(
        enterprise,
        command,
        plans.list(enterprise, command.method(), command.period().year()),
        OwnFactorRule.APPROVED);
  }

  /// Which factors of the enterprise may be drawn.
  enum OwnFactorRule {
    APPROVED,
    /// Any, to see what they would change.
    ANY
  }

  /// The same for items that are not, or not so, in the plan.
  Drawn draw(
      EnterpriseId enterprise,
      RunInventory command,
      List<PlanItem> items,
      OwnFactorRule ownFactorRule) {
    Source source = source(enterprise, items, command.period()).allowing(ownFactorRule);
    Collected collected = new Collected();
    for (PlanItem item : items) {
      if (item.definition().use() == PlanUse.PRODUCTION) {
        drawProduction(item, command.period(), source, collected);
      } else {
        Map<String, Binding> bindings = withChoices(item, command);
        for (YearMonth month : command.period().months()) {
          drawRow(item, bindings, month, source, collected);
        }
      }
    }
    return new Drawn(collected.rows, collected.production, collected.problems);
  }

  /// Ledger values by month for a plan item that stands outside the method's plan, as the display
  /// split needs them.
  Source source(EnterpriseId enterprise, List<PlanItem> items, InventoryPeriod period) {
    Set<ParameterId> wanted = new HashSet<>();
    for (PlanItem item : items) {
      Stream.concat(
              item.definition().inputs().values().stream(),
              item.definition().whenMissing().stream()
                  .flatMap(rule -> rule.use().values().stream()))
          .forEach(binding -> wanted.addAll(parametersOf(binding)));
    }
    return source(enterprise, wanted, period);
  }

  Source source(EnterpriseId enterprise, Set<ParameterId> wanted, InventoryPeriod period) {
    YearMonth january = period.year().atMonth(1);
    YearMonth from = period.from().equals(january) ? january : period.from().minusMonths(1);
    Map<ParameterId, Parameter> known = new HashMap<>();
    for (Parameter parameter : parameters.list(enterprise, period.year())) {
      known.put(parameter.id(), parameter);
    }
    Map<Place, LedgerLine> lines = new HashMap<>();
    for (LedgerLine line : ledger.lines(enterprise, wanted, from, period.to())) {
      lines.put(new Place(line.parameterId(), line.month(), line.slot()), line);
    }
    Map<String, OwnFactor> own = new HashMap<>();
    ownFactors.stream()
        .flatMap(port -> port.list(enterprise).stream())
        .forEach(factor -> own.put(factor.id(), factor));
    return new Source(known, lines, own, OwnFactorRule.APPROVED);
  }

  private static Map<String, Binding> withChoices(PlanItem item, RunInventory command) {
    Map<String, Binding> bindings = new LinkedHashMap<>(item.definition().inputs());
    FactorRef choice = command.factorChoices().get(item.definition().source());
    if (choice != null) {
      bindings.put(
          choice.column(), new Binding.Factor(choice.table(), choice.row(), choice.column()));
    }
    return bindings;
  }

  private void drawRow(
      PlanItem item,
      Map<String, Binding> bindings,
      YearMonth month,
      Source source,
      Collected collected) {
    Map<String, Value> values = new LinkedHashMap<>();
    bindings.forEach((symbol, binding) -> values.put(symbol, value(binding, month, source)));
    Text note = replaceMissing(item, values, month, source);
    if (isIdle(item, values)) {
      return;
    }
    Map<String, Drawn.Input> inputs = new LinkedHashMap<>();
    values.forEach((symbol, value) -> {
      switch (value) {
        case Value.Found(Drawn.Input input) -> inputs.put(symbol, input);
        case Value.Missing missing ->
            collected.problems.add(problem(missing, item, symbol, month, source));
        case Value.Unlike(String left, String right) ->
            collected.problems.add(unlike(item, symbol, month, left, right));
        case Value.Unusable unusable ->
            collected.problems.add(unusable(unusable, item, symbol, month));
      }
    });
    collected.rows.add(new Drawn.Row(collected.rows.size() + 1, item, month, inputs, note));
  }

  /// Applies the plan's rule for a value that is missing, such as the fallback for a month without
  /// a carbon test.
  private @Nullable Text replaceMissing(
      PlanItem item, Map<String, Value> values, YearMonth month, Source source) {
    Text note = null;
    for (WhenMissing rule : item.definition().whenMissing()) {
      if (values.get(rule.symbol()) instanceof Value.Missing && !isIdle(item, values)) {
        rule.drop().forEach(values::remove);
        rule.use().forEach((symbol, binding) -> values.put(symbol, value(binding, month, source)));
        note = rule.reason();
      }
    }
    return note;
  }

  /// Nothing was used or made in the month, so that tests of it cannot exist: no row.
  private static boolean isIdle(PlanItem item, Map<String, Value> values) {
    String quantity = item.definition().noRowWhenIdle();
    return quantity != null
        && values.get(quantity) instanceof Value.Found(Drawn.Input input)
        && input.quantity().value().isZero()
        && values.values().stream().anyMatch(Value.Missing.class::isInstance);
  }

  private void drawProduction(
      PlanItem item, InventoryPeriod period, Source source, Collected collected) {
    Map<String, Drawn.Input> inputs = new LinkedHashMap<>();
    item.definition()
        .inputs()
        .forEach((symbol, binding) -> {
          List<Drawn.Signed> lines = new ArrayList<>();
          Drawn.Input sum = null;
          for (YearMonth month : period.months()) {
            switch (value(binding, month, source)) {
              case Value.Found(Drawn.Input input) when input.lines().isEmpty() -> sum = input;
              case Value.Found(Drawn.Input input) -> {
                lines.addAll(input.lines());
                Quantity total =
                    sum == null ? input.quantity() : sum.quantity().plus(input.quantity());
                sum = Drawn.Input.of(total, lines);
              }
              case Value.Missing missing ->
                  collected.problems.add(problem(missing, item, symbol, month, source));
              case Value.Unlike(String left, String right) ->
                  collected.problems.add(unlike(item, symbol, month, left, right));
              case Value.Unusable unusable ->
                  collected.problems.add(unusable(unusable, item, symbol, month));
            }
          }
          if (sum != null) {
            inputs.put(symbol, sum);
          }
        });
    collected.production.add(new Drawn.Production(item, inputs));
  }

  Value value(Binding binding, YearMonth month, Source source) {
    return switch (binding) {
      case Binding.OfParameter(ParameterId id) -> source.find(id, month, Slot.MONTH);
      case Binding.Opening(ParameterId id) -> source.opening(id, month);
      case Binding.Combination(List<Term> terms) -> combine(terms, month, source);
      case Binding.Constant constant ->
          new Value.Found(
              Drawn.Input.constant(
                  new Quantity(constant.value(), Units.standard().require(constant.unit())),
                  constant.origin()));
      case Binding.Factor factor when factor.table().equals(OwnFactors.TABLE) ->
          source.own(factor, month);
      case Binding.Factor factor -> {
        FactorRef ref = new FactorRef(factor.table(), factor.row(), factor.column());
        yield new Value.Found(Drawn.Input.factor(factors.require(ref).factor()));
      }
    };
  }

  private static Value combine(List<Term> terms, YearMonth month, Source source) {
    Quantity sum = null;
    List<Drawn.Signed> lines = new ArrayList<>();
    for (Term term : terms) {
      Value value = source.find(term.parameterId(), month, Slot.MONTH);
      if (!(value instanceof Value.Found(Drawn.Input input))) {
        return value;
      }
      Quantity quantity = input.quantity();
      if (sum != null && !sum.unit().convertsTo(quantity.unit())) {
        return new Value.Unlike(sum.unit().symbol(), quantity.unit().symbol());
      }
      input.lines().forEach(line -> lines.add(new Drawn.Signed(term.plus(), line.line())));
      Quantity start = sum == null ? quantity.minus(quantity) : sum;
      sum = term.plus() ? start.plus(quantity) : start.minus(quantity);
    }
    if (sum == null) {
      throw new IllegalStateException("a combination without terms");
    }
    return new Value.Found(Drawn.Input.of(sum, lines));
  }

  private static Set<ParameterId> parametersOf(Binding binding) {
    return switch (binding) {
      case Binding.OfParameter(ParameterId id) -> Set.of(id);
      case Binding.Opening(ParameterId id) -> Set.of(id);
      case Binding.Combination(List<Term> terms) -> {
        Set<ParameterId> ids = new HashSet<>();
        terms.forEach(term -> ids.add(term.parameterId()));
        yield ids;
      }
      case Binding.Constant _, Binding.Factor _ -> Set.of();
    };
  }

  private static Problem problem(
      Value.Missing missing, PlanItem item, String symbol, YearMonth month, Source source) {
    InventoryProblem code =
        missing.opening() ? InventoryProblem.MISSING_OPENING : InventoryProblem.MISSING_VALUE;
    return Problem.error(
        code,
        Map.of(
            "month", month.toString(),
            "item", item.definition().itemName().zh(),
            "symbol", symbol,
            "parameter", source.name(missing.parameter())));
  }

  private static Problem unlike(
      PlanItem item, String symbol, YearMonth month, String left, String right) {
    return Problem.error(
        InventoryProblem.UNLIKE_UNITS,
        Map.of(
            "month", month.toString(),
            "item", item.definition().itemName().zh(),
            "symbol", symbol,
            "left", left,
            "right", right));
  }

  private static Problem unusable(
      Value.Unusable unusable, PlanItem item, String symbol, YearMonth month) {
    Map<String, Object> args = new HashMap<>(unusable.args());
    args.put("month", month.toString());
    args.put("item", item.definition().itemName());
    args.put("symbol", symbol);
    return Problem.error(unusable.why(), args);
  }

  /// What a binding gives in a month.
  sealed interface Value {
    record Found(Drawn.Input input) implements Value {}

    record Missing(ParameterId parameter, boolean opening) implements Value {}

    record Unlike(String left, String right) implements Value {}

    /// A factor of the enterprise that may not be used in the month.
    record Unusable(InventoryProblem why, Map<String, Object> args) implements Value {}
  }

  private record Place(ParameterId parameter, YearMonth month, Slot slot) {}

  /// The ledger lines of the period, by parameter, month and slot.
  static final class Source {
    private final Map<ParameterId, Parameter> known;
    private final Map<Place, LedgerLine> lines;
    private final Map<String, OwnFactor> own;
    private final OwnFactorRule ownRule;

    private Source(
        Map<ParameterId, Parameter> known,
        Map<Place, LedgerLine> lines,
        Map<String, OwnFactor> own,
        OwnFactorRule ownRule) {
      this.known = known;
      this.lines = lines;
      this.own = own;
      this.ownRule = ownRule;
    }

    Source allowing(OwnFactorRule rule) {
      return new Source(known, lines, own, rule);
    }

    /// A factor of the enterprise, if it holds for the whole month.
    Value own(Binding.Factor binding, YearMonth month) {
      OwnFactor factor = own.get(binding.row());
      if (factor == null) {
        return new Value.Unusable(
            InventoryProblem.OWN_FACTOR_UNKNOWN, Map.of("factor", binding.row()));
      }
      if (!factor.approved() && ownRule == OwnFactorRule.APPROVED) {
        return new Value.Unusable(
            InventoryProblem.OWN_FACTOR_NOT_APPROVED, Map.of("factor", factor.name()));
      }
      if (!factor.holdsIn(month)) {
        return new Value.Unusable(
            InventoryProblem.OWN_FACTOR_NOT_VALID,
            Map.of(
                "factor", factor.name(),
                "from", factor.validFrom().toString(),
                "to", factor.validTo().toString()));
      }
      return new Value.Found(Drawn.Input.factor(OwnFactorWords.factor(factor, binding.column())));
    }

    Value find(ParameterId id, YearMonth month, Slot slot) {
      return find(id, month, slot, false);
    }

    /// The stock at the start of the month: the closing stock of the month before, in January the
    /// opening stock of the year.
    Value opening(ParameterId id, YearMonth month) {
      return month.getMonthValue() == 1
          ? find(id, month, Slot.OPENING, true)
          : find(id, month.minusMonths(1), Slot.MONTH, true);
    }

    private Value find(ParameterId id, YearMonth month, Slot slot, boolean opening) {
      LedgerLine line = lines.get(new Place(id, month, slot));
      if (line == null) {
        return new Value.Missing(id, opening);
      }
      return line.quantity()
          .<Value>map(quantity ->
              new Value.Found(Drawn.Input.of(quantity, List.of(new Drawn.Signed(true, line)))))
          .orElseGet(() -> new Value.Missing(id, opening));
    }

    String name(ParameterId id) {
      Parameter parameter = known.get(id);
      return parameter == null ? id.value().toString() : parameter.name().zh();
    }

    Map<ParameterId, Parameter> parameters() {
      return known;
    }
  }

  private static final class Collected {
    final List<Drawn.Row> rows = new ArrayList<>();
    final List<Drawn.Production> production = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();
  }
}
