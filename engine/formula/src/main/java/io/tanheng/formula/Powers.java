package io.tanheng.formula;

import io.tanheng.units.Rational;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Powers of numbers that are no whole powers, to [#DIGITS] significant digits.
final class Powers {

  /// Significant digits of a result that is not exact.
  static final int DIGITS = 40;

  private static final int MOST_EXPONENT = 10_000;
  private static final MathContext RESULT = new MathContext(DIGITS, RoundingMode.HALF_EVEN);
  private static final MathContext WORK = new MathContext(70, RoundingMode.HALF_EVEN);

  /// How near to one the series of the logarithm starts: only speed depends on it.
  private static final BigDecimal SMALL = new BigDecimal("0.05");

  /// Terms of a series below this do not reach the digits of the result.
  private static final BigDecimal NOTHING = BigDecimal.ONE.movePointLeft(75);

  private static final BigDecimal TWO = BigDecimal.TWO;

  private Powers() {}

  static Rational exp(Rational exponent) {
    return Rational.of(exp(decimal(exponent)).round(RESULT));
  }

  /// `base` is positive; a whole exponent gives an exact result.
  static Rational power(Rational base, Rational exponent) {
    if (exponent.isDecimal() && exponent.toDecimal().stripTrailingZeros().scale() <= 0) {
      int whole = limited(exponent.toDecimal()).intValueExact();
      Rational power = Rational.ONE;
      for (int i = 0; i < Math.abs(whole); i++) {
        power = power.times(base);
      }
      return whole < 0 ? power.reciprocal() : power;
    }
    return Rational.of(exp(ln(decimal(base)).multiply(decimal(exponent), WORK)).round(RESULT));
  }

  private static BigDecimal decimal(Rational number) {
    return number.toSignificant(WORK.getPrecision());
  }

  private static BigDecimal limited(BigDecimal exponent) {
    if (exponent.abs().compareTo(BigDecimal.valueOf(MOST_EXPONENT)) > 0) {
      throw new IllegalStateException("an exponent of " + exponent.toPlainString());
    }
    return exponent;
  }

  /// Halves the exponent until the series converges fast, then squares the result as often.
  private static BigDecimal exp(BigDecimal exponent) {
    BigDecimal rest = limited(exponent);
    int halvings = 0;
    while (rest.abs().compareTo(SMALL) > 0) {
      rest = rest.divide(TWO, WORK);
      halvings++;
    }
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int n = 1; term.abs().compareTo(NOTHING) > 0; n++) {
      term = term.multiply(rest, WORK).divide(BigDecimal.valueOf(n), WORK);
      sum = sum.add(term, WORK);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum, WORK);
    }
    return sum;
  }

  /// Takes square roots until the number is near 1, then ln x = 2 artanh((x - 1)/(x + 1)).
  private static BigDecimal ln(BigDecimal number) {
    BigDecimal rest = number;
    BigDecimal factor = TWO;
    while (rest.subtract(BigDecimal.ONE).abs().compareTo(SMALL) > 0) {
      rest = rest.sqrt(WORK);
      factor = factor.multiply(TWO);
    }
    BigDecimal ratio = rest.subtract(BigDecimal.ONE).divide(rest.add(BigDecimal.ONE), WORK);
    BigDecimal square = ratio.multiply(ratio, WORK);
    BigDecimal power = ratio;
    BigDecimal sum = ratio;
    for (int n = 3; power.abs().compareTo(NOTHING) > 0; n += 2) {
      power = power.multiply(square, WORK);
      sum = sum.add(power.divide(BigDecimal.valueOf(n), WORK), WORK);
    }
    return sum.multiply(factor, WORK);
  }
}
