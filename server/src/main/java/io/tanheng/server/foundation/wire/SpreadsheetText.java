package io.tanheng.server.foundation.wire;

/// Texts on their way into a spreadsheet: what a spreadsheet would take for a formula stays text.
/// For texts only; a number is written as it is, `-12.5` included.
public final class SpreadsheetText {
  private static final String STARTS = "=+-@\t\r";
  private static final char GUARD = '\'';

  private SpreadsheetText() {}

  public static String guarded(String text) {
    return startsLikeFormula(text) ? GUARD + text : text;
  }

  /// The text before it was guarded.
  public static String unguarded(String text) {
    return !text.isEmpty() && text.charAt(0) == GUARD && startsLikeFormula(text.substring(1))
        ? text.substring(1)
        : text;
  }

  private static boolean startsLikeFormula(String text) {
    return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
  }
}
