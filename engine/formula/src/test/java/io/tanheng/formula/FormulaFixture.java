package io.tanheng.formula;

import io.tanheng.units.Dimension;
import io.tanheng.units.Quantity;
import io.tanheng.units.Units;
import java.util.HashMap;
import java.util.Map;

/// The names the tests of this module calculate with.
final class FormulaFixture {

  static final Units UNITS = Units.standard();

  static final Scope SCOPE =
      new Scope(
          dimensions(
              Map.ofEntries(
                  Map.entry("FC", "t"),
                  Map.entry("GAS", "10^4 Nm3"),
                  Map.entry("NCV", "GJ/t"),
                  Map.entry("CC", "tC/GJ"),
                  Map.entry("OF", "%"),
                  Map.entry("C_ad", "tC/t"),
                  Map.entry("M_ar", "%"),
                  Map.entry("M_ad", "%"),
                  Map.entry("AD", "GJ"),
                  Map.entry("EF", "tCO2/GJ"),
                  Map.entry("Ma_w", "t"),
                  Map.entry("T_w", "degC"),
                  Map.entry("Ma_st", "t"),
                  Map.entry("En_st", "kJ/kg"),
                  Map.entry("P_Al", "t"),
                  Map.entry("AEM", "min/cell-day"),
                  Map.entry("a", "1"),
                  Map.entry("b", "1"),
                  Map.entry("c", "1"),
                  Map.entry("eta", "%"),
                  Map.entry("mu", "%"),
                  Map.entry("fossil-fuel-combustion", "tCO2"),
                  Map.entry("flux", "tCO2"),
                  Map.entry("nitric-acid", "tCO2e"))),
          dimensions(Map.of("V", "%", "CN", "1", "m", "t", "w_CaO", "%")));

  private FormulaFixture() {}

  static SourceText source(String text) {
    return SourceText.of("formula", text);
  }

  static Compiled compiled(String text, String unit) {
    return Formula.compile(source(text), UNITS, SCOPE, UNITS.require(unit)).require();
  }

  static Quantity quantity(String value, String unit) {
    return Quantity.of(value, UNITS.require(unit));
  }

  private static Map<String, Dimension> dimensions(Map<String, String> units) {
    Map<String, Dimension> dimensions = new HashMap<>();
    units.forEach((name, unit) -> dimensions.put(name, UNITS.require(unit).dimension()));
    return dimensions;
  }
}
