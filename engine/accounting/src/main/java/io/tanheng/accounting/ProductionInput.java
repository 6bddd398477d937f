package io.tanheng.accounting;

import java.util.List;
import java.util.Map;

/// What was produced, for the indicators of an edition.
///
/// @param facility the facility it belongs to, or empty for the whole enterprise
/// @param quantities by the symbols the edition asks for, such as `W_fd`
/// @param products outputs by product, such as `clinker`
/// @param labels such as `method` of a power unit
/// @param series day by day values, by series and in order
public record ProductionInput(
    String facility,
    Map<String, InputValue> quantities,
    Map<String, InputValue> products,
    Map<String, String> labels,
    Map<String, List<Map<String, InputValue>>> series) {

  /// Production of the whole enterprise.
  public static final String WHOLE = "";

  public static ProductionInput ofProducts(Map<String, InputValue> products) {
    return new ProductionInput(WHOLE, Map.of(), products, Map.of(), Map.of());
  }
}
