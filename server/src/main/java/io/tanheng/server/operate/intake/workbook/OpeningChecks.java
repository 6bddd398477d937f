package io.tanheng.server.operate.intake.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Opening stock of the year against what the ledger of the year before closed with.
final class OpeningChecks {
  private OpeningChecks() {}

  static List<Finding> check(LedgerView view, Function<Series, Optional<BigDecimal>> lastClosing) {
    List<Finding> findings = new ArrayList<>();
    for (Series series : view.series()) {
      Optional<BigDecimal> opening = series.opening().flatMap(SeriesCell::value);
      Optional<BigDecimal> closing = lastClosing.apply(series);
      if (opening.isPresent()
          && closing.isPresent()
          && view.rules().differ(opening.get(), closing.get())) {
        findings.add(
            view.finding(
                IntakeProblem.OPENING_DIFFERS_FROM_LAST_CLOSING,
                series,
                series.opening().orElseThrow(),
                Map.of(
                    "closing", LedgerView.number(closing.get()),
                    "difference", LedgerView.number(opening.get().subtract(closing.get())))));
      }
    }
    return findings;
  }
}
