package io.tanheng.server.operate.intake.workbook;

/// What a heading says its column holds.
enum ColumnRole {
  SEQUENCE,
  LABEL,
  SYMBOL,
  UNIT,
  OPENING,
  CLOSING,
  TOTAL,
  MEAN,
  SOURCE,
  REMARK,
  MONTH,
  VALUE
}
