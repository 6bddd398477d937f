package io.tanheng.units;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An exact value with its unit; equality is equality of value and unit (1.50 t = 1.5 t, but not
/// 1500 kg).
///
/// Inputs, intermediate and final results alike. Adding unlike quantities throws: by then it is a
/// bug, because formulas are checked before they are evaluated. For values of users, where it is no
/// bug, see [#convert].
public record Quantity(Rational value, Unit unit) {

  /// Significant digits shown of a value that is no short decimal.
  private static final int SHOWN_DIGITS = 15;

  public Quantity(BigDecimal value, Unit unit) {
    this(Rational.of(value.stripTrailingZeros()), unit);
  }

  public static Quantity of(String value, Unit unit) {
    return new Quantity(new BigDecimal(value), unit);
  }

  /// From a value in base units, see [Dimension#baseUnit()].
  public static Quantity ofBase(Rational base, Unit unit) {
    return new Quantity(unit.fromBase(base), unit);
  }

  /// The value in base units.
  public Rational base() {
    return unit.toBase(value);
  }

  /// The sum, in the unit of this quantity.
  public Quantity plus(Quantity other) {
    return new Quantity(value.plus(other.in(unit).value), unit);
  }

  /// The difference, in the unit of this quantity.
  public Quantity minus(Quantity other) {
    return new Quantity(value.minus(other.in(unit).value), unit);
  }

  public Quantity times(Quantity other) {
    return new Quantity(value.times(other.value), unit.times(other.unit));
  }

  public Quantity times(Rational number) {
    return new Quantity(value.times(number), unit);
  }

  public Quantity dividedBy(Quantity other) {
    return new Quantity(value.dividedBy(other.value), unit.per(other.unit));
  }

  public Quantity negate() {
    return new Quantity(value.negate(), unit);
  }

  /// The same quantity in another unit, exactly.
  ///
  /// @throws IllegalArgumentException when the units differ in kind or substance
  public Quantity in(Unit other) {
    if (unit.equals(other)) {
      return this;
    }
    if (!unit.convertsTo(other)) {
      throw new IllegalArgumentException(unit + " does not convert to " + other);
    }
    return new Quantity(unit.convert(value, other), other);
  }

  /// The same quantity in another unit, or the problem that it is something else.
  public Result<Quantity> convert(Unit other) {
    if (unit.convertsTo(other)) {
      return Result.of(in(other));
    }
    return Result.failure(
        Problem.of(UnitsProblem.UNITS_DIFFER)
            .with("from", unit.symbol())
            .with("fromKind", unit.describe())
            .with("to", other.symbol())
            .with("toKind", other.describe()));
  }

  public BigDecimal toDecimal(int scale, RoundingMode rounding) {
    return value.toDecimal(scale, rounding);
  }

  /// For people: `26.344 GJ/t`; a value with more than 15 significant digits is cut there and
  /// marked `≈`.
  public String text() {
    return unit.symbol().equals("1") ? valueText() : valueText() + " " + unit.symbol();
  }

  /// The value alone, as in [#text()].
  public String valueText() {
    if (value.isDecimal()) {
      BigDecimal exact = value.toDecimal();
      if (exact.precision() <= SHOWN_DIGITS) {
        return exact.toPlainString();
      }
    }
    return "≈" + value.toSignificant(SHOWN_DIGITS).stripTrailingZeros().toPlainString();
  }

  @Override
  public String toString() {
    return value + " " + unit;
  }
}
