package io.tanheng.server.operate.evaluation;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.operate.inventory.FigureReading;
import io.tanheng.server.operate.inventory.InventoryId;
import io.tanheng.server.operate.inventory.RunFigures;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Sector benchmarks (行业对标, 6.3.3-e), entered with their source and held against intensities of a
/// run.
@Service
public class Benchmarks {
  private static final int DECIMALS = 6;
  private static final int PERCENT_DECIMALS = 2;

  private final Entries entries;
  private final FigureReading figures;

  Benchmarks(Entries entries, FigureReading figures) {
    this.entries = entries;
    this.figures = figures;
  }

  /// A benchmark beside the run's own value.
  ///
  /// @param own the run's intensity in the unit of the benchmark
  /// @param differencePercent of the benchmark; negative is better than it
  record Comparison(
      RunFigures.Figure intensity, BigDecimal own, Optional<BigDecimal> differencePercent) {}

  RunFigures run(EnterpriseId enterprise, InventoryId id) {
    return figures.require(enterprise, id);
  }

  List<Entry<BenchmarkContent>> list(EnterpriseId enterprise, String method) {
    return entries.list(enterprise, Entry.Kind.BENCHMARK, BenchmarkContent.class).stream()
        .filter(entry -> entry.content().method().equals(method))
        .toList();
  }

  /// Absent when the run has no such intensity.
  Optional<Comparison> compare(RunFigures run, BenchmarkContent benchmark) {
    return run.intensities().stream()
        .filter(one -> one.key().equals(benchmark.intensity()))
        .findFirst()
        .map(one -> comparison(one, benchmark));
  }

  private static Comparison comparison(RunFigures.Figure intensity, BenchmarkContent benchmark) {
    Unit unit = Units.standard().require(benchmark.unit());
    Quantity own =
        new Quantity(Rational.of(intensity.value()), Units.standard().require(intensity.unit()))
            .in(unit);
    Rational stated = Rational.of(benchmark.value());
    Optional<BigDecimal> difference =
        stated.isZero()
            ? Optional.empty()
            : Optional.of(
                own.value()
                    .minus(stated)
                    .times(Rational.of(100))
                    .dividedBy(stated)
                    .toDecimal(PERCENT_DECIMALS, RoundingMode.HALF_UP));
    return new Comparison(intensity, own.toDecimal(DECIMALS, RoundingMode.HALF_UP), difference);
  }

  /// Keeps a benchmark whose unit is of the kind of the run's intensity.
  Entry<BenchmarkContent> enter(CallContext call, InventoryId run, BenchmarkContent benchmark) {
    RunFigures known = figures.require(call.enterprise(), run);
    requireComparable(known, benchmark);
    return entries.add(
        call, Entry.Kind.BENCHMARK, benchmark.subject(), benchmark, BenchmarkContent.class);
  }

  Entry<BenchmarkContent> change(
      CallContext call, EntryId id, long version, InventoryId run, BenchmarkContent benchmark) {
    RunFigures known = figures.require(call.enterprise(), run);
    requireComparable(known, benchmark);
    return entries.change(
        call,
        Entry.Kind.BENCHMARK,
        id,
        version,
        benchmark.subject(),
        benchmark,
        BenchmarkContent.class);
  }

  void withdraw(CallContext call, EntryId id, long version) {
    entries.withdraw(call, Entry.Kind.BENCHMARK, id, version, BenchmarkContent.class);
  }

  private static void requireComparable(RunFigures run, BenchmarkContent benchmark) {
    RunFigures.Figure intensity =
        run.intensities().stream()
            .filter(one -> one.key().equals(benchmark.intensity()))
            .findFirst()
            .orElseThrow(() ->
                new ProblemException(
                    EvaluationProblem.INTENSITY_UNKNOWN,
                    Map.of("intensity", benchmark.intensity())));
    Optional<Unit> unit = Units.standard().parse(benchmark.unit()).find();
    if (unit.filter(one -> one.convertsTo(Units.standard().require(intensity.unit()))).isEmpty()) {
      throw new ProblemException(
          EvaluationProblem.BENCHMARK_UNIT,
          Map.of("unit", benchmark.unit(), "wanted", intensity.unit()));
    }
  }
}
