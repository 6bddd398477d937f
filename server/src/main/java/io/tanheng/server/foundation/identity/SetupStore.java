package io.tanheng.server.foundation.identity;

import io.tanheng.server.foundation.wire.SqlTime;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The one-time token for the first administrator: at most one row, only its hash.
@Repository
class SetupStore {
  private final JdbcClient jdbc;

  SetupStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void replace(byte[] tokenHash, Instant now) {
    jdbc.sql(
            """
            insert into identity.setup_token (only_row, token_hash, created_at)
            values (true, :tokenHash, :now)
                on conflict (only_row) do update
               set token_hash = excluded.token_hash, created_at = excluded.created_at
            """)
        .param("tokenHash", tokenHash)
        .param("now", SqlTime.of(now))
        .update();
  }

  /// True for exactly one of those who present the token: the row is gone afterwards.
  boolean take(byte[] tokenHash) {
    return jdbc.sql("delete from identity.setup_token where token_hash = :tokenHash")
            .param("tokenHash", tokenHash)
            .update()
        == 1;
  }

  void clear() {
    jdbc.sql("delete from identity.setup_token").update();
  }
}
