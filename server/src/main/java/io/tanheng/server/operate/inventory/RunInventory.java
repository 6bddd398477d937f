package io.tanheng.server.operate.inventory;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What to account. `factorSet` is one of the method edition's default tables, its first when
/// absent; `factorChoices` names per source the published factor that stands for the plan's own
/// choice.
public record RunInventory(
    InventoryPeriod period,
    String method,
    @Nullable String factorSet,
    Map<String, FactorRef> factorChoices,
    @Nullable String reason) {
  public RunInventory {
    factorChoices = Map.copyOf(factorChoices);
  }
}
