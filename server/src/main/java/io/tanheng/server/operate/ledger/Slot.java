package io.tanheng.server.operate.ledger;

/// Which value of a parameter in a month a line holds.
public enum Slot {
  /// The value of the month; of a stock, that at its end.
  MONTH,
  /// The stock at the start of the year; its month is January.
  OPENING
}
