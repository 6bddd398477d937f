package io.tanheng.formula;

import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Unit;
import java.util.List;

/// The tree of a formula, see [Expression#root()].
public sealed interface Node {

  Span span();

  /// A number.
  ///
  /// @param written the digits as they stand in the formula
  record Literal(String written, Unit unit, Span span) implements Node {
    Rational value() {
      return Rational.of(written);
    }

    Rational base() {
      return Quantity.of(written, unit).base();
    }

    boolean fitsAnything() {
      return value().isZero() && unit.equals(Unit.ONE);
    }
  }

  record Symbol(String name, Span span) implements Node {}

  /// One member of a family: `V[n]`.
  record Member(String family, String index, Span span) implements Node {}

  record Negation(Node operand, Span span) implements Node {}

  /// A sum, difference, product or quotient.
  ///
  /// @param operatorSpan where the sign stands
  record Binary(Operator operator, Node left, Node right, Span operatorSpan) implements Node {
    @Override
    public Span span() {
      return left.span().to(right.span());
    }
  }

  record Call(Function function, List<Node> arguments, Span span) implements Node {}

  record Choice(Comparison comparison, Node left, Node right, Node then, Node otherwise, Span span)
      implements Node {}

  record Sum(String index, Node body, Span span) implements Node {}

  enum Operator {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    DIVIDED_BY("/");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }

    boolean adds() {
      return this == PLUS || this == MINUS;
    }
  }

  enum Function {
    MIN("min"),
    MAX("max"),
    ABS("abs"),
    CO2E("co2e"),
    EXP("exp"),
    POWER("power");

    private final String word;

    Function(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    boolean takesMany() {
      return this == MIN || this == MAX;
    }

    /// How many arguments it takes when it does not take many.
    int arity() {
      return this == POWER ? 2 : 1;
    }
  }

  enum Comparison {
    GREATER(">"),
    AT_LEAST(">="),
    LESS("<"),
    AT_MOST("<="),
    EQUAL("="),
    UNEQUAL("!=");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }

    boolean holds(Rational left, Rational right) {
      int order = left.compareTo(right);
      return switch (this) {
        case GREATER -> order > 0;
        case AT_LEAST -> order >= 0;
        case LESS -> order < 0;
        case AT_MOST -> order <= 0;
        case EQUAL -> order == 0;
        case UNEQUAL -> order != 0;
      };
    }

    static Comparison of(String sign) {
      return switch (sign) {
        case ">" -> GREATER;
        case ">=", "≥" -> AT_LEAST;
        case "<" -> LESS;
        case "<=", "≤" -> AT_MOST;
        case "=", "==" -> EQUAL;
        case "!=", "≠" -> UNEQUAL;
        default -> throw new IllegalStateException("no comparison: " + sign);
      };
    }
  }

  /// The parts of this node, in reading order.
  default List<Node> parts() {
    return switch (this) {
      case Literal _, Symbol _, Member _ -> List.of();
      case Negation(Node operand, Span _) -> List.of(operand);
      case Binary(Operator _, Node left, Node right, Span _) -> List.of(left, right);
      case Call(Function _, List<Node> arguments, Span _) -> arguments;
      case Choice choice ->
          List.of(choice.left(), choice.right(), choice.then(), choice.otherwise());
      case Sum(String _, Node body, Span _) -> List.of(body);
    };
  }

  default boolean isLeaf() {
    return parts().isEmpty();
  }
}
