package io.tanheng.formula;

import io.tanheng.units.Dimension;
import io.tanheng.units.Problem;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Result;
import io.tanheng.units.Unit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A formula ready to be evaluated many times, by several threads. Names have become slots;
/// constants are folded.
public final class Compiled {

  private final Checked checked;
  private final List<String> symbols;
  private final List<String> families;
  private final List<Set<Integer>> familiesOfSums;
  private final Operation operation;

  Compiled(Checked checked) {
    this.checked = checked;
    this.symbols = List.copyOf(checked.expression().symbols());
    this.families = List.copyOf(checked.expression().families());
    var compiler = new Compiler(this);
    this.operation = compiler.compile(checked.expression().root());
    this.familiesOfSums = compiler.familiesOfSums();
  }

  /// The single values the formula needs; the position in the list is the slot.
  public List<String> symbols() {
    return symbols;
  }

  public List<String> families() {
    return families;
  }

  public Expression expression() {
    return checked.expression();
  }

  public Dimension dimension() {
    return checked.dimension();
  }

  /// The unit of the result.
  public Unit unit() {
    return checked.unit();
  }

  /// The slot of a single value.
  ///
  /// @throws IllegalArgumentException when the formula does not use the name
  public int slot(String symbol) {
    return position(symbols, symbol);
  }

  /// An empty set of values for one evaluation.
  public Inputs inputs() {
    return new Inputs(this);
  }

  /// The value of the formula, or the problem that it divides by zero.
  ///
  /// @throws IllegalStateException when an input is missing, see [Inputs#missing()]
  public Result<Quantity> evaluate(Inputs inputs) {
    try {
      return Result.of(Quantity.ofBase(evaluateBase(inputs), unit()));
    } catch (ZeroDivisor zero) {
      return Result.failure(problem(zero));
    }
  }

  /// Every step of the evaluation, or the problem that it divides by zero.
  public Result<Step> explain(Inputs inputs) {
    try {
      return Result.of(new Explanation(this, inputs).step());
    } catch (ZeroDivisor zero) {
      return Result.failure(problem(zero));
    }
  }

  /// The formula with the values put in: `310000 t × 28.447 GJ/t × …`.
  public String substitutedText(Inputs inputs) {
    return Writer.text().with(this, inputs).write(expression().root());
  }

  /// The formula with the values put in, as LaTeX.
  public String substitutedLatex(Inputs inputs) {
    return Writer.latex(Map.of()).with(this, inputs).write(expression().root());
  }

  Rational evaluateBase(Inputs inputs) {
    return operation.value(new Frame(inputs));
  }

  int familySlot(String family) {
    return position(families, family);
  }

  Dimension dimensionOf(int slot) {
    return require(checked.scope().symbols(), symbols.get(slot));
  }

  Dimension dimensionOfFamily(int slot) {
    return require(checked.scope().families(), families.get(slot));
  }

  /// The base unit of one part of the formula.
  Unit unitOf(Node node) {
    return new TypeCheck(expression().source(), checked.scope()).dimension(node).baseUnit();
  }

  /// The families that run over the same index, for each sum.
  List<Set<Integer>> familiesOfSums() {
    return familiesOfSums;
  }

  private Problem problem(ZeroDivisor zero) {
    return new TypeCheck(expression().source(), checked.scope()).divisionByZero(zero.division());
  }

  private static Dimension require(Map<String, Dimension> dimensions, String name) {
    Dimension dimension = dimensions.get(name);
    if (dimension == null) {
      throw new IllegalStateException("no dimension for " + name);
    }
    return dimension;
  }

  private static int position(List<String> names, String name) {
    int slot = names.indexOf(name);
    if (slot < 0) {
      throw new IllegalArgumentException(name + " is not used; known are " + names);
    }
    return slot;
  }
}
