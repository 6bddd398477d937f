package io.tanheng.server.operate.intake.workbook;

import io.tanheng.units.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Formulas without a result where values are read: a program wrote them and did not calculate.
/// Elsewhere, such as in a column of totals, they harm nothing.
final class UncalculatedFormulas {
  private record Found(String sheet, CellRef ref) {}

  private UncalculatedFormulas() {}

  /// One finding at the first of them, with their number.
  static List<Finding> find(List<Sheet> sheets, List<Series> series) {
    List<Found> found = new ArrayList<>();
    for (Sheet sheet : sheets) {
      List<CellRef> read =
          series.stream()
              .filter(one -> one.sheet().equals(sheet.name()))
              .flatMap(UncalculatedFormulas::values)
              .map(SeriesCell::ref)
              .toList();
      Set<Integer> columns = new HashSet<>();
      read.forEach(ref -> columns.add(ref.column()));
      int first = read.stream().mapToInt(CellRef::row).min().orElse(Integer.MAX_VALUE);
      sheet.uncalculated().stream()
          .filter(ref -> ref.row() >= first && columns.contains(ref.column()))
          .forEach(ref -> found.add(new Found(sheet.name(), ref)));
    }
    return found.isEmpty() ? List.of() : List.of(finding(found));
  }

  private static Stream<SeriesCell> values(Series series) {
    return Stream.of(
            series.months().values().stream(), series.opening().stream(), series.closing().stream())
        .flatMap(cells -> cells);
  }

  private static Finding finding(List<Found> found) {
    Found first = found.getFirst();
    return Finding.of(
        IntakeProblem.FORMULAS_NOT_CALCULATED,
        Place.cell(first.sheet(), first.ref()),
        Map.of(
            "sheet", Text.same(first.sheet()),
            "cell", Text.same(first.ref().toString()),
            "count", Text.same(Integer.toString(found.size()))));
  }
}
