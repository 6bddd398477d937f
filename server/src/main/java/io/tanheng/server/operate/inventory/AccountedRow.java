package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.units.Quantity;
import io.tanheng.units.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A drawn row with its result.
///
/// @param flags what to know about the result, such as a default in place of a test: key and words
record AccountedRow(Drawn.Row drawn, Quantity result, RowTrace trace, List<Flag> flags) {

  record Flag(String key, Text name) {}

  String source() {
    return drawn.item().definition().source();
  }

  String item() {
    return drawn.item().definition().item();
  }

  Optional<String> facility() {
    return Optional.ofNullable(labels().get("facility"));
  }

  Map<String, String> labels() {
    return drawn.item().definition().labels();
  }

  int position() {
    return drawn.position();
  }

  /// The quantity the emission is proportional to: the first symbol of the formula.
  Optional<Quantity> activity() {
    return trace.step().inputs().stream()
        .findFirst()
        .map(input -> Quantity.of(input.value(), Units.standard().require(input.unit())));
  }
}
