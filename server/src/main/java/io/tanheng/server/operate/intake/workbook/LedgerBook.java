package io.tanheng.server.operate.intake.workbook;

import java.util.List;

/// A recognised workbook with everything that was found wrong in its form.
public record LedgerBook(List<LedgerSheet> sheets, List<Finding> findings) {
  public LedgerBook {
    sheets = List.copyOf(sheets);
    findings = List.copyOf(findings);
  }

  public List<Series> series() {
    return sheets.stream().flatMap(sheet -> sheet.series().stream()).toList();
  }

  public LedgerSheet.Layout layout() {
    return sheets.stream()
        .filter(sheet -> sheet.role() == LedgerSheet.Role.DATA)
        .map(LedgerSheet::layout)
        .findFirst()
        .orElse(LedgerSheet.Layout.NONE);
  }

  public boolean hasErrors() {
    return findings.stream().anyMatch(Finding::isError);
  }
}
