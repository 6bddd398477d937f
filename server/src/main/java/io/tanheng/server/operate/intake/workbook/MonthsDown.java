package io.tanheng.server.operate.intake.workbook;

import io.tanheng.server.operate.intake.workbook.MonthChecks.NamedMonth;
import io.tanheng.server.operate.intake.workbook.Vocabulary.MonthName;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Recognises a sheet with one row per month: a column per parameter, or a list of parameter,
/// month, value, unit.
final class MonthsDown {
  private static final int LOOK_AT_ROWS = 30;
  private static final int LOOK_BELOW_ROWS = 6;

  private final Sheet sheet;
  private final Year year;
  private final Vocabulary vocabulary;
  private final CellRef monthHeading;
  private final int bottom;
  private final List<Finding> findings = new ArrayList<>();
  private final List<NamedMonth> namedMonths = new ArrayList<>();

  private MonthsDown(Sheet sheet, Year year, Vocabulary vocabulary, CellRef monthHeading) {
    this.sheet = sheet;
    this.year = year;
    this.vocabulary = vocabulary;
    this.monthHeading = monthHeading;
    this.bottom =
        sheet
            .regionAt(monthHeading.row(), monthHeading.column())
            .map(region -> region.last().row())
            .orElse(monthHeading.row());
  }

  /// A heading such as `月份` with months below it.
  static Optional<MonthsDown> find(Sheet sheet, Year year, Vocabulary vocabulary) {
    return sheet.cells().stream()
        .filter(cell -> cell.ref().row() <= LOOK_AT_ROWS)
        .filter(cell ->
            vocabulary.role(cell.text()).filter(role -> role == ColumnRole.MONTH).isPresent())
        .map(cell -> new MonthsDown(sheet, year, vocabulary, cell.ref()))
        .filter(MonthsDown::hasMonthsBelow)
        .findFirst();
  }

  private boolean hasMonthsBelow() {
    return IntStream.rangeClosed(bottom + 1, bottom + LOOK_BELOW_ROWS)
        .mapToObj(this::monthCell)
        .flatMap(Optional::stream)
        .anyMatch(cell -> vocabulary.month(cell.content()).isPresent());
  }

  List<Finding> findings() {
    return findings;
  }

  List<NamedMonth> namedMonths() {
    return namedMonths;
  }

  private Optional<Cell> monthCell(int row) {
    return sheet.seen(row, monthHeading.column());
  }

  LedgerSheet read() {
    Optional<Integer> valueColumn = column(ColumnRole.VALUE);
    List<Series> series = valueColumn.isPresent() ? list(valueColumn.get()) : columns();
    return new LedgerSheet(
        sheet.name(),
        LedgerSheet.Role.DATA,
        LedgerSheet.Layout.MONTHS_AS_ROWS,
        IntStream.rangeClosed(monthHeading.row(), bottom).boxed().toList(),
        Collections.emptySortedMap(),
        findings.isEmpty() ? series : List.of());
  }

