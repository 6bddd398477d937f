package io.tanheng.server.operate.inventory;

import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import java.math.RoundingMode;

/// How numbers leave this module. Results are rounded here and nowhere before: to six decimals,
/// half up.
final class Shown {
  private static final int RESULT_DECIMALS = 6;
  private static final int AGREEING_DECIMALS = 30;
  private static final int SHARE_DECIMALS = 1;
  private static final int DIGITS = 20;
  private static final Rational HUNDRED = Rational.of(100);

  private Shown() {}

  static String result(Rational value) {
    return value.toDecimal(RESULT_DECIMALS, RoundingMode.HALF_UP).toPlainString();
  }

  static String result(Quantity quantity) {
    return result(quantity.value());
  }

  /// An input or intermediate value: all its digits where they end, otherwise twenty.
  static String decimal(Quantity quantity) {
    Rational value = quantity.value();
    return value.isDecimal()
        ? value.toDecimal().toPlainString()
        : value.toSignificant(DIGITS).stripTrailingZeros().toPlainString();
  }

  /// Whether two ways of adding the same numbers came to the same sum.
  static boolean agree(Rational a, Rational b) {
    return a.minus(b).toDecimal(AGREEING_DECIMALS, RoundingMode.HALF_UP).signum() == 0;
  }

  /// A part of a whole in percent.
  static String percent(Rational part, Rational whole) {
    return part.times(HUNDRED)
        .dividedBy(whole)
        .toDecimal(SHARE_DECIMALS, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
