package io.tanheng.server.operate.intake.workbook;

import io.tanheng.units.Text;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/// Checks of the months a workbook names: each once, all of the chosen year.
final class MonthChecks {
  private MonthChecks() {}

  /// A month of a heading with the cell that names it.
  record NamedMonth(String sheet, CellRef ref, YearMonth month) {}

  static List<Finding> duplicates(
      String sheet, int headingRow, SortedMap<Integer, YearMonth> months) {
    Map<YearMonth, CellRef> seen = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<Integer, YearMonth> entry : months.entrySet()) {
      CellRef ref = new CellRef(headingRow, entry.getKey());
      CellRef first = seen.putIfAbsent(entry.getValue(), ref);
      if (first != null) {
        findings.add(duplicate(sheet, ref, first, entry.getValue(), missing(months)));
      }
    }
    return findings;
  }

  static Finding duplicate(
      String sheet, CellRef ref, CellRef first, YearMonth month, String missing) {
    return Finding.of(
        IntakeProblem.DUPLICATE_MONTH,
        Place.cell(sheet, ref),
        Map.of(
            "sheet", Text.same(sheet),
            "month", Text.same(month.toString()),
            "first", Text.same(first.toString()),
            "cell", Text.same(ref.toString()),
            "missing",
                missing.isEmpty()
                    ? new Text("", "")
                    : new Text("，缺少 " + missing, ", and " + missing + " is missing")));
  }

  /// Months absent between the first and the last named one.
  private static String missing(SortedMap<Integer, YearMonth> months) {
    TreeSet<YearMonth> named = new TreeSet<>(months.values());
    Set<String> missing = new LinkedHashSet<>();
    for (YearMonth month = named.first();
        month.isBefore(named.last());
        month = month.plusMonths(1)) {
      if (!named.contains(month)) {
        missing.add(month.toString());
      }
    }
    return String.join(", ", missing);
  }

  /// One problem for the whole file: its months are of another year than the chosen one.
  static List<Finding> wrongYear(List<NamedMonth> months, Year year) {
    List<NamedMonth> wrong =
        months.stream().filter(named -> named.month().getYear() != year.getValue()).toList();
    if (wrong.isEmpty()) {
      return List.of();
    }
    NamedMonth first = wrong.getFirst();
    Map<String, List<String>> cellsBySheet = new LinkedHashMap<>();
    wrong.forEach(named ->
        cellsBySheet
            .computeIfAbsent(named.sheet(), _ -> new ArrayList<>())
            .add(named.ref().toString()));
    return List.of(
        Finding.of(
                IntakeProblem.WRONG_YEAR,
                Place.cell(first.sheet(), first.ref()),
                Map.of(
                    "sheet", Text.same(first.sheet()),
                    "cell", Text.same(first.ref().toString()),
                    "month", Text.same(first.month().toString()),
                    "found", Text.same(Integer.toString(first.month().getYear())),
                    "year", Text.same(year.toString()),
                    "sheets", Text.same(Integer.toString(cellsBySheet.size()))))
            .withRelated(wrong.stream().map(named -> named.sheet() + "!" + named.ref()).toList()));
  }
}
