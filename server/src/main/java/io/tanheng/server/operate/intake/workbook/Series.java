package io.tanheng.server.operate.intake.workbook;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One parameter of the ledger as the workbook shows it: labels, unit and its cells by month.
///
/// @param anchor the cell that stands for the whole series: first label of its row, or heading of
///   its column
/// @param block the block heading above it, for people
/// @param totalIsMean whether the yearly column is an average
public record Series(
    String sheet,
    CellRef anchor,
    Optional<String> block,
    List<String> labels,
    Optional<String> symbol,
    String unitText,
    CellRef unitCell,
    SortedMap<YearMonth, SeriesCell> months,
    Optional<SeriesCell> opening,
    Optional<SeriesCell> closing,
    Optional<SeriesCell> total,
    boolean totalIsMean,
    Optional<String> dataSource) {
  public Series {
    labels = List.copyOf(labels);
    months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
  }

  /// Identifies the series within its workbook.
  public String id() {
    return sheet + "!" + anchor;
  }

  /// Labels as one text for people.
  public String name() {
    return String.join(" ", labels);
  }

  /// The labels as they are remembered: without width, spaces and case.
  public String labelKey() {
    return labels.stream().map(Vocabulary::normalise).collect(Collectors.joining("|"));
  }

  Optional<SeriesCell> cell(YearMonth month) {
    return Optional.ofNullable(months.get(month));
  }

  /// The cell of a month that is known to have one.
  SeriesCell requireCell(YearMonth month) {
    return cell(month).orElseThrow();
  }

  Optional<BigDecimal> value(YearMonth month) {
    return cell(month).flatMap(SeriesCell::value);
  }

  /// The months that hold a plain number.
  public SortedMap<YearMonth, BigDecimal> values() {
    SortedMap<YearMonth, BigDecimal> values = new TreeMap<>();
    for (Map.Entry<YearMonth, SeriesCell> entry : months.entrySet()) {
      entry.getValue().value().ifPresent(value -> values.put(entry.getKey(), value));
    }
    return values;
  }

  String lastLabel() {
    return labels.isEmpty() ? "" : labels.getLast();
  }
}
