package io.tanheng.accounting;

/// The caller's own name for an input row; the engine only hands it back.
public record RowId(String value) {}
