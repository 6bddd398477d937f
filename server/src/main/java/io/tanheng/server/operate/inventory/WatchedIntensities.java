package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.Text;
import java.util.List;

/// What an enterprise watches per unit of output, beside what a method and its plan offer for it.
///
/// @param outputs the outputs of the whole enterprise or of its facilities in the plan
record WatchedIntensities(
    List<IntensityDefinition> definitions,
    List<Choice> totals,
    List<Choice> sources,
    List<Choice> outputs) {

  record Choice(String key, Text name) {}
}
