package io.tanheng.standard;

import io.tanheng.units.Text;
import java.util.Optional;

/// One way to obtain a symbol (取值路径). The first route whose leading input is on the row is taken.
///
/// @param lead the leading input or family; a route without one is taken when no earlier route was
/// @param leadLabel a text label that leads as well, such as `fuel`
/// @param beside an input that must be on the row beside the leading one
/// @param flag what to remember about figures that came this way, such as `measured-carbon`
public record Route(
    String id,
    Text name,
    Optional<String> lead,
    Optional<String> leadLabel,
    Optional<String> beside,
    MethodFormula formula,
    Optional<String> flag) {

  /// Whether the route is taken when no earlier one was.
  public boolean isUnconditional() {
    return lead.isEmpty() && leadLabel.isEmpty();
  }
}
