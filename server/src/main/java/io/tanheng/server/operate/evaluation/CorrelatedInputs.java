package io.tanheng.server.operate.evaluation;

import java.math.BigDecimal;
import java.util.UUID;

/// The errors of two entries go together.
///
/// @param coefficient from -1 to 1
record CorrelatedInputs(
    String method, UUID input, UUID other, BigDecimal coefficient, String evidence) {

  /// Tells it from others, in whatever order the two are named.
  String subject() {
    return input.compareTo(other) < 0 ? input + "\n" + other : other + "\n" + input;
  }

  boolean names(EntryId id) {
    return input.equals(id.value()) || other.equals(id.value());
  }
}
