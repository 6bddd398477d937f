package io.tanheng.judge;

import io.tanheng.formula.Node;
import java.util.List;
import java.util.function.Function;

/// Evaluates the tree of a formula, node by node.
final class Walk {

  private final Function<String, Amount> names;
  private final Members members;

  /// The values of families.
  interface Members {

    /// The indexes a sum runs over.
    Iterable<String> indexes();

    Amount member(String family, String index);
  }

  Walk(Function<String, Amount> names, Members members) {
    this.names = names;
    this.members = members;
  }

  /// @param at the member the innermost sum is at
  Amount of(Node node, String at) {
    return switch (node) {
      case Node.Literal(String written, var unit, var _) -> literal(written, unit.symbol());
      case Node.Symbol(String name, var _) -> names.apply(name);
      case Node.Member(String family, String _, var _) -> members.member(family, at);
      case Node.Negation(Node operand, var _) -> of(operand, at).negate();
      case Node.Binary(var operator, Node left, Node right, var _) ->
          binary(operator, of(left, at), of(right, at));
      case Node.Call(var function, List<Node> arguments, var _) ->
          call(function, arguments.stream().map(argument -> of(argument, at)).toList());
      case Node.Choice choice -> of(holds(choice, at) ? choice.then() : choice.otherwise(), at);
      case Node.Sum(String _, Node body, var _) -> sum(body);
    };
  }

  private static Amount literal(String written, String unit) {
    Fraction value = Fraction.of(written);
    return value.isZero() && unit.equals("1")
        ? Amount.BARE_ZERO
        : Amount.of(value, Measure.of(unit, ""));
  }

  private static Amount binary(Node.Operator operator, Amount left, Amount right) {
    return switch (operator) {
      case PLUS -> left.plus(right);
      case MINUS -> left.plus(right.negate());
      case TIMES -> left.times(right);
      case DIVIDED_BY -> left.dividedBy(right);
    };
  }

  private static Amount call(Node.Function function, List<Amount> arguments) {
    Amount first = arguments.getFirst();
    return switch (function) {
      case ABS -> first.number().isNegative() ? first.negate() : first;
      case CO2E -> new Amount(first.number(), java.util.Map.of("mass of CO2e", 1), false);
      case EXP, POWER -> throw new IllegalStateException("no method takes powers");
      case MIN -> extreme(arguments, -1);
      case MAX -> extreme(arguments, 1);
    };
  }

  private static Amount extreme(List<Amount> arguments, int sign) {
    Amount best = arguments.getFirst();
    for (Amount argument : arguments) {
      if (Integer.signum(argument.number().compareTo(best.number())) == sign) {
        best = argument;
      }
    }
    return best;
  }

  private boolean holds(Node.Choice choice, String at) {
    int order = of(choice.left(), at).number().compareTo(of(choice.right(), at).number());
    return switch (choice.comparison()) {
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case EQUAL -> order == 0;
      case UNEQUAL -> order != 0;
    };
  }

  private Amount sum(Node body) {
    Amount total = Amount.BARE_ZERO;
    for (String index : members.indexes()) {
      total = total.plus(of(body, index));
    }
    return total;
  }
}
