package io.tanheng.server.operate.factor;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.operate.inventory.FactorRef;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody looked a factor up in the printed standard and found it so.
///
/// @param printed the value the catalogue showed then
/// @param edition of the print that was looked at
public record Confirmation(
    ConfirmationId id,
    FactorRef factor,
    String printed,
    String unit,
    String edition,
    String page,
    String remark,
    @Nullable String scanDigest,
    AccountId by,
    Instant at,
    @Nullable Revocation revoked) {

  /// Taken back, by whom and why.
  public record Revocation(AccountId by, Instant at, String reason) {}

  public Optional<Revocation> revocation() {
    return Optional.ofNullable(revoked);
  }

  /// Whether it still speaks of the value the catalogue shows.
  boolean holdsFor(String printedNow, String unitNow) {
    return revoked == null && printed.equals(printedNow) && unit.equals(unitNow);
  }
}
