package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.Text;

/// An emission source a method edition names.
public record MethodSource(String key, Text name) {}
