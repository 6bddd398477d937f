package io.tanheng.server.operate.ledger;

import java.time.Instant;

/// A voucher (原始凭证) attached to a line; the file is in the vault under its digest.
public record LineVoucher(
    String digest, String fileName, String mediaType, long sizeBytes, Instant attachedAt) {}
