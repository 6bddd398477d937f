package io.tanheng.formula;

import io.tanheng.units.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Turns the tree of a formula into operations. Parts without names are calculated here, once; the
/// constants of a product are gathered into one factor, so `x * 44 / 12` is one multiplication by
/// 11/3.
final class Compiler {

  private final Compiled formula;
  private final List<Set<Integer>> familiesOfSums = new ArrayList<>();

  Compiler(Compiled formula) {
    this.formula = formula;
  }

  List<Set<Integer>> familiesOfSums() {
    return List.copyOf(familiesOfSums);
  }

  Operation compile(Node node) {
    return switch (node) {
      case Node.Literal number -> constant(number.base());
      case Node.Symbol(String name, Span _) -> {
        int slot = formula.slot(name);
        yield frame -> frame.base(slot);
      }
      case Node.Member(String family, String index, Span _) -> {
        int slot = formula.familySlot(family);
        yield frame -> frame.memberBase(slot, index);
      }
      case Node.Negation(Node operand, Span _) -> {
        Operation inner = compile(operand);
        yield frame -> inner.value(frame).negate();
      }
      case Node.Binary binary -> binary.operator().adds() ? sum(binary) : product(binary);
      case Node.Call call -> call(call);
      case Node.Choice choice -> choice(choice);
      case Node.Sum sum -> sumOver(sum);
    };
  }

  private Operation sum(Node.Binary binary) {
    Operation left = compile(binary.left());
    Operation right = compile(binary.right());
    return binary.operator() == Node.Operator.PLUS
        ? frame -> left.value(frame).plus(right.value(frame))
        : frame -> left.value(frame).minus(right.value(frame));
  }

  /// A chain of `*` and `/`: first what is multiplied, then the constant, then what is divided by.
  /// Products of decimals stay decimals, so fractions come up as late as possible.
  private Operation product(Node.Binary chain) {
    Rational constant = Rational.ONE;
    List<Operation> factors = new ArrayList<>();
    List<Operation> inverses = new ArrayList<>();
    for (Factor factor : Factor.chain(chain)) {
      if (factor.node() instanceof Node.Literal number && (!factor.divides() || !isZero(number))) {
        constant =
            factor.divides() ? constant.dividedBy(number.base()) : constant.times(number.base());
      } else if (factor.divides()) {
        inverses.add(inverse(factor));
      } else {
        factors.add(compile(factor.node()));
      }
    }
    if (!constant.equals(Rational.ONE) || factors.isEmpty()) {
      factors.add(constant(constant));
    }
    factors.addAll(inverses);
    return product(factors.toArray(Operation[]::new));
  }

  private static Operation product(Operation[] factors) {
    return frame -> {
      Rational value = factors[0].value(frame);
      for (int i = 1; i < factors.length; i++) {
        value = value.times(factors[i].value(frame));
      }
      return value;
    };
  }

  private Operation inverse(Factor factor) {
    Operation divisor = compile(factor.node());
    return frame -> {
      Rational value = divisor.value(frame);
      if (value.isZero()) {
        throw new ZeroDivisor(factor.division());
      }
      return value.reciprocal();
    };
  }

  private static boolean isZero(Node.Literal number) {
    return number.value().isZero();
  }

  private Operation call(Node.Call call) {
    List<Operation> arguments = call.arguments().stream().map(this::compile).toList();
    return switch (call.function()) {
      case ABS -> frame -> arguments.getFirst().value(frame).abs();
      case CO2E -> arguments.getFirst();
      case EXP -> frame -> Powers.exp(arguments.getFirst().value(frame));
      case POWER ->
          frame ->
              Powers.power(arguments.getFirst().value(frame), arguments.getLast().value(frame));
      case MIN -> frame -> extreme(arguments, frame, Node.Comparison.LESS);
      case MAX -> frame -> extreme(arguments, frame, Node.Comparison.GREATER);
    };
  }

  private static Rational extreme(List<Operation> arguments, Frame frame, Node.Comparison better) {
    Rational best = arguments.getFirst().value(frame);
    for (Operation argument : arguments.subList(1, arguments.size())) {
      Rational value = argument.value(frame);
      best = better.holds(value, best) ? value : best;
    }
    return best;
  }

  private Operation choice(Node.Choice choice) {
    Operation left = compile(choice.left());
    Operation right = compile(choice.right());
    Operation then = compile(choice.then());
    Operation otherwise = compile(choice.otherwise());
    return frame ->
        choice.comparison().holds(left.value(frame), right.value(frame))
            ? then.value(frame)
            : otherwise.value(frame);
  }

  private Operation sumOver(Node.Sum sum) {
    Operation body = compile(sum.body());
    Set<Integer> families = familiesIn(sum);
    familiesOfSums.add(families);
    return frame -> {
      Rational total = Rational.ZERO;
      for (String member : frame.inputs().indexes(families)) {
        frame.moveTo(sum.index(), member);
        total = total.plus(body.value(frame));
      }
      frame.leave(sum.index());
      return total;
    };
  }

  /// The slots of the families that run over the index of a sum.
  Set<Integer> familiesIn(Node.Sum sum) {
    Set<Integer> families = new TreeSet<>();
    collectFamilies(sum.body(), sum.index(), families);
    return families;
  }

  private void collectFamilies(Node node, String index, Set<Integer> families) {
    if (node instanceof Node.Member(String family, String at, Span _) && at.equals(index)) {
      families.add(formula.familySlot(family));
    }
    node.parts().forEach(part -> collectFamilies(part, index, families));
  }

  private static Operation constant(Rational value) {
    return _ -> value;
  }
}
