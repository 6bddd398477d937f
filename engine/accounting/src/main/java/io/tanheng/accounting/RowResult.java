package io.tanheng.accounting;

import io.tanheng.formula.Inputs;
import io.tanheng.standard.EmissionSource;
import io.tanheng.standard.Factor;
import io.tanheng.standard.InputSymbol;
import io.tanheng.standard.Registry;
import io.tanheng.standard.RowFigure;
import io.tanheng.standard.SignRule;
import io.tanheng.standard.Symbol;
import io.tanheng.units.Quantity;
import io.tanheng.units.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One calculated row: its result, and the values it was calculated from, from which its trace is
/// written out.
public final class RowResult {

  /// The row states an amount quantified elsewhere.
  public static final String DECLARED = "declared";

  /// A default of the standard was used.
  public static final String DEFAULT = "default";

  private final InputRow row;
  private final EmissionSource source;
  private final int number;
  private final Quantity result;
  private final List<String> flags;
  private final @Nullable RowPlan plan;
  private final Quantity[] values;
  private final @Nullable UsedFactor[] factors;

  /// A factor of the standard as a row used it.
  ///
  /// @param symbol of the input it stands for
  public record UsedFactor(
      String symbol, Factor factor, Optional<FactorChoice.Replacement> replacement) {}

  RowResult(
      InputRow row,
      EmissionSource source,
      int number,
      Quantity result,
      List<String> flags,
      @Nullable RowPlan plan,
      Quantity[] values,
      @Nullable UsedFactor[] factors) {
    this.row = row;
    this.source = source;
    this.number = number;
    this.result = result;
    this.flags = List.copyOf(flags);
    this.plan = plan;
    this.values = values;
    this.factors = factors;
  }

  public RowId id() {
    return row.id();
  }

  public InputRow row() {
    return row;
  }

  public String source() {
    return source.key();
  }

  /// Its place among the rows of its source, from 1.
  public int number() {
    return number;
  }

  /// In the unit of the source, not rounded.
  public Quantity result() {
    return result;
  }

  public Optional<String> label(String name) {
    return row.label(name);
  }

  /// What to remember about the figure: `declared`, `default`, `penalty-default`,
  /// `measured-carbon`, `conservative-zero` …
  public List<String> flags() {
    return flags;
  }

  /// Every factor of the standard the row used.
  public List<UsedFactor> factors() {
    var used = new ArrayList<UsedFactor>();
    for (UsedFactor factor : factors) {
      if (factor != null) {
        used.add(factor);
      }
    }
    return used;
  }

  /// How the row was calculated; none when it states a declared amount.
  Optional<RowPlan> planUsed() {
    return Optional.ofNullable(plan);
  }

  /// A value the row was calculated from, for estimates of its uncertainty: in base units.
  ///
  /// @param factor id of the published factor it was taken from
  /// @param least no error takes it below
  /// @param most no error takes it above
  public record Leaf(
      String symbol, double value, Optional<String> factor, double least, double most) {}

  /// In the order of the plan; the declared amount when there is none.
  public List<Leaf> leaves() {
    if (plan == null) {
      double declared = ColumnFormula.number(result.base());
      return List.of(
          new Leaf(
              EmissionSource.DECLARED,
              declared,
              Optional.empty(),
              Double.NEGATIVE_INFINITY,
              Double.POSITIVE_INFINITY));
    }
    var leaves = new ArrayList<Leaf>();
    for (int i = 0; i < plan.slots.size(); i++) {
      leaves.add(leafValue(plan.slots.get(i), i));
    }
    return leaves;
  }

  private Leaf leafValue(RowPlan.Slot slot, int at) {
    InputSymbol input = slot.input();
    UsedFactor used = factors[at];
    Optional<Factor> published =
        used != null
            ? Optional.of(used).filter(u -> u.replacement().isEmpty()).map(UsedFactor::factor)
            : Optional.ofNullable(row.quantities().get(slot.name())).flatMap(InputValue::factor);
    return new Leaf(
        slot.name(),
        ColumnFormula.number(values[at].base()),
        published.map(Factor::id),
        input.sign() == SignRule.NONNEGATIVE ? 0 : Double.NEGATIVE_INFINITY,
        input
            .most()
            .map(most -> ColumnFormula.number(most.base()))
            .orElse(Double.POSITIVE_INFINITY));
  }

  /// The route taken for each computed symbol.
  public Map<String, String> routes() {
    var taken = new java.util.LinkedHashMap<String, String>();
    if (plan != null) {
      plan.steps.forEach(step -> taken.put(step.symbol().key(), step.route().id()));
    }
    return taken;
  }

  /// The value of a symbol or input of the row, if it has one; a symbol wins over the input of the
  /// same name.
  public Optional<Quantity> value(String name) {
    int at = placeOf(name);
    return at < 0 ? Optional.empty() : Optional.of(values[at]);
  }

  private Optional<Quantity> input(String name) {
    int at = slotOf(name);
    return at < 0 ? Optional.empty() : Optional.of(values[at]);
  }

  /// Where the value of a symbol, else of an input, stands; -1 where the row has none.
  private int placeOf(String name) {
    for (int i = 0; plan != null && i < plan.steps.size(); i++) {
      if (plan.steps.get(i).symbol().key().equals(name)) {
        return plan.slots.size() + i;
      }
    }
    return slotOf(name);
  }