  private Optional<Integer> column(ColumnRole role) {
    return headings().entrySet().stream()
        .filter(entry -> vocabulary.role(entry.getValue().getLast()).equals(Optional.of(role)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// The texts over each column from top to bottom, without repeats.
  private SortedMap<Integer, List<String>> headings() {
    SortedMap<Integer, List<String>> headings = new TreeMap<>();
    int last = sheet.cells().stream().mapToInt(cell -> cell.ref().column()).max().orElse(0);
    for (int column = 1; column <= last; column++) {
      int at = column;
      List<String> texts =
          IntStream.rangeClosed(monthHeading.row(), bottom)
              .mapToObj(row -> sheet.seen(row, at))
              .flatMap(Optional::stream)
              .map(cell -> cell.content().shown())
              .distinct()
              .toList();
      if (!texts.isEmpty()) {
        headings.put(column, texts);
      }
    }
    return headings;
  }

  /// What the month column says in a row.
  private sealed interface RowMeaning {
    record OfMonth(YearMonth month) implements RowMeaning {}

    record Opening() implements RowMeaning {}

    record Yearly(boolean mean) implements RowMeaning {}

    record UnitRow() implements RowMeaning {}

    record Nothing() implements RowMeaning {}
  }

  private RowMeaning meaning(int row) {
    Optional<Cell> cell = monthCell(row);
    if (cell.isEmpty()) {
      return row == bottom + 1 ? new RowMeaning.UnitRow() : new RowMeaning.Nothing();
    }
    Optional<MonthName> month = vocabulary.month(cell.get().content());
    if (month.isPresent()) {
      return new RowMeaning.OfMonth(
          YearMonth.of(month.get().year().orElse(year.getValue()), month.get().month()));
    }
    return switch (vocabulary.role(cell.get().text()).orElse(ColumnRole.REMARK)) {
      case OPENING -> new RowMeaning.Opening();
      case TOTAL -> new RowMeaning.Yearly(false);
      case MEAN -> new RowMeaning.Yearly(true);
      case UNIT -> new RowMeaning.UnitRow();
      case SEQUENCE, LABEL, SYMBOL, CLOSING, SOURCE, REMARK, MONTH, VALUE ->
          new RowMeaning.Nothing();
    };
  }

  private void name(int row, YearMonth month) {
    namedMonths.add(new NamedMonth(sheet.name(), new CellRef(row, monthHeading.column()), month));
  }

  private List<Series> columns() {
    Map<Integer, RowMeaning> rows = new LinkedHashMap<>();
    Map<YearMonth, CellRef> seen = new TreeMap<>();
    for (int row = bottom + 1; row <= sheet.lastRow(); row++) {
      RowMeaning meaning = meaning(row);
      rows.put(row, meaning);
      if (meaning instanceof RowMeaning.OfMonth(YearMonth month)) {
        name(row, month);
        CellRef ref = new CellRef(row, monthHeading.column());
        CellRef first = seen.putIfAbsent(month, ref);
        if (first != null) {
          findings.add(MonthChecks.duplicate(sheet.name(), ref, first, month, ""));
        }
      }
    }
    List<Series> series = new ArrayList<>();
    headings()
        .forEach((column, texts) -> {
          Optional<ColumnRole> role = vocabulary.role(texts.getLast());
          boolean isParameter = column != monthHeading.column() && role.isEmpty();
          if (isParameter) {
            series.add(column(column, texts, rows));
          }
        });
    return series;
  }

  private Series column(int column, List<String> texts, Map<Integer, RowMeaning> rows) {
    Builder builder = new Builder(new CellRef(bottom, column));
    List<String> labels = new ArrayList<>(texts);
    Vocabulary.unitInHeading(labels.getLast())
        .ifPresent(split -> {
          labels.set(labels.size() - 1, split.name());
          builder.unit(split.unit(), new CellRef(bottom, column));
        });
    builder.labels = labels;
    rows.forEach(
        (row, meaning) -> sheet.at(row, column).ifPresent(cell -> builder.put(meaning, cell)));
    return builder.build();
  }

  private List<Series> list(int valueColumn) {
    Optional<Integer> unitColumn = column(ColumnRole.UNIT);
    List<Integer> labelColumns =
        headings().entrySet().stream()
            .filter(
                entry -> entry.getKey() != monthHeading.column() && entry.getKey() < valueColumn)
            .filter(entry ->
                vocabulary
                    .role(entry.getValue().getLast())
                    .map(role -> role == ColumnRole.LABEL)
                    .orElse(true))
            .map(Map.Entry::getKey)
            .toList();
    Map<String, Builder> builders = new LinkedHashMap<>();
    for (int row = bottom + 1; row <= sheet.lastRow(); row++) {
      int at = row;
      List<String> labels =
          labelColumns.stream()
              .map(column -> sheet.seen(at, column).map(cell -> cell.content().shown()).orElse(""))
              .filter(text -> !text.isEmpty())
              .toList();
      Optional<Cell> value = sheet.at(row, valueColumn);
      RowMeaning meaning = meaning(row);
      if (labels.isEmpty() || value.isEmpty() || meaning instanceof RowMeaning.Nothing) {
        continue;
      }
      int anchorColumn = labelColumns.getFirst();
      Builder builder =
          builders.computeIfAbsent(
              String.join("|", labels), _ -> new Builder(new CellRef(at, anchorColumn)));
      builder.labels = labels;
      unitColumn
          .flatMap(column -> sheet.seen(at, column))
          .ifPresent(
              cell -> builder.unit(cell.content().shown(), new CellRef(at, unitColumn.get())));
      if (meaning instanceof RowMeaning.OfMonth(YearMonth month)) {
        name(row, month);
        builder.refuseSecond(month, value.get());
      }
      builder.put(meaning, value.get());
    }
    return builders.values().stream().map(Builder::build).toList();
  }

  /// Collects the cells of one series.
  private final class Builder {
    private final CellRef anchor;
    private final SortedMap<YearMonth, SeriesCell> months = new TreeMap<>();
    private List<String> labels = List.of();
    private String unit = "";
    private CellRef unitCell;
    private @Nullable SeriesCell opening;
    private @Nullable SeriesCell total;
    private boolean mean;

    Builder(CellRef anchor) {
      this.anchor = anchor;
      this.unitCell = anchor;
    }

    void unit(String text, CellRef ref) {
      if (unit.isEmpty()) {
        unit = text;
        unitCell = ref;
      }
    }

    void refuseSecond(YearMonth month, Cell cell) {
      SeriesCell first = months.get(month);
      if (first != null) {
        findings.add(MonthChecks.duplicate(sheet.name(), cell.ref(), first.ref(), month, ""));
      }
    }

    void put(RowMeaning meaning, Cell cell) {
      switch (meaning) {
        case RowMeaning.OfMonth(YearMonth month) -> months.put(month, new SeriesCell(cell));
        case RowMeaning.Opening() -> opening = new SeriesCell(cell);
        case RowMeaning.Yearly(boolean isMean) -> {
          total = new SeriesCell(cell);
          mean = isMean;
        }
        case RowMeaning.UnitRow() -> unit(cell.content().shown(), cell.ref());
        case RowMeaning.Nothing() -> {}
      }
    }

    Series build() {
      return new Series(
          sheet.name(),
          anchor,
          Optional.empty(),
          labels,
          Optional.empty(),
          unit,
          unitCell,
          months,
          Optional.ofNullable(opening),
          Optional.empty(),
          Optional.ofNullable(total),
          mean,
          Optional.empty());
    }
  }
}
