package io.tanheng.server.operate.ledger;

/// One version of a line, as a caller saw it.
public record LineVersion(LineId lineId, long version) {}
