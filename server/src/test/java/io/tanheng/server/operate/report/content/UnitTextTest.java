package io.tanheng.server.operate.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTextTest {
  @ParameterizedTest
  @CsvSource({
    "tCO2, tCO₂",
    "10^4 Nm3, 10⁴Nm³",
    "GJ/10^4 Nm3, GJ/10⁴Nm³",
    "tCO2/MWh, tCO₂/MWh",
    "kgN2O/t, kgN₂O/t",
    "kgCF4/t, kgCF₄/t",
    "kgC2F6/t, kgC₂F₆/t",
    "tC/GJ, tC/GJ",
    "%, %"
  })
  void writes_units_as_forms_do(String unit, String shown) {
    assertThat(UnitText.of(unit)).isEqualTo(shown);
  }
}
