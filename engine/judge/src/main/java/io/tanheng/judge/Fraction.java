package io.tanheng.judge;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// A whole number over a whole number, always in lowest terms; never rounded.
///
/// @param under positive
/// @param widest bits of the largest denominator on the way to this number
public record Fraction(BigInteger over, BigInteger under, int widest)
    implements Comparable<Fraction> {

  static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE, 0);
  static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE, 0);

  /// A decimal such as `0.25` or `1E3`, or two of them with `/` between.
  public static Fraction of(String text) {
    int slash = text.indexOf('/');
    if (slash >= 0) {
      return of(text.substring(0, slash)).dividedBy(of(text.substring(slash + 1)));
    }
    var decimal = new BigDecimal(text.strip());
    BigInteger power = BigInteger.TEN.pow(Math.abs(decimal.scale()));
    return decimal.scale() > 0
        ? lowest(decimal.unscaledValue(), power, 0)
        : lowest(decimal.unscaledValue().multiply(power), BigInteger.ONE, 0);
  }

  private static Fraction lowest(BigInteger over, BigInteger under, int widest) {
    BigInteger shared = over.gcd(under);
    if (under.signum() < 0) {
      shared = shared.negate();
    }
    BigInteger reduced = under.divide(shared);
    return new Fraction(over.divide(shared), reduced, Math.max(widest, reduced.bitLength()));
  }

  Fraction plus(Fraction other) {
    return lowest(
        over.multiply(other.under).add(other.over.multiply(under)),
        under.multiply(other.under),
        Math.max(widest, other.widest));
  }

  Fraction negate() {
    return new Fraction(over.negate(), under, widest);
  }

  Fraction minus(Fraction other) {
    return plus(other.negate());
  }

  Fraction times(Fraction other) {
    return lowest(
        over.multiply(other.over), under.multiply(other.under), Math.max(widest, other.widest));
  }

  /// @throws ArithmeticException when the other is zero
  Fraction dividedBy(Fraction other) {
    if (other.isZero()) {
      throw new ArithmeticException("division by zero");
    }
    return lowest(
        over.multiply(other.under), under.multiply(other.over), Math.max(widest, other.widest));
  }

  boolean isZero() {
    return over.signum() == 0;
  }

  boolean isNegative() {
    return over.signum() < 0;
  }

  boolean isSameNumberAs(Fraction other) {
    return over.equals(other.over) && under.equals(other.under);
  }

  BigDecimal rounded(int places) {
    return new BigDecimal(over).divide(new BigDecimal(under), places, RoundingMode.HALF_UP);
  }

  @Override
  public int compareTo(Fraction other) {
    return over.multiply(other.under).compareTo(other.over.multiply(under));
  }

  @Override
  public String toString() {
    return over + "/" + under;
  }
}
