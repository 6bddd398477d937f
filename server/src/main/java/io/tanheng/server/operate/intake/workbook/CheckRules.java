package io.tanheng.server.operate.intake.workbook;

import io.tanheng.units.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Properties;

/// Thresholds of the plausibility checks, from `checks.properties`.
record CheckRules(
    BigDecimal toleranceShare,
    BigDecimal toleranceAbsolute,
    BigDecimal fitShare,
    BigDecimal outlierShare,
    BigDecimal outlierSpread,
    int outlierMonths,
    List<RatioRule> ratios) {
  /// A ratio of two rows of one device and the band in which it usually lies.
  record RatioRule(
      String numerator, String denominator, BigDecimal low, BigDecimal high, Text name) {}

  static CheckRules standard() {
    Properties rules = Vocabulary.load("checks.properties");
    List<RatioRule> ratios =
        rules.stringPropertyNames().stream()
            .filter(key -> key.startsWith("ratio.") && key.endsWith(".numerator"))
            .sorted()
            .map(key -> ratio(rules, key.substring(0, key.length() - "numerator".length())))
            .toList();
    return new CheckRules(
        new BigDecimal(rules.getProperty("sum.tolerance.share")),
        new BigDecimal(rules.getProperty("sum.tolerance.absolute")),
        new BigDecimal(rules.getProperty("rule.fit.share")),
        new BigDecimal(rules.getProperty("outlier.share")),
        new BigDecimal(rules.getProperty("outlier.spread")),
        Integer.parseInt(rules.getProperty("outlier.months")),
        ratios);
  }

  private static RatioRule ratio(Properties rules, String prefix) {
    return new RatioRule(
        rules.getProperty(prefix + "numerator"),
        rules.getProperty(prefix + "denominator"),
        new BigDecimal(rules.getProperty(prefix + "low")),
        new BigDecimal(rules.getProperty(prefix + "high")),
        new Text(rules.getProperty(prefix + "name.zh"), rules.getProperty(prefix + "name.en")));
  }

  /// Whether two sums are further apart than rounding explains.
  boolean differ(BigDecimal one, BigDecimal other) {
    BigDecimal difference = one.subtract(other).abs();
    return difference.compareTo(toleranceAbsolute) > 0
        && difference.compareTo(one.abs().max(other.abs()).multiply(toleranceShare)) > 0;
  }

  /// Whether so many of all months fit that the others count as deviations.
  boolean isRule(int fitting, int all) {
    return all > 0
        && BigDecimal.valueOf(fitting).compareTo(fitShare.multiply(BigDecimal.valueOf(all))) >= 0;
  }
}
