package io.tanheng.accounting;

import io.tanheng.standard.DefaultRule;
import io.tanheng.standard.EmissionSource;
import io.tanheng.standard.Factor;
import io.tanheng.standard.FactorSet;
import io.tanheng.standard.FactorTable;
import io.tanheng.standard.InputSymbol;
import io.tanheng.standard.LabelRule;
import io.tanheng.standard.Registry;
import io.tanheng.standard.Variant;
import io.tanheng.units.Problem;
import io.tanheng.units.Quantity;
import io.tanheng.units.Result;
import io.tanheng.units.Text;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Calculates the rows of one source: finds the plan of each row's shape, converts, takes defaults,
/// evaluates.
final class RowCalculation {

  private static final Set<String> DECLARED_UNITS = Set.of("tCO2", "tCO2e");

  private final EmissionSource source;
  private final FactorSet set;
  private final FactorChoice choice;
  private final List<Problem> problems;
  private final Map<Shape, Result<RowPlan>> plans = new HashMap<>();
  private final List<InputSymbol> aliases;

  private Entries lastEntries = Entries.NONE;
  private @Nullable LastPlan last;

  /// What the labels of a row mean, by label.
  @SuppressWarnings("ArrayRecordComponent") // compared by content below
  private record Entries(@Nullable String[] ids, Map<String, Registry.Entry> byLabel) {

    static final Entries NONE = new Entries(new String[0], Map.of());
  }

  private record LastPlan(Set<String> labels, RowPlan plan) {

    boolean fits(Variant variant, Set<String> rowLabels) {
      return plan.variant.id().equals(variant.id()) && labels.equals(rowLabels);
    }
  }

  /// A plan with the values the row gives to its slots.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Filled(RowPlan plan, @Nullable InputValue[] given) {}

  private record Shape(String variant, Set<String> given, Set<String> labels) {}

  RowCalculation(
      EmissionSource source, FactorSet set, FactorChoice choice, List<Problem> problems) {
    this.source = source;
    this.set = set;
    this.choice = choice;
    this.problems = problems;
    this.aliases =
        source.inputs().values().stream().filter(i -> i.writtenAs().isPresent()).toList();
  }

  /// The result of the row; when there is none, its problems have been reported.
  Optional<RowResult> calculate(InputRow written, int number) {
    InputRow row = renamed(written);
    var place = new RowPlace(source, row, number);
    if (row.quantities().containsKey(EmissionSource.DECLARED) || source.formula().isEmpty()) {
      return declared(row, number, place);
    }
    Map<String, Registry.Entry> entries = entries(row, place);
    Optional<Variant> variant = variant(row, place);
    if (variant.isEmpty()) {
      return Optional.empty();
    }
    checkEntryUnits(row, entries, variant.get(), place);
    return plan(row, variant.get(), entries.keySet(), place)
        .flatMap(filled -> evaluate(filled, row, number, entries, place));
  }

  /// The plan for a row. Rows of one item follow each other and have one shape, so the plan of the
  /// row before is tried first; that is cheaper than comparing shapes.
  private Optional<Filled> plan(InputRow row, Variant variant, Set<String> labels, RowPlace place) {
    LastPlan before = last;
    if (before != null && before.fits(variant, labels)) {
      @Nullable InputValue @Nullable [] given = before.plan().givenBy(row.quantities());
      if (given != null) {
        return Optional.of(new Filled(before.plan(), given));
      }
    }
    Result<RowPlan> plan =
        plans.computeIfAbsent(
            new Shape(variant.id(), row.quantities().keySet(), labels),
            shape -> new RowPlanner(source, variant, shape.given(), shape.labels()).plan());
    plan.problems().forEach(problem -> report(problem, place));
    plan.find().ifPresent(found -> last = new LastPlan(labels, found));
    return plan.find()
        .map(found -> new Filled(found, Objects.requireNonNull(found.givenBy(row.quantities()))));
  }

  /// The row with the names of the edition: some inputs share a name on the row and differ by their
  /// unit.
  private InputRow renamed(InputRow row) {
    if (aliases.isEmpty()) {
      return row;
    }
    var quantities = new LinkedHashMap<>(row.quantities());
    for (InputSymbol alias : aliases) {
      String written = alias.writtenAs().orElseThrow();
      InputValue value = quantities.get(written);
      if (value != null
          && source.variants().stream()
              .anyMatch(v -> value.quantity().unit().convertsTo(alias.unit(v)))) {
        quantities.remove(written);
        quantities.put(alias.key(), value);
      }
    }
    return new InputRow(row.id(), quantities, row.labels());
  }

