package io.tanheng.formula;

import io.tanheng.units.Dimension;
import io.tanheng.units.Problem;
import io.tanheng.units.Result;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.util.ArrayList;
import java.util.List;

/// The way of a formula: text, [Expression], [Checked], [Compiled].
///
/// Each step gives its result or every problem it found, with places in the file. The grammar
/// stands in the package's description.
public final class Formula {

  private Formula() {}

  /// Reads a formula with the units of [Units#standard()].
  public static Result<Expression> parse(SourceText source) {
    return parse(source, Units.standard());
  }

  /// Reads a formula whose unit literals may use the names bound in `units`, as in `12[tC/U]`.
  public static Result<Expression> parse(SourceText source, Units units) {
    List<Problem> problems = new ArrayList<>();
    Node root = new Parser(source, units, problems).parse();
    return problems.isEmpty()
        ? Result.of(new Expression(source, root))
        : Result.failure(Places.sorted(problems));
  }

  /// Checks names, dimensions and substances; the result comes in base units.
  public static Result<Checked> check(Expression expression, Scope scope) {
    var check = new TypeCheck(expression.source(), scope);
    Dimension dimension = check.dimension(expression.root());
    return check.problems().isEmpty()
        ? Result.of(new Checked(expression, scope, dimension, dimension.baseUnit()))
        : Result.failure(Places.sorted(check.problems()));
  }

  /// Checks names, dimensions and substances, and that the result is a quantity like `expected`.
  public static Result<Checked> check(Expression expression, Scope scope, Unit expected) {
    var check = new TypeCheck(expression.source(), scope);
    check.expect(expression.root(), expected);
    return check.problems().isEmpty()
        ? Result.of(new Checked(expression, scope, expected.dimension(), expected))
        : Result.failure(Places.sorted(check.problems()));
  }

  /// All steps at once; evaluation gives its result in `expected`.
  public static Result<Compiled> compile(
      SourceText source, Units units, Scope scope, Unit expected) {
    return parse(source, units)
        .flatMap(expression -> check(expression, scope, expected))
        .map(Checked::compile);
  }
}
