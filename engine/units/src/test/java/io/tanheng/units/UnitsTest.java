package io.tanheng.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

  private final Units units = Units.standard();

  static List<String> writings() throws IOException {
    try (InputStream in =
        UnitsTest.class.getResourceAsStream("writings-of-plants-and-methods.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("writings")
  void understands_what_plants_and_methods_write(String writing) {
    Unit unit = units.require(writing);

    Unit again = units.require(unit.symbol());
    assertThat(again.dimension()).isEqualTo(unit.dimension());
    assertThat(again.factor()).isEqualTo(unit.factor());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 万Nm³, 10000, Nm3",
    "1, 万m³（标）, 10000, Nm3",
    "2.5, 百万千焦, 2.5, GJ",
    "1, MWh, 3.6, GJ",
    "1, 万kWh, 10, MWh",
    "1, kcal/kg, 4.1868, kJ/kg",
    "5500, 大卡/千克, 23.0274, GJ/t",
    "25.4, tC/TJ, 0.0254, tC/GJ",
    "0.5703, kgCO2/kWh, 0.5703, tCO2/MWh",
    "38931, kJ/Nm3, 389.31, GJ/10^4 Nm3",
    "98, ％, 0.98, 1",
    "1000, mgCOD/L, 1, kgCOD/m3",
    "700, MW*h, 700, MWh",
    "1, 重量箱, 0.05, t",
    "1, t clinker, 1000, kg",
    "90, min, 1.5, h",
  })
  void converts_exactly(String value, String from, String expected, String to) {
    Quantity quantity = Quantity.of(value, units.require(from));

    assertThat(quantity.in(units.require(to)).value()).isEqualTo(Rational.of(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "tC, tCO2",
    "tCO2, tCO2e",
    "t, Nm3",
    "m3, Nm3",
    "t, tCO2",
    "tce, GJ",
    "tce, t",
    "t/a, t/h",
    "kgCH4, kgN2O",
    "%, t",
    "min/count, min/cell-day",
  })
  void never_converts_between_kinds_or_substances(String from, String to) {
    assertThat(units.require(from).convertsTo(units.require(to))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo", "Nm2", "mt", "MG", "kg/(", "t/", "10^4", "104Nm3", "吨吨", "1.2 t"})
  void does_not_guess(String text) {
    assertThat(units.parse(text)).isInstanceOf(Result.Failure.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"KWH", "kwh", "Kwh", "kWH", "ｋＷｈ", " kWh "})
  void forgives_case_and_width_where_only_one_unit_can_be_meant(String text) {
    assertThat(units.require(text).symbol()).isEqualTo("kWh");
  }

  @Test
  void offers_what_may_have_been_meant() {
    Problem problem = units.parse("kg N20").problems().getFirst();

    assertThat(problem.render(Locale.SIMPLIFIED_CHINESE)).isEqualTo("无法识别单位“kg N20”。是否应为：kgN2O？");
    assertThat(problem.render(Locale.ENGLISH))
        .isEqualTo("The unit \"kg N20\" is not known. Was one of these meant: kgN2O?");
  }

  @Test
  void says_that_a_unit_is_missing() {
    assertThat(units.parse("  ").problems().getFirst().code()).isEqualTo(UnitsProblem.NO_UNIT);
  }

  @Test
  void reads_a_unit_variable() {
    Units withGas = units.with("U", units.require("10^4 Nm3"));

    assertThat(withGas.require("tC/U")).isEqualTo(units.require("tC/10^4 Nm3"));
    assertThat(units.parse("tC/U")).isInstanceOf(Result.Failure.class);
  }

  @Test
  void writes_units_as_latex() {
    assertThat(units.require("tCO2/10^4 Nm3").toLatex())
        .isEqualTo("\\mathrm{tCO_{2}/10^{4}\\,Nm^{3}}");
  }
}