  private void report(Problem problem, RowPlace place) {
    problems.add(place.on(problem));
  }

  private Optional<RowResult> declared(InputRow row, int number, RowPlace place) {
    InputValue value = row.quantities().get(EmissionSource.DECLARED);
    Set<String> others = new TreeSet<>(row.quantities().keySet());
    others.remove(EmissionSource.DECLARED);
    if (value == null) {
      others.forEach(name ->
          report(
              Problem.of(AccountingProblem.UNKNOWN_SYMBOL)
                  .with("symbol", name)
                  .with("known", EmissionSource.DECLARED),
              place));
      report(
          Problem.of(AccountingProblem.MISSING_VALUE)
              .with("symbol", EmissionSource.DECLARED)
              .with("name", new Text("直接填报排放量", "declared emission"))
              .with("unit", source.unit().written()),
          place);
      return Optional.empty();
    }
    if (!others.isEmpty()) {
      report(
          Problem.of(AccountingProblem.DECLARED_BESIDE_OTHERS)
              .with("symbol", EmissionSource.DECLARED)
              .with("others", String.join(", ", others)),
          place);
      return Optional.empty();
    }
    return declaredAmount(value, place)
        .map(amount ->
            new RowResult(
                row,
                source,
                number,
                amount,
                List.of(RowResult.DECLARED),
                null,
                new Quantity[0],
                new RowResult.UsedFactor[0]));
  }

  /// A declared amount of CO2 or CO2e is added as it stands, where the source counts CO2 at all.
  private Optional<Quantity> declaredAmount(InputValue value, RowPlace place) {
    boolean emits =
        DECLARED_UNITS.stream()
            .anyMatch(symbol -> source.unit().convertsTo(Units.standard().require(symbol)));
    for (String symbol : DECLARED_UNITS) {
      Unit unit = Units.standard().require(symbol);
      if (emits && value.quantity().unit().convertsTo(unit)) {
        return Optional.of(new Quantity(value.quantity().in(unit).value(), source.unit()));
      }
    }
    report(
        unitDiffers(
            EmissionSource.DECLARED,
            new Text("直接填报排放量", "declared emission"),
            value.quantity().unit(),
            source.unit()),
        place);
    return Optional.empty();
  }

  private Map<String, Registry.Entry> entries(InputRow row, RowPlace place) {
    if (source.labels().isEmpty()) {
      return Map.of();
    }
    @Nullable String[] ids = new String[source.labels().size()];
    int at = 0;
    for (LabelRule rule : source.labels().values()) {
      ids[at++] = row.label(rule.label()).or(rule::standIn).orElse(null);
    }
    if (Arrays.equals(ids, lastEntries.ids())) {
      return lastEntries.byLabel();
    }
    int before = problems.size();
    Map<String, Registry.Entry> found = lookedUp(ids, place);
    lastEntries = problems.size() == before ? new Entries(ids, found) : Entries.NONE;
    return found;
  }

  private Map<String, Registry.Entry> lookedUp(@Nullable String[] ids, RowPlace place) {
    var found = new LinkedHashMap<String, Registry.Entry>();
    int at = 0;
    for (LabelRule rule : source.labels().values()) {
      String id = ids[at++];
      if (id == null) {
        continue;
      }
      Registry.Entry entry = rule.registry().entries().get(id);
      if (entry != null) {
        found.put(rule.label(), entry);
      } else {
        report(unknownEntry(rule, id), place);
      }
    }
    return found;
  }

  private static Problem unknownEntry(LabelRule rule, String id) {
    Optional<Registry.Entry> meant = rule.registry().findByWriting(id);
    Problem problem =
        Problem.of(
                meant.isPresent()
                    ? AccountingProblem.UNKNOWN_ENTRY_SUGGESTION
                    : AccountingProblem.UNKNOWN_ENTRY)
            .with("symbol", rule.label())
            .with("label", rule.label())
            .with("value", id);
    return meant.isPresent()
        ? problem.with("suggestion", meant.get().id())
        : problem.with("known", String.join(", ", rule.registry().entries().keySet()));
  }

