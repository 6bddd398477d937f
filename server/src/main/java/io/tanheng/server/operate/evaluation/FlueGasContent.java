package io.tanheng.server.operate.evaluation;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// What an on-line measurement (烟气在线监测) saw of one month: the mass of CO2 as the system reports it,
/// or flow and mass concentration, from which it follows.
///
/// @param point the measuring point, such as a stack
/// @param mass of CO2; absent when it follows from flow and concentration
/// @param evidence the record or file the values come from
record FlueGasContent(
    YearMonth month,
    String point,
    @Nullable Measured flow,
    @Nullable Measured concentration,
    @Nullable Measured mass,
    String evidence) {

  /// A value with its unit as the system writes it.
  record Measured(BigDecimal value, String unit) {}

  String subject() {
    return month + "\n" + point;
  }
}
