package io.tanheng.units;

/// A stretch of one line of a text file.
///
/// @param file name as the user knows it
/// @param line from 1
/// @param column from 1, in characters
/// @param length in characters, at least 1
/// @param lineText the whole line, for the picture with the caret
public record SourcePosition(String file, int line, int column, int length, String lineText) {

  public SourcePosition {
    if (line < 1 || column < 1 || length < 1) {
      throw new IllegalArgumentException(
          "line, column and length count from 1: %d, %d, %d".formatted(line, column, length));
    }
  }

  /// `method.yaml:12:5`.
  public String place() {
    return file + ":" + line + ":" + column;
  }

  /// The line and, below it, carets under the stretch; wide characters take two columns.
  public String picture() {
    int start = Math.min(column - 1, lineText.length());
    int end = Math.min(start + length, lineText.length());
    String margin = padding(lineText.substring(0, start));
    String carets = "^".repeat(Math.max(1, width(lineText.substring(start, end))));
    return lineText + "\n" + margin + carets;
  }

  private static String padding(String text) {
    var blank = new StringBuilder();
    text.codePoints().forEach(c -> blank.append(c == '\t' ? "\t" : isWide(c) ? "  " : " "));
    return blank.toString();
  }

  private static int width(String text) {
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int character) {
    return Character.isIdeographic(character)
        || (character >= 0x3000 && character <= 0x303F)
        || (character >= 0xFF00 && character <= 0xFF60);
  }
}
