package io.tanheng.server.operate.intake.workbook;

import java.util.Optional;

/// A cell's place in its sheet; row and column count from 1, so `H16` is row 16, column 8.
public record CellRef(int row, int column) implements Comparable<CellRef> {
  private static final int ALPHABET = 26;
  private static final int MAX_LETTERS = 3;
  private static final int MAX_DIGITS = 7;

  public CellRef {
    if (row < 1 || column < 1) {
      throw new IllegalArgumentException("row and column count from 1: " + row + ", " + column);
    }
  }

  /// Reads `H16` or `$H$16`; empty when the text is no cell reference.
  public static Optional<CellRef> parse(String text) {
    int column = 0;
    int letters = 0;
    int at = 0;
    if (at < text.length() && text.charAt(at) == '$') {
      at++;
    }
    while (at < text.length() && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z') {
      column = column * ALPHABET + (text.charAt(at) - 'A' + 1);
      letters++;
      at++;
    }
    if (at < text.length() && text.charAt(at) == '$') {
      at++;
    }
    int row = 0;
    int digits = 0;
    while (at < text.length()
        && text.charAt(at) >= '0'
        && text.charAt(at) <= '9'
        && digits < MAX_DIGITS) {
      row = row * 10 + (text.charAt(at) - '0');
      digits++;
      at++;
    }
    if (at != text.length() || letters == 0 || letters > MAX_LETTERS || row == 0) {
      return Optional.empty();
    }
    return Optional.of(new CellRef(row, column));
  }

  /// The letters of a column: 1 is `A`, 27 is `AA`.
  public static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest > 0; rest = (rest - 1) / ALPHABET) {
      letters.insert(0, (char) ('A' + (rest - 1) % ALPHABET));
    }
    return letters.toString();
  }

  @Override
  public int compareTo(CellRef other) {
    return row != other.row
        ? Integer.compare(row, other.row)
        : Integer.compare(column, other.column);
  }

  @Override
  public String toString() {
    return letters(column) + row;
  }
}
