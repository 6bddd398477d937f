package io.tanheng.standard;

import io.tanheng.units.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an edition wants to know of production for its indicators.
///
/// @param productUnit unit of product outputs, when intensities per product exist
/// @param outputsAreProducts whether `outputs` of a worked case are product outputs rather than
///   results
/// @param inputs single quantities, such as electricity generated
/// @param labels text labels, such as the way of generating
/// @param series quantities given day by day, by series
public record Production(
    Optional<Unit> productUnit,
    boolean outputsAreProducts,
    Map<String, InputSymbol> inputs,
    List<String> labels,
    Map<String, Map<String, InputSymbol>> series) {

  static final Production NONE =
      new Production(Optional.empty(), false, Map.of(), List.of(), Map.of());
}
