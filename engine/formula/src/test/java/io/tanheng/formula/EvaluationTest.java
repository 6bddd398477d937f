package io.tanheng.formula;

import static io.tanheng.formula.FormulaFixture.compiled;
import static io.tanheng.formula.FormulaFixture.quantity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanheng.units.Rational;
import io.tanheng.units.Result;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  @Test
  void calculates_combustion_with_44_over_12_exact() {
    Compiled formula = compiled("FC * NCV * CC * OF * 44[tCO2]/12[tC]", "tCO2");

    Inputs inputs =
        formula
            .inputs()
            .set("FC", quantity("310000", "t"))
            .set("NCV", quantity("28.447", "GJ/t"))
            .set("CC", quantity("29.5", "tC/TJ"))
            .set("OF", quantity("93", "%"));

    Rational exact = formula.evaluate(inputs).require().value();
    assertThat(exact).isEqualTo(Rational.of("887104.04915"));
    assertThat(exact.times(Rational.of(12)).dividedBy(Rational.of(44)))
        .isEqualTo(Rational.of("310000").times(Rational.of("0.78044344500")));
  }

  @Test
  void converts_inputs_of_any_unit_of_the_kind() {
    Compiled formula = compiled("FC * NCV", "TJ");

    Inputs small = inputs(formula, "3", "t", "4186.8", "kJ/kg");
    Inputs large = inputs(formula, "3000", "kg", "1000", "kcal/kg");

    assertThat(formula.evaluate(small)).isEqualTo(formula.evaluate(large));
  }

  private static Inputs inputs(
      Compiled formula, String mass, String massUnit, String heat, String heatUnit) {
    return formula
        .inputs()
        .set("FC", quantity(mass, massUnit))
        .set("NCV", quantity(heat, heatUnit));
  }

  @Test
  void adds_up_the_carbon_of_a_gas_by_its_composition() {
    Compiled formula =
        compiled("sum(n: 12[kgC/kmol] * V[n] * CN[n]) / 22.4[Nm3/kmol]", "tC/10^4 Nm3");

    Inputs inputs =
        formula
            .inputs()
            .setMember("V", "CH4", quantity("95", "%"))
            .setMember("CN", "CH4", quantity("1", "1"))
            .setMember("V", "C2H6", quantity("2", "%"))
            .setMember("CN", "C2H6", quantity("2", "1"));

    assertThat(formula.evaluate(inputs).require().value())
        .isEqualTo(Rational.of("0.99").times(Rational.of(120)).dividedBy(Rational.of("22.4")));
  }

  @Test
  void knows_temperature_and_enthalpy() {
    Compiled water = compiled("Ma_w * (T_w - 20[degC]) * 4.1868[kJ/(kg*degC)]", "GJ");
    Compiled steam = compiled("Ma_st * (En_st - 83.74[kJ/kg])", "GJ");

    Inputs hot =
        water.inputs().set("Ma_w", quantity("1000", "t")).set("T_w", quantity("95", "degC"));
    Inputs live =
        steam
            .inputs()
            .set("Ma_st", quantity("1000", "t"))
            .set("En_st", quantity("2783.74", "kJ/kg"));

    assertThat(water.evaluate(hot).require()).isEqualTo(quantity("314.01", "GJ"));
    assertThat(steam.evaluate(live).require()).isEqualTo(quantity("2700", "GJ"));
  }

  @Test
  void carries_the_slope_of_anode_effects_as_a_constant_with_its_unit() {
    Compiled formula = compiled("P_Al * 0.143[(kgCF4/tAl)/(min/cell-day)] * AEM", "tCF4");

    Inputs inputs =
        formula
            .inputs()
            .set("P_Al", quantity("250000", "t"))
            .set("AEM", quantity("0.2", "min/cell-day"));

    assertThat(formula.evaluate(inputs).require()).isEqualTo(quantity("7.15", "tCF4"));
  }

  @Test
  void adds_carbon_dioxide_to_its_equivalent_only_when_told() {
    Compiled formula = compiled("co2e(fossil-fuel-combustion - flux) + nitric-acid", "tCO2e");

    Inputs inputs =
        formula
            .inputs()
            .set("fossil-fuel-combustion", quantity("100", "tCO2"))
            .set("flux", quantity("30", "tCO2"))
            .set("nitric-acid", quantity("5", "tCO2e"));

    assertThat(formula.evaluate(inputs).require()).isEqualTo(quantity("75", "tCO2e"));
  }

  @Test
  void decides_and_bounds() {
    Compiled formula = compiled("if(a > b, max(a, b, c), min(a, b)) + abs(-c)", "1");

    assertThat(evaluated(formula, "2", "1", "3")).isEqualTo("6");
    assertThat(evaluated(formula, "1", "1", "3")).isEqualTo("4");
    assertThat(evaluated(formula, "0", "1", "-3")).isEqualTo("3");
  }

  @Test
  void lets_a_bare_zero_stand_for_nothing_of_any_kind() {
    Compiled formula = compiled("if(AD > 0, max(AD - 5[GJ], 0), 0)", "GJ");

    assertThat(formula.evaluate(formula.inputs().set("AD", quantity("3", "GJ"))).require())
        .isEqualTo(quantity("0", "GJ"));
  }

  private static String evaluated(Compiled formula, String a, String b, String c) {
    Inputs inputs =
        formula
            .inputs()
            .set("a", quantity(a, "1"))
            .set("b", quantity(b, "1"))
            .set("c", quantity(c, "1"));
    return formula.evaluate(inputs).require().value().toDecimal().toPlainString();
  }

  @Test
  void reports_a_division_by_zero_at_the_divisor() {
    Compiled formula = compiled("C_ad * (1 - M_ar) / (1 - M_ad)", "tC/t");

    Inputs inputs =
        formula
            .inputs()
            .set("C_ad", quantity("0.6", "tC/t"))
            .set("M_ar", quantity("8", "%"))
            .set("M_ad", quantity("100", "%"));

    Result<?> result = formula.evaluate(inputs);
    assertThat(result.problems().getFirst().render(Locale.ENGLISH))
        .isEqualTo(
            """
            formula:1:22: The divisor 1 - M_ad is zero.
              C_ad * (1 - M_ar) / (1 - M_ad)
                                   ^^^^^^^^\
            """);
    assertThat(formula.explain(inputs).problems()).isEqualTo(result.problems());
  }

  @Test
  void names_what_is_missing() {
    Compiled formula = compiled("sum(k: m[k] * w_CaO[k]) / FC", "1");
    Inputs inputs =
        formula
            .inputs()
            .setMember("m", "1", quantity("5", "t"))
            .setMember("w_CaO", "2", quantity("5", "%"));

    assertThat(inputs.missing()).containsExactly("FC", "m_2", "w_CaO_1");
    assertThat(formula.inputs().missing()).containsExactly("FC", "m_…", "w_CaO_…");
    assertThatThrownBy(() -> formula.evaluate(inputs)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refuses_an_input_of_another_kind_as_a_bug() {
    Compiled formula = compiled("FC * NCV", "GJ");

    assertThatThrownBy(() -> formula.inputs().set("FC", quantity("1", "10^4 Nm3")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("FC is given in 10^4 Nm3, not in t");
    assertThatThrownBy(() -> formula.inputs().set("OF", quantity("1", "1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void explains_every_step() {
    Compiled formula = compiled("C_ad * (1 - M_ar) / (1 - M_ad)", "tC/t");
    Inputs inputs =
        formula
            .inputs()
            .set("C_ad", quantity("58.86", "tC/t").times(Rational.of("0.01")))
            .set("M_ar", quantity("9.5", "%"))
            .set("M_ad", quantity("1", "%"));

    Step step = formula.explain(inputs).require();

    assertThat(step.text()).isEqualTo("C_ad × (1 - M_ar) / (1 - M_ad)");
    assertThat(step.substituted()).isEqualTo("0.5886 tC/t × (1 - 9.5 %) / (1 - 1 %)");
    assertThat(step.value()).isEqualTo(formula.evaluate(inputs).require());
    assertThat(step.value().toDecimal(6, RoundingMode.HALF_UP)).isEqualByComparingTo("0.538064");
    assertThat(step.parts())
        .extracting(Step::text, part -> part.value().text())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("1 - M_ar", "0.905"),
            org.assertj.core.groups.Tuple.tuple("1 - M_ad", "0.99"));
  }

  @Test
  void explains_each_member_of_a_sum() {
    Compiled formula = compiled("sum(k: m[k] * w_CaO[k]) / FC", "1");
    Inputs inputs =
        formula
            .inputs()
            .set("FC", quantity("1000", "t"))
            .setMember("m", "1", quantity("20", "t"))
            .setMember("w_CaO", "1", quantity("35", "%"))
            .setMember("m", "2", quantity("10", "t"))
            .setMember("w_CaO", "2", quantity("5", "%"));

    Step step = formula.explain(inputs).require();

    assertThat(step.substituted()).isEqualTo("(20 t × 35 % + 10 t × 5 %) / (1000 t)");
    assertThat(step.parts().getFirst().parts())
        .extracting(Step::text)
        .isEqualTo(List.of("m[1] × w_CaO[1]", "m[2] × w_CaO[2]"));
    assertThat(formula.substitutedLatex(inputs))
        .isEqualTo(
            "\\frac{\\left(20\\,\\mathrm{t} \\times 35\\% + 10\\,\\mathrm{t} \\times"
                + " 5\\%\\right)}{1000\\,\\mathrm{t}}");
  }

  @Test
  void takes_powers_to_forty_digits() {
    Compiled formula = compiled("power(1.015, a)", "1");

    Rational power =
        formula.evaluate(formula.inputs().set("a", quantity("4.4", "1"))).require().value();

    assertThat(power.toDecimal(20, RoundingMode.HALF_UP))
        .isEqualByComparingTo("1.06770330215604459898");
    assertThat(formula.substitutedLatex(formula.inputs().set("a", quantity("2", "1"))))
        .isEqualTo("1.015^{2}");
  }

  @Test
  void takes_whole_powers_exactly() {
    Compiled formula = compiled("power(1.5, a)", "1");

    assertThat(formula.evaluate(formula.inputs().set("a", quantity("-2", "1"))).require().value())
        .isEqualTo(Rational.of(4, 9));
  }

  @Test
  void takes_exponentials_to_forty_digits() {
    Compiled formula = compiled("exp(a)", "1");

    Rational power =
        formula.evaluate(formula.inputs().set("a", quantity("-1.5", "1"))).require().value();

    assertThat(power.toDecimal(30, RoundingMode.HALF_UP))
        .isEqualByComparingTo("0.223130160148429828933280470764");
  }
}
