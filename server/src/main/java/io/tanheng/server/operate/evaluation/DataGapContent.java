package io.tanheng.server.operate.evaluation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Data that were missing (数据缺失) and what was done about it.
///
/// @param inventoryId the run in whose evaluation it was recorded
/// @param symbol what of the item was missing; absent for all of it
/// @param value what was used in place of the missing value, per month
/// @param basis clause of the standard or of the control plan that allows the way
record DataGapContent(
    UUID inventoryId,
    String method,
    String source,
    String item,
    @Nullable String symbol,
    YearMonth from,
    YearMonth to,
    String cause,
    Way way,
    String basis,
    @Nullable BigDecimal value,
    @Nullable String unit) {

  /// What stands in for a missing value.
  enum Way {
    /// 方法规定的缺省值.
    METHOD_DEFAULT,
    /// 惩罚性缺省值或保守取值.
    CONSERVATIVE_VALUE,
    /// 数据质量控制方案规定的替代.
    CONTROL_PLAN,
    /// 相邻时段的平均.
    NEIGHBOURING_PERIODS,
    /// 物料、能量或库存平衡.
    BALANCE,
    /// 备用计量器具.
    OTHER_METER,
    OTHER
  }

  String subject() {
    return String.join(
        "\n", method, source, item, String.valueOf(symbol), from.toString(), to.toString());
  }

  /// Whether it is about the item in the month.
  boolean covers(String ofSource, String ofItem, YearMonth month) {
    return source.equals(ofSource)
        && item.equals(ofItem)
        && !month.isBefore(from)
        && !month.isAfter(to);
  }
}
