package io.tanheng.units;

/// Whether a problem stops the work or only deserves a look.
public enum Severity {
  ERROR,
  WARNING
}
