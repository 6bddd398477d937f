package io.tanheng.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanheng.testkit.Chance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RationalTest {

  @Test
  void keeps_44_over_12_exact() {
    Rational ratio = Rational.of(44, 12);

    assertThat(ratio.times(Rational.of(12))).isEqualTo(Rational.of(44));
    assertThat(ratio).hasToString("11/3");
    assertThat(ratio.isDecimal()).isFalse();
  }

  @Test
  void keeps_quotients_by_twos_and_fives_as_decimals() {
    assertThat(Rational.of(1, 64).toDecimal()).isEqualByComparingTo("0.015625");
    assertThat(Rational.of("1/22.4")).isEqualTo(Rational.of(5, 112));
    assertThat(Rational.of(-7, 2500)).hasToString("-0.0028");
  }

  @Test
  void three_thirds_are_one() {
    Rational third = Rational.of(1, 3);

    assertThat(third.plus(third).plus(third)).isEqualTo(Rational.ONE);
    assertThat(third.plus(third).plus(third).isDecimal()).isTrue();
  }

  @Test
  void refuses_division_by_zero() {
    assertThatThrownBy(() -> Rational.ONE.dividedBy(Rational.ZERO))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void refuses_to_call_a_third_a_decimal() {
    assertThatThrownBy(Rational.of(1, 3)::toDecimal).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void rounds_once_and_half_up() {
    assertThat(Rational.of(2, 3).toDecimal(6, RoundingMode.HALF_UP)).hasToString("0.666667");
    assertThat(Rational.of("0.0000005").toDecimal(6, RoundingMode.HALF_UP)).hasToString("0.000001");
    assertThat(Rational.of("-0.0000005").toDecimal(6, RoundingMode.HALF_UP))
        .hasToString("-0.000001");
    assertThat(Rational.of("0.00000049").toDecimal(6, RoundingMode.HALF_UP).signum()).isZero();
  }

  @Test
  void equality_is_numeric() {
    assertThat(Rational.of("1.50")).isEqualTo(Rational.of("1.5"));
    assertThat(Rational.of("1.50")).hasSameHashCodeAs(Rational.of("1.5"));
    assertThat(Rational.of(2, 6)).isEqualTo(Rational.of(1, 3));
  }

  @Test
  void becomes_a_long_decimal_when_the_denominator_outgrows_its_limit() {
    Rational sum = Rational.ZERO;
    for (int i = 1; i <= 400; i++) {
      sum = sum.plus(Rational.of(1, 2 * i + 1));
    }

    BigDecimal expected = BigDecimal.ZERO;
    for (int i = 1; i <= 400; i++) {
      expected =
          expected.add(
              BigDecimal.ONE.divide(BigDecimal.valueOf(2L * i + 1), 70, RoundingMode.HALF_EVEN));
    }
    assertThat(sum.toDecimal(50, RoundingMode.HALF_EVEN))
        .isEqualByComparingTo(expected.setScale(50, RoundingMode.HALF_EVEN));
  }

  @Test
  void the_order_of_a_sum_and_a_product_does_not_matter() {
    Chance.forAll(chance -> {
      Rational a = any(chance);
      Rational b = any(chance);

      assertThat(a.plus(b)).isEqualTo(b.plus(a));
      assertThat(a.times(b)).isEqualTo(b.times(a));
    });
  }

  @Test
  void sums_and_products_associate_and_distribute() {
    Chance.forAll(chance -> {
      Rational a = any(chance);
      Rational b = any(chance);
      Rational c = any(chance);

      assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
      assertThat(a.times(b).times(c)).isEqualTo(a.times(b.times(c)));
      assertThat(a.times(b.plus(c))).isEqualTo(a.times(b).plus(a.times(c)));
    });
  }

  @Test
  void subtraction_and_division_undo_addition_and_multiplication() {
    Chance.forAll(chance -> {
      Rational a = any(chance);
      Rational b = any(chance);
      Rational divisor = Rational.of(chance.positiveDecimal());

      assertThat(a.plus(b).minus(b)).isEqualTo(a);
      assertThat(a.times(divisor).dividedBy(divisor)).isEqualTo(a);
      assertThat(Rational.of(a.toString())).isEqualTo(a);
      assertThat(a.compareTo(b)).isEqualTo(a.minus(b).signum());
    });
  }

  @Test
  void a_long_sum_is_the_sum_of_its_parts() {
    Chance.forAll(chance -> {
      List<Rational> numbers = new ArrayList<>();
      Rational expected = Rational.ZERO;
      for (int i = chance.whole(0, 6); i > 0; i--) {
        numbers.add(any(chance));
        expected = expected.plus(numbers.getLast());
      }

      assertThat(Rational.sum(numbers)).isEqualTo(expected);
    });
  }

  private static Rational any(Chance chance) {
    Rational decimal = Rational.of(chance.decimal());
    return chance.yes() ? decimal : decimal.dividedBy(Rational.of(chance.positiveDecimal()));
  }
}
