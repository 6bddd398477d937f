package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.FactorUseStore.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which figures of which inventories rest on which factor, read from the stored traces.
@Service
public class FactorUses {
  private final FactorUseStore store;
  private final InventoryStore inventories;

  FactorUses(FactorUseStore store, InventoryStore inventories) {
    this.store = store;
    this.inventories = inventories;
  }

  /// A figure that rests on a factor.
  ///
  /// @param current whether no later run supersedes the inventory
  /// @param figure names the figure's trace
  public record FactorUse(
      FactorRef factor,
      UUID inventory,
      int number,
      String period,
      String method,
      boolean current,
      String figure,
      Text name,
      String value,
      String unit) {}

  /// Uses of one factor, the newest inventory first.
  @Transactional(readOnly = true)
  public List<FactorUse> list(EnterpriseId enterprise, FactorRef factor) {
    Map<UUID, InventoryHead> heads = new HashMap<>();
    List<FactorUse> uses = new ArrayList<>();
    for (Row row : store.list(enterprise, factor)) {
      InventoryHead head =
          heads.computeIfAbsent(
              row.run(), run -> inventories.find(enterprise, new InventoryId(run)).orElseThrow());
      head.view().items().stream()
          .filter(item ->
              item.source().equals(row.source())
                  && item.key().equals(row.item())
                  && Objects.equals(item.facility(), row.facility()))
          .forEach(item ->
              uses.add(
                  new FactorUse(
                      factor,
                      row.run(),
                      head.number(),
                      head.period().from() + "/" + head.period().to(),
                      head.method(),
                      head.supersededBy() == null,
                      Objects.requireNonNull(item.figure()),
                      item.name(),
                      item.value(),
                      item.unit())));
    }
    return uses;
  }

  /// In how many figures of current inventories each factor stands, by `table#row.column`.
  @Transactional(readOnly = true)
  public Map<String, Integer> count(EnterpriseId enterprise) {
    return store.count(enterprise);
  }
}
