package io.tanheng.server.operate.view;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.wire.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Versions of entries in `view.entries`; only inserts.
@Repository
class EntriesStore {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  EntriesStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// A version with who wrote it, when and why.
  record Version(
      int number, ViewEntries entries, AccountId by, Instant at, @Nullable String reason) {}

  /// All versions for a view of a year, the newest first.
  List<Version> versions(EnterpriseId enterprise, Year year, String view) {
    return jdbc.sql(
            """
            select version, content, written_by, written_at, reason
              from view.entries
             where enterprise_id = :enterpriseId
               and year          = :year
               and view          = :view
             order by version desc
            """)
        .param("enterpriseId", enterprise.value())
        .param("year", year.getValue())
        .param("view", view)
        .query(this::toVersion)
        .list();
  }

  /// False when somebody else wrote this version first.
  boolean insert(CallContext call, Year year, String view, int version, ViewEntries entries) {
    return jdbc.sql(
                """
                insert into view.entries
                       (enterprise_id, year, view, version, content, written_by, written_at,
                        reason)
                values (:enterpriseId, :year, :view, :version, :content::jsonb, :account, :at,
                        :reason)
                    on conflict do nothing
                """)
            .param("enterpriseId", call.enterprise().value())
            .param("year", year.getValue())
            .param("view", view)
            .param("version", version)
            .param("content", json.writeValueAsString(entries))
            .param("account", call.account().value())
            .param("at", SqlTime.of(call.time()))
            .param("reason", call.reason().orElse(null))
            .update()
        == 1;
  }

  private Version toVersion(ResultSet row, int number) throws SQLException {
    return new Version(
        row.getInt("version"),
        json.readValue(row.getString("content"), ViewEntries.class),
        new AccountId(row.getObject("written_by", UUID.class)),
        SqlTime.require(row, "written_at"),
        row.getString("reason"));
  }
}
