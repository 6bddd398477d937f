package io.tanheng.server.operate.intake.workbook;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// What a row should be by the other rows: `left` of each month equals the signed sum of `terms`.
///
/// An equation is a guess from formulas or words until most months bear it out; only then do the
/// others deviate.
///
/// @param carriesOver whether the month before is a further term: a closing stock
record Equation(Series left, List<Term> terms, boolean carriesOver) {
  record Term(boolean plus, Series series) {}

  /// A month in which the equation does not hold.
  ///
  /// @param gap what the terms give beyond `left`
  record Deviation(YearMonth month, BigDecimal expected, BigDecimal gap) {}

  /// The deviating months, empty when the equation does not hold for most months.
  List<Deviation> deviations(LedgerView view) {
    List<Deviation> deviations = new ArrayList<>();
    int months = 0;
    Optional<BigDecimal> before = left.opening().flatMap(SeriesCell::value);
    for (var entry : new TreeMap<>(left.values()).entrySet()) {
      YearMonth month = entry.getKey();
      BigDecimal written = entry.getValue();
      if (!carriesOver || before.isPresent()) {
        months++;
        BigDecimal expected = expected(view, month, before);
        if (view.rules().differ(written, expected)) {
          deviations.add(new Deviation(month, expected, expected.subtract(written)));
        }
      }
      before = Optional.of(written);
    }
    return view.rules().isRule(months - deviations.size(), months) ? deviations : List.of();
  }

  /// Whether most months bear the equation out.
  boolean holds(LedgerView view) {
    int months = left.values().size() - (carriesOver && left.opening().isEmpty() ? 1 : 0);
    if (months < 2) {
      return false;
    }
    List<Deviation> deviations = deviations(view);
    return !deviations.isEmpty() || fitsEverywhere(view);
  }

  private boolean fitsEverywhere(LedgerView view) {
    Optional<BigDecimal> before = left.opening().flatMap(SeriesCell::value);
    for (var entry : left.values().entrySet()) {
      if ((!carriesOver || before.isPresent())
          && view.rules().differ(entry.getValue(), expected(view, entry.getKey(), before))) {
        return false;
      }
      before = Optional.of(entry.getValue());
    }
    return true;
  }

  private BigDecimal expected(LedgerView view, YearMonth month, Optional<BigDecimal> before) {
    BigDecimal sum = carriesOver ? before.orElse(BigDecimal.ZERO) : BigDecimal.ZERO;
    for (Term term : terms) {
      BigDecimal value = view.valueIn(term.series(), month, left);
      sum = term.plus() ? sum.add(value) : sum.subtract(value);
    }
    return sum;
  }

  /// The cells of a month that take part, as `sheet!cell`.
  List<String> cells(YearMonth month) {
    List<String> cells = new ArrayList<>();
    cells.add(address(left, month));
    for (Term term : terms) {
      if (term.series().months().containsKey(month)) {
        cells.add(address(term.series(), month));
      }
    }
    return cells;
  }

  private static String address(Series series, YearMonth month) {
    return series.sheet() + "!" + series.requireCell(month).ref();
  }
}
