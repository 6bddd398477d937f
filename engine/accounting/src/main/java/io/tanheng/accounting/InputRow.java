package io.tanheng.accounting;

import java.util.Map;
import java.util.Optional;

/// One line of activity data (活动数据行): quantities by symbol, and text labels.
///
/// Labels an edition gives a meaning (`fuel`, `material` …) pick defaults; `item`, `facility`,
/// `process` and `month` only group and name.
public record InputRow(RowId id, Map<String, InputValue> quantities, Map<String, String> labels) {

  public InputRow {
    quantities = Map.copyOf(quantities);
    labels = Map.copyOf(labels);
  }

  public Optional<String> label(String name) {
    return Optional.ofNullable(labels.get(name));
  }
}
