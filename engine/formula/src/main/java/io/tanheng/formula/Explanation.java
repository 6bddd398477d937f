package io.tanheng.formula;

import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Takes an evaluation apart into steps. A chain of `+ -` or of `* /` is one step; so is each
/// member of a sum.
final class Explanation {

  private final Compiled formula;
  private final Inputs inputs;
  private final Writer symbolic = Writer.text();
  private final Writer substituted;

  Explanation(Compiled formula, Inputs inputs) {
    this.formula = formula;
    this.inputs = inputs;
    this.substituted = symbolic.with(formula, inputs);
  }

  Step step() {
    return step(formula.expression().root(), Map.of(), formula.unit());
  }

  private Step step(Node node, Map<String, String> indexes, Unit unit) {
    List<Step> parts = new ArrayList<>();
    if (node instanceof Node.Sum sum) {
      for (String member : substituted.members(sum)) {
        var inside = new TreeMap<>(indexes);
        inside.put(sum.index(), member);
        parts.add(step(sum.body(), inside));
      }
    } else {
      operands(node, indexes).stream()
          .filter(operand -> !operand.isLeaf())
          .forEach(operand -> parts.add(step(operand, indexes)));
    }
    return new Step(
        symbolic.write(node, indexes),
        substituted.write(node, indexes),
        Quantity.ofBase(value(node, indexes), unit),
        parts);
  }

  private Step step(Node node, Map<String, String> indexes) {
    return step(node, indexes, formula.unitOf(node));
  }

  private Rational value(Node node, Map<String, String> indexes) {
    var frame = new Frame(inputs);
    indexes.forEach(frame::moveTo);
    return new Compiler(formula).compile(node).value(frame);
  }

  /// The operands of a whole chain, or of a single operation; of a choice, only what decides and
  /// the branch taken.
  private List<Node> operands(Node node, Map<String, String> indexes) {
    return switch (node) {
      case Node.Binary binary when binary.operator().adds() -> terms(binary);
      case Node.Binary binary -> Factor.chain(binary).stream().map(Factor::node).toList();
      case Node.Choice choice -> {
        boolean holds =
            choice
                .comparison()
                .holds(value(choice.left(), indexes), value(choice.right(), indexes));
        yield List.of(choice.left(), choice.right(), holds ? choice.then() : choice.otherwise());
      }
      default -> node.parts();
    };
  }

  private static List<Node> terms(Node.Binary sum) {
    List<Node> terms = new ArrayList<>();
    if (sum.left() instanceof Node.Binary left && left.operator().adds()) {
      terms.addAll(terms(left));
    } else {
      terms.add(sum.left());
    }
    terms.add(sum.right());
    return terms;
  }
}
