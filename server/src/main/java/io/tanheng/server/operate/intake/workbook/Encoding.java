package io.tanheng.server.operate.intake.workbook;

/// How the characters of a text file are written; a workbook says it itself.
public enum Encoding {
  UTF_8,
  /// Chinese Windows; read as its superset GB 18030.
  GBK
}
