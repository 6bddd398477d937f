package io.tanheng.server.operate.evaluation;

import java.math.BigDecimal;
import java.util.List;

/// What of a method's result the flue gas is held against, and how far the two may differ.
///
/// @param sources keys of the sources whose CO2 leaves through the measured stacks
/// @param tolerancePercent of the calculated month
record FlueGasLimit(
    String method, List<String> sources, BigDecimal tolerancePercent, String basis) {
  FlueGasLimit {
    sources = List.copyOf(sources);
  }
}
