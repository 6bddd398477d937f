package io.tanheng.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanheng.testkit.Chance;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class QuantityTest {

  private static final Units UNITS = Units.standard();
  private static final List<List<String>> CONVERTIBLE =
      List.of(
          List.of("t", "kg", "10^4 t", "t clinker", "weight case", "g"),
          List.of("GJ", "kWh", "10^4 kWh", "TJ", "kcal", "MWh", "百万千焦"),
          List.of("Nm3", "10^3 Nm3", "万Nm3"),
          List.of("GJ/t", "kJ/kg", "kcal/kg", "MJ/kg"),
          List.of("tCO2/MWh", "kgCO2/kWh", "tCO2/GJ"),
          List.of("h", "min", "d", "s"),
          List.of("%", "1", "‰"));

  @Test
  void refuses_to_add_carbon_to_carbon_dioxide() {
    Quantity carbon = Quantity.of("1", UNITS.require("tC"));
    Quantity carbonDioxide = Quantity.of("1", UNITS.require("tCO2"));

    assertThatThrownBy(() -> carbon.plus(carbonDioxide))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tCO2 does not convert to tC");
  }

  @Test
  void explains_why_a_value_does_not_convert() {
    Problem problem =
        Quantity.of("1", UNITS.require("t")).convert(UNITS.require("万Nm3")).problems().getFirst();

    assertThat(problem.render(Locale.SIMPLIFIED_CHINESE))
        .isEqualTo("t（质量）不能换算为 10^4 Nm3（标准状态体积）。请改用同类单位的数值。");
    assertThat(problem.render(Locale.ENGLISH))
        .isEqualTo(
            "t (mass) does not convert to 10^4 Nm3 (normal volume). Give the value in a unit of that kind.");
  }

  @Test
  void equality_is_numeric() {
    Unit tonne = UNITS.require("t");

    assertThat(Quantity.of("1.50", tonne)).isEqualTo(Quantity.of("1.5", tonne));
  }

  @Test
  void shows_exact_values_and_marks_cut_ones() {
    Quantity third = new Quantity(Rational.of(1, 3), UNITS.require("tCO2"));

    assertThat(Quantity.of("26.3440", UNITS.require("GJ/t")).text()).isEqualTo("26.344 GJ/t");
    assertThat(Quantity.of("98", UNITS.require("%")).text()).isEqualTo("98 %");
    assertThat(Quantity.of("1.04", Unit.ONE).text()).isEqualTo("1.04");
    assertThat(third.text()).isEqualTo("≈0.333333333333333 tCO2");
  }

  @Test
  void a_conversion_and_its_return_change_nothing() {
    Chance.forAll(chance -> {
      List<String> alike = chance.oneOf(CONVERTIBLE);
      Unit from = UNITS.require(chance.oneOf(alike));
      Unit to = UNITS.require(chance.oneOf(alike));
      Quantity quantity = new Quantity(chance.decimal(), from);

      assertThat(quantity.in(to).in(from)).isEqualTo(quantity);
      assertThat(quantity.in(to).base()).isEqualTo(quantity.base());
    });
  }

  @Test
  void a_sum_does_not_depend_on_order_or_unit() {
    Chance.forAll(chance -> {
      List<String> alike = chance.oneOf(CONVERTIBLE);
      Quantity a = new Quantity(chance.decimal(), UNITS.require(chance.oneOf(alike)));
      Quantity b = new Quantity(chance.decimal(), UNITS.require(chance.oneOf(alike)));

      assertThat(a.plus(b).base()).isEqualTo(b.plus(a).base());
      assertThat(a.plus(b).minus(b)).isEqualTo(a);
    });
  }

  @Test
  void a_product_distributes_over_a_sum() {
    Chance.forAll(chance -> {
      Quantity factor = new Quantity(chance.decimal(), UNITS.require("GJ/t"));
      Quantity a = new Quantity(chance.decimal(), UNITS.require("t"));
      Quantity b = new Quantity(chance.decimal(), UNITS.require("kg"));

      Quantity together = factor.times(a.plus(b));
      Quantity apart = factor.times(a).plus(factor.times(b));

      assertThat(together.base()).isEqualTo(apart.base());
      assertThat(together.unit().convertsTo(UNITS.require("GJ"))).isTrue();
    });
  }

  @Test
  void a_quotient_times_its_divisor_is_the_dividend() {
    Chance.forAll(chance -> {
      Quantity energy = new Quantity(chance.decimal(), UNITS.require("MWh"));
      Quantity mass = new Quantity(chance.positiveDecimal(), UNITS.require("t"));

      assertThat(energy.dividedBy(mass).times(mass).in(energy.unit())).isEqualTo(energy);
    });
  }
}
