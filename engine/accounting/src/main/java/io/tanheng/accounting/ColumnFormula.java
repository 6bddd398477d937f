package io.tanheng.accounting;

import io.tanheng.formula.Node;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// The formula of a [RowPlan.Evaluation] over a block of trials at once, in `double` and base
/// units: the same parsed formula as the exact one, evaluated column by column. For estimates only.
///
/// It owns the columns it returns, so one instance is used by one thread.
final class ColumnFormula {

  private static final int WIDTH = MonteCarlo.BLOCK;

  private final RowPlan.Evaluation evaluation;
  private final Column root;

  /// A part of the formula, over values by place of the plan and then by trial.
  private interface Column {
    double[] over(double[][] values, int count);
  }

  private interface Operator {
    void apply(double[] left, double[] right, double[] out, int count);
  }

  ColumnFormula(RowPlan.Evaluation evaluation) {
    this.evaluation = evaluation;
    this.root = compile(evaluation.formula.expression().root(), Map.of());
  }

  double[] over(double[][] values, int count) {
    return root.over(values, count);
  }

  static double number(Rational exact) {
    return exact.toSignificant(17).doubleValue();
  }

  private Column compile(Node node, Map<String, String> indexes) {
    return switch (node) {
      case Node.Literal(String written, Unit unit, var _) ->
          constant(number(Quantity.of(written, unit).base()));
      case Node.Symbol(String name, var _) -> place(evaluation.arguments[slot(name)]);
      case Node.Member(String family, String index, var _) ->
          place(member(family, indexes.getOrDefault(index, index)));
      case Node.Negation(Node operand, var _) ->
          binary(constant(0), compile(operand, indexes), ColumnFormula::minus);
      case Node.Binary(var operator, Node left, Node right, var _) ->
          binary(compile(left, indexes), compile(right, indexes), operator(operator));
      case Node.Call(var function, List<Node> arguments, var _) ->
          call(function, arguments.stream().map(a -> compile(a, indexes)).toList());
      case Node.Choice choice -> choice(choice, indexes);
      case Node.Sum(String index, Node body, var _) -> sum(index, body, indexes);
    };
  }

  private int slot(String name) {
    return evaluation.formula.symbols().indexOf(name);
  }

  private int member(String family, String index) {
    return evaluation.members.get(evaluation.formula.families().indexOf(family)).stream()
        .filter(member -> member.index().equals(index))
        .mapToInt(RowPlan.Member::at)
        .findFirst()
        .orElseThrow();
  }

  private static Column place(int at) {
    return (values, _) -> values[at];
  }

  private static Column constant(double value) {
    double[] column = new double[WIDTH];
    java.util.Arrays.fill(column, value);
    return (_, _) -> column;
  }

  private static Column binary(Column left, Column right, Operator operator) {
    double[] out = new double[WIDTH];
    return (values, count) -> {
      operator.apply(left.over(values, count), right.over(values, count), out, count);
      return out;
    };
  }

  private static Operator operator(Node.Operator operator) {
    return switch (operator) {
      case PLUS -> ColumnFormula::plus;
      case MINUS -> ColumnFormula::minus;
      case TIMES -> ColumnFormula::times;
      case DIVIDED_BY -> ColumnFormula::dividedBy;
    };
  }

  private static Column call(Node.Function function, List<Column> arguments) {
    Column first = arguments.getFirst();
    return switch (function) {
      case CO2E -> first;
      case ABS -> binary(first, first, (a, _, out, n) -> each(a, out, n, Math::abs));
      case EXP -> binary(first, first, (a, _, out, n) -> each(a, out, n, Math::exp));
      case POWER ->
          binary(first, arguments.getLast(), (a, b, out, n) -> both(a, b, out, n, Math::pow));
      case MIN -> folded(arguments, (a, b, out, n) -> both(a, b, out, n, Math::min));
      case MAX -> folded(arguments, (a, b, out, n) -> both(a, b, out, n, Math::max));
    };
  }

  private static Column folded(List<Column> arguments, Operator operator) {
    Column all = arguments.getFirst();
    for (Column argument : arguments.subList(1, arguments.size())) {
      all = binary(all, argument, operator);
    }
    return all;
  }

  private Column choice(Node.Choice choice, Map<String, String> indexes) {
    Column left = compile(choice.left(), indexes);
    Column right = compile(choice.right(), indexes);
    Column then = compile(choice.then(), indexes);
    Column otherwise = compile(choice.otherwise(), indexes);
    double[] out = new double[WIDTH];
    return (values, count) -> {
      double[] a = left.over(values, count);
      double[] b = right.over(values, count);
      double[] yes = then.over(values, count);
      double[] no = otherwise.over(values, count);
      for (int i = 0; i < count; i++) {
        out[i] = holds(choice.comparison(), Double.compare(a[i], b[i])) ? yes[i] : no[i];
      }
      return out;
    };
  }

  private static boolean holds(Node.Comparison comparison, int order) {
    return switch (comparison) {
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case EQUAL -> order == 0;
      case UNEQUAL -> order != 0;
    };
  }

  /// The members of a row are known, so a sum over them is written out.
  private Column sum(String index, Node body, Map<String, String> indexes) {
    var members = new LinkedHashSet<String>();
    evaluation.members.forEach(family -> family.forEach(member -> members.add(member.index())));
    var terms = new ArrayList<Column>();
    for (String member : members) {
      var inside = new HashMap<>(indexes);
      inside.put(index, member);
      terms.add(compile(body, inside));
    }
    return terms.isEmpty() ? constant(0) : folded(terms, ColumnFormula::plus);
  }

  private static void plus(double[] left, double[] right, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = left[i] + right[i];
    }
  }

  private static void minus(double[] left, double[] right, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = left[i] - right[i];
    }
  }

  private static void times(double[] left, double[] right, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = left[i] * right[i];
    }
  }

  private static void dividedBy(double[] left, double[] right, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = left[i] / right[i];
    }
  }

  private static void each(
      double[] in, double[] out, int count, java.util.function.DoubleUnaryOperator function) {
    for (int i = 0; i < count; i++) {
      out[i] = function.applyAsDouble(in[i]);
    }
  }

  private static void both(
      double[] left,
      double[] right,
      double[] out,
      int count,
      java.util.function.DoubleBinaryOperator function) {
    for (int i = 0; i < count; i++) {
      out[i] = function.applyAsDouble(left[i], right[i]);
    }
  }
}
