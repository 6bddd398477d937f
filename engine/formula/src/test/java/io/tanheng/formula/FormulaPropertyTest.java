package io.tanheng.formula;

import static io.tanheng.formula.FormulaFixture.SCOPE;
import static io.tanheng.formula.FormulaFixture.UNITS;
import static io.tanheng.formula.FormulaFixture.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.testkit.Chance;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Result;
import io.tanheng.units.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormulaPropertyTest {

  private static final List<String> NAMES = List.of("a", "b", "c");

  @Test
  void the_canonical_writing_reads_back_to_the_same_writing_and_value() {
    Chance.forAll(chance -> {
      String text = any(chance, 4);
      Expression first = Formula.parse(source(text)).require();

      Expression second = Formula.parse(source(first.toSource())).require();

      assertThat(second.toSource()).isEqualTo(first.toSource());
      Compiled one = compile(first);
      Compiled other = compile(second);
      assertThat(value(one, Chance.of(7)).find()).isEqualTo(value(other, Chance.of(7)).find());
    });
  }

  @Test
  void the_compiled_value_is_the_value_of_the_tree() {
    Chance.forAll(chance -> {
      Compiled formula = compile(Formula.parse(source(any(chance, 5))).require());
      Inputs inputs = inputs(formula, chance);

      Result<Quantity> compiled = formula.evaluate(inputs);

      Rational plain = plain(formula.expression().root(), formula, inputs);
      assertThat(compiled.find().map(Quantity::value).orElse(null)).isEqualTo(plain);
      assertThat(formula.explain(inputs).find().map(Step::value).map(Quantity::value).orElse(null))
          .isEqualTo(plain);
    });
  }

  @Test
  void any_text_gives_a_formula_or_problems_with_places_but_never_an_exception() {
    List<String> pieces =
        List.of(
            "a", "FC", " ", "1", "2.5", "[t]", "[n]", "(", ")", "+", "-", "*", "/", ",", ":",
            "sum(", "if(", "max(", ">", "=", "n", "^", "[", "]", "V[n]", "1.2.3", "\n", "净",
            "co2e(", "a-b");
    Chance.forAll(chance -> {
      var text = new StringBuilder();
      for (int i = chance.whole(0, 14); i > 0; i--) {
        text.append(chance.oneOf(pieces));
      }

      Result<Checked> result =
          Formula.parse(source(text.toString())).flatMap(e -> Formula.check(e, SCOPE));

      assertThat(result.problems())
          .allSatisfy(problem -> {
            assertThat(problem.position()).isPresent();
            assertThat(problem.text().zh()).isNotBlank();
            assertThat(problem.position().orElseThrow().picture()).contains("^");
          });
    });
  }

  /// The tree walked in the plainest way, without folding; null where it divides by zero.
  private static Rational plain(Node node, Compiled formula, Inputs inputs) {
    List<Rational> parts = new ArrayList<>();
    for (Node part : node.parts()) {
      Rational value = plain(part, formula, inputs);
      if (value == null) {
        return null;
      }
      parts.add(value);
    }
    return switch (node) {
      case Node.Literal literal -> literal.value();
      case Node.Symbol(String name, Span _) -> inputs.base(formula.slot(name));
      case Node.Negation _ -> parts.getFirst().negate();
      case Node.Binary binary ->
          switch (binary.operator()) {
            case PLUS -> parts.get(0).plus(parts.get(1));
            case MINUS -> parts.get(0).minus(parts.get(1));
            case TIMES -> parts.get(0).times(parts.get(1));
            case DIVIDED_BY -> parts.get(1).isZero() ? null : parts.get(0).dividedBy(parts.get(1));
          };
      case Node.Call call ->
          switch (call.function()) {
            case ABS, CO2E -> parts.getFirst().abs();
            case EXP, POWER -> throw new IllegalStateException("not made");
            case MIN -> parts.get(0).compareTo(parts.get(1)) <= 0 ? parts.get(0) : parts.get(1);
            case MAX -> parts.get(0).compareTo(parts.get(1)) >= 0 ? parts.get(0) : parts.get(1);
          };
      case Node.Member _, Node.Choice _, Node.Sum _ -> throw new IllegalStateException("not made");
    };
  }

  private static String any(Chance chance, int depth) {
    if (depth == 0 || chance.whole(0, 4) == 0) {
      return chance.yes() ? chance.oneOf(NAMES) : positive(chance).toPlainString();
    }
    return switch (chance.whole(0, 6)) {
      case 0 -> any(chance, depth - 1) + " + " + any(chance, depth - 1);
      case 1 -> any(chance, depth - 1) + " - (" + any(chance, depth - 1) + ")";
      case 2 -> "(" + any(chance, depth - 1) + ") * (" + any(chance, depth - 1) + ")";
      case 3 -> any(chance, depth - 1) + " / " + chance.oneOf(NAMES);
      case 4 -> "-(" + any(chance, depth - 1) + ")";
      case 5 -> "max(" + any(chance, depth - 1) + ", " + any(chance, depth - 1) + ")";
      default -> "abs(" + any(chance, depth - 1) + ")";
    };
  }

  private static BigDecimal positive(Chance chance) {
    return BigDecimal.valueOf(chance.whole(1, 99_999), chance.whole(0, 4));
  }

  private static Compiled compile(Expression expression) {
    return Formula.check(expression, SCOPE, Unit.ONE).require().compile();
  }

  private static Result<Quantity> value(Compiled formula, Chance chance) {
    return formula.evaluate(inputs(formula, chance));
  }

  private static Inputs inputs(Compiled formula, Chance chance) {
    Inputs inputs = formula.inputs();
    for (String name : formula.symbols()) {
      BigDecimal value = chance.whole(0, 9) == 0 ? BigDecimal.ZERO : positive(chance);
      inputs.set(name, new Quantity(chance.yes() ? value : value.negate(), UNITS.require("1")));
    }
    return inputs;
  }
}
