package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.wire.Uuid7;
import java.util.UUID;

/// Names one accounting run.
public record InventoryId(UUID value) {
  static InventoryId next() {
    return new InventoryId(Uuid7.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
