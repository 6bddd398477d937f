package io.tanheng.server.operate.ledger;

import io.tanheng.server.foundation.problem.Language;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.foundation.wire.SpreadsheetText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// The ledger as a list (UTF-8 with mark, CRLF): one line per value, headings and states in the
/// reader's language, the parameter in the words of the plant's own book.
final class LedgerCsv {
  private static final String MARK = "\uFEFF";
  private static final List<Text> HEADINGS =
      List.of(
          new Text("工作表", "Sheet"),
          new Text("参数", "Parameter"),
          new Text("月份", "Month"),
          new Text("数值", "Value"),
          new Text("单位", "Unit"),
          new Text("状态", "State"));
  private static final Text OPENING = new Text("年初库存", "Opening stock");

  private LedgerCsv() {}

  static byte[] write(LedgerView view, Language language) {
    StringBuilder text = new StringBuilder(MARK);
    line(text, HEADINGS.stream().map(heading -> heading.in(language)).toList());
    for (LedgerView.Row row : view.rows()) {
      String name = String.join(" ", row.parameter().labels());
      if (row.opening() != null && row.opening().value() != null) {
        line(text, values(row, name, OPENING.in(language), row.opening(), language));
      }
      for (LedgerView.CellView cell : row.cells()) {
        if (cell != null && cell.value() != null) {
          line(text, values(row, name, cell.month(), cell, language));
        }
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> values(
      LedgerView.Row row, String name, String month, LedgerView.CellView cell, Language language) {
    return List.of(
        SpreadsheetText.guarded(row.parameter().sheet()),
        SpreadsheetText.guarded(name),
        month,
        cell.value() == null ? "" : cell.value().toPlainString(),
        SpreadsheetText.guarded(cell.unit()),
        state(cell.state()).in(language));
  }

  private static Text state(LineState state) {
    return switch (state) {
      case OPEN -> new Text("待确认", "Open");
      case CONFIRMED -> new Text("已确认", "Confirmed");
      case LOCKED -> new Text("已锁定", "Locked");
    };
  }

  private static void line(StringBuilder text, List<String> values) {
    text.append(values.stream().map(LedgerCsv::quoted).collect(Collectors.joining(",")))
        .append("\r\n");
  }

  private static String quoted(String value) {
    return value.matches("(?s).*[\",\r\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }
}
