package io.tanheng.server.operate.intake;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.operate.intake.workbook.Encoding;
import java.time.Instant;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/// An import as it is listed.
///
/// @param fileDigest absent when the file was not safe to keep
record ImportHead(
    ImportId id,
    Year year,
    String fileName,
    @Nullable String fileDigest,
    long sizeBytes,
    Encoding encoding,
    ImportState state,
    AccountId createdBy,
    Instant createdAt,
    @Nullable AccountId committedBy,
    @Nullable Instant committedAt,
    int linesWritten) {}
