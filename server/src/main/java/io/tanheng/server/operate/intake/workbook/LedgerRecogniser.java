package io.tanheng.server.operate.intake.workbook;

import io.tanheng.server.operate.intake.workbook.MonthChecks.NamedMonth;
import io.tanheng.units.Text;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Recognises the ledger in a workbook: which sheets hold data, which way the months run, which
/// series there are.
///
/// Knows the words of [Vocabulary], not the layout of any enterprise.
public final class LedgerRecogniser {
  private final Vocabulary vocabulary;

  public LedgerRecogniser(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// Reads every sheet of a workbook that is meant for the given year.
  ///
  /// @param expectedSheets the sheets the enterprise's ledger is known to have, possibly none
  public LedgerBook recognise(Workbook workbook, Year year, Set<String> expectedSheets) {
    List<Finding> findings = new ArrayList<>();
    List<NamedMonth> months = new ArrayList<>();
    List<LedgerSheet> sheets = new ArrayList<>();
    Set<String> expected = expected(workbook, expectedSheets);
    for (Sheet sheet : workbook.sheets()) {
      sheets.add(sheet(sheet, year, expected, findings, months));
    }
    List<LedgerSheet> data =
        sheets.stream().filter(sheet -> sheet.role() == LedgerSheet.Role.DATA).toList();
    if (data.isEmpty() && findings.stream().noneMatch(Finding::isError)) {
      findings.add(Finding.of(IntakeProblem.NO_LEDGER_FOUND, Place.FILE, Map.of()));
    }
    findings.addAll(missingSheets(sheets, expected));
    findings.addAll(MonthChecks.wrongYear(months, year));
    findings.addAll(duplicateRows(sheets));
    return new LedgerBook(sheets, findings);
  }

  private LedgerSheet sheet(
      Sheet sheet,
      Year year,
      Set<String> expected,
      List<Finding> findings,
      List<NamedMonth> months) {
    if (vocabulary.isCover(sheet.name())) {
      return LedgerSheet.without(sheet.name(), LedgerSheet.Role.COVER);
    }
    if (sheet.hidden() || sheet.cells().isEmpty()) {
      return LedgerSheet.without(sheet.name(), LedgerSheet.Role.IGNORED);
    }
    Optional<MonthsDown> down = MonthsDown.find(sheet, year, vocabulary);
    if (down.isPresent()) {
      LedgerSheet read = down.get().read();
      findings.addAll(down.get().findings());
      months.addAll(down.get().namedMonths());
      return read;
    }
    Optional<HeaderBand> band = HeaderBand.find(sheet, vocabulary);
    if (band.isPresent()) {
      MonthsAcross across = new MonthsAcross(sheet, band.get(), year, vocabulary);
      LedgerSheet read = across.read();
      findings.addAll(across.findings());
      int row = band.get().bottom();
      read.monthColumns()
          .forEach((column, month) ->
              months.add(new NamedMonth(sheet.name(), new CellRef(row, column), month)));
      return read;
    }
    IntakeProblem code =
        expected.contains(Vocabulary.normalise(sheet.name()))
            ? IntakeProblem.MONTH_NOT_RECOGNISED
            : IntakeProblem.SHEET_IGNORED;
    findings.add(
        Finding.of(code, Place.sheet(sheet.name()), Map.of("sheet", Text.same(sheet.name()))));
    return LedgerSheet.without(sheet.name(), LedgerSheet.Role.IGNORED);
  }

  /// The sheets this workbook must have: those known of the enterprise, or those of a ledger if it
  /// looks like one.
  ///
  /// A file with only a few of them is a partial import and must have none.
  private Set<String> expected(Workbook workbook, Set<String> known) {
    Set<String> wanted =
        (known.isEmpty() ? Set.copyOf(vocabulary.ledgerSheets()) : known)
            .stream().map(Vocabulary::normalise).collect(Collectors.toSet());
    long present =
        workbook.sheets().stream()
            .filter(sheet -> wanted.contains(Vocabulary.normalise(sheet.name())))
            .count();
    return present * 2 > wanted.size() ? wanted : Set.of();
  }

  private List<Finding> missingSheets(List<LedgerSheet> sheets, Set<String> expected) {
    Set<String> present =
        sheets.stream()
            .map(sheet -> Vocabulary.normalise(sheet.name()))
            .collect(Collectors.toSet());
    List<String> names = expected.stream().sorted().toList();
    Text all = new Text(String.join("、", names), String.join(", ", names));
    return expected.stream()
        .filter(name -> !present.contains(name))
        .sorted()
        .map(name ->
            Finding.of(
                IntakeProblem.MISSING_SHEET,
                Place.sheet(name),
                Map.of("sheet", Text.same(name), "expected", all)))
        .toList();
  }

  private static List<Finding> duplicateRows(List<LedgerSheet> sheets) {
    List<Finding> findings = new ArrayList<>();
    for (LedgerSheet sheet : sheets) {
      Map<String, Series> seen = new HashMap<>();
      for (Series series : sheet.series()) {
        Series first = seen.putIfAbsent(series.labelKey(), series);
        if (first != null) {
          findings.add(
              Finding.of(
                  IntakeProblem.DUPLICATE_ROW,
                  Place.cell(sheet.name(), series.anchor()),
                  Map.of(
                      "sheet", Text.same(sheet.name()),
                      "cell", Text.same(series.anchor().toString()),
                      "label", Text.same(series.name()),
                      "first", Text.same(first.anchor().toString()))));
        }
      }
    }
    return findings;
  }
}
