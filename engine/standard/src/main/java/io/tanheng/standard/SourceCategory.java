package io.tanheng.standard;

/// What kind of emission a source is.
public enum SourceCategory {
  FUEL,
  PROCESS,
  ELECTRICITY,
  HEAT,
  /// Carbon that does not leave into the air: fixed in products, deducted, captured.
  REMOVAL,
  /// Only amounts quantified elsewhere.
  DECLARED
}
