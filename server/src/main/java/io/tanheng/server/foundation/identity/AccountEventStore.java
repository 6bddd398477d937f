package io.tanheng.server.foundation.identity;

import io.tanheng.server.foundation.wire.SqlTime;
import io.tanheng.server.foundation.wire.Uuid7;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The audit trail of accounts: log-ins, failures, changes. Rows are added, never changed or
/// deleted; the database refuses it.
@Repository
class AccountEventStore {
  private final JdbcClient jdbc;

  AccountEventStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  enum Kind {
    LOGGED_IN,
    LOGIN_FAILED,
    LOGIN_BLOCKED,
    LOGGED_OUT,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    CREATED,
    CHANGED,
    DISABLED,
    ENABLED,
    UNLOCKED,
    GRANTED,
    REVOKED,
    SETUP_DONE
  }

  record Event(
      UUID id,
      Instant at,
      Kind kind,
      String login,
      @Nullable AccountId account,
      @Nullable AccountId by,
      @Nullable String address,
      @Nullable String detail) {}

  void insert(Event event) {
    jdbc.sql(
            """
            insert into identity.account_event
                   (event_id, at, kind, login, account_id, by_account_id, address, detail)
            values (:id, :at, :kind, :login, :account, :by, :address, :detail)
            """)
        .param("id", event.id())
        .param("at", SqlTime.of(event.at()))
        .param("kind", event.kind().name())
        .param("login", event.login())
        .param("account", event.account() == null ? null : event.account().value())
        .param("by", event.by() == null ? null : event.by().value())
        .param("address", event.address())
        .param("detail", event.detail())
        .update();
  }

  /// Newest first, older than `before`.
  List<Event> list(AccountId account, UUID before, int limit) {
    return jdbc.sql(
            """
            select event_id, at, kind, login, account_id, by_account_id, address, detail
              from identity.account_event
             where account_id = :account
               and event_id < :before
             order by event_id desc
             limit :limit
            """)
        .param("account", account.value())
        .param("before", before)
        .param("limit", limit)
        .query((row, _) ->
            new Event(
                row.getObject("event_id", UUID.class),
                SqlTime.require(row, "at"),
                Kind.valueOf(row.getString("kind")),
                row.getString("login"),
                id(row.getObject("account_id", UUID.class)),
                id(row.getObject("by_account_id", UUID.class)),
                row.getString("address"),
                row.getString("detail")))
        .list();
  }

  static Event event(
      Instant at,
      Kind kind,
      String login,
      @Nullable AccountId account,
      @Nullable AccountId by,
      @Nullable String address,
      @Nullable String detail) {
    return new Event(Uuid7.next(), at, kind, login, account, by, address, detail);
  }

  private static @Nullable AccountId id(@Nullable UUID value) {
    return value == null ? null : new AccountId(value);
  }
}
