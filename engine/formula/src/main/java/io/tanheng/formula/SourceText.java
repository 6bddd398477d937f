package io.tanheng.formula;

import io.tanheng.units.SourcePosition;

/// The text of a formula and where it stands in a file.
///
/// @param file name as the user knows it
/// @param line line of the first character, from 1
/// @param column column of the first character, from 1
public record SourceText(String file, int line, int column, String text) {

  /// A formula that stands in no file, named for messages.
  public static SourceText of(String name, String text) {
    return new SourceText(name, 1, 1, text);
  }

  /// The stretch from `start` to `end` (exclusive); the picture shows the line of the formula it is
  /// in.
  SourcePosition position(Span span) {
    int start = Math.min(span.start(), text.length());
    int lineStart = text.lastIndexOf('\n', start - 1) + 1;
    int lineEnd = text.indexOf('\n', start);
    String lineText = text.substring(lineStart, lineEnd < 0 ? text.length() : lineEnd);
    boolean first = lineStart == 0;
    int linesBefore = (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    int offset = first ? column - 1 : 0;
    int length = Math.max(1, Math.min(span.end(), lineStart + lineText.length()) - start);
    return new SourcePosition(
        file,
        line + linesBefore,
        offset + start - lineStart + 1,
        length,
        " ".repeat(offset) + lineText);
  }
}
