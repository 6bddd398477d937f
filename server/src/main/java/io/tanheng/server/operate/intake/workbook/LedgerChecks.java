package io.tanheng.server.operate.intake.workbook;

import io.tanheng.units.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// All checks of a recognised ledger: errors of its cells and units, and warnings where figures do
/// not fit.
public final class LedgerChecks {
  private static final int LISTED_MAX = 1_000;

  private final Vocabulary vocabulary;
  private final CheckRules rules = CheckRules.standard();

  public LedgerChecks(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// What is known of the series from outside the workbook.
  ///
  /// @param unit the unit of the parameter a series is mapped to
  /// @param lastClosing the closing stock of the year before, in the unit of the series
  /// @param ignored series a person has said not to import; their cells are not checked
  public record Known(
      Function<Series, Meaning> meaning,
      Function<Series, Optional<String>> unit,
      Function<Series, Optional<BigDecimal>> lastClosing,
      Predicate<Series> ignored) {
    /// Nothing but the words of the workbook.
    public static Known byWords(Vocabulary vocabulary) {
      return new Known(
          series -> Meaning.of(series, vocabulary),
          _ -> Optional.empty(),
          _ -> Optional.empty(),
          _ -> false);
    }
  }

  /// The findings of recognition and of all checks, errors first, in the order of the workbook.
  public List<Finding> check(Workbook workbook, LedgerBook book, Known known) {
    List<Finding> findings = new ArrayList<>(book.findings());
    SeriesIndex index = new SeriesIndex(book.series());
    findings.addAll(FormulaErrors.find(dataSheets(workbook, book), index));
    findings.addAll(UncalculatedFormulas.find(dataSheets(workbook, book), book.series()));
    ValueChecks values = new ValueChecks(vocabulary, index);
    UnitChecks units = new UnitChecks(vocabulary);
    for (Series series : book.series()) {
      if (!known.ignored().test(series)) {
        findings.addAll(units.check(series, known.unit().apply(series)));
        findings.addAll(values.check(series, known.meaning().apply(series)));
      }
    }
    LedgerView view = new LedgerView(book, known.meaning(), vocabulary, rules);
    findings.addAll(TotalChecks.check(view));
    findings.addAll(new SumChecks(view).check());
    findings.addAll(new SupplyChecks(view).check());
    findings.addAll(new TestValueChecks(view).check());
    findings.addAll(OpeningChecks.check(view, known.lastClosing()));
    findings.sort(Comparator.comparing(Finding::severity));
    return limited(findings);
  }

  /// The first findings, and how many more there are: a list of thousands helps nobody.
  private static List<Finding> limited(List<Finding> findings) {
    if (findings.size() <= LISTED_MAX) {
      return List.copyOf(findings);
    }
    List<Finding> first = new ArrayList<>(findings.subList(0, LISTED_MAX));
    first.addFirst(
        Finding.of(
            findings.getFirst().isError()
                ? IntakeProblem.TOO_MANY_ERRORS
                : IntakeProblem.TOO_MANY_WARNINGS,
            Place.FILE,
            Map.of(
                "count", Text.same(Integer.toString(findings.size())),
                "listed", Text.same(Integer.toString(LISTED_MAX)))));
    return List.copyOf(first);
  }

  private static List<Sheet> dataSheets(Workbook workbook, LedgerBook book) {
    return book.sheets().stream()
        .filter(sheet -> sheet.role() == LedgerSheet.Role.DATA)
        .map(sheet -> workbook.sheet(sheet.name()).orElseThrow())
        .toList();
  }
}
