package io.tanheng.formula;

import io.tanheng.units.Dimension;
import io.tanheng.units.Nearest;
import io.tanheng.units.Problem;
import io.tanheng.units.Text;
import io.tanheng.units.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Works out what every part of a formula measures, and reports where parts do not fit.
///
/// A bare zero, and a part that was already reported, fits anything: its dimension is empty. So one
/// mistake gives one problem.
final class TypeCheck {

  private static final Dimension CO2 = Dimension.massOf("CO2");
  private static final Dimension CO2E = Dimension.massOf("CO2e");

  private final SourceText source;
  private final Scope scope;
  private final List<Problem> problems = new ArrayList<>();

  TypeCheck(SourceText source, Scope scope) {
    this.source = source;
    this.scope = scope;
  }

  List<Problem> problems() {
    return problems;
  }

  /// A formula that is nothing but zeros counts as a ratio.
  Dimension dimension(Node root) {
    return infer(root).orElse(Dimension.NONE);
  }

  void expect(Node root, Unit expected) {
    Optional<Dimension> found = infer(root);
    if (found.isPresent() && !found.get().equals(expected.dimension())) {
      problems.add(
          Problem.of(FormulaProblem.RESULT_MISMATCH)
              .with("found", found.get().baseUnit().symbol())
              .with("foundKind", found.get().describe())
              .with("expected", expected.symbol())
              .with("expectedKind", expected.describe())
              .at(source.position(root.span())));
    }
  }

  private Optional<Dimension> infer(Node node) {
    return switch (node) {
      case Node.Literal number ->
          number.fitsAnything() ? Optional.empty() : Optional.of(number.unit().dimension());
      case Node.Symbol symbol -> symbol(symbol);
      case Node.Member member -> member(member);
      case Node.Negation(Node operand, Span _) -> infer(operand);
      case Node.Binary binary -> binary(binary);
      case Node.Call call -> call(call);
      case Node.Choice choice -> choice(choice);
      case Node.Sum(String _, Node body, Span _) -> infer(body);
    };
  }

  private Optional<Dimension> symbol(Node.Symbol symbol) {
    Dimension dimension = scope.symbols().get(symbol.name());
    if (dimension == null) {
      problems.add(unknown(symbol).at(source.position(symbol.span())));
    }
    return Optional.ofNullable(dimension);
  }

  private Problem unknown(Node.Symbol symbol) {
    String name = symbol.name();
    if (scope.families().containsKey(name)) {
      return Problem.of(FormulaProblem.FAMILY_WITHOUT_INDEX).with("name", name);
    }
    if (List.of(name.split("-", -1)).stream().allMatch(scope.symbols()::containsKey)) {
      return Problem.of(FormulaProblem.UNKNOWN_SYMBOL_HYPHEN)
          .with("name", name)
          .with("spaced", name.replace("-", " - "));
    }
    List<String> near = Nearest.to(name, scope.symbols().keySet());
    return near.isEmpty()
        ? Problem.of(FormulaProblem.UNKNOWN_SYMBOL).with("name", name)
        : Problem.of(FormulaProblem.UNKNOWN_SYMBOL_SUGGESTION)
            .with("name", name)
            .with("suggestions", new Text(String.join("、", near), String.join(", ", near)));
  }

  private Optional<Dimension> member(Node.Member member) {
    Dimension dimension = scope.families().get(member.family());
    if (dimension == null) {
      problems.add(
          Problem.of(FormulaProblem.UNKNOWN_FAMILY)
              .with("name", member.family())
              .with("index", member.index())
              .at(source.position(member.span())));
    }
    return Optional.ofNullable(dimension);
  }

  private Optional<Dimension> binary(Node.Binary binary) {
    Optional<Dimension> left = infer(binary.left());
    Optional<Dimension> right = infer(binary.right());
    return switch (binary.operator()) {
      case PLUS, MINUS -> {
        if (differ(left, right)) {
          problems.add(
              sides(FormulaProblem.UNIT_MISMATCH, binary, left.get(), right.get())
                  .at(source.position(binary.operatorSpan())));
          yield Optional.empty();
        }
        yield left.or(() -> right);
      }
      case TIMES -> left.flatMap(l -> right.map(l::times));
      case DIVIDED_BY -> {
        if (binary.right() instanceof Node.Literal number && number.value().isZero()) {
          problems.add(divisionByZero(binary));
        }
        yield left.flatMap(l -> right.map(l::per));
      }
    };
  }

