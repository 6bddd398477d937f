package io.tanheng.server.foundation.vault;

import io.tanheng.server.foundation.identity.AccountId;
import java.time.Instant;

/// A file of an enterprise in the vault. `size` in bytes; `name` as it was first uploaded.
public record Voucher(
    Digest digest, String name, FileType type, long size, AccountId storedBy, Instant storedAt) {}
