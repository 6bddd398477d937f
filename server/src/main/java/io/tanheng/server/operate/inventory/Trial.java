package io.tanheng.server.operate.inventory;

import io.tanheng.server.operate.inventory.InventoryStore.StoredRow;
import java.util.List;

/// A run that was tried out and not kept, beside the stored one it would supersede.
record Trial(InventoryHead before, InventoryHead tried, List<StoredRow> rows) {}