  private int slotOf(String name) {
    for (int i = 0; plan != null && i < plan.slots.size(); i++) {
      if (plan.slots.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /// A further figure of the row, when the row has what it needs.
  public Optional<Quantity> figure(String key) {
    return source.figures().stream()
        .filter(f -> f.key().equals(key))
        .findFirst()
        .flatMap(this::figure);
  }

  /// The figures the row has, with their values.
  public List<Map.Entry<RowFigure, Quantity>> figures() {
    var all = new ArrayList<Map.Entry<RowFigure, Quantity>>();
    for (RowFigure figure : source.figures()) {
      figure(figure).ifPresent(value -> all.add(Map.entry(figure, value)));
    }
    return all;
  }

  /// Whether the row is one that should have the figure: by variant, flags and the entries its
  /// labels name.
  boolean asks(RowFigure figure) {
    boolean flagged = figure.flags().isEmpty() || figure.flags().stream().anyMatch(flags::contains);
    boolean applies = plan == null || figure.formula().appliesTo(plan.variant);
    return flagged
        && applies
        && (figure.condition().isNone() || entries().anyMatch(figure.condition()::holds));
  }

  private Stream<Registry.Entry> entries() {
    return source.labels().values().stream()
        .flatMap(rule ->
            row.label(rule.label()).or(rule::standIn).stream()
                .flatMap(id -> Stream.ofNullable(rule.registry().entries().get(id))));
  }

  private Optional<Quantity> figure(RowFigure figure) {
    return figureInputs(figure)
        .flatMap(inputs -> figure.formula().in(plan().variant).evaluate(inputs).find());
  }

  private Optional<Inputs> figureInputs(RowFigure figure) {
    if (plan == null || !asks(figure)) {
      return Optional.empty();
    }
    Inputs inputs = figure.formula().in(plan.variant).inputs();
    for (String name : figure.formula().in(plan.variant).symbols()) {
      Optional<Quantity> value =
          name.equals(EmissionSource.DECLARED) ? Optional.of(result) : value(name);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      inputs.set(name, value.get());
    }
    boolean needed = figure.needs().stream().allMatch(name -> input(name).isPresent());
    return needed ? Optional.of(inputs) : Optional.empty();
  }

  /// How a further figure of the row came about; empty when the row does not have it.
  public Optional<Trace> figureTrace(String key) {
    return source.figures().stream()
        .filter(f -> f.key().equals(key))
        .findFirst()
        .flatMap(figure -> figureInputs(figure).flatMap(inputs -> traced(figure, inputs)));
  }

  private Optional<Trace> traced(RowFigure figure, Inputs inputs) {
    var formula = figure.formula().in(plan().variant);
    List<Trace> parts =
        formula.symbols().stream()
            .map(name -> name.equals(EmissionSource.DECLARED) ? trace() : part(placeOf(name)))
            .toList();
    return formula
        .evaluate(inputs)
        .find()
        .map(value ->
            new Trace.Computed(
                figure.key(),
                figure.name(),
                value,
                formula.expression().toText(),
                formula.expression().toLatex(Map.of()),
                formula.substitutedText(inputs),
                formula.substitutedLatex(inputs),
                Optional.empty(),
                parts));
  }

  private RowPlan plan() {
    return Objects.requireNonNull(plan);
  }

  /// How the result came about.
  public Trace trace() {
    if (plan == null) {
      return declared();
    }
    return computed(
        EmissionSource.DECLARED,
        source.name(),
        result,
        plan.result.orElseThrow(),
        Optional.empty());
  }

  private Trace declared() {
    InputValue value = Objects.requireNonNull(row.quantities().get(EmissionSource.DECLARED));
    return new Trace.Entered(
        EmissionSource.DECLARED,
        new Text("直接填报排放量", "declared emission"),
        result,
        value.quantity(),
        value.asWritten(),
        value.reference(),
        value.factor());
  }

  private Trace computed(
      String symbol,
      Text name,
      Quantity value,
      RowPlan.Evaluation evaluation,
      Optional<Trace.RouteTaken> route) {
    Inputs inputs = evaluation.inputs(values);
    var parts = new ArrayList<Trace>();
    for (int at : evaluation.arguments) {
      parts.add(part(at));
    }
    evaluation.members.forEach(family -> family.forEach(member -> parts.add(part(member.at()))));
    var formula = evaluation.formula;
    return new Trace.Computed(
        symbol,
        name,
        value,
        formula.expression().toText(),
        formula.expression().toLatex(Map.of()),
        formula.substitutedText(inputs),
        formula.substitutedLatex(inputs),
        route,
        List.copyOf(parts));
  }

  private Trace part(int at) {
    RowPlan made = Objects.requireNonNull(plan);
    if (at < made.slots.size()) {
      return leaf(made.slots.get(at), at);
    }
    RowPlan.SymbolStep step = made.steps.get(at - made.slots.size());
    Symbol symbol = step.symbol();
    var route = new Trace.RouteTaken(step.route().id(), step.route().name(), step.route().flag());
    return step.evaluation().isSingleName()
            && symbol.key().equals(step.evaluation().formula.symbols().getFirst())
        ? part(step.evaluation().arguments[0])
        : computed(symbol.key(), symbol.name(), values[at], step.evaluation(), Optional.of(route));
  }

  private Trace leaf(RowPlan.Slot slot, int at) {
    InputSymbol input = slot.input();
    UsedFactor used = factors[at];
    if (used != null) {
      return new Trace.FromTable(
          slot.name(), input.name(), values[at], used.factor(), used.replacement());
    }
    InputValue value = row.quantities().get(slot.name());
    if (value == null) {
      return new Trace.AbsentZero(slot.name(), input.name(), values[at]);
    }
    return new Trace.Entered(
        slot.name(),
        input.name(),
        values[at],
        value.quantity(),
        value.asWritten(),
        value.reference(),
        value.factor());
  }
}
