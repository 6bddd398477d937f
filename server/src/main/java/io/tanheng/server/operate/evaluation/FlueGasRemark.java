package io.tanheng.server.operate.evaluation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.UUID;

/// Why measurement and calculation of a month differ; it counts only for the figures it was made
/// about.
record FlueGasRemark(
    UUID inventoryId,
    YearMonth month,
    BigDecimal measured,
    BigDecimal calculated,
    String explanation) {

  String subject() {
    return inventoryId + "\n" + month;
  }
}