  private static Optional<Variant> fitting(List<Variant> variants, Unit unit) {
    for (Variant variant : variants) {
      if (unit.convertsTo(variant.unit().orElseThrow())) {
        return Optional.of(variant);
      }
    }
    return Optional.empty();
  }

  private Optional<Variant> variant(InputRow row, RowPlace place) {
    List<Variant> variants = source.variants();
    if (source.decidedBy().isEmpty()) {
      return Optional.of(variants.getFirst());
    }
    for (String name : source.decidedBy()) {
      InputValue value = row.quantities().get(name);
      if (value == null) {
        continue;
      }
      Unit unit = value.quantity().unit();
      Optional<Variant> fitting = fitting(variants, unit);
      if (fitting.isEmpty()) {
        InputSymbol input = source.input(name);
        report(unitDiffers(name, input.name(), unit, input.unit(variants.getFirst())), place);
      }
      return fitting;
    }
    report(
        Problem.of(AccountingProblem.MISSING_ONE_OF)
            .with("symbol", source.decidedBy().getFirst())
            .with(
                "alternatives",
                new Text(
                    String.join("、", source.decidedBy()), String.join(", ", source.decidedBy()))),
        place);
    return Optional.empty();
  }

  private void checkEntryUnits(
      InputRow row, Map<String, Registry.Entry> entries, Variant variant, RowPlace place) {
    for (LabelRule rule : source.labels().values()) {
      Registry.Entry entry = entries.get(rule.label());
      if (!rule.sameKind() || entry == null || entry.unit().isEmpty()) {
        continue;
      }
      Unit own = variant.unit().orElseThrow();
      if (!entry.unit().get().convertsTo(own)) {
        String symbol =
            source.decidedBy().stream()
                .filter(row.quantities()::containsKey)
                .findFirst()
                .orElseThrow();
        report(
            Problem.of(AccountingProblem.ENTRY_UNIT_DIFFERS)
                .with("symbol", symbol)
                .with("entry", entry.name())
                .with("entryUnit", entry.unit().get().written())
                .with("unit", unitOf(row, symbol)),
            place);
      }
    }
  }

  private static Text unitOf(InputRow row, String symbol) {
    return Objects.requireNonNull(row.quantities().get(symbol)).quantity().unit().written();
  }

  private Optional<RowResult> evaluate(
      Filled filled,
      InputRow row,
      int number,
      Map<String, Registry.Entry> entries,
      RowPlace place) {
    RowPlan plan = filled.plan();
    int before = problems.size();
    Quantity[] values = new Quantity[plan.size()];
    RowResult.@Nullable UsedFactor[] factors = new RowResult.UsedFactor[plan.slots.size()];
    List<String> flags = new ArrayList<>(2);
    for (int i = 0; i < factors.length; i++) {
      RowPlan.Slot slot = plan.slots.get(i);
      InputValue given = filled.given()[i];
      if (given != null) {
        values[i] = converted(slot, given, plan.variant, place);
      } else if (slot.input().absentIsZero()) {
        values[i] = slot.zero();
      } else {
        factors[i] = factor(slot, entries, flags, place);
        values[i] = factors[i] == null ? slot.zero() : valueOf(factors[i]);
      }
    }
    if (problems.size() > before) {
      return Optional.empty();
    }
    return finish(plan, row, number, values, factors, flags, place);
  }

  private Optional<RowResult> finish(
      RowPlan plan,
      InputRow row,
      int number,
      Quantity[] values,
      RowResult.@Nullable UsedFactor[] factors,
      List<String> flags,
      RowPlace place) {
    int at = plan.slots.size();
    for (RowPlan.SymbolStep step : plan.steps) {
      Optional<Quantity> value =
          value(
              step.evaluation(), values, step.symbol().key(), step.route().formula().text(), place);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      if (step.nonnegative() && value.get().value().signum() < 0) {
        report(negative(step, value.get()), place);
        return Optional.empty();
      }
      values[at++] = value.get();
      step.route().flag().filter(flag -> !flags.contains(flag)).ifPresent(flags::add);
    }
    String text = source.formula().orElseThrow().text();
    return value(plan.result.orElseThrow(), values, EmissionSource.DECLARED, text, place)
        .map(result -> new RowResult(row, source, number, result, flags, plan, values, factors));
  }

