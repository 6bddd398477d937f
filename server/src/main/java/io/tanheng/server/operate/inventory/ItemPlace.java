package io.tanheng.server.operate.inventory;

import io.tanheng.server.operate.inventory.ProcessAllocation.AccountedItem;
import org.jspecify.annotations.Nullable;

/// Names one item of an inventory: the same item key may stand at several facilities.
record ItemPlace(String source, String key, @Nullable String facility) {
  static ItemPlace of(AccountedRow row) {
    return new ItemPlace(row.source(), row.item(), row.facility().orElse(null));
  }

  static ItemPlace of(AccountedItem item) {
    return new ItemPlace(item.source(), item.key(), item.facility());
  }
}
