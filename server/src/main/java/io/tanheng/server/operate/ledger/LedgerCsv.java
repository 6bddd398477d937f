package io.tanheng.server.operate.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// The ledger as a list (UTF-8 with mark, CRLF): one line per value, as the import reads it back.
final class LedgerCsv {
  private static final String MARK = "\uFEFF";

  private LedgerCsv() {}

  static byte[] write(LedgerView view) {
    StringBuilder text = new StringBuilder(MARK);
    line(text, List.of("工作表", "参数", "月份", "数值", "单位", "状态"));
    for (LedgerView.Row row : view.rows()) {
      String name = String.join(" ", row.parameter().labels());
      if (row.opening() != null && row.opening().value() != null) {
        line(text, values(row, name, "年初库存", row.opening()));
      }
      for (LedgerView.CellView cell : row.cells()) {
        if (cell != null && cell.value() != null) {
          line(text, values(row, name, cell.month(), cell));
        }
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> values(
      LedgerView.Row row, String name, String month, LedgerView.CellView cell) {
    return List.of(
        row.parameter().sheet(),
        name,
        month,
        cell.value() == null ? "" : cell.value().toPlainString(),
        cell.unit(),
        cell.state().name());
  }

  private static void line(StringBuilder text, List<String> values) {
    text.append(values.stream().map(LedgerCsv::quoted).collect(Collectors.joining(",")))
        .append("\r\n");
  }

  /// A text that a spreadsheet would take for a formula is kept text.
  private static String quoted(String value) {
    boolean isFormula = !value.isEmpty() && "=@\t".indexOf(value.charAt(0)) >= 0;
    String safe = isFormula ? "'" + value : value;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
