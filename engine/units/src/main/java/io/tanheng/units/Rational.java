package io.tanheng.units;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// An exact number: a decimal over a whole number that has no factor 2 or 5.
///
/// Sums, products and quotients are exact, so 44/12 stays 44/12 and thirds add up to one. Numbers
/// that are finite decimals have the denominator 1 and cost about what a [BigDecimal] costs.
///
/// One limit keeps long sums cheap: when the denominator passes [#MAX_DENOMINATOR_BITS] bits the
/// number is replaced by its nearest decimal of [#COLLAPSED_DIGITS] significant digits. Reported
/// figures have a precision far below that; nothing else is ever rounded here.
public final class Rational implements Comparable<Rational> {

  /// Beyond this size of the denominator a number becomes a decimal of [#COLLAPSED_DIGITS] digits.
  public static final int MAX_DENOMINATOR_BITS = 256;

  /// Significant digits of a number that outgrew [#MAX_DENOMINATOR_BITS].
  public static final int COLLAPSED_DIGITS = 60;

  public static final Rational ZERO = new Rational(BigDecimal.ZERO, BigInteger.ONE);
  public static final Rational ONE = new Rational(BigDecimal.ONE, BigInteger.ONE);

  private static final BigInteger FIVE = BigInteger.valueOf(5);
  private static final MathContext COLLAPSED =
      new MathContext(COLLAPSED_DIGITS, RoundingMode.HALF_EVEN);

  private final BigDecimal numerator;
  private final BigInteger denominator;

  private Rational(BigDecimal numerator, BigInteger denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  public static Rational of(BigDecimal value) {
    return new Rational(value, BigInteger.ONE);
  }

  public static Rational of(long value) {
    return new Rational(BigDecimal.valueOf(value), BigInteger.ONE);
  }

  /// Reads a plain decimal such as `0.0254` or `-1E3`, or a fraction of two such as `11/3`.
  public static Rational of(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return of(new BigDecimal(text.strip()));
    }
    return of(new BigDecimal(text.substring(0, slash).strip()))
        .dividedBy(of(new BigDecimal(text.substring(slash + 1).strip())));
  }

  public static Rational of(long numerator, long denominator) {
    return of(numerator).dividedBy(of(denominator));
  }

  public Rational plus(Rational other) {
    if (isDecimal() && other.isDecimal()) {
      return new Rational(numerator.add(other.numerator), BigInteger.ONE);
    }
    if (denominator.equals(other.denominator)) {
      return reduced(numerator.add(other.numerator), denominator);
    }
    if (isDecimal()) {
      return canonical(other.numerator.add(times(numerator, other.denominator)), other.denominator);
    }
    if (other.isDecimal()) {
      return canonical(numerator.add(times(other.numerator, denominator)), denominator);
    }
    BigInteger shared = denominator.gcd(other.denominator);
    BigInteger mine = denominator.divide(shared);
    BigInteger theirs = other.denominator.divide(shared);
    BigDecimal sum = times(numerator, theirs).add(times(other.numerator, mine));
    return reduced(sum, denominator.multiply(theirs));
  }

  public Rational minus(Rational other) {
    return plus(other.negate());
  }

  /// The exact sum of many numbers. It adds numbers of one denominator first, so that a long sum of
  /// fractions costs little more than a sum of decimals.
  public static Rational sum(Iterable<Rational> numbers) {
    var byDenominator = new LinkedHashMap<BigInteger, BigDecimal>();
    BigInteger denominator = BigInteger.ONE;
    BigDecimal running = BigDecimal.ZERO;
    for (Rational number : numbers) {
      if (!number.denominator.equals(denominator)) {
        byDenominator.merge(denominator, running, BigDecimal::add);
        denominator = number.denominator;
        running = BigDecimal.ZERO;
      }
      running = running.add(number.numerator);
    }
    byDenominator.merge(denominator, running, BigDecimal::add);
    Rational total = ZERO;
    for (Map.Entry<BigInteger, BigDecimal> part : byDenominator.entrySet()) {
      total = total.plus(reduced(part.getValue(), part.getKey()));
    }
    return total;
  }

  public Rational times(Rational other) {
    BigDecimal product = numerator.multiply(other.numerator);
    if (isDecimal() && other.isDecimal()) {
      return new Rational(product, BigInteger.ONE);
    }
    return reduced(product, denominator.multiply(other.denominator));
  }

  /// The exact quotient.
  ///
  /// @throws ArithmeticException when the other number is zero
  public Rational dividedBy(Rational other) {
    return times(other.reciprocal());
  }

