package io.tanheng.server.operate.intake;

import io.tanheng.server.operate.intake.workbook.Series;
import io.tanheng.server.operate.intake.workbook.SeriesCell;
import io.tanheng.server.operate.ledger.LedgerLine;
import io.tanheng.server.operate.ledger.Slot;
import io.tanheng.server.operate.measure.DefineParameter;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.units.Unit;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// What an import would do with one row.
///
/// @param suggestion a parameter that may be meant, to be decided by a person
/// @param unit the unit as written, where it is understood
record RowPlan(
    Series series,
    Target target,
    Optional<Parameter> suggestion,
    Optional<Unit> unit,
    List<CellPlan> cells) {

  /// Where the values of a row go.
  sealed interface Target {
    record Existing(Parameter parameter) implements Target {}

    record Proposed(DefineParameter parameter) implements Target {}

    record Ignored() implements Target {}

    record Undecided() implements Target {}
  }

  /// How a value relates to the ledger as it is.
  enum Change {
    NEW,
    SAME,
    CHANGED,
    CONFIRMED
  }

  /// One value of the row.
  record CellPlan(
      YearMonth month,
      Slot slot,
      SeriesCell cell,
      BigDecimal value,
      Change change,
      Optional<LedgerLine> present) {
    boolean isWritten() {
      return change == Change.NEW || change == Change.CHANGED;
    }
  }

  Optional<Parameter> parameter() {
    return target instanceof Target.Existing(Parameter parameter)
        ? Optional.of(parameter)
        : Optional.empty();
  }
}
