package io.tanheng.server.operate.evaluation;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.wire.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Versions of entries; only inserts.
@Repository
class EntryStore {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  EntryStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Holds back other changes of the enterprise's entries until the transaction ends.
  void lock(EnterpriseId enterprise) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('evaluation' || :enterpriseId, 0))")
        .param("enterpriseId", enterprise.toString())
        .query((row, number) -> true)
        .list();
  }

  void insert(CallContext call, Entry.Kind kind, Entry<?> entry) {
    jdbc.sql(
            """
            insert into evaluation.entry_version
                   (entry_id, version, enterprise_id, kind, subject, content, state, reason,
                    written_by, written_at)
            values (:entryId, :version, :enterpriseId, :kind, :subject, :content::jsonb, :state,
                    :reason, :account, :at)
            """)
        .param("entryId", entry.id().value())
        .param("version", entry.version())
        .param("enterpriseId", call.enterprise().value())
        .param("kind", kind.name())
        .param("subject", entry.subject())
        .param("content", json.writeValueAsString(entry.content()))
        .param("state", entry.state().name())
        .param("reason", entry.reason())
        .param("account", call.account().value())
        .param("at", SqlTime.of(call.time()))
        .update();
  }

  /// The last version of each entry of the kind, withdrawn ones too, in the order they were made.
  <T> List<Entry<T>> list(EnterpriseId enterprise, Entry.Kind kind, Class<T> form) {
    return jdbc.sql(
            """
            select entry_id, version, subject, content, state, reason, author, written_by, written_at
              from (select entry_id, version, subject, content, state, reason, written_by,
                           written_at,
                           row_number() over (partition by entry_id order by version desc) as rank,
                           first_value(written_by) over
                             (partition by entry_id
                                  order by (state = 'HELD') desc, version desc) as author
                      from evaluation.entry_version
                     where enterprise_id = :enterpriseId
                       and kind          = :kind) as ranked
             where rank = 1
             order by entry_id
            """)
        .param("enterpriseId", enterprise.value())
        .param("kind", kind.name())
        .query((row, number) -> toEntry(row, form))
        .list();
  }

  /// Every version of one entry, the first one first.
  <T> List<Entry<T>> versions(EnterpriseId enterprise, EntryId id, Class<T> form) {
    return jdbc.sql(
            """
            select entry_id, version, subject, content, state, reason, written_by as author,
                   written_by, written_at
              from evaluation.entry_version
             where enterprise_id = :enterpriseId
               and entry_id      = :entryId
             order by version
            """)
        .param("enterpriseId", enterprise.value())
        .param("entryId", id.value())
        .query((row, number) -> toEntry(row, form))
        .list();
  }

  /// The last version of the entry with the subject, a withdrawn one too.
  <T> Optional<Entry<T>> findBySubject(
      EnterpriseId enterprise, Entry.Kind kind, String subject, Class<T> form) {
    return jdbc.sql(
            """
            select entry_id
              from evaluation.entry_version
             where enterprise_id = :enterpriseId
               and kind          = :kind
               and subject       = :subject
               and version       = 1
            """)
        .param("enterpriseId", enterprise.value())
        .param("kind", kind.name())
        .param("subject", subject)
        .query((row, number) -> new EntryId(row.getObject("entry_id", UUID.class)))
        .optional()
        .map(id -> versions(enterprise, id, form).getLast());
  }

  <T> Optional<Entry<T>> find(EnterpriseId enterprise, Entry.Kind kind, EntryId id, Class<T> form) {
    return list(enterprise, kind, form).stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private <T> Entry<T> toEntry(ResultSet row, Class<T> form) throws SQLException {
    return new Entry<>(
        new EntryId(row.getObject("entry_id", UUID.class)),
        row.getInt("version"),
        row.getString("subject"),
        json.readValue(row.getString("content"), form),
        Entry.State.valueOf(row.getString("state")),
        row.getString("reason"),
        new AccountId(row.getObject("author", UUID.class)),
        new AccountId(row.getObject("written_by", UUID.class)),
        SqlTime.require(row, "written_at"));
  }
}
