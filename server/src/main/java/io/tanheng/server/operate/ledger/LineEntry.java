package io.tanheng.server.operate.ledger;

import io.tanheng.server.foundation.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value to record.
///
/// @param value in the unit as written; absent to clear the line
/// @param asWritten the characters of the source
/// @param expectedVersion the version it is based on, 0 when there was no line
/// @param warnings what was found doubtful about the value when it was entered
public record LineEntry(
    LineKey key,
    @Nullable BigDecimal value,
    @Nullable String asWritten,
    String unitAsWritten,
    long expectedVersion,
    LineOrigin origin,
    List<Problem> warnings) {
  public LineEntry {
    warnings = List.copyOf(warnings);
  }
}
