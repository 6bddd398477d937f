package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.ProblemException;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The months of an inventory, first and last included; all within one calendar year, because the
/// opening stock and the published factors are those of a year.
public record InventoryPeriod(YearMonth from, YearMonth to) {
  static final int FIRST_YEAR = 2000;
  static final int LAST_YEAR = 2100;

  public InventoryPeriod {
    if (from.isAfter(to) || from.getYear() != to.getYear()) {
      throw new IllegalArgumentException("not months of one year: " + from + " to " + to);
    }
  }

  public static InventoryPeriod of(Year year) {
    return new InventoryPeriod(year.atMonth(1), year.atMonth(12));
  }

  /// Refuses years that no ledger of a plant can be of.
  public static void requireYear(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new ProblemException(
          InventoryProblem.PERIOD_RANGE,
          Map.of("first", FIRST_YEAR, "last", LAST_YEAR, "year", year));
    }
  }

  public Year year() {
    return Year.of(from.getYear());
  }

  /// The year, where the period is the whole of one.
  public Optional<Year> wholeYear() {
    return from.getMonthValue() == 1 && to.getMonthValue() == 12
        ? Optional.of(year())
        : Optional.empty();
  }

  public List<YearMonth> months() {
    List<YearMonth> months = new ArrayList<>();
    for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
      months.add(month);
    }
    return months;
  }
}
