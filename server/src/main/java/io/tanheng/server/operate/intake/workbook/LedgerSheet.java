package io.tanheng.server.operate.intake.workbook;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;

/// What a sheet was recognised as.
///
/// @param headerRows the rows of the heading, 1-based
/// @param monthColumns month by column number; empty when months run down the rows
public record LedgerSheet(
    String name,
    Role role,
    Layout layout,
    List<Integer> headerRows,
    SortedMap<Integer, YearMonth> monthColumns,
    List<Series> series) {
  /// What the sheet is for.
  public enum Role {
    DATA,
    COVER,
    IGNORED
  }

  /// Which way the months run.
  public enum Layout {
    MONTHS_AS_COLUMNS,
    MONTHS_AS_ROWS,
    NONE
  }

  static LedgerSheet without(String name, Role role) {
    return new LedgerSheet(
        name, role, Layout.NONE, List.of(), java.util.Collections.emptySortedMap(), List.of());
  }

  LedgerSheet withoutSeries() {
    return new LedgerSheet(name, role, layout, headerRows, monthColumns, List.of());
  }
}
