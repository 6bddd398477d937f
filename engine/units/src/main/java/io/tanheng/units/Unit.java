package io.tanheng.units;

import java.util.OptionalInt;

/// A unit: how it is written, what it measures, and how many base units it is.
///
/// @param symbol canonical writing, such as `GJ/10^4 Nm3`; [Units] reads it back
/// @param factor exact; one of this unit is `factor` of [Dimension#baseUnit()]
public record Unit(String symbol, Dimension dimension, Rational factor) {

  /// The unit of plain numbers and fractions.
  public static final Unit ONE = new Unit("1", Dimension.NONE, Rational.ONE);

  public Unit {
    if (factor.signum() <= 0) {
      throw new IllegalArgumentException(symbol + " needs a positive factor");
    }
    factor = factor.stripped();
  }

  public Unit times(Unit other) {
    if (other.symbol.equals("1")) {
      return this;
    }
    if (symbol.equals("1")) {
      return other;
    }
    return new Unit(
        wrapped(symbol, "/") + "*" + wrapped(other.symbol, "/"),
        dimension.times(other.dimension),
        factor.times(other.factor));
  }

  public Unit per(Unit other) {
    if (other.symbol.equals("1")) {
      return this;
    }
    return new Unit(
        wrapped(symbol, "/") + "/" + wrapped(other.symbol, "/*"),
        dimension.per(other.dimension),
        factor.dividedBy(other.factor));
  }

  Unit power(int exponent) {
    Rational raised = Rational.ONE;
    for (int i = 0; i < exponent; i++) {
      raised = raised.times(factor);
    }
    return new Unit(symbol + "^" + exponent, dimension.power(exponent), raised);
  }

  /// Same kind and same substance, so that a value can be expressed in either.
  public boolean convertsTo(Unit other) {
    return dimension.equals(other.dimension);
  }

  /// Words for messages: what this unit measures.
  public Text describe() {
    return dimension.describe();
  }

  /// The symbol as upright LaTeX: `\mathrm{tCO_2/10^4\,Nm^3}`.
  public String toLatex() {
    if (symbol.equals("%")) {
      return "\\%";
    }
    String body =
        symbol
            .replace("%", "\\%")
            .replaceAll("10\\^(-?\\d+) ", "10^{$1}\\\\,")
            .replaceAll("(?<=[A-Za-z])(\\d+)", "_{$1}")
            .replace("m_{3}", "m^{3}")
            .replace("m_{2}", "m^{2}")
            .replace("degC", "{}^{\\circ}C")
            .replace("*", "\\cdot ")
            .replaceAll(" (?=[A-Za-z])", "\\\\ ");
    return "\\mathrm{" + body.replace("\\,\\ ", "\\,") + "}";
  }

  Rational toBase(Rational value) {
    OptionalInt power = factor.powerOfTen();
    return power.isPresent() ? value.scaledByPowerOfTen(power.getAsInt()) : value.times(factor);
  }

  Rational fromBase(Rational value) {
    OptionalInt power = factor.powerOfTen();
    return power.isPresent()
        ? value.scaledByPowerOfTen(-power.getAsInt())
        : value.dividedBy(factor);
  }

  @Override
  public String toString() {
    return symbol;
  }

  /// Parentheses where the symbol has one of the given operators outside of parentheses.
  private static String wrapped(String symbol, String operators) {
    int depth = 0;
    for (int i = 0; i < symbol.length(); i++) {
      char c = symbol.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && operators.indexOf(c) >= 0) {
        return "(" + symbol + ")";
      }
    }
    return symbol;
  }
}
