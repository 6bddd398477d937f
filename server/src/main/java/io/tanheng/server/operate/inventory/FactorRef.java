package io.tanheng.server.operate.inventory;

/// One cell of the catalogue of factors: table, row and column by their ids.
public record FactorRef(String table, String row, String column) {}
