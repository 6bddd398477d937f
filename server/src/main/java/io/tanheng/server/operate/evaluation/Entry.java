package io.tanheng.server.operate.evaluation;

import io.tanheng.server.foundation.identity.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The last version of what somebody entered.
///
/// @param subject tells it from others of its kind
/// @param author who wrote the content; `by` may be who accepted it
record Entry<T>(
    EntryId id,
    int version,
    String subject,
    T content,
    State state,
    @Nullable String reason,
    AccountId author,
    AccountId by,
    Instant at) {

  /// What holds of it.
  enum State {
    /// 已登记.
    HELD,
    /// 已接受.
    ACCEPTED,
    /// 已撤销.
    WITHDRAWN
  }

  /// What it is about, and the form of its content.
  enum Kind {
    UNCERTAINTY,
    CORRELATION,
    ALLOWANCE,
    BENCHMARK,
    BASE_YEAR,
    DATA_GAP,
    FLUE_GAS,
    FLUE_GAS_LIMIT,
    FLUE_GAS_REMARK
  }
}
