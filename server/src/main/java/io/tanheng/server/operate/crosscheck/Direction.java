package io.tanheng.server.operate.crosscheck;

/// Which way the goods went.
public enum Direction {
  /// 购入.
  IN,
  /// 销售.
  OUT
}
