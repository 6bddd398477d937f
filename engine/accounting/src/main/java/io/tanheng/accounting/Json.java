package io.tanheng.accounting;

import io.tanheng.units.Problem;
import io.tanheng.units.Result;
import io.tanheng.units.SourcePosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A JSON value that remembers where it stands, so that problems of a case file point into it.
sealed interface Json {

  SourcePosition at();

  record JsonObject(Map<String, Json> members, SourcePosition at) implements Json {}

  record JsonArray(List<Json> items, SourcePosition at) implements Json {}

  record JsonText(String text, SourcePosition at) implements Json {}

  /// A number, kept as it is written.
  record JsonNumber(String text, SourcePosition at) implements Json {}

  /// `true`, `false` or `null`.
  record JsonWord(String word, SourcePosition at) implements Json {}

  static Result<Json> read(String file, String text) {
    return new JsonReader(file, text).read();
  }
}

/// A strict reader of JSON (RFC 8259).
final class JsonReader {

  private static final int MAX_DEPTH = 100;

  private final String file;
  private final String text;
  private final List<String> lines;
  private int at;
  private int line;
  private int lineStart;

  JsonReader(String file, String text) {
    this.file = file;
    this.text = text;
    this.lines = text.lines().toList();
  }

  /// A syntax error, thrown and caught in this class only.
  private static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String detail;

    Unreadable(String detail) {
      super(detail, null, false, false);
      this.detail = detail;
    }
  }

  Result<Json> read() {
    try {
      Json value = value(0);
      skipBlanks();
      if (at < text.length()) {
        throw new Unreadable("unexpected '" + text.charAt(at) + "'");
      }
      return Result.of(value);
    } catch (Unreadable e) {
      return Result.failure(
          Problem.of(AccountingProblem.INVALID_JSON).with("detail", e.detail).at(here(1)));
    }
  }

  private Json value(int depth) {
    if (depth > MAX_DEPTH) {
      throw new Unreadable("nested too deeply");
    }
    skipBlanks();
    char next = peek();
    return switch (next) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  private Json object(int depth) {
    SourcePosition start = here(1);
    at++;
    var members = new LinkedHashMap<String, Json>();
    skipBlanks();
    if (peek() == '}') {
      at++;
      return new Json.JsonObject(members, start);
    }
    do {
      skipBlanks();
      if (peek() != '"') {
        throw new Unreadable("a name in quotes is expected");
      }
      String name = string().text();
      expect(':');
      if (members.putIfAbsent(name, value(depth + 1)) != null) {
        throw new Unreadable("\"" + name + "\" occurs twice");
      }
    } while (more('}'));
    return new Json.JsonObject(members, start);
  }

  private Json array(int depth) {
    SourcePosition start = here(1);
    at++;
    var items = new ArrayList<Json>();
    skipBlanks();
    if (peek() == ']') {
      at++;
      return new Json.JsonArray(items, start);
    }
    do {
      items.add(value(depth + 1));
    } while (more(']'));
    return new Json.JsonArray(items, start);
  }

  /// Passes a comma (true) or the closing bracket (false).
  private boolean more(char close) {
    skipBlanks();
    char next = peek();
    if (next != ',' && next != close) {
      throw new Unreadable("',' or '" + close + "' is expected");
    }
    at++;
    return next == ',';
  }

  private void expect(char wanted) {
    skipBlanks();
    if (peek() != wanted) {
      throw new Unreadable("'" + wanted + "' is expected");
    }
    at++;
  }

  private Json.JsonText string() {
    SourcePosition start = here(1);
    var read = new StringBuilder();
    at++;
    for (char c = peek(); c != '"'; c = peek()) {
      if (c < ' ') {
        throw new Unreadable("a text must not contain a line break");
      }
      at++;
      read.append(c == '\\' ? escaped() : c);
    }
    at++;
    int length = Math.max(1, at - lineStart - start.column() + 1);
    return new Json.JsonText(
        read.toString(),
        new SourcePosition(file, start.line(), start.column(), length, start.lineText()));
  }

  private char escaped() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw new Unreadable("unknown escape '\\" + c + "'");
    };
  }

  private char unicode() {
    if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
      throw new Unreadable("\\u needs four hexadecimal digits");
    }
    at += 4;
    return (char) Integer.parseInt(text.substring(at - 4, at), 16);
  }

  private Json number() {
    int start = at;
    SourcePosition place = here(1);
    while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String digits = text.substring(start, at);
    if (!digits.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
      at = start;
      throw new Unreadable("a value is expected");
    }
    return new Json.JsonNumber(digits, place);
  }

  private Json word(String wanted) {
    if (!text.startsWith(wanted, at)) {
      throw new Unreadable("a value is expected");
    }
    SourcePosition start = here(wanted.length());
    at += wanted.length();
    return new Json.JsonWord(wanted, start);
  }

  private char peek() {
    if (at >= text.length()) {
      throw new Unreadable("the text ends too early");
    }
    return text.charAt(at);
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n\uFEFF".indexOf(text.charAt(at)) >= 0) {
      if (text.charAt(at) == '\n') {
        line++;
        lineStart = at + 1;
      }
      at++;
    }
  }

  private SourcePosition here(int length) {
    String content = line < lines.size() ? lines.get(line) : "";
    return new SourcePosition(file, line + 1, at - lineStart + 1, length, content);
  }
}