  /// One over this number: 1/(2^a 5^b m) = 5^a 2^b 10^-(a+b) / m.
  ///
  /// @throws ArithmeticException when this number is zero
  public Rational reciprocal() {
    if (isZero()) {
      throw new ArithmeticException("division by zero");
    }
    BigInteger rest = numerator.unscaledValue().abs();
    int twos = rest.getLowestSetBit();
    rest = rest.shiftRight(twos);
    int fives = 0;
    for (BigInteger[] parts = rest.divideAndRemainder(FIVE);
        parts[1].signum() == 0;
        parts = rest.divideAndRemainder(FIVE)) {
      rest = parts[0];
      fives++;
    }
    BigInteger unscaled = FIVE.pow(twos).shiftLeft(fives).multiply(denominator);
    BigDecimal inverse =
        new BigDecimal(signum() < 0 ? unscaled.negate() : unscaled, twos + fives)
            .scaleByPowerOfTen(numerator.scale());
    return canonical(inverse, rest);
  }

  public Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  public Rational abs() {
    return signum() < 0 ? negate() : this;
  }

  /// This number times 10^`power`, without any multiplication.
  public Rational scaledByPowerOfTen(int power) {
    return power == 0 ? this : new Rational(numerator.scaleByPowerOfTen(power), denominator);
  }

  /// The `n` of 10^n when this number is a power of ten.
  OptionalInt powerOfTen() {
    return isDecimal() && numerator.unscaledValue().equals(BigInteger.ONE)
        ? OptionalInt.of(-numerator.scale())
        : OptionalInt.empty();
  }

  /// The same number without trailing zeros in its representation.
  Rational stripped() {
    return new Rational(numerator.stripTrailingZeros(), denominator);
  }

  public int signum() {
    return numerator.signum();
  }

  public boolean isZero() {
    return signum() == 0;
  }

  /// Whether this number is a finite decimal.
  @SuppressWarnings("ReferenceEquality") // A denominator of one is always this one object.
  public boolean isDecimal() {
    return denominator == BigInteger.ONE;
  }

  /// The finite decimal that equals this number, without trailing zeros.
  ///
  /// @throws ArithmeticException when there is none, as for 1/3
  public BigDecimal toDecimal() {
    if (!isDecimal()) {
      throw new ArithmeticException(this + " is no finite decimal");
    }
    return numerator.stripTrailingZeros();
  }

  /// The nearest decimal with `scale` places, rounded once.
  public BigDecimal toDecimal(int scale, RoundingMode rounding) {
    return isDecimal()
        ? numerator.setScale(scale, rounding)
        : numerator.divide(new BigDecimal(denominator), scale, rounding);
  }

  /// The nearest decimal with `digits` significant digits, for display only.
  public BigDecimal toSignificant(int digits) {
    var context = new MathContext(digits, RoundingMode.HALF_UP);
    return isDecimal()
        ? numerator.round(context)
        : numerator.divide(new BigDecimal(denominator), context);
  }

  @Override
  public int compareTo(Rational other) {
    if (denominator.equals(other.denominator)) {
      return numerator.compareTo(other.numerator);
    }
    return times(numerator, other.denominator).compareTo(times(other.numerator, denominator));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Rational that
        && denominator.equals(that.denominator)
        && numerator.compareTo(that.numerator) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * numerator.stripTrailingZeros().hashCode() + denominator.hashCode();
  }

  /// `0.44` for a decimal, `11/3` otherwise: [#of(String)] reads both back.
  @Override
  public String toString() {
    String decimal = numerator.stripTrailingZeros().toPlainString();
    return isDecimal() ? decimal : decimal + "/" + denominator;
  }

  private static BigDecimal times(BigDecimal decimal, BigInteger whole) {
    return whole.equals(BigInteger.ONE) ? decimal : decimal.multiply(new BigDecimal(whole));
  }

  /// Divides out what numerator and denominator share; the denominator has no factor 2 or 5.
  private static Rational reduced(BigDecimal numerator, BigInteger denominator) {
    BigInteger unscaled = numerator.unscaledValue();
    BigInteger shared = sharedFactor(unscaled, denominator);
    if (shared.equals(BigInteger.ONE)) {
      return canonical(numerator, denominator);
    }
    return canonical(
        new BigDecimal(unscaled.divide(shared), numerator.scale()), denominator.divide(shared));
  }

  /// The greatest common divisor; small denominators, by far the most frequent, take the short way.
  private static BigInteger sharedFactor(BigInteger number, BigInteger denominator) {
    if (denominator.bitLength() >= Long.SIZE) {
      return number.gcd(denominator);
    }
    long divisor = denominator.longValue();
    long rest =
        number.bitLength() < Long.SIZE
            ? number.longValue() % divisor
            : number.remainder(denominator).longValue();
    while (rest != 0) {
      long next = divisor % rest;
      divisor = rest;
      rest = next;
    }
    return BigInteger.valueOf(Math.abs(divisor));
  }

  private static Rational canonical(BigDecimal numerator, BigInteger denominator) {
    if (denominator.equals(BigInteger.ONE)) {
      return new Rational(numerator, BigInteger.ONE);
    }
    return denominator.bitLength() <= MAX_DENOMINATOR_BITS
        ? new Rational(numerator, denominator)
        : new Rational(numerator.divide(new BigDecimal(denominator), COLLAPSED), BigInteger.ONE);
  }
}
