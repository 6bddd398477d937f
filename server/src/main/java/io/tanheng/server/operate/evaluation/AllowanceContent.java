package io.tanheng.server.operate.evaluation;

import io.tanheng.server.foundation.problem.Text;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run held against one rule of a carbon market: what went in, every step, and what came out.
///
/// @param unit the power unit, line or process it is for; empty for the enterprise
/// @param ruleDigest of the files of the rule as they were
record AllowanceContent(
    UUID inventoryId,
    String rule,
    String ruleDigest,
    String unit,
    Obligation obligation,
    Map<String, String> labels,
    List<Given> inputs,
    Computed computed) {

  AllowanceContent {
    labels = new LinkedHashMap<>(labels);
    inputs = List.copyOf(inputs);
  }

  /// Which emissions have to be covered.
  enum Obligation {
    /// 直接排放: without purchased electricity and heat, as the national market counts.
    DIRECT,
    /// 排放总量.
    TOTAL
  }

  /// An input of the rule.
  ///
  /// @param figure key of the run's figure it was taken from; absent when it was entered
  /// @param trace name of the trace of that figure, where it has one
  /// @param evidence where an entered value comes from
  record Given(
      String name,
      BigDecimal value,
      String unit,
      @Nullable String figure,
      @Nullable Text figureName,
      @Nullable String trace,
      @Nullable String evidence) {}

  /// @param allowance absent where the rule gives none; in tCO2e like emissions and surplus
  /// @param surplus allowance minus emissions, negative for a gap
  record Computed(
      List<Step> steps,
      List<Parameter> parameters,
      BigDecimal emissions,
      @Nullable BigDecimal allowance,
      @Nullable BigDecimal surplus,
      @Nullable BigDecimal surplusPercent,
      @Nullable String due) {}

  /// A step as the rule writes it, with its formula and the same with values.
  record Step(
      String key, Text name, String value, String unit, String formula, String substituted) {}

  /// A number the rule fixes, with its source.
  record Parameter(
      String key, Text name, String value, String unit, Text citation, String confidence) {}

  String subject() {
    return String.join("\n", inventoryId.toString(), rule, unit);
  }
}
