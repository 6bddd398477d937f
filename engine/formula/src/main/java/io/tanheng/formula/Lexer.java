package io.tanheng.formula;

import io.tanheng.units.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a formula into words and reports every character that belongs to none.
final class Lexer {

  private static final Pattern KEBAB =
      Pattern.compile("[a-z][a-z0-9]*(-[a-z][a-z0-9]*)+(?![\\p{L}\\p{N}_])");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern NUMBER = Pattern.compile("[0-9][0-9.]*");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]+(\\.[0-9]+)?");
  private static final Pattern COMPARISON = Pattern.compile(">=|<=|!=|==|[><=≥≤≠]");

  private static final Map<Character, Token.Type> SIGNS =
      Map.ofEntries(
          Map.entry('+', Token.Type.PLUS),
          Map.entry('-', Token.Type.MINUS),
          Map.entry('−', Token.Type.MINUS),
          Map.entry('*', Token.Type.TIMES),
          Map.entry('×', Token.Type.TIMES),
          Map.entry('/', Token.Type.DIVIDED_BY),
          Map.entry('÷', Token.Type.DIVIDED_BY),
          Map.entry('(', Token.Type.OPEN),
          Map.entry('（', Token.Type.OPEN),
          Map.entry(')', Token.Type.CLOSE),
          Map.entry('）', Token.Type.CLOSE),
          Map.entry(',', Token.Type.COMMA),
          Map.entry('，', Token.Type.COMMA),
          Map.entry(':', Token.Type.COLON),
          Map.entry('：', Token.Type.COLON));

  private final SourceText source;
  private final String text;
  private final List<Problem> problems;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  Lexer(SourceText source, List<Problem> problems) {
    this.source = source;
    this.text = source.text();
    this.problems = problems;
  }

  List<Token> tokens() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '[') {
        bracket();
      } else if (!sign(c)
          && !matched(COMPARISON, Token.Type.COMPARISON)
          && !matched(KEBAB, Token.Type.NAME)
          && !matched(NAME, Token.Type.NAME)
          && !number()) {
        unexpected();
      }
    }
    tokens.add(new Token(Token.Type.END, "", new Span(text.length(), text.length() + 1)));
    return tokens;
  }

  private boolean sign(char c) {
    Token.Type type = SIGNS.get(c);
    if (type == null) {
      return false;
    }
    add(type, at + 1);
    return true;
  }

  private boolean matched(Pattern pattern, Token.Type type) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    matcher.useTransparentBounds(true);
    if (!matcher.lookingAt()) {
      return false;
    }
    add(type, matcher.end());
    return true;
  }

  private boolean number() {
    if (!matched(NUMBER, Token.Type.NUMBER)) {
      return false;
    }
    Token number = tokens.getLast();
    if (!DECIMAL.matcher(number.text()).matches()) {
      problem(FormulaProblem.BAD_NUMBER, number.span(), number.text());
      tokens.set(tokens.size() - 1, new Token(Token.Type.NUMBER, "1", number.span()));
    }
    return true;
  }

  private void bracket() {
    int close = text.indexOf(']', at);
    int end = close < 0 ? text.length() : close + 1;
    if (close < 0) {
      problem(FormulaProblem.UNCLOSED_BRACKET, new Span(at, end), text.substring(at));
    }
    String inside = text.substring(at + 1, close < 0 ? end : close);
    tokens.add(new Token(Token.Type.BRACKET, inside, new Span(at, end)));
    at = end;
  }

  private void unexpected() {
    int end = at + Character.charCount(text.codePointAt(at));
    problem(FormulaProblem.UNEXPECTED_CHARACTER, new Span(at, end), text.substring(at, end));
    at = end;
  }

  private void add(Token.Type type, int end) {
    tokens.add(new Token(type, text.substring(at, end), new Span(at, end)));
    at = end;
  }

  private void problem(FormulaProblem code, Span span, String found) {
    problems.add(Problem.of(code).with("found", found).at(source.position(span)));
  }
}
