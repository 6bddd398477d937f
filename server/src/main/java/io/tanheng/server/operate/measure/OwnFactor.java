package io.tanheng.server.operate.measure;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.units.Quantity;
import java.time.LocalDate;
import java.time.YearMonth;

/// One factor of the enterprise: measured, from a supplier, or set by itself.
///
/// @param id the row by which a binding names it
/// @param symbol the input it feeds, such as `NCV`
/// @param printed the number as it was entered
/// @param proof what it rests on, such as a laboratory report
/// @param approved whether it was approved as it stands
public record OwnFactor(
    String id,
    Text name,
    String symbol,
    Quantity value,
    String printed,
    Text proof,
    LocalDate validFrom,
    LocalDate validTo,
    boolean approved) {

  /// Whether it holds for every day of the month.
  public boolean holdsIn(YearMonth month) {
    return !validFrom.isAfter(month.atDay(1)) && !validTo.isBefore(month.atEndOfMonth());
  }

  /// Whether it holds on any day between two.
  public boolean holdsBetween(LocalDate from, LocalDate to) {
    return !validFrom.isAfter(to) && !validTo.isBefore(from);
  }
}
