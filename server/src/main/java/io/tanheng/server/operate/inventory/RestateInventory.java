package io.tanheng.server.operate.inventory;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How to account a run again: why, and with which other factors.
public record RestateInventory(
    String reason, @Nullable String factorSet, Map<String, FactorRef> factorChoices) {
  public RestateInventory {
    factorChoices = Map.copyOf(factorChoices);
  }
}
