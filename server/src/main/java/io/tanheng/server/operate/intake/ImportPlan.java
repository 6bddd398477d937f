package io.tanheng.server.operate.intake;

import io.tanheng.server.operate.intake.workbook.Finding;
import io.tanheng.server.operate.intake.workbook.IntakeProblem;
import io.tanheng.server.operate.intake.workbook.LedgerSheet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// What an import would do: every row with its target, every finding.
record ImportPlan(List<LedgerSheet> sheets, List<RowPlan> rows, List<Finding> findings) {
  /// Errors that a decision about rows can put right; all others need another file.
  private static final Set<IntakeProblem> DECIDABLE =
      EnumSet.of(IntakeProblem.ROW_NOT_MAPPED, IntakeProblem.LINE_CONFIRMED);

  ImportState state() {
    return findings.stream()
            .anyMatch(finding -> finding.isError() && !DECIDABLE.contains(finding.code()))
        ? ImportState.REJECTED
        : ImportState.PREVIEW;
  }

  List<Finding> errors() {
    return findings.stream().filter(Finding::isError).toList();
  }

  LedgerSheet.Layout layout() {
    return sheets.stream()
        .filter(sheet -> sheet.role() == LedgerSheet.Role.DATA)
        .map(LedgerSheet::layout)
        .findFirst()
        .orElse(LedgerSheet.Layout.NONE);
  }

  /// Changes when anything the person saw in the preview changes.
  String fingerprint() {
    StringBuilder text = new StringBuilder();
    for (RowPlan row : rows) {
      text.append(row.series().id()).append(' ').append(row.target()).append('\n');
      row.cells()
          .forEach(cell ->
              text.append(cell.cell().ref())
                  .append(cell.value().toPlainString())
                  .append(cell.change())
                  .append(cell.present().map(line -> line.id() + "/" + line.version()).orElse(""))
                  .append('\n'));
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 32);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
