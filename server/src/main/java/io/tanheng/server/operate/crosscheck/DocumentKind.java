package io.tanheng.server.operate.crosscheck;

/// What a document is.
public enum DocumentKind {
  /// 合同: what was agreed, for a span of days.
  CONTRACT,
  /// 发票: what was invoiced, for the month it belongs to.
  INVOICE,
  /// 结算单: what was settled for a month, often from the registers of a meter.
  SETTLEMENT
}
