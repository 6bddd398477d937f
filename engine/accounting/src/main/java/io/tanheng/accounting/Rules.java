package io.tanheng.accounting;

import io.tanheng.formula.Inputs;
import io.tanheng.standard.Factor;
import io.tanheng.standard.InputSymbol;
import io.tanheng.standard.Rule;
import io.tanheng.standard.Variant;
import io.tanheng.units.Problem;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Text;
import io.tanheng.units.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Entry point: evaluates the dated rules of carbon markets, such as the allowance of a unit.
/// Exact; rounded only where the rule says so.
public final class Rules {

  private static final Variant ONLY = new Variant("", Optional.empty());

  private Rules() {}

  /// Evaluates `rule`; all problems are found in one pass.
  ///
  /// @param labels such as `planYear` and `unitClass`
  /// @param values by the inputs of the rule
  public static RuleOutcome evaluate(
      Rule rule, Map<String, String> labels, Map<String, InputValue> values) {
    return new Run(rule, labels, values).outcome();
  }

  /// Evaluates a worked example of the rule; its values are in the units of the inputs.
  public static RuleOutcome evaluate(Rule rule, Rule.Example example) {
    var values = new LinkedHashMap<String, InputValue>();
    example
        .values()
        .forEach((name, text) -> {
          InputSymbol input = rule.inputs().get(name);
          Unit unit = input == null ? Unit.ONE : input.unit(ONLY);
          values.put(name, InputValue.of(Quantity.of(text, unit), name));
        });
    return evaluate(rule, example.labels(), values);
  }

  /// One evaluation.
  private static final class Run {

    private final Rule rule;
    private final Map<String, String> labels;
    private final Map<String, InputValue> given;
    private final Map<String, Quantity> known = new LinkedHashMap<>();
    private final Map<String, Factor> parameters = new LinkedHashMap<>();
    private final List<RuleFigure> figures = new ArrayList<>();
    private final Set<Problem> problems = new LinkedHashSet<>();

    Run(Rule rule, Map<String, String> labels, Map<String, InputValue> given) {
      this.rule = rule;
      this.labels = labels;
      this.given = given;
    }

    RuleOutcome outcome() {
      checkLabels();
      given.forEach(this::take);
      if (problems.isEmpty() && rule.due().isPresent()) {
        return due(rule.due().get());
      }
      for (String key : keys()) {
        if (problems.isEmpty()) {
          step(key);
        }
      }
      return problems.isEmpty()
          ? new RuleOutcome.Computed(
              rule, figures, List.copyOf(parameters.values()), Optional.empty())
          : new RuleOutcome.Refused(List.copyOf(problems));
    }

    private Set<String> keys() {
      var keys = new LinkedHashSet<String>();
      rule.steps().forEach(step -> keys.add(step.key()));
      return keys;
    }

    private void checkLabels() {
      rule.labels()
          .forEach((label, allowed) -> {
            String value = labels.get(label);
            if (value == null) {
              report(
                  Problem.of(AccountingProblem.MISSING_ONE_OF)
                      .with("symbol", label)
                      .with("alternatives", label + ": " + String.join(", ", allowed)));
            } else if (!allowed.isEmpty() && !allowed.contains(value)) {
              report(
                  Problem.of(AccountingProblem.UNKNOWN_ENTRY)
                      .with("symbol", label)
                      .with("label", label)
                      .with("value", value)
                      .with("known", String.join(", ", allowed)));
            }
          });
    }

    private void take(String name, InputValue value) {
      InputSymbol input = rule.inputs().get(name);
      if (input == null) {
        report(
            Problem.of(AccountingProblem.UNKNOWN_SYMBOL)
                .with("symbol", name)
                .with("known", String.join(", ", rule.inputs().keySet())));
        return;
      }
      Optional<Quantity> converted = InputCheck.convert(input, value.quantity(), ONLY);
      if (converted.isEmpty()) {
        report(
            RowCalculation.unitDiffers(
                name, input.name(), value.quantity().unit(), input.unit(ONLY)));
        return;
      }
      InputCheck.range(name, input, converted.get(), value).ifPresent(this::report);
      known.put(name, converted.get());
    }

    private RuleOutcome due(Rule.Due due) {
      String month = labels.getOrDefault("month", "");
      try {
        var date = YearMonth.parse(month).atEndOfMonth().plusDays(due.daysAfterMonthEnd());
        return new RuleOutcome.Computed(rule, List.of(), List.of(), Optional.of(date));
      } catch (DateTimeParseException e) {
        report(
            Problem.of(AccountingProblem.UNKNOWN_ENTRY)
                .with("symbol", "month")
                .with("label", "month")
                .with("value", month)
                .with("known", "YYYY-MM"));
        return new RuleOutcome.Refused(List.copyOf(problems));
      }
    }

