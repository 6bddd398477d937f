package io.tanheng.standard;

/// Whether an input may be negative.
public enum SignRule {
  NONNEGATIVE,
  ANY
}
