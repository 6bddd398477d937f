package io.tanheng.server.operate.intake.workbook;

import io.tanheng.units.Dimension;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The year's total of a row against the sum of its months.
final class TotalChecks {
  private TotalChecks() {}

  static List<Finding> check(LedgerView view) {
    List<Finding> findings = new ArrayList<>();
    for (Series series : view.series()) {
      Optional<BigDecimal> written = series.total().flatMap(SeriesCell::value);
      if (written.isEmpty() || !adds(view, series)) {
        continue;
      }
      BigDecimal sum = series.values().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      if (view.rules().differ(written.get(), sum)) {
        findings.add(
            view.finding(
                IntakeProblem.TOTAL_IS_NOT_SUM,
                series,
                series.total().orElseThrow(),
                Map.of(
                    "sum", LedgerView.number(sum),
                    "difference", LedgerView.number(written.get().subtract(sum)))));
      }
    }
    return findings;
  }

  /// Whether months add up to a year: not for stocks, tests and ratios.
  private static boolean adds(LedgerView view, Series series) {
    boolean flows =
        switch (view.kind(series)) {
          case FLOW, OUTPUT, STATE -> true;
          case STOCK, QUALITY -> false;
        };
    boolean isRatio =
        view.unit(series).filter(unit -> unit.dimension().equals(Dimension.NONE)).isPresent();
    boolean plain =
        series.months().values().stream()
            .allMatch(
                cell -> cell.value().isPresent() || view.vocabulary().saysNothing(cell.shown()));
    return flows && !isRatio && plain && !series.totalIsMean();
  }
}
