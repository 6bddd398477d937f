package io.tanheng.server.operate.measure;

/// One parameter of a [Binding.Combination], added or subtracted.
public record Term(boolean plus, ParameterId parameterId) {}
