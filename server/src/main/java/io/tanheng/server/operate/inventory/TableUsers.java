package io.tanheng.server.operate.inventory;

import io.tanheng.standard.DefaultRule;
import io.tanheng.standard.EmissionSource;
import io.tanheng.standard.FactorSet;
import io.tanheng.standard.FactorTable;
import io.tanheng.standard.InputSymbol;
import io.tanheng.standard.MethodEdition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which method editions take values from which table: by a factor set, a default rule, or because
/// a person chooses from it.
final class TableUsers {
  private TableUsers() {}

  static Map<String, List<MethodEdition>> of(Editions editions) {
    Map<String, List<MethodEdition>> users = new TreeMap<>();
    for (MethodEdition edition : editions.list()) {
      for (String table : tables(edition, editions.tables())) {
        users.computeIfAbsent(table, _ -> new ArrayList<>()).add(edition);
      }
    }
    return users;
  }

  private static Set<String> tables(MethodEdition edition, List<FactorTable> all) {
    Set<String> tables = new LinkedHashSet<>();
    for (FactorSet set : edition.factorSets()) {
      set.tables().values().forEach(table -> tables.add(table.id()));
    }
    for (EmissionSource source : edition.sources().values()) {
      for (InputSymbol input : source.inputs().values()) {
        input
            .defaults()
            .forEach(rule -> {
              switch (rule.place()) {
                case DefaultRule.InTable(FactorTable table, String _, String _) ->
                    tables.add(table.id());
                case DefaultRule.Fixed fixed -> tables.add(fixed.factor().table());
                case DefaultRule.InSet _ -> {}
              }
            });
        input
            .choose()
            .ifPresent(label ->
                all.stream()
                    .filter(table -> table.label().equals(label))
                    .forEach(table -> tables.add(table.id())));
      }
    }
    return tables;
  }
}
