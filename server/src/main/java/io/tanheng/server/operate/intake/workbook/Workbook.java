package io.tanheng.server.operate.intake.workbook;

import java.util.List;
import java.util.Optional;

/// A workbook as read: its sheets in order.
public record Workbook(List<Sheet> sheets) {
  public Workbook {
    sheets = List.copyOf(sheets);
  }

  public Optional<Sheet> sheet(String name) {
    return sheets.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
  }
}
