package io.tanheng.server.operate.intake.workbook;

import io.tanheng.server.foundation.wire.SpreadsheetText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Comma-separated text (RFC 4180) as a workbook of one sheet; plain numbers become figures, all
/// else stays text.
final class CsvParser {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");

  private final String text;
  private final List<Cell> cells = new ArrayList<>();
  private int row = 1;
  private int column = 1;

  private CsvParser(String text) {
    this.text = text;
  }

  /// Empty when the text has no separator at all or passes the limits.
  static Optional<Workbook> read(String text, String fileName, Limits limits) {
    CsvParser parser = new CsvParser(text);
    parser.parse();
    boolean isTable = parser.cells.stream().anyMatch(cell -> cell.ref().column() > 1);
    boolean fits =
        parser.cells.stream()
            .allMatch(cell ->
                cell.ref().row() <= limits.rows() && cell.ref().column() <= limits.columns());
    if (!isTable || !fits) {
      return Optional.empty();
    }
    int dot = fileName.lastIndexOf('.');
    String name = dot > 0 ? fileName.substring(0, dot) : fileName;
    return Optional.of(new Workbook(List.of(new Sheet(name, false, parser.cells, List.of()))));
  }

  private void parse() {
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          field.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          field.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && field.isEmpty()) {
        quoted = true;
      } else if (c == ',') {
        end(field);
        column++;
      } else if (c == '\n') {
        end(field);
        row++;
        column = 1;
      } else if (c != '\r') {
        field.append(c);
      }
    }
    end(field);
  }

  private void end(StringBuilder field) {
    String value = field.toString();
    field.setLength(0);
    if (value.isBlank()) {
      return;
    }
    Content content =
        NUMBER.matcher(value.strip()).matches()
            ? new Content.Figure(new BigDecimal(value.strip()))
            : new Content.Words(SpreadsheetText.unguarded(value));
    cells.add(new Cell(new CellRef(row, column), content, Optional.empty()));
  }
}
