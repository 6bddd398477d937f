package io.tanheng.server.foundation.identity;

import io.tanheng.server.foundation.wire.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Accounts and their roles.
@Repository
class AccountStore {
  private final JdbcClient jdbc;

  AccountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Credentials(AccountId id, String passwordHash, boolean enabled, boolean demo) {}

  boolean anyExists() {
    return jdbc.sql("select exists (select 1 from identity.account)").query(Boolean.class).single();
  }

  /// False when the log-in name is taken.
  boolean insert(AccountId id, NewAccount account, String passwordHash, Instant now) {
    return jdbc.sql(
                """
                insert into identity.account
                       (account_id, login, name, locale, password_hash, must_change_password, demo,
                        created_at)
                values (:id, :login, :name, :locale, :passwordHash, :mustChange, :demo, :now)
                    on conflict (login) do nothing
                """)
            .param("id", id.value())
            .param("login", account.login())
            .param("name", account.name())
            .param("locale", account.locale())
            .param("passwordHash", passwordHash)
            .param("mustChange", account.mustChangePassword())
            .param("demo", account.demo())
            .param("now", SqlTime.of(now))
            .update()
        == 1;
  }

  Optional<Credentials> findCredentials(String login) {
    return jdbc.sql(
            """
            select account_id, password_hash, enabled, demo
              from identity.account
             where login = :login
            """)
        .param("login", login)
        .query(AccountStore::toCredentials)
        .optional();
  }

  Optional<Credentials> findCredentials(AccountId id) {
    return jdbc.sql(
            """
            select account_id, password_hash, enabled, demo
              from identity.account
             where account_id = :id
            """)
        .param("id", id.value())
        .query(AccountStore::toCredentials)
        .optional();
  }

  Optional<Account> find(AccountId id) {
    return list(List.of(id)).stream().findFirst();
  }

  List<Account> list(Collection<AccountId> ids) {
    Map<AccountId, Set<Grant>> grants = grants(ids);
    return jdbc.sql(
            """
            select a.account_id, a.login, a.name, a.locale, a.enabled, a.demo,
                   a.must_change_password, a.version, g.blocked_until
              from identity.account a
              left join identity.login_guard g
                on g.subject = 'login:' || a.login
             where a.account_id = any (:ids)
             order by a.login
            """)
        .param("ids", uuids(ids))
        .query((row, _) -> toAccount(row, grants))
        .list();
  }

  /// Account ids in the order of log-in names, after `after`; `like` is matched anywhere in name or
  /// log-in.
  List<AccountId> listIds(@Nullable String search, @Nullable String after, int limit) {
    return jdbc.sql(
            """
            select account_id
              from identity.account
             where (:search::text is null
                    or position(lower(:search::text) in login) > 0
                    or position(lower(:search::text) in lower(name)) > 0)
               and (:after::text is null or login > :after::text)
             order by login
             limit :limit
            """)
        .param("search", search)
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> new AccountId(row.getObject("account_id", UUID.class)))
        .list();
  }

  List<AccountId> listIdsAt(EnterpriseId enterprise) {
    return jdbc.sql(
            """
            select distinct account_id
              from identity.account_grant
             where enterprise_id = :enterpriseId
             order by account_id
            """)
        .param("enterpriseId", enterprise.value())
        .query((row, _) -> new AccountId(row.getObject("account_id", UUID.class)))
        .list();
  }

  private Map<AccountId, Set<Grant>> grants(Collection<AccountId> ids) {
    record Row(AccountId account, Grant grant) {}
    return jdbc
        .sql(
            """
            select account_id, role, enterprise_id
              from identity.account_grant
             where account_id = any (:ids)
             order by account_id, role, enterprise_id
            """)
        .param("ids", uuids(ids))
        .query((row, _) ->
            new Row(new AccountId(row.getObject("account_id", UUID.class)), toGrant(row)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Row::account, Collectors.mapping(Row::grant, Collectors.toUnmodifiableSet())));
  }

  void insertGrants(AccountId id, Set<Grant> grants, @Nullable AccountId by, Instant now) {
    for (Grant grant : grants) {
      jdbc.sql(
              """
              insert into identity.account_grant
                     (account_id, role, enterprise_id, granted_by, granted_at)
              values (:id, :role, :enterprise, :by, :now)
                  on conflict do nothing
              """)
          .param("id", id.value())
          .param("role", grant.role().name())
          .param("enterprise", grant.enterprise().map(EnterpriseId::value).orElse(null))
          .param("by", by == null ? null : by.value())
          .param("now", SqlTime.of(now))
          .update();
    }
  }

  void deleteGrants(AccountId id, Set<Grant> grants) {
    for (Grant grant : grants) {
      jdbc.sql(
              """
              delete from identity.account_grant
               where account_id = :id
                 and role = :role
                 and enterprise_id is not distinct from :enterprise::uuid
              """)
          .param("id", id.value())
          .param("role", grant.role().name())
          .param("enterprise", grant.enterprise().map(EnterpriseId::value).orElse(null))
          .update();
    }
  }

  /// False when the version has moved on.
  boolean update(AccountId id, long version, String name, String locale, boolean enabled) {
    return jdbc.sql(
                """
                update identity.account
                   set name = :name, locale = :locale, enabled = :enabled, version = version + 1
                 where account_id = :id
                   and version = :version
                """)
            .param("id", id.value())
            .param("version", version)
            .param("name", name)
            .param("locale", locale)
            .param("enabled", enabled)
            .update()
        == 1;
  }

  void updatePassword(AccountId id, String passwordHash, boolean mustChange) {
    jdbc.sql(
            """
            update identity.account
               set password_hash = :passwordHash, must_change_password = :mustChange
             where account_id = :id
            """)
        .param("id", id.value())
        .param("passwordHash", passwordHash)
        .param("mustChange", mustChange)
        .update();
  }

  /// Locks the active administrators against each other until the transaction ends, and counts
  /// them.
  Set<AccountId> lockAdministrators() {
    return new HashSet<>(
        jdbc.sql(
                """
                select a.account_id
                  from identity.account a
                  join identity.account_grant g
                    on g.account_id = a.account_id
                 where g.role = 'IT_ADMIN'
                   and a.enabled
                 order by a.account_id
                   for update
                """)
            .query((row, _) -> new AccountId(row.getObject("account_id", UUID.class)))
            .list());
  }

  private static UUID[] uuids(Collection<AccountId> ids) {
    return ids.stream().map(AccountId::value).toArray(UUID[]::new);
  }

  private static Grant toGrant(ResultSet row) throws SQLException {
    UUID enterprise = row.getObject("enterprise_id", UUID.class);
    return new Grant(
        Role.valueOf(row.getString("role")),
        enterprise == null ? null : new EnterpriseId(enterprise));
  }

  private static Credentials toCredentials(ResultSet row, int number) throws SQLException {
    return new Credentials(
        new AccountId(row.getObject("account_id", UUID.class)),
        row.getString("password_hash"),
        row.getBoolean("enabled"),
        row.getBoolean("demo"));
  }

  private static Account toAccount(ResultSet row, Map<AccountId, Set<Grant>> grants)
      throws SQLException {
    AccountId id = new AccountId(row.getObject("account_id", UUID.class));
    return new Account(
        id,
        row.getString("login"),
        row.getString("name"),
        row.getString("locale"),
        row.getBoolean("enabled"),
        row.getBoolean("demo"),
        row.getBoolean("must_change_password"),
        new Grants(grants.getOrDefault(id, Set.of())),
        SqlTime.find(row, "blocked_until").orElse(null),
        row.getLong("version"));
  }
}
