package io.tanheng.server.operate.suggest;

import io.tanheng.server.operate.measure.ParameterKind;
import java.util.List;

/// A row of a ledger in words.
///
/// @param labels from general to particular; the last says what is counted
/// @param unit as written
public record DescribedRow(List<String> labels, String unit, ParameterKind kind) {
  public DescribedRow {
    labels = List.copyOf(labels);
  }
}
