package io.tanheng.server.operate.evaluation;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.operate.evaluation.FlueGasContent.Measured;
import io.tanheng.server.operate.inventory.FigureReading;
import io.tanheng.server.operate.inventory.InventoryId;
import io.tanheng.server.operate.inventory.RunFigures;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// On-line flue-gas measurement (烟气在线监测, 6.3.3-c) beside the calculated emissions of the same
/// sources, month by month. It never replaces them.
@Service
public class FlueGas {
  private static final Unit TONNES = Units.standard().require("tCO2");
  private static final int DECIMALS = 6;
  private static final int PERCENT_DECIMALS = 2;

  private final Entries entries;
  private final FigureReading figures;

  FlueGas(Entries entries, FigureReading figures) {
    this.entries = entries;
    this.figures = figures;
  }

  /// A month of the run.
  ///
  /// @param measured the sum of all points in tCO2; absent when nothing was measured
  /// @param calculated the sources compared, in tCO2
  /// @param remark why they differ, when it was said about these very figures
  record Month(
      YearMonth month,
      @Nullable BigDecimal measured,
      BigDecimal calculated,
      @Nullable BigDecimal difference,
      @Nullable BigDecimal differencePercent,
      boolean within,
      @Nullable Entry<FlueGasRemark> remark) {}

  RunFigures run(EnterpriseId enterprise, InventoryId id) {
    return figures.require(enterprise, id);
  }

  Optional<Entry<FlueGasLimit>> limit(EnterpriseId enterprise, String method) {
    return entries.list(enterprise, Entry.Kind.FLUE_GAS_LIMIT, FlueGasLimit.class).stream()
        .filter(entry -> entry.content().method().equals(method))
        .findFirst();
  }

  /// What was measured in the months of the run.
  List<Entry<FlueGasContent>> measured(EnterpriseId enterprise, RunFigures run) {
    return entries.list(enterprise, Entry.Kind.FLUE_GAS, FlueGasContent.class).stream()
        .filter(entry -> run.period().months().contains(entry.content().month()))
        .toList();
  }

  /// Month by month; empty until it is said which sources are compared.
  List<Month> months(EnterpriseId enterprise, RunFigures run) {
    Optional<Entry<FlueGasLimit>> limit = limit(enterprise, run.method());
    if (limit.isEmpty()) {
      return List.of();
    }
    Map<YearMonth, BigDecimal> sums = new TreeMap<>();
    measured(enterprise, run)
        .forEach(
            entry -> sums.merge(entry.content().month(), tonnes(entry.content()), BigDecimal::add));
    Map<String, Entry<FlueGasRemark>> remarks =
        entries.list(enterprise, Entry.Kind.FLUE_GAS_REMARK, FlueGasRemark.class).stream()
            .collect(Collectors.toMap(Entry::subject, entry -> entry));
    return run.months().stream()
        .map(month -> month(run, month, limit.get().content(), sums, remarks))
        .toList();
  }

  private static Month month(
      RunFigures run,
      RunFigures.Month month,
      FlueGasLimit limit,
      Map<YearMonth, BigDecimal> sums,
      Map<String, Entry<FlueGasRemark>> remarks) {
    BigDecimal calculated =
        run.sources().stream()
            .filter(source -> limit.sources().contains(source.key()))
            .map(source -> month.sources().getOrDefault(source.key(), BigDecimal.ZERO))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal measured = sums.get(month.month());
    if (measured == null) {
      return new Month(month.month(), null, calculated, null, null, true, null);
    }
    BigDecimal difference = measured.subtract(calculated);
    BigDecimal percent =
        calculated.signum() == 0
            ? null
            : difference
                .multiply(BigDecimal.valueOf(100))
                .divide(calculated, PERCENT_DECIMALS, RoundingMode.HALF_UP);
    boolean within =
        percent == null
            ? difference.signum() == 0
            : percent.abs().compareTo(limit.tolerancePercent()) <= 0;
    Entry<FlueGasRemark> remark = remarks.get(run.id().value() + "\n" + month.month());
    boolean holds =
        remark != null
            && remark.content().measured().compareTo(measured) == 0
            && remark.content().calculated().compareTo(calculated) == 0;
    return new Month(
        month.month(), measured, calculated, difference, percent, within, holds ? remark : null);
  }

  /// The mass of CO2 in tonnes, rounded to six decimals.
  static BigDecimal tonnes(FlueGasContent content) {
    Quantity mass =
        content.mass() != null
            ? quantity(content.mass())
            : quantity(java.util.Objects.requireNonNull(content.flow()))
                .times(quantity(java.util.Objects.requireNonNull(content.concentration())));
    return mass.in(TONNES).toDecimal(DECIMALS, RoundingMode.HALF_UP);
  }

