package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.identity.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody may sign for somebody else for a time (授权代签).
///
/// @param subjectType limits it to one kind of thing
record Delegation(
    DelegationId id,
    AccountId from,
    AccountId to,
    @Nullable String subjectType,
    Instant validFrom,
    Instant validTo,
    String reason,
    Instant madeAt,
    @Nullable Instant revokedAt,
    @Nullable AccountId revokedBy) {
  boolean holds(String subject, Instant at) {
    return revokedAt == null
        && (subjectType == null || subjectType.equals(subject))
        && !at.isBefore(validFrom)
        && at.isBefore(validTo);
  }
}
