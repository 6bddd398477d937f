package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.identity.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person said about a difference or a gap, and about which figures.
record Remark(
    UUID id,
    SubjectId subject,
    String figures,
    Act act,
    @Nullable String words,
    AccountId by,
    Instant at) {
  /// What the remark does.
  enum Act {
    /// 说明.
    EXPLAINED,
    /// 接受.
    ACCEPTED,
    /// 退回.
    RETURNED,
    /// 不适用.
    NOT_APPLICABLE,
    /// 撤销答复.
    REOPENED
  }
}
