package io.tanheng.server.operate.inventory;

import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The months of an inventory, first and last included; all within one calendar year, because the
/// opening stock and the published factors are those of a year.
public record InventoryPeriod(YearMonth from, YearMonth to) {
  public InventoryPeriod {
    if (from.isAfter(to) || from.getYear() != to.getYear()) {
      throw new IllegalArgumentException("not months of one year: " + from + " to " + to);
    }
  }

  public static InventoryPeriod of(Year year) {
    return new InventoryPeriod(year.atMonth(1), year.atMonth(12));
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
