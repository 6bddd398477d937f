package io.tanheng.formula;

import io.tanheng.units.Quantity;
import io.tanheng.units.Unit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes a formula down: as source, as text for people, or as LaTeX; with names, or with values
/// put in.
final class Writer {

  private enum Level {
    SUM,
    PRODUCT,
    FACTOR
  }

  private final Notation notation;
  private final @Nullable Compiled formula;
  private final @Nullable Inputs inputs;

  private Writer(Notation notation, @Nullable Compiled formula, @Nullable Inputs inputs) {
    this.notation = notation;
    this.formula = formula;
    this.inputs = inputs;
  }

  static Writer source() {
    return new Writer(new SourceNotation(), null, null);
  }

  static Writer text() {
    return new Writer(new TextNotation(), null, null);
  }

  static Writer latex(Map<String, String> names) {
    return new Writer(new LatexNotation(names), null, null);
  }

  /// The same notation with values in place of names.
  Writer with(Compiled ofFormula, Inputs values) {
    return new Writer(notation, ofFormula, values);
  }

  String write(Node node) {
    return write(node, Map.of());
  }

  /// @param indexes where the sums around this node stand
  String write(Node node, Map<String, String> indexes) {
    return write(node, indexes, Level.SUM);
  }

  private String write(Node node, Map<String, String> indexes, Level level) {
    return switch (node) {
      case Node.Literal number -> notation.number(number);
      case Node.Symbol(String name, Span _) -> symbol(name);
      case Node.Member(String family, String index, Span _) ->
          member(family, indexes.getOrDefault(index, index), indexes.containsKey(index));
      case Node.Negation(Node operand, Span _) ->
          wrapped("-" + write(operand, indexes, Level.FACTOR), level != Level.SUM);
      case Node.Binary binary when binary.operator().adds() ->
          wrapped(sum(binary, indexes), level != Level.SUM);
      case Node.Binary binary -> wrapped(product(binary, indexes), level == Level.FACTOR);
      case Node.Call(Node.Function function, List<Node> arguments, Span _) ->
          notation.call(function, arguments.stream().map(a -> write(a, indexes)).toList());
      case Node.Choice choice -> choice(choice, indexes);
      case Node.Sum sum -> sumOver(sum, indexes);
    };
  }

  private String symbol(String name) {
    return inputs == null || formula == null
        ? notation.symbol(name)
        : notation.value(inputs.value(formula.slot(name)));
  }

  private String member(String family, String index, boolean named) {
    return inputs == null || formula == null || !named
        ? notation.member(family, index)
        : notation.value(inputs.member(formula.familySlot(family), index));
  }

  private String sum(Node.Binary binary, Map<String, String> indexes) {
    return write(binary.left(), indexes)
        + " "
        + binary.operator().sign()
        + " "
        + write(binary.right(), indexes, Level.PRODUCT);
  }

  private String product(Node.Binary binary, Map<String, String> indexes) {
    List<Factor> chain = Factor.chain(binary);
    String written = "";
    for (int i = 0; i < chain.size(); i++) {
      Factor factor = chain.get(i);
      boolean pair = i + 1 < chain.size() && isPlainRatio(factor, chain.get(i + 1));
      if (pair) {
        String ratio =
            notation.ratio((Node.Literal) factor.node(), (Node.Literal) chain.get(i + 1).node());
        written = written.isEmpty() ? ratio : notation.times(written, ratio);
        i++;
      } else if (i == 0) {
        written = write(factor.node(), indexes, Level.PRODUCT);
      } else if (factor.divides()) {
        written = divided(written, factor.node(), indexes);
      } else {
        written = notation.times(written, write(factor.node(), indexes, Level.FACTOR));
      }
    }
    return written;
  }

  private String divided(String above, Node divisor, Map<String, String> indexes) {
    Level level = notation.hasBars() ? Level.SUM : Level.FACTOR;
    String below = write(divisor, indexes, level);
    boolean severalWords = divisor.isLeaf() && below.contains(" ") && !below.startsWith("(");
    return notation.divided(above, wrapped(below, severalWords && !notation.hasBars()));
  }

  /// Two numbers in a row such as 44/12: a ratio of masses that everybody knows without units.
  private static boolean isPlainRatio(Factor first, Factor second) {
    return !first.divides()
        && second.divides()
        && first.node() instanceof Node.Literal
        && second.node() instanceof Node.Literal;
  }

  private String choice(Node.Choice choice, Map<String, String> indexes) {
    return notation.choice(
        choice.comparison(),
        write(choice.left(), indexes),
        write(choice.right(), indexes),
        write(choice.then(), indexes),
        write(choice.otherwise(), indexes));
  }

  private String sumOver(Node.Sum sum, Map<String, String> indexes) {
    if (inputs == null) {
      return notation.sum(sum.index(), write(sum.body(), indexes));
    }
    String terms =
        members(sum).stream()
            .map(member -> {
              var inside = new TreeMap<>(indexes);
              inside.put(sum.index(), member);
              return write(sum.body(), inside);
            })
            .collect(Collectors.joining(" + "));
    return wrapped(terms.isEmpty() ? "0" : terms, true);
  }

  /// The members a sum runs over; none when no values are put in.
  Set<String> members(Node.Sum sum) {
    if (inputs == null || formula == null) {
      return Set.of();
    }
    return inputs.indexes(new Compiler(formula).familiesIn(sum));
  }

  private String wrapped(String text, boolean needed) {
    return needed ? notation.parenthesized(text) : text;
  }

  /// How the pieces of a formula look in one notation.
  sealed interface Notation permits SourceNotation, TextNotation, LatexNotation {

    String number(Node.Literal number);

    String symbol(String name);

    String member(String family, String index);

    String value(Quantity value);

    String times(String left, String right);

    String divided(String above, String below);

    String ratio(Node.Literal above, Node.Literal below);

    String parenthesized(String text);

    String call(Node.Function function, List<String> arguments);

    String choice(
        Node.Comparison comparison, String left, String right, String then, String otherwise);

    String sum(String index, String body);

    /// Whether a quotient is set with a bar, so that its parts need no parentheses.
    boolean hasBars();

    static String withUnit(String number, Unit unit) {
      return unit.equals(Unit.ONE) ? number : number + " " + unit.symbol();
    }
  }
}
