package io.tanheng.standard;

/// Where an edition stands in its life.
public enum EditionStatus {
  IN_FORCE,
  REPLACED,
  /// The edition exists, its text is unknown: it can be shown but nothing can be calculated with
  /// it.
  TEXT_NOT_CONFIRMED,
  /// Not a standard of its own: lines to try a default table with.
  LIBRARY
}
