package io.tanheng.server.operate.measure;

/// Whether values may be below zero.
public enum SignRule {
  NONNEGATIVE,
  ANY
}
