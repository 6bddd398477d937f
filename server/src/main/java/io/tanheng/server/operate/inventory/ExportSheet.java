package io.tanheng.server.operate.inventory;

import java.math.BigDecimal;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// Writes cells of a worksheet downwards. Numbers are numbers, everything else is text that no
/// program takes for a formula.
final class ExportSheet {
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final Worksheet sheet;
  private int next;

  ExportSheet(Worksheet sheet) {
    this.sheet = sheet;
  }

  void heading(Object... cells) {
    int row = next;
    row(cells);
    sheet.range(row, 0, row, Math.max(0, cells.length - 1)).style().bold().set();
  }

  void row(@Nullable Object... cells) {
    for (int column = 0; column < cells.length; column++) {
      Object cell = cells[column];
      if (cell instanceof BigDecimal value) {
        sheet.value(next, column, value);
      } else if (cell != null) {
        sheet.value(next, column, harmless(cell.toString()));
      }
    }
    next++;
  }

  static String harmless(String text) {
    // A text that begins like a formula, and is no number, gets an apostrophe in front: it stays a
    // text even when the sheet is saved as CSV and opened again.
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula && !text.matches("[-+]?\\d+(\\.\\d+)?") ? "'" + text : text;
  }
}
