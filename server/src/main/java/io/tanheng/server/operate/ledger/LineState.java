package io.tanheng.server.operate.ledger;

/// How far a line has come.
public enum LineState {
  /// Entered, may change.
  OPEN,
  /// Confirmed (已确认) by a second look; changes only after it is reopened with a reason.
  CONFIRMED,
  /// Used in a report that was handed in; never changes.
  LOCKED
}
