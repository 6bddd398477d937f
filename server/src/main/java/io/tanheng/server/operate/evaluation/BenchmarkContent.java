package io.tanheng.server.operate.evaluation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A value of the sector to compare with (对标值), as somebody entered it with its source.
///
/// @param intensity key of the intensity it is compared with
/// @param scope what the value covers, such as the processes within its boundary
record BenchmarkContent(
    String method,
    String intensity,
    String name,
    Kind kind,
    BigDecimal value,
    String unit,
    int year,
    String source,
    @Nullable String scope) {

  /// What the value stands for.
  enum Kind {
    /// 先进值.
    LEADING,
    /// 平均值.
    AVERAGE,
    /// 准入或限定值.
    LIMIT,
    /// 其他企业.
    PEER
  }

  String subject() {
    return String.join("\n", method, intensity, name, String.valueOf(year));
  }
}
