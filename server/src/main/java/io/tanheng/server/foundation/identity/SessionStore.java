package io.tanheng.server.foundation.identity;

import io.tanheng.server.foundation.wire.SqlTime;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sessions, by the hash of their token.
@Repository
class SessionStore {
  private final JdbcClient jdbc;

  SessionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record LiveSession(AccountId account, Instant lastSeenAt) {}

  void insert(byte[] tokenHash, AccountId account, String address, Instant now) {
    jdbc.sql(
            """
            insert into identity.session
                   (token_hash, account_id, address, created_at, last_seen_at)
            values (:tokenHash, :account, :address, :now, :now)
            """)
        .param("tokenHash", tokenHash)
        .param("account", account.value())
        .param("address", address)
        .param("now", SqlTime.of(now))
        .update();
  }

  /// A session that has not run out, of an account that is not disabled; demo accounts only if
  /// `demo`.
  Optional<LiveSession> find(byte[] tokenHash, Instant now, boolean demo) {
    return jdbc.sql(
            """
            select s.account_id, s.last_seen_at
              from identity.session s
              join identity.account a
                on a.account_id = s.account_id
             where s.token_hash = :tokenHash
               and s.created_at > :oldestStart
               and s.last_seen_at > :oldestUse
               and a.enabled
               and (not a.demo or :demo)
            """)
        .param("tokenHash", tokenHash)
        .param("oldestStart", SqlTime.of(now.minus(IdentityLimits.SESSION_TOTAL)))
        .param("oldestUse", SqlTime.of(now.minus(IdentityLimits.SESSION_IDLE)))
        .param("demo", demo)
        .query((row, _) ->
            new LiveSession(
                new AccountId(row.getObject("account_id", UUID.class)),
                SqlTime.require(row, "last_seen_at")))
        .optional();
  }

  void touch(byte[] tokenHash, Instant now) {
    jdbc.sql(
            """
            update identity.session
               set last_seen_at = :now
             where token_hash = :tokenHash
               and last_seen_at < :now
            """)
        .param("tokenHash", tokenHash)
        .param("now", SqlTime.of(now))
        .update();
  }

  boolean delete(byte[] tokenHash) {
    return jdbc.sql("delete from identity.session where token_hash = :tokenHash")
            .param("tokenHash", tokenHash)
            .update()
        == 1;
  }

  int deleteOf(AccountId account) {
    return jdbc.sql("delete from identity.session where account_id = :account")
        .param("account", account.value())
        .update();
  }

  int deleteRunOut(Instant now) {
    return jdbc.sql(
            """
            delete from identity.session
             where created_at <= :oldestStart
                or last_seen_at <= :oldestUse
            """)
        .param("oldestStart", SqlTime.of(now.minus(IdentityLimits.SESSION_TOTAL)))
        .param("oldestUse", SqlTime.of(now.minus(IdentityLimits.SESSION_IDLE)))
        .update();
  }
}
