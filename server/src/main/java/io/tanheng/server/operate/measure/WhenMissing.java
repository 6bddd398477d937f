package io.tanheng.server.operate.measure;

import io.tanheng.server.foundation.problem.Text;
import java.util.List;
import java.util.Map;

/// What replaces inputs in a month in which one of them has no value.
///
/// @param symbol the input whose value is missing
/// @param drop inputs left out then
/// @param use inputs used instead
/// @param reason why, shown as a flag on the figure
public record WhenMissing(String symbol, List<String> drop, Map<String, Binding> use, Text reason) {
  public WhenMissing {
    drop = List.copyOf(drop);
    use = Map.copyOf(use);
  }
}
