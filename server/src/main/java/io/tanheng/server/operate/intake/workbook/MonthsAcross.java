package io.tanheng.server.operate.intake.workbook;

import io.tanheng.units.Text;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Recognises a sheet whose months are columns and whose rows are parameters.
final class MonthsAcross {
  /// A row merged over most of the table is a block heading.
  private static final double BLOCK_WIDTH_SHARE = 0.6;

  private static final int ORPHAN_CELLS = 2;

  private final Sheet sheet;
  private final HeaderBand band;
  private final Year year;
  private final Vocabulary vocabulary;
  private final List<Finding> findings = new ArrayList<>();

  MonthsAcross(Sheet sheet, HeaderBand band, Year year, Vocabulary vocabulary) {
    this.sheet = sheet;
    this.band = band;
    this.year = year;
    this.vocabulary = vocabulary;
  }

  List<Finding> findings() {
    return findings;
  }

  LedgerSheet read() {
    SortedMap<Integer, YearMonth> months = months();
    List<Series> series = new ArrayList<>();
    if (!headingLinesUp()) {
      return sheet(months, series);
    }
    findings.addAll(MonthChecks.duplicates(sheet.name(), band.bottom(), months));
    Optional<String> block = Optional.empty();
    for (int row = band.bottom() + 1; row <= sheet.lastRow(); row++) {
      if (isNote(row)) {
        continue;
      }
      Optional<String> heading = blockHeading(row);
      if (heading.isPresent()) {
        block = heading;
      } else {
        series(row, block, months).ifPresent(series::add);
      }
    }
    return findings.isEmpty() ? sheet(months, series) : sheet(months, List.of());
  }

  private LedgerSheet sheet(SortedMap<Integer, YearMonth> months, List<Series> series) {
    return new LedgerSheet(
        sheet.name(),
        LedgerSheet.Role.DATA,
        LedgerSheet.Layout.MONTHS_AS_COLUMNS,
        band.rows(),
        months,
        series);
  }

  /// Months by column; a month without a year takes that of the group above it, of the title, or
  /// the chosen one.
  private SortedMap<Integer, YearMonth> months() {
    int yearOfTitles = yearOfTitles();
    SortedMap<Integer, YearMonth> months = new TreeMap<>();
    band.months()
        .forEach((column, name) ->
            months.put(column, YearMonth.of(name.year().orElse(yearOfTitles), name.month())));
    return months;
  }

  private int yearOfTitles() {
    for (int row = band.bottom(); row >= 1; row--) {
      for (Cell cell : sheet.row(row)) {
        Optional<Integer> named = Vocabulary.yearIn(cell.text());
        if (named.isPresent()) {
          return named.get();
        }
      }
    }
    return year.getValue();
  }

  /// Reports columns with data but no heading, and a group heading that is not over the months.
  private boolean headingLinesUp() {
    Optional<Region> group = band.group(sheet);
    List<Integer> orphans = orphanColumns();
    boolean groupIsOff =
        group.isPresent()
            && (group.get().first().column() != band.months().firstKey()
                || group.get().last().column() != band.months().lastKey());
    if (orphans.isEmpty() && !groupIsOff) {
      return true;
    }
    CellRef at =
        group.map(Region::first).orElseGet(() -> new CellRef(band.bottom(), orphans.getFirst()));
    List<String> columns =
        (orphans.isEmpty() ? List.of(band.months().firstKey()) : orphans)
            .stream().map(CellRef::letters).toList();
    String groupText =
        group
            .flatMap(region -> sheet.at(region.first()))
            .map(cell -> cell.content().shown())
            .orElse("-");
    findings.add(
        Finding.of(
            IntakeProblem.HEADER_MISMATCH,
            new Place(
                sheet.name(),
                at.row(),
                CellRef.letters(orphans.isEmpty() ? at.column() : orphans.getFirst()),
                at.toString()),
            Map.of(
                "sheet", Text.same(sheet.name()),
                "rows", Text.same(band.top() + "-" + band.bottom()),
                "columns", new Text(String.join("、", columns), String.join(", ", columns)),
                "group", Text.same(groupText),
                "region", Text.same(group.map(Region::toString).orElse(at.toString())),
                "missing", missingHeading())));
    return false;
  }