    private void step(String key) {
      List<Rule.Step> possible =
          rule.steps().stream().filter(s -> s.key().equals(key) && suits(s)).toList();
      Optional<Rule.Step> step =
          possible.stream().filter(s -> known.keySet().containsAll(s.needs())).findFirst();
      if (step.isPresent()) {
        compute(step.get());
      } else if (possible.stream().noneMatch(Rule.Step::optional) && !possible.isEmpty()) {
        possible.getFirst().needs().stream()
            .filter(need -> !known.containsKey(need))
            .forEach(this::missing);
      }
    }

    private boolean suits(Rule.Step step) {
      return step.when().entrySet().stream()
          .allMatch(when -> when.getValue().contains(labels.get(when.getKey())));
    }

    private void compute(Rule.Step step) {
      Inputs inputs = step.formula().inputs();
      for (String name : step.formula().symbols()) {
        value(name).ifPresentOrElse(value -> inputs.set(name, value), () -> missing(name));
      }
      if (!problems.isEmpty()) {
        return;
      }
      var result = step.formula().evaluate(inputs);
      if (result.find().isEmpty()) {
        report(
            Problem.of(AccountingProblem.DIVISION_BY_ZERO)
                .with("symbol", step.key())
                .with("formula", step.formula().expression().toText()));
        return;
      }
      Quantity value = rounded(result.require(), step.rounding());
      known.put(step.key(), value);
      figures.add(
          new RuleFigure(
              step.key(),
              step.name(),
              value,
              shown(value, step.shown()),
              step.formula().expression().toText(),
              step.formula().substitutedText(inputs)));
    }

    private Optional<Quantity> value(String name) {
      Quantity value = known.get(name);
      if (value != null) {
        return Optional.of(value);
      }
      Rule.Parameter parameter = rule.parameters().get(name);
      if (parameter != null) {
        String key =
            String.join("/", parameter.by().stream().map(l -> labels.getOrDefault(l, "")).toList());
        Optional<Factor> factor = Optional.ofNullable(parameter.values().get(key));
        factor.ifPresent(f -> parameters.put(name, f));
        return factor.map(Factor::value);
      }
      return Optional.ofNullable(rule.inputs().get(name))
          .filter(InputSymbol::absentIsZero)
          .map(input -> new Quantity(Rational.ZERO, input.unit(ONLY)));
    }

    private void missing(String name) {
      InputSymbol input = rule.inputs().get(name);
      report(
          Problem.of(AccountingProblem.MISSING_VALUE)
              .with("symbol", name)
              .with("name", input == null ? Text.same(name) : input.name())
              .with("unit", input == null ? "" : input.unit(ONLY).symbol()));
    }

    private void report(Problem problem) {
      problems.add(problem.with("place", rule.title()));
    }

    private static Quantity rounded(Quantity value, Optional<Rule.Rounding> rounding) {
      return rounding
          .map(r ->
              value.toDecimal(r.places(), r.down() ? RoundingMode.FLOOR : RoundingMode.HALF_UP))
          .map(decimal -> new Quantity(decimal, value.unit()))
          .orElse(value);
    }
  }

  /// The value as the rule writes it.
  private static String shown(Quantity value, Rule.Shown shown) {
    boolean whole =
        value.value().isDecimal() && value.value().toDecimal().stripTrailingZeros().scale() <= 0;
    if (shown.places().isEmpty() || (shown.wholePlain() && whole)) {
      return value.value().isDecimal()
          ? plain(value.value().toDecimal())
          : value.value().toString();
    }
    return value.toDecimal(shown.places().get(), RoundingMode.HALF_UP).toPlainString();
  }

  private static String plain(BigDecimal decimal) {
    return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
  }

  /// Emissions against an allowance, both as CO2 equivalent.
  ///
  /// @param surplus allowance minus emissions; negative is a shortage
  /// @param shareOfEmissions of the surplus; empty when there are no emissions
  public record Balance(
      Quantity emissions,
      Quantity allowance,
      Quantity surplus,
      Optional<Rational> shareOfEmissions) {}

  /// Compares a total of an inventory with an allowance; CO2 counts as CO2 equivalent.
  ///
  /// @throws IllegalArgumentException when one of them is no mass of CO2 or CO2 equivalent
  public static Balance compare(Quantity emissions, Quantity allowance) {
    Quantity emitted = Sums.asCo2e(emissions);
    Quantity allowed = Sums.asCo2e(allowance);
    Quantity surplus = allowed.minus(emitted);
    return new Balance(
        emitted,
        allowed,
        surplus,
        emitted.value().isZero()
            ? Optional.empty()
            : Optional.of(surplus.value().dividedBy(emitted.value())));
  }
}
