package io.tanheng.standard;

/// Where a rule stands in its life.
public enum RuleStatus {
  IN_FORCE,
  REPLACED,
  /// Published for comment; the final text is not known.
  DRAFT
}
