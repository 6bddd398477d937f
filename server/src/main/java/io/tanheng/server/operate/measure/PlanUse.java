package io.tanheng.server.operate.measure;

/// What a plan item feeds.
public enum PlanUse {
  /// A row of an emission source.
  SOURCE,
  /// Production and other outputs for intensities and indicators.
  PRODUCTION
}
