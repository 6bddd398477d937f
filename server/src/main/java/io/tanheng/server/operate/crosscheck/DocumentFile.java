package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.identity.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An imported file. `digest` names its content in the vault.
public record DocumentFile(
    FileId id,
    DocumentKind kind,
    String digest,
    String fileName,
    int rows,
    AccountId importedBy,
    Instant importedAt,
    @Nullable Withdrawal withdrawal) {

  /// Why its documents no longer count.
  public record Withdrawal(String reason, AccountId by, Instant at) {}
}
