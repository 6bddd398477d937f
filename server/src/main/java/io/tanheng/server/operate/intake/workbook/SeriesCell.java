package io.tanheng.server.operate.intake.workbook;

import java.math.BigDecimal;
import java.util.Optional;

/// One value of a series where it stands in the workbook.
public record SeriesCell(Cell cell) {
  public CellRef ref() {
    return cell.ref();
  }

  /// The number, when the cell plainly is one.
  public Optional<BigDecimal> value() {
    return cell.content() instanceof Content.Figure(BigDecimal value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /// The content as written, for messages and the ledger's "as written".
  public String shown() {
    return cell.content().shown();
  }
}
