package io.tanheng.server.operate.intake.workbook;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Test values far from the row's other months, hours beyond the calendar, and ratios outside their
/// usual band.
final class TestValueChecks {
  private static final BigDecimal HOURS_OF_DAY = BigDecimal.valueOf(24);

  private final LedgerView view;

  TestValueChecks(LedgerView view) {
    this.view = view;
  }

  List<Finding> check() {
    List<Finding> findings = new ArrayList<>();
    for (Series series : view.series()) {
      if (view.kind(series) == Meaning.Kind.QUALITY) {
        outliers(series, findings);
      }
      hours(series, findings);
    }
    view.rules().ratios().forEach(rule -> ratio(rule, findings));
    return findings;
  }

  private void outliers(Series series, List<Finding> findings) {
    SortedMap<YearMonth, BigDecimal> values = series.values();
    if (values.size() < view.rules().outlierMonths()) {
      return;
    }
    values.forEach((month, value) -> {
      SortedMap<YearMonth, BigDecimal> others = new TreeMap<>(values);
      others.remove(month);
      BigDecimal usual = Median.of(others.values());
      BigDecimal spread =
          Median.of(others.values().stream().map(other -> other.subtract(usual).abs()).toList())
              .max(resolution(values.values()));
      BigDecimal distance = value.subtract(usual).abs();
      boolean far = distance.compareTo(usual.abs().multiply(view.rules().outlierShare())) > 0;
      boolean unusual = distance.compareTo(spread.multiply(view.rules().outlierSpread())) > 0;
      if (far && unusual) {
        findings.add(
            view.finding(
                IntakeProblem.OUTLIER,
                series,
                series.requireCell(month),
                Map.of("usual", LedgerView.number(usual))));
      }
    });
  }

  /// The smallest step the row's figures can make: a test reported to 0.01 spreads by at least
  /// that.
  private static BigDecimal resolution(Collection<BigDecimal> values) {
    int decimals = values.stream().mapToInt(BigDecimal::scale).max().orElse(0);
    return BigDecimal.ONE.movePointLeft(Math.max(0, decimals));
  }

  private void hours(Series series, List<Finding> findings) {
    boolean isHours = view.unit(series).filter(unit -> unit.symbol().equals("h")).isPresent();
    if (!isHours) {
      return;
    }
    series
        .values()
        .forEach((month, value) -> {
          BigDecimal calendar = HOURS_OF_DAY.multiply(BigDecimal.valueOf(month.lengthOfMonth()));
          if (value.compareTo(calendar) > 0) {
            findings.add(
                view.finding(
                    IntakeProblem.IMPOSSIBLE_HOURS,
                    series,
                    series.requireCell(month),
                    Map.of("calendar", LedgerView.number(calendar))));
          }
        });
  }

  private void ratio(CheckRules.RatioRule rule, List<Finding> findings) {
    for (Series numerator : withLastLabel(rule.numerator())) {
      for (Series denominator : withLastLabel(rule.denominator())) {
        if (sameDevice(numerator, denominator) && view.convertible(numerator, denominator)) {
          ratio(rule, numerator, denominator, findings);
        }
      }
    }
  }

  private List<Series> withLastLabel(String word) {
    return view.series().stream()
        .filter(
            series -> Vocabulary.normalise(series.lastLabel()).contains(Vocabulary.normalise(word)))
        .toList();
  }

  private static boolean sameDevice(Series one, Series other) {
    return one.labels().size() == other.labels().size()
        && one.labels().size() > 1
        && one.labels()
            .subList(0, one.labels().size() - 1)
            .equals(other.labels().subList(0, other.labels().size() - 1));
  }

  private void ratio(
      CheckRules.RatioRule rule, Series numerator, Series denominator, List<Finding> findings) {
    numerator
        .values()
        .forEach((month, value) -> {
          BigDecimal below = view.valueIn(denominator, month, numerator);
          if (below.signum() <= 0) {
            return;
          }
          boolean outside =
              value.compareTo(below.multiply(rule.low())) < 0
                  || value.compareTo(below.multiply(rule.high())) > 0;
          if (outside) {
            findings.add(
                view.finding(
                    IntakeProblem.RATIO_OUT_OF_BAND,
                    numerator,
                    numerator.requireCell(month),
                    Map.of(
                        "ratio", rule.name(),
                        "value",
                            LedgerView.number(
                                value.divide(below, 3, java.math.RoundingMode.HALF_UP)),
                        "low", LedgerView.number(rule.low()),
                        "high", LedgerView.number(rule.high()))));
          }
        });
  }
}
