package io.tanheng.judge;

import java.util.Map;

/// A number in first units of its kind.
///
/// @param fitsAnything a bare zero of a formula
record Amount(Fraction number, Map<String, Integer> kind, boolean fitsAnything) {

  static final Amount BARE_ZERO = new Amount(Fraction.ZERO, Map.of(), true);

  static Amount of(Fraction number, Measure unit) {
    return new Amount(number.times(unit.factor()), unit.kind(), false);
  }

  Amount plus(Amount other) {
    return new Amount(number.plus(other.number), shared(other), fitsAnything && other.fitsAnything);
  }

  Amount negate() {
    return new Amount(number.negate(), kind, fitsAnything);
  }

  Amount times(Amount other) {
    return new Amount(
        number.times(other.number),
        Measure.kinds(kind, other.kind, 1),
        fitsAnything || other.fitsAnything);
  }

  Amount dividedBy(Amount other) {
    return new Amount(
        number.dividedBy(other.number), Measure.kinds(kind, other.kind, -1), fitsAnything);
  }

  /// The number in `unit`.
  Fraction in(Measure unit) {
    if (!fitsAnything && !kind.equals(unit.kind())) {
      throw new IllegalStateException(kind + " is not " + unit.kind());
    }
    return number.dividedBy(unit.factor());
  }

  private Map<String, Integer> shared(Amount other) {
    if (fitsAnything) {
      return other.kind;
    }
    if (!other.fitsAnything && !kind.equals(other.kind)) {
      throw new IllegalStateException(kind + " does not add to " + other.kind);
    }
    return kind;
  }
}
