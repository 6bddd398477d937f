package io.tanheng.server.operate.ledger;

import io.tanheng.server.operate.ledger.LedgerView.CellView;
import io.tanheng.server.operate.ledger.LedgerView.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Year;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// The ledger of a year as a workbook, one sheet per sheet of the plan, months as columns; the
/// import reads it back.
final class LedgerWorkbook {
  private static final String CONFIRMED_FILL = "E2EFDA";
  private static final int LABEL_WIDTH = 18;

  private LedgerWorkbook() {}

  static byte[] write(LedgerView view, Year year) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Tanheng", "1.0")) {
      for (String sheet : view.sheets()) {
        write(
            workbook.newWorksheet(sheet),
            view.rows().stream().filter(row -> row.parameter().sheet().equals(sheet)).toList(),
            year);
      }
      if (view.sheets().isEmpty()) {
        workbook.newWorksheet("台账").value(0, 0, "—");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(Worksheet sheet, List<Row> rows, Year year) {
    int labels = rows.stream().mapToInt(row -> row.parameter().labels().size()).max().orElse(1);
    for (int i = 0; i < labels; i++) {
      sheet.value(0, i, i == labels - 1 ? "指标" : "项目");
      sheet.width(i, LABEL_WIDTH);
    }
    sheet.value(0, labels, "计量单位");
    sheet.value(0, labels + 1, "年初库存");
    for (int month = 1; month <= 12; month++) {
      sheet.value(0, labels + 1 + month, year.atMonth(month).toString());
    }
    sheet.value(0, labels + 14, "合计");
    sheet.range(0, 0, 0, labels + 14).style().bold().fillColor("D9E1F2").set();
    sheet.freezePane(labels + 1, 1);
    int at = 1;
    for (Row row : rows) {
      write(sheet, row, at, labels);
      at++;
    }
  }

  /// A row; fewer labels than the sheet has columns stand to the right, so that the last is last.
  private static void write(Worksheet sheet, Row row, int at, int labels) {
    List<String> own = row.parameter().labels();
    for (int i = 0; i < own.size(); i++) {
      sheet.value(at, labels - own.size() + i, own.get(i));
    }
    sheet.value(at, labels, row.parameter().unit());
    cell(sheet, at, labels + 1, row.opening());
    for (int month = 0; month < row.cells().size(); month++) {
      cell(sheet, at, labels + 2 + month, row.cells().get(month));
    }
    if (row.total() != null) {
      sheet.value(at, labels + 14, row.total());
    }
  }

  private static void cell(Worksheet sheet, int row, int column, @Nullable CellView cell) {
    if (cell == null || cell.value() == null) {
      return;
    }
    sheet.value(row, column, cell.value());
    if (cell.state() != LineState.OPEN) {
      sheet.style(row, column).fillColor(CONFIRMED_FILL).set();
    }
  }
}
