package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.wire.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The enterprises' own definitions in `approval.definition`: rows are added, never changed.
@Repository
class DefinitionStore {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  DefinitionStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// A definition with who made it, when and why.
  record Stored(Definition definition, AccountId by, Instant at, String reason) {}

  Optional<Definition> find(EnterpriseId enterprise, String subject) {
    return history(enterprise, subject).stream().map(Stored::definition).findFirst();
  }

  /// All versions of one kind, newest first.
  List<Stored> history(EnterpriseId enterprise, String subject) {
    return jdbc.sql(
            """
            select subject_type, version, content, reason, changed_by, changed_at
              from approval.definition
             where enterprise_id = :enterpriseId
               and subject_type  = :subject
             order by version desc
            """)
        .param("enterpriseId", enterprise.value())
        .param("subject", subject)
        .query(this::toStored)
        .list();
  }

  /// False when the version exists already.
  boolean insert(CallContext call, Definition definition, String reason) {
    return jdbc.sql(
                """
                insert into approval.definition
                       (enterprise_id, subject_type, version, content, reason, changed_by,
                        changed_at)
                values (:enterpriseId, :subject, :version, :content::jsonb, :reason, :account, :at)
                    on conflict do nothing
                """)
            .param("enterpriseId", call.enterprise().value())
            .param("subject", definition.subject())
            .param("version", definition.version())
            .param("content", json.writeValueAsString(DefinitionJson.of(definition)))
            .param("reason", reason)
            .param("account", call.account().value())
            .param("at", SqlTime.of(call.time()))
            .update()
        == 1;
  }

  private Stored toStored(ResultSet row, int number) throws SQLException {
    DefinitionJson content = json.readValue(row.getString("content"), DefinitionJson.class);
    return new Stored(
        content.toDefinition(row.getString("subject_type"), row.getInt("version")),
        new AccountId(row.getObject("changed_by", UUID.class)),
        SqlTime.require(row, "changed_at"),
        row.getString("reason"));
  }
}
