package io.tanheng.units;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A unit: how it is written, what it measures, and how many base units it is.
public final class Unit {

  /// The unit of plain numbers and fractions.
  public static final Unit ONE = new Unit("1", Dimension.NONE, Rational.ONE);

  private final String symbol;
  private final Dimension dimension;
  private final Rational factor;
  private final boolean powerOfTen;
  private final int exponent;

  /// Written when first asked for; every thread would write the same.
  private @Nullable String latex;

  /// A unit of its own making; [Units] reads those that have a name.
  ///
  /// @param symbol canonical writing, such as `GJ/10^4 Nm3`; [Units] reads it back
  /// @param factor exact; one of this unit is `factor` of [Dimension#baseUnit()]
  public Unit(String symbol, Dimension dimension, Rational factor) {
    if (factor.signum() <= 0) {
      throw new IllegalArgumentException(symbol + " needs a positive factor");
    }
    this.symbol = symbol;
    this.dimension = dimension;
    this.factor = factor.stripped();
    OptionalInt power = this.factor.powerOfTen();
    this.powerOfTen = power.isPresent();
    this.exponent = power.orElse(0);
  }

  /// The canonical writing.
  public String symbol() {
    return symbol;
  }

  /// The symbol as people write it: `万kWh` in Chinese, `10^4 kWh` in English.
  public Text written() {
    return new Text(symbol.replace("10^4 ", "万").replace("10^8 ", "亿"), symbol);
  }

  public Dimension dimension() {
    return dimension;
  }

  /// How many base units this is.
  public Rational factor() {
    return factor;
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
    String known = latex;
    if (known == null) {
      known = writeLatex();
      latex = known;
    }
    return known;
  }

  private String writeLatex() {
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
    return powerOfTen ? value.scaledByPowerOfTen(exponent) : value.times(factor);
  }

  Rational fromBase(Rational value) {
    return powerOfTen ? value.scaledByPowerOfTen(-exponent) : value.dividedBy(factor);
  }

  /// A value in this unit, in another unit of the same dimension.
  Rational convert(Rational value, Unit to) {
    return powerOfTen && to.powerOfTen
        ? value.scaledByPowerOfTen(exponent - to.exponent)
        : to.fromBase(toBase(value));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Unit that
            && symbol.equals(that.symbol)
            && dimension.equals(that.dimension)
            && factor.equals(that.factor));
  }

  @Override
  public int hashCode() {
    return symbol.hashCode();
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
