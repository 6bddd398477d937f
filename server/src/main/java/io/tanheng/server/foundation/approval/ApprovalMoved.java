package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.EnterpriseId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A round of approval began or ended. Published within the transaction of the act: the owner of
/// the subject listens with `@EventListener` and its change stands or falls with the signature.
///
/// @param state [ApprovalState#PENDING] when it was submitted, else how it ended
/// @param why the reason given, where one was
public record ApprovalMoved(
    EnterpriseId enterprise,
    ApprovalId approval,
    String subjectType,
    UUID subjectId,
    int subjectVersion,
    String subjectDigest,
    ApprovalState state,
    AccountId by,
    Instant at,
    @Nullable String why) {
  public Optional<String> reason() {
    return Optional.ofNullable(why);
  }
}