  /// A computed value below zero where the edition lets nobody enter one, such as a stock balance.
  private static Problem negative(RowPlan.SymbolStep step, Quantity value) {
    return Problem.of(AccountingProblem.NEGATIVE_RESULT)
        .with("symbol", step.symbol().key())
        .with("name", step.symbol().name())
        .with("route", step.route().name())
        .with("value", value.text())
        .with("formula", step.route().formula().text());
  }

  private Optional<Quantity> value(
      RowPlan.Evaluation evaluation,
      Quantity[] values,
      String symbol,
      String text,
      RowPlace place) {
    Result<Quantity> result = evaluation.evaluate(values);
    if (!result.problems().isEmpty()) {
      report(
          Problem.of(AccountingProblem.DIVISION_BY_ZERO)
              .with("symbol", symbol)
              .with("formula", text),
          place);
    }
    return result.find();
  }

  /// The value in the unit of the input; zero stands in for one that is reported.
  private Quantity converted(RowPlan.Slot slot, InputValue value, Variant variant, RowPlace place) {
    InputSymbol input = slot.input();
    Optional<Quantity> converted = InputCheck.convert(input, value.quantity(), variant);
    if (converted.isEmpty()) {
      Unit wanted = input.unit(variant);
      report(unitDiffers(slot.name(), input.name(), value.quantity().unit(), wanted), place);
      return slot.zero();
    }
    InputCheck.range(slot.name(), input, converted.get(), value)
        .ifPresent(problem -> report(problem, place));
    return converted.get();
  }

  static Problem unitDiffers(String symbol, Text name, Unit unit, Unit expected) {
    return Problem.of(AccountingProblem.UNIT_DIFFERS)
        .with("symbol", symbol)
        .with("name", name)
        .with("unit", unit.written())
        .with("unitKind", unit.describe())
        .with("expected", expected.written())
        .with("expectedKind", expected.describe());
  }

  private static Quantity valueOf(RowResult.UsedFactor used) {
    return used.replacement().map(FactorChoice.Replacement::value).orElse(used.factor().value());
  }

  /// The default of an absent input, by the first rule that has one.
  private RowResult.@Nullable UsedFactor factor(
      RowPlan.Slot slot, Map<String, Registry.Entry> entries, List<String> flags, RowPlace place) {
    for (DefaultRule rule : slot.input().defaults()) {
      if (!rule.condition().isNone()
          && entries.values().stream().noneMatch(rule.condition()::holds)) {
        continue;
      }
      Optional<Factor> factor = find(rule.place(), entries);
      if (factor.isPresent()) {
        addFlag(flags, RowResult.DEFAULT);
        rule.flag().ifPresent(flag -> addFlag(flags, flag));
        return new RowResult.UsedFactor(slot.name(), factor.get(), replacement(factor.get()));
      }
    }
    report(
        entries.isEmpty()
            ? noDefault(slot)
            : Problem.of(AccountingProblem.MISSING_FACTOR)
                .with("symbol", slot.name())
                .with("name", slot.input().name())
                .with(
                    "entry",
                    String.join(", ", entries.values().stream().map(Registry.Entry::id).toList())),
        place);
    return null;
  }

  /// No label of the row says in which line of the default tables to look.
  private Problem noDefault(RowPlan.Slot slot) {
    String labels = String.join(", ", source.labels().keySet());
    Problem problem =
        Problem.of(
                labels.isEmpty()
                    ? AccountingProblem.MISSING_VALUE
                    : AccountingProblem.MISSING_FACTOR_LABEL)
            .with("symbol", slot.name())
            .with("name", slot.input().name());
    return labels.isEmpty()
        ? problem.with("unit", slot.zero().unit().written())
        : problem.with("labels", labels);
  }

  private Optional<FactorChoice.Replacement> replacement(Factor factor) {
    return choice.replaced().isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(choice.replaced().get(factor.id()));
  }

  private Optional<Factor> find(DefaultRule.Place place, Map<String, Registry.Entry> entries) {
    return switch (place) {
      case DefaultRule.Fixed(Factor factor) -> Optional.of(factor);
      case DefaultRule.InTable(FactorTable table, String column, String label) ->
          Optional.ofNullable(entries.get(label)).flatMap(e -> table.find(e.id(), column));
      case DefaultRule.InSet(String name, String column, String label) ->
          Optional.ofNullable(entries.get(label))
              .flatMap(e -> set.table(name).find(e.id(), column));
    };
  }

  private static void addFlag(List<String> flags, String flag) {
    if (!flags.contains(flag)) {
      flags.add(flag);
    }
  }
}
