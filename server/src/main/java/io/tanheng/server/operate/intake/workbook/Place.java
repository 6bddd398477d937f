package io.tanheng.server.operate.intake.workbook;

import org.jspecify.annotations.Nullable;

/// Where in an uploaded file something is; each part is absent when the problem concerns something
/// larger.
public record Place(
    @Nullable String sheet, @Nullable Integer row, @Nullable String column, @Nullable String cell) {
  public static final Place FILE = new Place(null, null, null, null);

  public static Place sheet(String sheet) {
    return new Place(sheet, null, null, null);
  }

  public static Place cell(String sheet, CellRef ref) {
    return new Place(sheet, ref.row(), CellRef.letters(ref.column()), ref.toString());
  }

  public static Place row(String sheet, int row) {
    return new Place(sheet, row, null, null);
  }
}