  private Text missingHeading() {
    boolean hasTotal =
        band.roles().containsValue(ColumnRole.TOTAL) || band.roles().containsValue(ColumnRole.MEAN);
    return hasTotal
        ? new Text("", "")
        : new Text("，且没有合计列", " and there is no column for the year's total");
  }

  /// Columns within the table that hold values but have no heading.
  private List<Integer> orphanColumns() {
    List<Integer> orphans = new ArrayList<>();
    for (int column = 1; column <= band.lastHeadingColumn() + 1; column++) {
      if (band.months().containsKey(column) || band.headings().containsKey(column)) {
        continue;
      }
      int filled = 0;
      for (int row = band.bottom() + 1; row <= sheet.lastRow(); row++) {
        if (sheet
            .at(row, column)
            .filter(cell -> !(cell.content() instanceof Content.Words))
            .isPresent()) {
          filled++;
        }
      }
      if (filled >= ORPHAN_CELLS) {
        orphans.add(column);
      }
    }
    return orphans;
  }

  private boolean isNote(int row) {
    return sheet.row(row).stream()
        .map(Cell::text)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .filter(vocabulary::isNote)
        .isPresent();
  }

  private Optional<String> blockHeading(int row) {
    List<Cell> cells = List.copyOf(sheet.row(row));
    if (cells.size() != 1 || cells.getFirst().text().isEmpty()) {
      return Optional.empty();
    }
    Cell only = cells.getFirst();
    Optional<Region> region = sheet.regionAt(row, only.ref().column());
    boolean wide =
        region.isPresent() && region.get().width() >= band.lastHeadingColumn() * BLOCK_WIDTH_SHARE;
    boolean leading =
        band.labelColumns().isEmpty() || only.ref().column() <= band.labelColumns().getFirst();
    return wide || leading ? Optional.of(only.text()) : Optional.empty();
  }

  private Optional<Series> series(
      int row, Optional<String> block, SortedMap<Integer, YearMonth> months) {
    SortedMap<YearMonth, SeriesCell> values = new TreeMap<>();
    months.forEach((column, month) ->
        sheet.at(row, column).ifPresent(cell -> values.put(month, new SeriesCell(cell))));
    Optional<SeriesCell> opening = cell(row, ColumnRole.OPENING);
    String unit = text(row, band.first(ColumnRole.UNIT));
    if (values.isEmpty() && opening.isEmpty() && unit.isEmpty()) {
      return Optional.empty();
    }
    List<String> labels =
        band.labelColumns().stream()
            .map(column -> sheet.seen(row, column).map(cell -> cell.content().shown()).orElse(""))
            .filter(text -> !text.isEmpty())
            .toList();
    int anchorColumn = band.labelColumns().isEmpty() ? 1 : band.labelColumns().getFirst();
    if (labels.isEmpty()) {
      findings.add(withoutLabel(row, anchorColumn));
      return Optional.empty();
    }
    Optional<SeriesCell> total = cell(row, ColumnRole.TOTAL);
    Optional<SeriesCell> mean = cell(row, ColumnRole.MEAN);
    String symbol = text(row, band.first(ColumnRole.SYMBOL));
    String source = text(row, band.first(ColumnRole.SOURCE));
    return Optional.of(
        new Series(
            sheet.name(),
            new CellRef(row, anchorColumn),
            block,
            labels,
            symbol.isEmpty() ? Optional.empty() : Optional.of(symbol),
            unit,
            new CellRef(row, band.first(ColumnRole.UNIT).orElse(anchorColumn)),
            values,
            opening,
            cell(row, ColumnRole.CLOSING),
            total.or(() -> mean),
            total.isEmpty(),
            source.isEmpty() ? Optional.empty() : Optional.of(source)));
  }

  private Finding withoutLabel(int row, int column) {
    return Finding.of(
        IntakeProblem.ROW_WITHOUT_LABEL,
        Place.cell(sheet.name(), new CellRef(row, column)),
        Map.of(
            "sheet", Text.same(sheet.name()),
            "cell", Text.same(new CellRef(row, column).toString())));
  }

  private Optional<SeriesCell> cell(int row, ColumnRole role) {
    return band.first(role).flatMap(column -> sheet.at(row, column)).map(SeriesCell::new);
  }

  private String text(int row, Optional<Integer> column) {
    return column.flatMap(at -> sheet.seen(row, at)).map(cell -> cell.content().shown()).orElse("");
  }
}
