package io.tanheng.server.operate.evaluation;

import io.tanheng.accounting.InputValue;
import io.tanheng.accounting.RuleFigure;
import io.tanheng.accounting.RuleOutcome;
import io.tanheng.accounting.Rules;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.evaluation.AllowanceContent.Given;
import io.tanheng.server.operate.evaluation.AllowanceContent.Obligation;
import io.tanheng.server.operate.inventory.FigureReading;
import io.tanheng.server.operate.inventory.InventoryId;
import io.tanheng.server.operate.inventory.MarketRules;
import io.tanheng.server.operate.inventory.RunFigures;
import io.tanheng.standard.Factor;
import io.tanheng.standard.InputSymbol;
import io.tanheng.standard.Rule;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Allowances (配额, 6.3.3-b): runs held against the dated rules of carbon markets.
@Service
public class Allowances {
  /// The step that entity rules add up, where a unit has one beside its approved allowance.
  private static final String UNIT_INITIAL = "unitInitial";

  private static final int DECIMALS = 6;
  private static final int PERCENT_DECIMALS = 2;

  private final MarketRules rules;
  private final FigureReading figures;
  private final Entries entries;

  Allowances(MarketRules rules, FigureReading figures, Entries entries) {
    this.rules = rules;
    this.figures = figures;
    this.entries = entries;
  }

  /// What to hold a run against.
  ///
  /// @param inputs by the inputs of the rule
  record Ask(
      InventoryId run,
      String rule,
      String unit,
      Obligation obligation,
      Map<String, String> labels,
      Map<String, Source> inputs) {}

  /// Where an input comes from: a figure of the run, or a value entered in the unit of the input.
  record Source(@Nullable String figure, @Nullable BigDecimal value, @Nullable String evidence) {}

  RunFigures run(EnterpriseId enterprise, InventoryId id) {
    return figures.require(enterprise, id);
  }

  List<Rule> rules() {
    return rules.list();
  }

  /// The assessments of a run that hold, in the order they were made.
  List<Entry<AllowanceContent>> list(EnterpriseId enterprise, InventoryId run) {
    return entries.list(enterprise, Entry.Kind.ALLOWANCE, AllowanceContent.class).stream()
        .filter(entry -> entry.content().inventoryId().equals(run.value()))
        .toList();
  }

  /// Whether the rule is for the run's sector and year.
  static boolean suits(Rule rule, RunFigures run) {
    boolean sector =
        rule.sector().equals("all") || List.of(rule.sector().split("-")).contains(run.sector());
    int year = run.period().year().getValue();
    boolean dated =
        rule.years().isEmpty()
            ? rule.from().map(LocalDate::parse).map(from -> from.getYear() <= year).orElse(true)
                && rule.to().map(LocalDate::parse).map(to -> to.getYear() >= year).orElse(true)
            : rule.years().contains(String.valueOf(year));
    return sector && dated;
  }

  /// Figures an input may be taken from: those of the run, and sums of allowances already held.
  List<RunFigures.Figure> candidates(EnterpriseId enterprise, RunFigures run) {
    List<RunFigures.Figure> all = new ArrayList<>(run.candidates());
    Map<String, BigDecimal> sums = new LinkedHashMap<>();
    for (Entry<AllowanceContent> entry : list(enterprise, run.id())) {
      AllowanceContent content = entry.content();
      content.computed().steps().stream()
          .filter(step -> step.key().equals(UNIT_INITIAL))
          .findFirst()
          .ifPresent(
              step -> sums.merge(content.rule(), new BigDecimal(step.value()), BigDecimal::add));
    }
    sums.forEach((rule, sum) ->
        rules
            .find(rule)
            .ifPresent(known ->
                all.add(
                    new RunFigures.Figure(
                        "allowances:" + rule,
                        null,
                        new Text(
                            known.title().zh() + "：已登记机组的初始配额合计",
                            known.title().en() + ": sum of initial allowances entered"),
                        sum,
                        "tCO2e"))));
    return all;
  }

  /// Whether a figure is of the kind an input takes.
  static boolean fits(RunFigures.Figure figure, InputSymbol input) {
    Unit wanted = unitOf(input);
    return Units.standard()
            .parse(figure.unit())
            .find()
            .filter(unit -> unit.convertsTo(wanted))
            .isPresent()
        || input.accepts().containsKey(figure.unit());
  }

  static Unit unitOf(InputSymbol input) {
    return input.units().values().iterator().next();
  }

  /// Computes without keeping.
  AllowanceContent compute(CallContext call, Ask ask) {
    RunFigures run = figures.require(call.enterprise(), ask.run());
    Rule rule =
        rules
            .find(ask.rule())
            .orElseThrow(() ->
                new ProblemException(EvaluationProblem.RULE_UNKNOWN, Map.of("rule", ask.rule())));
    List<Given> given = given(candidates(call.enterprise(), run), rule, ask);
    Map<String, InputValue> values = new LinkedHashMap<>();
    given.forEach(one ->
        values.put(
            one.name(),
            InputValue.of(
                new Quantity(Rational.of(one.value()), Units.standard().require(one.unit())),
                one.name())));
    return switch (rules.evaluate(rule, ask.labels(), values)) {
      case RuleOutcome.Refused(List<io.tanheng.units.Problem> problems) ->
          throw new ProblemException(
              EvaluationProblem.RULE_REFUSED,
              Map.of("count", problems.size()),
              problems.stream().map(Allowances::problem).toList());
      case RuleOutcome.Computed computed ->
          new AllowanceContent(
              run.id().value(),
              rule.id(),
              rule.digest(),
              ask.unit(),
              ask.obligation(),
              ask.labels(),
              given,
              outcome(rule, computed, obligation(run, ask.obligation())));
    };
  }

