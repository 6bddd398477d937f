package io.tanheng.accounting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything a run is made from: rows by source key, in order, and production.
public record AccountingInput(Map<String, List<InputRow>> rows, List<ProductionInput> production) {

  public AccountingInput {
    var ordered = new LinkedHashMap<String, List<InputRow>>();
    rows.forEach((source, list) -> ordered.put(source, List.copyOf(list)));
    rows = java.util.Collections.unmodifiableMap(ordered);
    production = List.copyOf(production);
  }
}
