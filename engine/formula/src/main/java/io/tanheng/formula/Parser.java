package io.tanheng.formula;

import io.tanheng.units.Problem;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Builds the tree of a formula. After a mistake it goes on, so that one look shows all of them.
final class Parser {

  private static final int DEEPEST = 60;

  private final SourceText source;
  private final Units units;
  private final List<Problem> problems;
  private final List<Token> tokens;
  private final Set<String> openIndexes = new HashSet<>();
  private int at;
  private int depth;
  private boolean silent;

  Parser(SourceText source, Units units, List<Problem> problems) {
    this.source = source;
    this.units = units;
    this.problems = problems;
    this.tokens = new Lexer(source, problems).tokens();
  }

  Node parse() {
    if (peek().is(Token.Type.END)) {
      if (problems.isEmpty()) {
        report(FormulaProblem.EMPTY, peek().span());
      }
      return filler(peek().span());
    }
    Node formula = sum();
    while (!peek().is(Token.Type.END)) {
      formula = goOn(formula);
    }
    return formula;
  }

  /// Something is left over behind a whole formula: say what is wrong with it and read on.
  private Node goOn(Node before) {
    Token token = peek();
    switch (token.type()) {
      case CLOSE -> {
        report(FormulaProblem.UNMATCHED_PARENTHESIS, token.span());
        at++;
      }
      case COMMA, COLON -> {
        report(FormulaProblem.UNEXPECTED_SEPARATOR, token);
        at++;
      }
      case COMPARISON -> {
        report(FormulaProblem.COMPARISON_OUTSIDE_IF, token.span());
        at++;
      }
      case BRACKET -> misplacedUnit();
      case PLUS, MINUS, TIMES, DIVIDED_BY -> {
        return chain(before);
      }
      case NUMBER, NAME, OPEN -> missingOperator(token);
      case END -> throw new IllegalStateException("nothing is left over");
    }
    return startsOperand(peek()) ? sum() : before;
  }

  private Node sum() {
    return chain(product());
  }

  private Node chain(Node first) {
    Node result = productFrom(first);
    while (true) {
      Token token = peek();
      Node.Operator operator =
          switch (token.type()) {
            case PLUS -> Node.Operator.PLUS;
            case MINUS -> Node.Operator.MINUS;
            default -> null;
          };
      if (operator == null) {
        return result;
      }
      at++;
      result = new Node.Binary(operator, result, product(), token.span());
    }
  }

  private Node product() {
    return productFrom(factor());
  }

  private Node productFrom(Node first) {
    Node result = first;
    while (true) {
      Token token = peek();
      switch (token.type()) {
        case TIMES -> {
          at++;
          result = new Node.Binary(Node.Operator.TIMES, result, factor(), token.span());
        }
        case DIVIDED_BY -> {
          at++;
          result = new Node.Binary(Node.Operator.DIVIDED_BY, result, factor(), token.span());
        }
        case NUMBER, NAME, OPEN -> {
          missingOperator(token);
          result = new Node.Binary(Node.Operator.TIMES, result, factor(), token.span());
        }
        case BRACKET -> misplacedUnit();
        default -> {
          return result;
        }
      }
    }
  }

  private Node factor() {
    if (depth == DEEPEST) {
      return tooDeep();
    }
    depth++;
    Node factor = factorOf();
    depth--;
    return factor;
  }

  /// Ends the reading: what follows would only repeat the complaint.
  private Node tooDeep() {
    Token token = peek();
    report(FormulaProblem.TOO_DEEP, token.span());
    at = tokens.size() - 1;
    silent = true;
    return filler(token.span());
  }

  private Node factorOf() {
    int before = at;
    Token token = next();
    return switch (token.type()) {
      case NUMBER -> number(token);
      case NAME -> named(token);
      case OPEN -> parenthesis(token);
      case MINUS -> {
        Node operand = factor();
        yield new Node.Negation(operand, token.span().to(operand.span()));
      }
      case BRACKET -> {
        at = before;
        misplacedUnit();
        yield filler(token.span());
      }
      case PLUS, TIMES, DIVIDED_BY -> {
        report(FormulaProblem.EXPECTED_OPERAND, token.span());
        yield startsOperand(peek()) ? factor() : filler(token.span());
      }
      case CLOSE, COMMA, COLON, COMPARISON, END -> {
        at = before;
        report(FormulaProblem.EXPECTED_OPERAND, token.span());
        yield filler(token.span());
      }
    };
  }

  private Node number(Token token) {
    if (!peek().is(Token.Type.BRACKET)) {
      return new Node.Literal(token.text(), Unit.ONE, token.span());
    }
    Token bracket = next();
    var unit = units.parse(bracket.text());
    unit.problems().forEach(problem -> add(problem, bracket.span()));
    return new Node.Literal(
        token.text(), unit.find().orElse(Unit.ONE), token.span().to(bracket.span()));
  }

  private Node named(Token name) {
    if (peek().is(Token.Type.OPEN)) {
      Token open = next();
      return switch (name.text()) {
        case "if" -> choice(name, open);
        case "sum" -> sumOver(name, open);
        default -> call(name, open);
      };
    }
    if (!peek().is(Token.Type.BRACKET)) {
      return new Node.Symbol(name.text(), name.span());
    }
    Token bracket = next();
    Span span = name.span().to(bracket.span());
    String index = bracket.text().strip();
    if (!openIndexes.contains(index)) {
      add(
          Problem.of(FormulaProblem.MEMBER_OUTSIDE_SUM)
              .with("name", name.text())
              .with("index", index),
          span);
    }
    return new Node.Member(name.text(), index, span);
  }

