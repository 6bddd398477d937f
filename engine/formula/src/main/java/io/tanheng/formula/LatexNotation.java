package io.tanheng.formula;

import io.tanheng.units.Quantity;
import io.tanheng.units.Unit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// LaTeX for a formula on a screen or in a report.
///
/// @param names LaTeX of names that should not look like themselves
record LatexNotation(Map<String, String> names) implements Writer.Notation {

  private static final Set<String> GREEK =
      Set.of(
          "alpha", "beta", "gamma", "delta", "epsilon", "eta", "theta", "kappa", "lambda", "mu",
          "nu", "xi", "pi", "rho", "sigma", "tau", "phi", "chi", "psi", "omega");

  @Override
  public String number(Node.Literal number) {
    return withUnit(number.written(), number.unit());
  }

  private static String withUnit(String number, Unit unit) {
    if (unit.equals(Unit.ONE)) {
      return number;
    }
    return number + (unit.symbol().equals("%") ? "" : "\\,") + unit.toLatex();
  }

  @Override
  public String symbol(String name) {
    String given = names.get(name);
    if (given != null) {
      return given;
    }
    if (name.contains("-")) {
      return "\\text{" + name + "}";
    }
    int split = name.indexOf('_');
    if (split <= 0) {
      return stem(name);
    }
    return stem(name.substring(0, split)) + "_{" + upright(name.substring(split + 1)) + "}";
  }

  @Override
  public String member(String family, String index) {
    String symbol = symbol(family);
    return symbol.endsWith("}") && symbol.contains("_{")
        ? symbol.substring(0, symbol.length() - 1) + "," + index(index) + "}"
        : symbol + "_{" + index(index) + "}";
  }

  private static String index(String index) {
    return index.length() == 1 ? index : upright(index);
  }

  private static String stem(String letters) {
    if (GREEK.contains(letters)) {
      return "\\" + letters;
    }
    if (letters.codePoints().allMatch(Character::isIdeographic)) {
      return "\\text{" + letters + "}";
    }
    return letters.length() == 1 ? letters : "\\mathit{" + letters + "}";
  }

  private static String upright(String letters) {
    return "\\mathrm{" + letters.replace("_", "\\_") + "}";
  }

  @Override
  public String value(Quantity value) {
    String number = value.valueText().replace("≈", "\\approx ");
    String written = withUnit(number, value.unit());
    return value.value().signum() < 0 ? parenthesized(written) : written;
  }

  @Override
  public String times(String left, String right) {
    return left + " \\times " + right;
  }

  @Override
  public String divided(String above, String below) {
    return "\\frac{" + above + "}{" + below + "}";
  }

  @Override
  public String ratio(Node.Literal above, Node.Literal below) {
    return divided(above.written(), below.written());
  }

  @Override
  public String parenthesized(String text) {
    return "\\left(" + text + "\\right)";
  }

  @Override
  public String call(Node.Function function, List<String> arguments) {
    String list = String.join(", ", arguments);
    return switch (function) {
      case MIN, MAX -> "\\" + function.word() + parenthesized(list);
      case ABS -> "\\left|" + list + "\\right|";
      case CO2E -> "\\mathrm{CO_2e}" + parenthesized(list);
      case EXP -> "\\exp" + parenthesized(list);
      case POWER -> arguments.getFirst() + "^{" + arguments.getLast() + "}";
    };
  }

  @Override
  public String choice(
      Node.Comparison comparison, String left, String right, String then, String otherwise) {
    return "\\begin{cases}%s & %s %s %s \\\\ %s & %s %s %s\\end{cases}"
        .formatted(
            then, left, sign(comparison), right, otherwise, left, opposite(comparison), right);
  }

  private static String sign(Node.Comparison comparison) {
    return switch (comparison) {
      case GREATER -> ">";
      case AT_LEAST -> "\\ge";
      case LESS -> "<";
      case AT_MOST -> "\\le";
      case EQUAL -> "=";
      case UNEQUAL -> "\\ne";
    };
  }

  private static String opposite(Node.Comparison comparison) {
    return switch (comparison) {
      case GREATER -> "\\le";
      case AT_LEAST -> "<";
      case LESS -> "\\ge";
      case AT_MOST -> ">";
      case EQUAL -> "\\ne";
      case UNEQUAL -> "=";
    };
  }

  @Override
  public String sum(String index, String body) {
    return "\\sum_{" + index + "} " + parenthesized(body);
  }

  @Override
  public boolean hasBars() {
    return true;
  }
}