  /// Computes and keeps; an assessment of the same run, rule and unit becomes history.
  Entry<AllowanceContent> keep(CallContext call, Ask ask) {
    AllowanceContent content = compute(call, ask);
    return entries.put(
        call, Entry.Kind.ALLOWANCE, content.subject(), content, AllowanceContent.class);
  }

  void withdraw(CallContext call, EntryId id, long version) {
    entries.withdraw(call, Entry.Kind.ALLOWANCE, id, version, AllowanceContent.class);
  }

  /// Whether the rule is still the one an assessment was made with.
  boolean isUpToDate(AllowanceContent content) {
    return rules
        .find(content.rule())
        .filter(rule -> rule.digest().equals(content.ruleDigest()))
        .isPresent();
  }

  static RunFigures.Figure obligation(RunFigures run, Obligation obligation) {
    return obligation == Obligation.DIRECT ? run.direct() : run.total();
  }

  private static List<Given> given(List<RunFigures.Figure> candidates, Rule rule, Ask ask) {
    List<Problem> problems = new ArrayList<>();
    List<Given> given = new ArrayList<>();
    ask.inputs()
        .forEach((name, source) -> {
          InputSymbol input = rule.inputs().get(name);
          if (input == null) {
            problems.add(
                Problem.error(
                    EvaluationProblem.RULE_INPUT_UNKNOWN,
                    Map.of("input", name, "known", String.join(", ", rule.inputs().keySet()))));
          } else if ((source.figure() == null) == (source.value() == null)) {
            problems.add(
                Problem.error(
                    EvaluationProblem.RULE_INPUT_UNCLEAR,
                    Map.of("input", new Text(input.name().zh(), input.name().en()))));
          } else {
            input(candidates, input, source)
                .ifPresentOrElse(
                    given::add,
                    () ->
                        problems.add(
                            Problem.error(
                                EvaluationProblem.RULE_FIGURE_UNFIT,
                                Map.of("input", new Text(input.name().zh(), input.name().en())))));
          }
        });
    if (!problems.isEmpty()) {
      throw new ProblemException(
          EvaluationProblem.RULE_REFUSED, Map.of("count", problems.size()), problems);
    }
    return given;
  }

  private static Optional<Given> input(
      List<RunFigures.Figure> candidates, InputSymbol input, Source source) {
    BigDecimal value = source.value();
    if (value != null) {
      return Optional.of(
          new Given(
              input.key(), value, unitOf(input).symbol(), null, null, null, source.evidence()));
    }
    return candidates.stream()
        .filter(figure -> figure.key().equals(source.figure()) && fits(figure, input))
        .findFirst()
        .map(figure ->
            new Given(
                input.key(),
                figure.value(),
                figure.unit(),
                figure.key(),
                figure.name(),
                figure.figure(),
                null));
  }

  private static AllowanceContent.Computed outcome(
      Rule rule, RuleOutcome.Computed computed, RunFigures.Figure emissions) {
    Quantity emitted =
        new Quantity(Rational.of(emissions.value()), Units.standard().require(emissions.unit()));
    Optional<Quantity> allowance = rule.allowance().flatMap(computed::find).map(RuleFigure::value);
    Optional<Rules.Balance> balance = allowance.map(one -> Rules.compare(emitted, one));
    return new AllowanceContent.Computed(
        computed.figures().stream().map(Allowances::step).toList(),
        computed.parameters().stream().map(Allowances::parameter).toList(),
        emissions.value(),
        allowance.map(Allowances::decimal).orElse(null),
        balance.map(Rules.Balance::surplus).map(Allowances::decimal).orElse(null),
        balance
            .flatMap(Rules.Balance::shareOfEmissions)
            .map(share ->
                share.times(Rational.of(100)).toDecimal(PERCENT_DECIMALS, RoundingMode.HALF_UP))
            .orElse(null),
        computed.due().map(LocalDate::toString).orElse(null));
  }

  private static BigDecimal decimal(Quantity quantity) {
    return quantity.toDecimal(DECIMALS, RoundingMode.HALF_UP);
  }

  private static AllowanceContent.Step step(RuleFigure figure) {
    return new AllowanceContent.Step(
        figure.key(),
        new Text(figure.name().zh(), figure.name().en()),
        figure.shown(),
        figure.value().unit().symbol(),
        figure.text(),
        figure.substituted());
  }

  private static AllowanceContent.Parameter parameter(Factor factor) {
    io.tanheng.units.Text title = factor.source().citation().title();
    return new AllowanceContent.Parameter(
        factor.column(),
        new Text(factor.columnName().zh(), factor.columnName().en()),
        factor.printed(),
        factor.value().unit().symbol(),
        new Text(title.zh(), title.en()),
        factor.confidence().name().toLowerCase(Locale.ROOT));
  }

  private static Problem problem(io.tanheng.units.Problem problem) {
    Map<String, Object> args = new LinkedHashMap<>();
    problem.args().forEach((name, text) -> args.put(name, new Text(text.zh(), text.en())));
    return new Problem(
        problem.code().key(),
        Problem.Severity.ERROR,
        new Text(problem.text().zh(), problem.text().en()),
        Problem.Place.NOWHERE,
        args);
  }
}