  Problem divisionByZero(Node.Binary binary) {
    return Problem.of(FormulaProblem.DIVISION_BY_ZERO)
        .with("divisor", Writer.text().write(binary.right()))
        .at(source.position(binary.right().span()));
  }

  private static Problem sides(
      FormulaProblem code, Node.Binary binary, Dimension left, Dimension right) {
    return Problem.of(code)
        .with("operator", binary.operator().sign())
        .with("left", Writer.text().write(binary.left()))
        .with("leftUnit", left.baseUnit().symbol())
        .with("leftKind", left.describe())
        .with("right", Writer.text().write(binary.right()))
        .with("rightUnit", right.baseUnit().symbol())
        .with("rightKind", right.describe());
  }

  private Optional<Dimension> call(Node.Call call) {
    List<Optional<Dimension>> dimensions = call.arguments().stream().map(this::infer).toList();
    return switch (call.function()) {
      case ABS -> dimensions.getFirst();
      case MIN, MAX -> same(call.function().word(), call.arguments(), dimensions);
      case CO2E -> co2e(call, dimensions.getFirst());
      case EXP -> ratios(call, dimensions);
      case POWER -> {
        if (!(call.arguments().getFirst() instanceof Node.Literal base)
            || base.value().signum() <= 0) {
          problems.add(
              Problem.of(FormulaProblem.POWER_BASE)
                  .at(source.position(call.arguments().getFirst().span())));
        }
        yield ratios(call, dimensions);
      }
    };
  }

  /// Only plain numbers have powers that are no whole numbers.
  private Optional<Dimension> ratios(Node.Call call, List<Optional<Dimension>> dimensions) {
    for (int i = 0; i < dimensions.size(); i++) {
      Optional<Dimension> found = dimensions.get(i);
      if (found.isPresent() && !found.get().isNone()) {
        problems.add(
            Problem.of(FormulaProblem.NOT_A_RATIO)
                .with("name", call.function().word())
                .with("found", found.get().baseUnit().symbol())
                .with("foundKind", found.get().describe())
                .at(source.position(call.arguments().get(i).span())));
      }
    }
    return Optional.of(Dimension.NONE);
  }

  private Optional<Dimension> co2e(Node.Call call, Optional<Dimension> found) {
    if (found.isPresent() && !found.get().equals(CO2) && !found.get().equals(CO2E)) {
      problems.add(
          Problem.of(FormulaProblem.NOT_CO2)
              .with("found", found.get().baseUnit().symbol())
              .with("foundKind", found.get().describe())
              .at(source.position(call.span())));
    }
    return Optional.of(CO2E);
  }

  private Optional<Dimension> choice(Node.Choice choice) {
    same(
        choice.comparison().sign(),
        List.of(choice.left(), choice.right()),
        List.of(infer(choice.left()), infer(choice.right())));
    return same(
        "if",
        List.of(choice.then(), choice.otherwise()),
        List.of(infer(choice.then()), infer(choice.otherwise())));
  }

  /// All arguments measure the same; the first that does not is reported at its place.
  private Optional<Dimension> same(
      String name, List<Node> arguments, List<Optional<Dimension>> dimensions) {
    Optional<Dimension> first = Optional.empty();
    for (int i = 0; i < arguments.size(); i++) {
      Optional<Dimension> dimension = dimensions.get(i);
      if (differ(first, dimension)) {
        problems.add(
            Problem.of(FormulaProblem.ARGUMENT_MISMATCH)
                .with("name", name)
                .with("found", dimension.get().baseUnit().symbol())
                .with("foundKind", dimension.get().describe())
                .with("expected", first.get().baseUnit().symbol())
                .with("expectedKind", first.get().describe())
                .at(source.position(arguments.get(i).span())));
        return Optional.empty();
      }
      first = first.or(() -> dimension);
    }
    return first;
  }

  private static boolean differ(Optional<Dimension> one, Optional<Dimension> other) {
    return one.isPresent() && other.isPresent() && !one.equals(other);
  }
}
