package io.tanheng.server.operate.intake.workbook;

import io.tanheng.server.operate.intake.workbook.Equation.Deviation;
import io.tanheng.server.operate.intake.workbook.Equation.Term;
import io.tanheng.server.operate.intake.workbook.FormulaText.SignedCell;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Subtotals against their parts and closing stocks against opening stock and flows.
///
/// Which rows are the parts is taken from the formulas of the row itself where most months have
/// one, else from its neighbours; either way only an equation that most months bear out is used.
final class SumChecks {
  private static final int MIN_PARTS = 2;

  /// A subtotal or stock is made of nearby rows; looking further would only cost time.
  private static final int ABOVE_MAX = 200;

  private final LedgerView view;
  private final Map<String, Series> seriesOfCell = new HashMap<>();

  SumChecks(LedgerView view) {
    this.view = view;
    for (Series series : view.series()) {
      series
          .months()
          .values()
          .forEach(cell -> seriesOfCell.put(series.sheet() + "!" + cell.ref(), series));
    }
  }

  List<Finding> check() {
    List<Finding> findings = new ArrayList<>();
    for (LedgerSheet sheet : view.sheets()) {
      for (Series series : sheet.series()) {
        if (view.unit(series).isEmpty()) {
          continue;
        }
        if (view.kind(series) == Meaning.Kind.STOCK) {
          firstThatHolds(List.of(fromFormulas(series), stockFromWords(sheet, series)))
              .ifPresent(
                  equation -> report(equation, IntakeProblem.STOCK_DOES_NOT_BALANCE, findings));
        } else if (view.vocabulary().mentions("subtotal", series.lastLabel())) {
          firstThatHolds(
                  List.of(
                      fromFormulas(series),
                      partsAbove(sheet, series, other -> sameLabel(series, other, 0)),
                      partsAbove(sheet, series, other -> sameLabel(series, other, 1)),
                      partsAbove(sheet, series, _ -> true)))
              .ifPresent(equation -> report(equation, IntakeProblem.SUBTOTAL_IS_NOT_SUM, findings));
        }
      }
    }
    return findings;
  }

  private Optional<Equation> firstThatHolds(List<Optional<Equation>> guesses) {
    return guesses.stream()
        .flatMap(Optional::stream)
        .filter(equation -> equation.holds(view))
        .findFirst();
  }

  private void report(Equation equation, IntakeProblem code, List<Finding> findings) {
    for (Deviation deviation : equation.deviations(view)) {
      SeriesCell cell = equation.left().requireCell(deviation.month());
      findings.add(
          view.finding(
                  code,
                  equation.left(),
                  cell,
                  Map.of(
                      "expected", LedgerView.number(deviation.expected()),
                      "difference", LedgerView.number(deviation.gap().negate())))
              .withRelated(equation.cells(deviation.month())));
    }
  }

  /// The equation most cells of the row write as their formula.
  private Optional<Equation> fromFormulas(Series series) {
    Map<Equation, Integer> votes = new HashMap<>();
    for (Map.Entry<YearMonth, SeriesCell> entry : series.months().entrySet()) {
      entry
          .getValue()
          .cell()
          .formula()
          .flatMap(formula -> FormulaText.signedSum(formula, series.sheet()))
          .flatMap(cells -> equation(series, entry.getKey(), cells))
          .ifPresent(equation -> votes.merge(equation, 1, Integer::sum));
    }
    return votes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(best -> view.rules().isRule(best.getValue(), series.months().size()))
        .map(Map.Entry::getKey);
  }

  private Optional<Equation> equation(Series series, YearMonth month, List<SignedCell> cells) {
    List<Term> terms = new ArrayList<>();
    boolean carriesOver = false;
    for (SignedCell cell : cells) {
      String address = cell.sheet() + "!" + cell.ref();
      boolean isOpening =
          series.sheet().equals(cell.sheet())
              && series.opening().filter(opening -> opening.ref().equals(cell.ref())).isPresent();
      Series other = seriesOfCell.get(address);
      if (isOpening || (series.equals(other) && cell.plus())) {
        carriesOver = true;
      } else if (other == null
          || !view.convertible(series, other)
          || !Optional.ofNullable(other.months().get(month))
              .filter(same -> same.ref().equals(cell.ref()))
              .isPresent()) {
        return Optional.empty();
      } else {
        terms.add(new Term(cell.plus(), other));
      }
    }
    return terms.isEmpty()
        ? Optional.empty()
        : Optional.of(new Equation(series, terms, carriesOver));
  }

  private static boolean sameLabel(Series one, Series other, int position) {
    return one.labels().size() > position + 1
        && other.labels().size() > position + 1
        && Vocabulary.normalise(one.labels().get(position))
            .equals(Vocabulary.normalise(other.labels().get(position)));
  }

  /// The rows above it in its block that match, back to the previous subtotal.
  private Optional<Equation> partsAbove(
      LedgerSheet sheet, Series subtotal, Predicate<Series> matches) {
    List<Term> terms = new ArrayList<>();
    for (Series other : above(sheet, subtotal)) {
      if (view.vocabulary().mentions("subtotal", other.lastLabel())) {
        terms.clear();
      } else if (view.convertible(subtotal, other) && matches.test(other)) {
        terms.add(new Term(true, other));
      }
    }
    return terms.size() < MIN_PARTS
        ? Optional.empty()
        : Optional.of(new Equation(subtotal, terms, false));
  }

  /// The flows of its block since the previous stock, with the direction their words say.
  private Optional<Equation> stockFromWords(LedgerSheet sheet, Series stock) {
    List<Term> terms = new ArrayList<>();
    for (Series other : above(sheet, stock)) {
      if (view.kind(other) == Meaning.Kind.STOCK) {
        terms.clear();
      } else if (view.convertible(stock, other)) {
        Optional<Boolean> direction = Direction.of(other, view.vocabulary());
        if (direction.isEmpty()) {
          return Optional.empty();
        }
        terms.add(new Term(direction.get(), other));
      }
    }
    return terms.size() < MIN_PARTS
        ? Optional.empty()
        : Optional.of(new Equation(stock, terms, true));
  }

  private static List<Series> above(LedgerSheet sheet, Series series) {
    List<Series> above =
        sheet.series().stream()
            .filter(other -> other.anchor().compareTo(series.anchor()) < 0)
            .filter(other -> other.block().equals(series.block()))
            .toList();
    return above.subList(Math.max(0, above.size() - ABOVE_MAX), above.size());
  }
}
