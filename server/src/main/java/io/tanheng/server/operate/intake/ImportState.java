package io.tanheng.server.operate.intake;

/// How far an import has come.
public enum ImportState {
  /// Read and shown; can be committed once every row is decided.
  PREVIEW,
  /// The file holds errors; nothing was stored of it.
  REJECTED,
  /// All of it is in the ledger.
  COMMITTED
}