  private static Quantity quantity(Measured measured) {
    return new Quantity(Rational.of(measured.value()), Units.standard().require(measured.unit()));
  }

  /// Keeps measurements, all or none; one of the same month and point becomes history.
  @Transactional
  public void keep(CallContext call, List<FlueGasContent> months) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      Problem.Place place = Problem.Place.field("months[" + i + "]");
      check(months.get(i)).forEach(problem -> problems.add(problem.at(place)));
    }
    if (months.stream().map(FlueGasContent::subject).distinct().count() != months.size()) {
      problems.add(Problem.error(EvaluationProblem.FLUE_GAS_TWICE, Map.of()));
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(
          EvaluationProblem.FLUE_GAS_REFUSED, Map.of("count", problems.size()), problems);
    }
    months.forEach(month ->
        entries.put(call, Entry.Kind.FLUE_GAS, month.subject(), month, FlueGasContent.class));
  }

  private static List<Problem> check(FlueGasContent content) {
    List<Problem> problems = new ArrayList<>();
    boolean product = content.flow() != null && content.concentration() != null;
    if ((content.mass() == null) != product
        || (content.mass() != null
            && (content.flow() != null || content.concentration() != null))) {
      problems.add(Problem.error(EvaluationProblem.FLUE_GAS_FORM, Map.of()));
      return problems;
    }
    List<Measured> given =
        content.mass() != null
            ? List.of(content.mass())
            : List.of(content.flow(), content.concentration());
    for (Measured one : given) {
      if (Units.standard().parse(one.unit()).find().isEmpty()) {
        problems.add(Problem.error(EvaluationProblem.UNIT_UNKNOWN, Map.of("unit", one.unit())));
      }
      if (one.value().signum() < 0) {
        problems.add(
            Problem.error(
                EvaluationProblem.FLUE_GAS_NEGATIVE, Map.of("month", content.month().toString())));
      }
    }
    if (problems.isEmpty()) {
      Quantity mass =
          content.mass() != null
              ? quantity(content.mass())
              : quantity(given.getFirst()).times(quantity(given.getLast()));
      if (!mass.unit().convertsTo(TONNES)) {
        problems.add(
            Problem.error(
                EvaluationProblem.FLUE_GAS_UNIT,
                Map.of(
                    "units",
                    given.stream().map(Measured::unit).collect(Collectors.joining(" × ")))));
      }
    }
    return problems;
  }

  void withdraw(CallContext call, EntryId id, long version) {
    entries.withdraw(call, Entry.Kind.FLUE_GAS, id, version, FlueGasContent.class);
  }

  /// Says which sources are compared and how far they may differ.
  void limit(CallContext call, RunFigures run, FlueGasLimit limit) {
    Set<String> known =
        run.sources().stream().map(RunFigures.Source::key).collect(Collectors.toSet());
    limit.sources().stream()
        .filter(source -> !known.contains(source))
        .findFirst()
        .ifPresent(source -> {
          throw new ProblemException(
              EvaluationProblem.SOURCE_UNKNOWN,
              Map.of(
                  "source", source,
                  "method", run.methodNumber(),
                  "known", String.join(", ", known)));
        });
    entries.put(call, Entry.Kind.FLUE_GAS_LIMIT, limit.method(), limit, FlueGasLimit.class);
  }

  /// Explains the difference of a month as it is now.
  void explain(CallContext call, RunFigures run, YearMonth month, String words) {
    Month now = require(call.enterprise(), run, month);
    BigDecimal measured = now.measured();
    if (measured == null) {
      throw new ProblemException(EvaluationProblem.FLUE_GAS_NOTHING);
    }
    FlueGasRemark remark =
        new FlueGasRemark(run.id().value(), month, measured, now.calculated(), words);
    entries.put(call, Entry.Kind.FLUE_GAS_REMARK, remark.subject(), remark, FlueGasRemark.class);
  }

  /// Accepts the explanation somebody else gave.
  void accept(CallContext call, RunFigures run, YearMonth month) {
    Entry<FlueGasRemark> remark = require(call.enterprise(), run, month).remark();
    if (remark == null) {
      throw new ProblemException(EvaluationProblem.FLUE_GAS_NOT_EXPLAINED);
    }
    entries.accept(
        call, Entry.Kind.FLUE_GAS_REMARK, remark.id(), remark.version(), FlueGasRemark.class);
  }

  private Month require(EnterpriseId enterprise, RunFigures run, YearMonth month) {
    return months(enterprise, run).stream()
        .filter(one -> one.month().equals(month))
        .findFirst()
        .orElseThrow(() -> new ProblemException(EvaluationProblem.FLUE_GAS_NOTHING));
  }
}
