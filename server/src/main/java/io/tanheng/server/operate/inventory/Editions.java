package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.standard.Catalogue;
import io.tanheng.standard.EditionStatus;
import io.tanheng.standard.FactorTable;
import io.tanheng.standard.MethodEdition;
import io.tanheng.standard.Standards;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The method editions and default tables packaged with the product, read once at start; a file
/// that does not load is a bug and stops the start.
@Component
class Editions {
  private final Map<String, MethodEdition> editions = new LinkedHashMap<>();
  private final List<FactorTable> tables = new ArrayList<>();

  Editions() {
    Catalogue catalogue = Standards.packaged();
    catalogue
        .editionIds()
        .forEach(id -> {
          MethodEdition edition = catalogue.edition(id).require();
          if (edition.status() != EditionStatus.LIBRARY) {
            editions.put(id, edition);
          }
        });
    catalogue.tableIds().forEach(id -> tables.add(catalogue.table(id).require()));
  }

  List<MethodEdition> list() {
    return List.copyOf(editions.values());
  }

  List<FactorTable> tables() {
    return List.copyOf(tables);
  }

  Optional<MethodEdition> find(String id) {
    return Optional.ofNullable(editions.get(id));
  }

  MethodEdition require(String id) {
    return find(id)
        .orElseThrow(
            () -> new ProblemException(InventoryProblem.UNKNOWN_METHOD, Map.of("method", id)));
  }
}
