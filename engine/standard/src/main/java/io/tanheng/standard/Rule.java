package io.tanheng.standard;

import io.tanheng.formula.Compiled;
import io.tanheng.units.Text;
import io.tanheng.units.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A dated rule of a carbon market (规则), such as how the allowance of a power unit is found:
/// inputs, parameters by year and class, and steps. It is data; `io.tanheng.accounting` evaluates
/// it.
///
/// @param id path of the file within the standards, without ending
/// @param market such as `national` or `hubei`
/// @param sector such as `power`, or `all`
/// @param years the compliance years it is for; empty when it goes by [#from()] and [#to()]
/// @param from first day on which it is applied, as `YYYY-MM-DD`
/// @param to last day on which it is applied
/// @param labels the texts the rule asks for, each with the values it may take
/// @param steps in order; the first step of a key that applies is taken
/// @param allowance key of the step whose result is the allowance, where the rule gives one
/// @param digest SHA-256 over every file the rule was made of
public record Rule(
    String id,
    Text title,
    String market,
    String sector,
    RuleStatus status,
    List<String> years,
    Optional<String> from,
    Optional<String> to,
    Map<String, List<String>> labels,
    Map<String, InputSymbol> inputs,
    Map<String, Parameter> parameters,
    List<Step> steps,
    Optional<Due> due,
    Optional<String> allowance,
    List<Example> examples,
    Reference citation,
    Optional<Text> note,
    String digest) {

  /// A number that the rule fixes, for all or by labels.
  ///
  /// @param by the labels that decide, in order
  /// @param values by the values of these labels, joined by `/`; one entry with an empty key when
  ///   nothing decides
  public record Parameter(
      String key, Text name, Unit unit, List<String> by, Map<String, Factor> values) {}

  /// One step of the calculation.
  ///
  /// @param when labels and the values with which the step applies
  /// @param needs inputs or earlier steps without which the step does not apply
  /// @param optional whether the result may be missing when no step of its key applies
  /// @param rounding how the value is rounded before it is used further
  public record Step(
      String key,
      Text name,
      Unit unit,
      Map<String, List<String>> when,
      List<String> needs,
      boolean optional,
      Compiled formula,
      Optional<Rounding> rounding,
      Shown shown) {}

  /// How a value is rounded before it is used further.
  ///
  /// @param down whether towards minus infinity, otherwise half up
  public record Rounding(int places, boolean down) {}

  /// How a result is written.
  ///
  /// @param places decimals, or none to write the exact value
  /// @param wholePlain whether a whole number is written without decimals
  public record Shown(Optional<Integer> places, boolean wholePlain) {}

  /// A date: so many calendar days after the end of a month.
  public record Due(int daysAfterMonthEnd) {}

  /// A worked example; values are in the units of the inputs.
  public record Example(
      String name,
      Map<String, String> labels,
      Map<String, String> values,
      Map<String, String> expected) {}
}
