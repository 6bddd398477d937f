package io.tanheng.server.operate.intake.workbook;

import io.tanheng.server.operate.intake.workbook.Vocabulary.MonthName;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The heading of a sheet whose months run across: one or more rows, the lowest naming the months.
record HeaderBand(
    int top,
    int bottom,
    NavigableMap<Integer, MonthName> months,
    Map<Integer, String> headings,
    Map<Integer, ColumnRole> roles) {
  private static final int LOOK_AT_ROWS = 30;

  /// The first row that names months beside at least one known heading.
  static Optional<HeaderBand> find(Sheet sheet, Vocabulary vocabulary) {
    int last = Math.min(LOOK_AT_ROWS, sheet.lastRow());
    for (int row = 1; row <= last; row++) {
      NavigableMap<Integer, MonthName> months = new TreeMap<>();
      for (Cell cell : sheet.row(row)) {
        vocabulary.month(cell.content()).ifPresent(month -> months.put(cell.ref().column(), month));
      }
      if (!months.isEmpty()) {
        Optional<HeaderBand> band = at(sheet, row, months, vocabulary);
        if (band.isPresent()) {
          return band;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<HeaderBand> at(
      Sheet sheet, int bottom, NavigableMap<Integer, MonthName> months, Vocabulary vocabulary) {
    int columns = lastColumn(sheet);
    int top = bottom;
    while (top > 1 && belongsToHeading(sheet, top - 1, top, columns, vocabulary)) {
      top--;
    }
    Map<Integer, String> headings = new HashMap<>();
    Map<Integer, ColumnRole> roles = new HashMap<>();
    for (int column = 1; column <= columns; column++) {
      if (months.containsKey(column)) {
        continue;
      }
      String heading = lowestText(sheet, top, bottom, column);
      int at = column;
      if (!heading.isEmpty()) {
        headings.put(column, heading);
        vocabulary.role(heading).ifPresent(role -> roles.put(at, role));
      }
    }
    boolean isHeading =
        roles.values().stream()
            .anyMatch(role -> role != ColumnRole.MONTH && role != ColumnRole.VALUE);
    return isHeading
        ? Optional.of(new HeaderBand(top, bottom, months, headings, roles))
        : Optional.empty();
  }

  private static int lastColumn(Sheet sheet) {
    return sheet.cells().stream().mapToInt(cell -> cell.ref().column()).max().orElse(0);
  }

  private static boolean belongsToHeading(
      Sheet sheet, int upper, int lower, int columns, Vocabulary vocabulary) {
    boolean spanned =
        sheet.merges().stream()
            .anyMatch(region ->
                region.contains(upper, region.first().column())
                    && region.contains(lower, region.first().column()));
    boolean named =
        IntStream.rangeClosed(1, columns)
            .mapToObj(column -> sheet.at(upper, column))
            .flatMap(Optional::stream)
            .anyMatch(cell -> vocabulary.role(cell.text()).isPresent());
    return spanned || named;
  }

  private static String lowestText(Sheet sheet, int top, int bottom, int column) {
    for (int row = bottom; row >= top; row--) {
      Optional<Region> region = sheet.regionAt(row, column);
      boolean isGroup = region.isPresent() && region.get().width() > 1;
      String text =
          isGroup ? "" : sheet.seen(row, column).map(cell -> cell.content().shown()).orElse("");
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  List<Integer> rows() {
    return IntStream.rangeClosed(top, bottom).boxed().toList();
  }

  Optional<Integer> first(ColumnRole role) {
    return roles.entrySet().stream()
        .filter(entry -> entry.getValue() == role)
        .map(Map.Entry::getKey)
        .min(Integer::compare);
  }

  /// Columns of labels: known headings, and unknown ones left of the first month.
  List<Integer> labelColumns() {
    return headings.keySet().stream()
        .filter(column ->
            roles.get(column) == ColumnRole.LABEL
                || (!roles.containsKey(column) && column < months.firstKey()))
        .sorted()
        .toList();
  }

  /// The heading merged over several columns above the months, such as `2025年`.
  Optional<Region> group(Sheet sheet) {
    return sheet.merges().stream()
        .filter(region ->
            region.width() > 1
                && region.first().row() >= top
                && region.first().row() <= bottom
                && months.subMap(region.first().column(), true, region.last().column(), true).size()
                    > 0)
        .findFirst();
  }

  int lastHeadingColumn() {
    return Collections.max(
        List.of(
            months.lastKey(),
            headings.keySet().stream().mapToInt(Integer::intValue).max().orElse(0)));
  }
}
