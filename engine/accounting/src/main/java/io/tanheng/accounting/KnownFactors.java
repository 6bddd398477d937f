package io.tanheng.accounting;

import io.tanheng.standard.DefaultRule;
import io.tanheng.standard.Factor;
import io.tanheng.standard.FactorTable;
import io.tanheng.standard.MethodEdition;
import io.tanheng.units.Quantity;
import java.util.LinkedHashMap;
import java.util.Map;

/// Every factor an edition can use as a default, by id.
final class KnownFactors {

  private KnownFactors() {}

  static Map<String, Quantity> of(MethodEdition edition) {
    var all = new LinkedHashMap<String, Quantity>();
    edition.factorSets().forEach(set -> set.tables().values().forEach(t -> add(t, all)));
    edition.sources().values().stream()
        .flatMap(source -> source.inputs().values().stream())
        .flatMap(input -> input.defaults().stream())
        .forEach(rule -> {
          switch (rule.place()) {
            case DefaultRule.InSet _ -> {}
            case DefaultRule.InTable(FactorTable table, String _, String _) -> add(table, all);
            case DefaultRule.Fixed(Factor factor) -> all.put(factor.id(), factor.value());
          }
        });
    return all;
  }

  private static void add(FactorTable table, Map<String, Quantity> all) {
    table
        .rows()
        .values()
        .forEach(row -> row.factors().values().forEach(f -> all.put(f.id(), f.value())));
  }
}
