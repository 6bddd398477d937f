package io.tanheng.units;

/// A stretch of one line of a text file.
///
/// @param file name as the user knows it
/// @param line from 1
/// @param column from 1, in characters
/// @param length in characters, at least 1
/// @param lineText the whole line, for the picture with the caret
public record SourcePosition(String file, int line, int column, int length, String lineText) {

  /// Characters of a line in its picture; a file written without line breaks is one long line.
  private static final int MOST_SHOWN = 120;

  private static final String CUT = "…";

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

  /// The line and, below it, carets under the stretch; wide characters take two columns. Of a long
  /// line only what surrounds the stretch is shown.
  public String picture() {
    int start = Math.min(column - 1, lineText.length());
    int from = lineText.length() <= MOST_SHOWN ? 0 : whole(start - MOST_SHOWN / 2);
    int to = whole(Math.min(from + MOST_SHOWN, lineText.length()));
    int end = Math.min(start + length, to);
    String before = (from > 0 ? CUT : "") + lineText.substring(from, start);
    String shown = before + lineText.substring(start, to) + (to < lineText.length() ? CUT : "");
    return shown + "\n" + padding(before) + carets(lineText.substring(start, end));
  }

  /// The index itself, or the one before where it would cut a character in two.
  private int whole(int index) {
    int within = Math.max(0, index);
    return within > 0
            && within < lineText.length()
            && Character.isLowSurrogate(lineText.charAt(within))
        ? within - 1
        : within;
  }

  private static String carets(String stretch) {
    return "^".repeat(Math.max(1, width(stretch)));
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
