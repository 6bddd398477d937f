package io.tanheng.server.foundation.replay;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.replay.ReplayInterceptor.Claim;
import io.tanheng.server.foundation.wire.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keys and the answers kept under them, in `replay.answer`. Each statement stands alone, outside
/// the transaction of the request itself.
@Repository
class ReplayStore {
  private final JdbcClient jdbc;

  ReplayStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What was answered; the body of every change is JSON or nothing.
  record Answer(int status, @Nullable String contentType, String body) {}

  /// A key with its answer, absent while the first request runs.
  record Kept(String fingerprint, @Nullable Answer answer) {}

  /// True for the first request with the key; of several at once, for one.
  ///
  /// @param expired keys claimed before are forgotten
  boolean claim(Claim claim, Instant expired) {
    jdbc.sql("delete from replay.answer where claimed_at < :expired")
        .param("expired", SqlTime.of(expired))
        .update();
    return jdbc.sql(
                """
                insert into replay.answer
                       (account_id, idempotency_key, enterprise_id, fingerprint, claimed_at)
                values (:accountId, :key, :enterpriseId, :fingerprint, :at)
                    on conflict (account_id, idempotency_key) do nothing
                """)
            .param("accountId", claim.account().value())
            .param("key", claim.key())
            .param(
                "enterpriseId",
                Optional.ofNullable(claim.enterprise()).map(EnterpriseId::value).orElse(null))
            .param("fingerprint", claim.fingerprint())
            .param("at", SqlTime.of(claim.at()))
            .update()
        == 1;
  }

  /// The key as it stands; one released at this moment counts as in progress.
  Kept require(Claim claim) {
    return jdbc.sql(
            """
            select fingerprint, status, content_type, body
              from replay.answer
             where account_id      = :accountId
               and idempotency_key = :key
            """)
        .param("accountId", claim.account().value())
        .param("key", claim.key())
        .query(ReplayStore::toKept)
        .optional()
        .orElse(new Kept(claim.fingerprint(), null));
  }

  void keep(Claim claim, Answer answer) {
    jdbc.sql(
            """
            update replay.answer
               set status = :status, content_type = :contentType, body = :body
             where account_id      = :accountId
               and idempotency_key = :key
            """)
        .param("status", answer.status())
        .param("contentType", answer.contentType())
        .param("body", answer.body())
        .param("accountId", claim.account().value())
        .param("key", claim.key())
        .update();
  }

  void release(Claim claim) {
    jdbc.sql(
            """
            delete from replay.answer
             where account_id      = :accountId
               and idempotency_key = :key
               and status is null
            """)
        .param("accountId", claim.account().value())
        .param("key", claim.key())
        .update();
  }

  private static Kept toKept(ResultSet row, int number) throws SQLException {
    int status = row.getInt("status");
    boolean runs = row.wasNull();
    return new Kept(
        row.getString("fingerprint"),
        runs ? null : new Answer(status, row.getString("content_type"), row.getString("body")));
  }
}
