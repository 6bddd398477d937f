package io.tanheng.server.operate.intake.workbook;

import java.util.Optional;

/// A rectangle of cells, both corners included: a merged region or the area a formula reads.
public record Region(CellRef first, CellRef last) {
  /// Reads `A1:B2` or a single cell.
  static Optional<Region> parse(String text) {
    int colon = text.indexOf(':');
    String from = colon < 0 ? text : text.substring(0, colon);
    String to = colon < 0 ? text : text.substring(colon + 1);
    return CellRef.parse(from).flatMap(first -> CellRef.parse(to).map(last -> of(first, last)));
  }

  private static Region of(CellRef one, CellRef other) {
    return new Region(
        new CellRef(Math.min(one.row(), other.row()), Math.min(one.column(), other.column())),
        new CellRef(Math.max(one.row(), other.row()), Math.max(one.column(), other.column())));
  }

  boolean contains(int row, int column) {
    return row >= first.row()
        && row <= last.row()
        && column >= first.column()
        && column <= last.column();
  }

  boolean contains(CellRef cell) {
    return contains(cell.row(), cell.column());
  }

  int width() {
    return last.column() - first.column() + 1;
  }

  int height() {
    return last.row() - first.row() + 1;
  }

  @Override
  public String toString() {
    return first.equals(last) ? first.toString() : first + ":" + last;
  }
}
