package io.tanheng.accounting;

import io.tanheng.formula.Compiled;
import io.tanheng.formula.Inputs;
import io.tanheng.units.Quantity;
import io.tanheng.units.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A result beside the totals, for the enterprise or for one facility.
public final class IndicatorResult {

  private final String key;
  private final Text name;
  private final String facility;
  private final Quantity value;
  private final String way;
  private final Optional<String> caseName;
  private final boolean result;
  private final Compiled formula;
  private final Inputs inputs;
  private final Map<String, Quantity> parts;
  private final List<Member> members;

  /// One member of the sums of an indicator.
  ///
  /// @param row the row whose figures it has, unless it is a facility or a day
  /// @param facility empty where it belongs to none
  public record Member(Optional<RowResult> row, String facility, Map<String, Quantity> values) {
    public Member {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  IndicatorResult(
      String key,
      Text name,
      String facility,
      Quantity value,
      String way,
      Optional<String> caseName,
      boolean result,
      Compiled formula,
      Inputs inputs,
      Map<String, Quantity> parts,
      List<Member> members) {
    this.key = key;
    this.name = name;
    this.facility = facility;
    this.value = value;
    this.way = way;
    this.caseName = caseName;
    this.result = result;
    this.formula = formula;
    this.inputs = inputs;
    this.parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    this.members = List.copyOf(members);
  }

  public String key() {
    return key;
  }

  public Text name() {
    return name;
  }

  /// Empty for the whole enterprise.
  public String facility() {
    return facility;
  }

  public Quantity value() {
    return value;
  }

  /// Which of several ways was taken.
  public String way() {
    return way;
  }

  /// Its name in worked cases.
  public String caseName() {
    return caseName.orElse(key);
  }

  /// Whether worked cases list it among the results.
  public boolean isResult() {
    return result;
  }

  /// The single values it was computed from, by name.
  public Map<String, Quantity> parts() {
    return parts;
  }

  /// What its sums run over, in order; empty when it sums over nothing.
  public List<Member> members() {
    return members;
  }

  public String text() {
    return formula.expression().toText();
  }

  public String latex() {
    return formula.expression().toLatex(Map.of());
  }

  public String substituted() {
    return formula.substitutedText(inputs);
  }

  public String substitutedLatex() {
    return formula.substitutedLatex(inputs);
  }
}
