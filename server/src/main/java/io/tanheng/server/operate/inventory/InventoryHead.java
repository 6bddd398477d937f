package io.tanheng.server.operate.inventory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A stored run without its rows.
record InventoryHead(
    InventoryId id,
    int number,
    InventoryPeriod period,
    String method,
    InventoryView view,
    boolean provisional,
    int openLines,
    @Nullable InventoryId supersedes,
    @Nullable InventoryId supersededBy,
    @Nullable String reason,
    String inputsDigest,
    String methodDigest,
    String digest,
    UUID createdBy,
    Instant createdAt) {}
