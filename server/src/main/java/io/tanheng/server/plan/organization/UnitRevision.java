package io.tanheng.server.plan.organization;

import io.tanheng.server.foundation.identity.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A unit as it was after one change, with who, when and why.
public record UnitRevision(
    BoundaryUnit unit, AccountId changedBy, Instant changedAt, @Nullable String reason) {}
