package io.tanheng.accounting;

import java.util.Map;

/// Writes JSON in one fixed way: members in the order they are given, two blanks of indent or none
/// at all.
///
/// Values are texts, whole numbers, booleans, maps and lists; figures are texts, so that no digit
/// is lost.
public final class JsonWriter {

  private final StringBuilder out = new StringBuilder();
  private final boolean indented;

  private JsonWriter(boolean indented) {
    this.indented = indented;
  }

  /// For people.
  public static String indented(Object value) {
    return write(value, true);
  }

  /// For storing and digests.
  public static String compact(Object value) {
    return write(value, false);
  }

  private static String write(Object value, boolean indented) {
    var writer = new JsonWriter(indented);
    writer.value(value, 0);
    return writer.out.toString();
  }

  private void value(Object value, int depth) {
    switch (value) {
      case Map<?, ?> map -> object(map, depth);
      case Iterable<?> list -> array(list, depth);
      case String text -> text(text);
      case Integer number -> out.append(number);
      case Boolean flag -> out.append(flag);
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    }
  }

  private void object(Map<?, ?> map, int depth) {
    out.append('{');
    boolean first = true;
    for (Map.Entry<?, ?> member : map.entrySet()) {
      separate(first, depth + 1);
      first = false;
      text((String) member.getKey());
      out.append(indented ? ": " : ":");
      value(member.getValue(), depth + 1);
    }
    close(first, depth, '}');
  }

  private void array(Iterable<?> list, int depth) {
    out.append('[');
    boolean first = true;
    for (Object item : list) {
      separate(first, depth + 1);
      first = false;
      value(item, depth + 1);
    }
    close(first, depth, ']');
  }

  private void separate(boolean first, int depth) {
    if (!first) {
      out.append(',');
    }
    newLine(depth);
  }

  private void close(boolean empty, int depth, char bracket) {
    if (!empty) {
      newLine(depth);
    }
    out.append(bracket);
  }

  private void newLine(int depth) {
    if (indented) {
      out.append('\n').repeat("  ", depth);
    }
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
