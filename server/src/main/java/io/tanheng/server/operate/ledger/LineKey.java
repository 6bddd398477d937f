package io.tanheng.server.operate.ledger;

import io.tanheng.server.operate.measure.ParameterId;
import java.time.YearMonth;

/// What a line is about: one per parameter, month and slot.
public record LineKey(ParameterId parameterId, YearMonth month, Slot slot) {
  public LineKey {
    if (slot == Slot.OPENING && month.getMonthValue() != 1) {
      throw new IllegalArgumentException("an opening stock stands in January, not " + month);
    }
  }
}
