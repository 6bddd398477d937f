package io.tanheng.server.operate.report;

/// What a report is.
public enum ReportKind {
  /// 年度排放报告, by one method edition.
  ANNUAL,
  /// 数据质量控制方案, for the coming year.
  QUALITY_PLAN,
  /// 补充数据表.
  SUPPLEMENT,
  /// 组织层面温室气体报告 by ISO 14064-1, from a run in its six categories.
  ISO_14064,
  /// 月度信息化存证.
  MONTHLY_EVIDENCE;

  /// Whether its period is a month rather than a year.
  boolean isMonthly() {
    return this == MONTHLY_EVIDENCE;
  }

  /// Whether it is compiled from an inventory run.
  boolean needsInventory() {
    return this == ANNUAL || this == SUPPLEMENT || this == ISO_14064;
  }
}