  private Node parenthesis(Token open) {
    Node inside = sum();
    close(open);
    return inside;
  }

  private Node call(Token name, Token open) {
    List<Node> arguments = arguments();
    Span span = name.span().to(close(open));
    Optional<Node.Function> function =
        Stream.of(Node.Function.values()).filter(f -> f.word().equals(name.text())).findFirst();
    if (function.isEmpty()) {
      report(FormulaProblem.UNKNOWN_FUNCTION, name);
      return filler(span);
    }
    int arity = function.get().arity();
    boolean many = function.get().takesMany();
    if (many ? arguments.size() < 2 : arguments.size() != arity) {
      argumentCount(name, many ? "≥ 2" : String.valueOf(arity), arguments.size(), span);
      return filler(span);
    }
    return new Node.Call(function.get(), arguments, span);
  }

  private List<Node> arguments() {
    List<Node> arguments = new ArrayList<>();
    if (peek().is(Token.Type.CLOSE)) {
      return arguments;
    }
    arguments.add(sum());
    while (peek().is(Token.Type.COMMA)) {
      at++;
      arguments.add(sum());
    }
    return arguments;
  }

  private Node choice(Token name, Token open) {
    Node left = sum();
    Token sign = peek();
    if (!sign.is(Token.Type.COMPARISON)) {
      report(FormulaProblem.EXPECTED_COMPARISON, sign.span());
      skipTo(open);
      return filler(name.span());
    }
    at++;
    Node right = sum();
    List<Node> branches = new ArrayList<>();
    while (peek().is(Token.Type.COMMA)) {
      at++;
      branches.add(sum());
    }
    Span span = name.span().to(close(open));
    if (branches.size() != 2) {
      argumentCount(name, "3", branches.size() + 1, span);
      return filler(span);
    }
    return new Node.Choice(
        Node.Comparison.of(sign.text()), left, right, branches.get(0), branches.get(1), span);
  }

  private Node sumOver(Token name, Token open) {
    Token index = peek();
    boolean wellFormed = index.is(Token.Type.NAME) && tokens.get(at + 1).is(Token.Type.COLON);
    if (!wellFormed) {
      report(FormulaProblem.EXPECTED_INDEX, index.span());
      skipTo(open);
      return filler(name.span());
    }
    at += 2;
    openIndexes.add(index.text());
    Node body = sum();
    openIndexes.remove(index.text());
    Span span = name.span().to(close(open));
    if (!uses(body, index.text())) {
      report(FormulaProblem.INDEX_UNUSED, index);
    }
    return new Node.Sum(index.text(), body, span);
  }

  private static boolean uses(Node node, String index) {
    return (node instanceof Node.Member member && member.index().equals(index))
        || node.parts().stream().anyMatch(part -> uses(part, index));
  }

  /// The end of a parenthesis; one that is never closed is reported where it opens.
  private Span close(Token open) {
    while (true) {
      Token token = peek();
      switch (token.type()) {
        case CLOSE -> {
          at++;
          return token.span();
        }
        case END -> {
          report(FormulaProblem.MISSING_PARENTHESIS, open.span());
          return token.span();
        }
        case COMPARISON -> {
          report(FormulaProblem.COMPARISON_OUTSIDE_IF, token.span());
          at++;
        }
        case COMMA, COLON -> {
          report(FormulaProblem.UNEXPECTED_SEPARATOR, token);
          at++;
        }
        case NUMBER, NAME, BRACKET, PLUS, MINUS, TIMES, DIVIDED_BY, OPEN -> sum();
      }
    }
  }

  /// Leaves out the rest of a parenthesis that cannot be understood.
  private void skipTo(Token open) {
    int level = 1;
    while (!peek().is(Token.Type.END)) {
      Token token = next();
      level += token.is(Token.Type.OPEN) ? 1 : token.is(Token.Type.CLOSE) ? -1 : 0;
      if (level == 0) {
        return;
      }
    }
    report(FormulaProblem.MISSING_PARENTHESIS, open.span());
  }

  private static boolean startsOperand(Token token) {
    return switch (token.type()) {
      case NUMBER, NAME, OPEN, MINUS -> true;
      default -> false;
    };
  }

  private void missingOperator(Token token) {
    report(FormulaProblem.MISSING_OPERATOR, token);
  }

  private void misplacedUnit() {
    report(FormulaProblem.MISPLACED_UNIT, next());
  }

  private void argumentCount(Token name, String wanted, int found, Span span) {
    add(
        Problem.of(FormulaProblem.ARGUMENT_COUNT)
            .with("name", name.text())
            .with("wanted", wanted)
            .with("found", found),
        span);
  }

  private void add(Problem problem, Span span) {
    if (!silent) {
      problems.add(problem.at(source.position(span)));
    }
  }

  private void report(FormulaProblem code, Token token) {
    add(Problem.of(code).with("found", token.text()), token.span());
  }

  private void report(FormulaProblem code, Span span) {
    add(Problem.of(code), span);
  }

  /// Stands where a part could not be read; its formula is never used.
  private static Node filler(Span span) {
    return new Node.Literal("0", Unit.ONE, span);
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token next() {
    Token token = tokens.get(at);
    if (!token.is(Token.Type.END)) {
      at++;
    }
    return token;
  }
}
