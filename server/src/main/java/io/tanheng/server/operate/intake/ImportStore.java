package io.tanheng.server.operate.intake;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.wire.SqlTime;
import io.tanheng.server.operate.intake.RowDecision.Choice;
import io.tanheng.server.operate.intake.workbook.Encoding;
import io.tanheng.server.operate.measure.ParameterId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Imports, decisions about their rows, and what is remembered of them, in schema `intake`.
@Repository
class ImportStore {
  private static final String COLUMNS =
      """
      select import_id, year, file_name, file_digest, size_bytes, encoding, state, created_by, created_at,
             committed_by, committed_at, lines_written
        from intake.import
       where enterprise_id = :enterpriseId
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ImportStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(CallContext call, ImportHead head, List<Problem> problems) {
    jdbc.sql(
            """
            insert into intake.import
                   (import_id, enterprise_id, year, file_name, file_digest, size_bytes, encoding,
                    state, problems, created_by, created_at)
            values (:importId, :enterpriseId, :year, :fileName, :fileDigest, :sizeBytes, :encoding,
                    :state, :problems::jsonb, :account, :at)
            """)
        .param("importId", head.id().value())
        .param("enterpriseId", call.enterprise().value())
        .param("year", head.year().getValue())
        .param("fileName", head.fileName())
        .param("fileDigest", head.fileDigest())
        .param("sizeBytes", head.sizeBytes())
        .param("encoding", head.encoding().name())
        .param("state", head.state().name())
        .param("problems", json.writeValueAsString(problems))
        .param("account", call.account().value())
        .param("at", SqlTime.of(call.time()))
        .update();
  }

  /// Newest first.
  List<ImportHead> list(EnterpriseId enterprise, int limit) {
    return jdbc.sql(COLUMNS + " order by created_at desc, import_id desc limit :limit")
        .param("enterpriseId", enterprise.value())
        .param("limit", limit)
        .query(ImportStore::toHead)
        .list();
  }

  Optional<ImportHead> find(EnterpriseId enterprise, ImportId id) {
    return jdbc.sql(COLUMNS + " and import_id = :importId")
        .param("enterpriseId", enterprise.value())
        .param("importId", id.value())
        .query(ImportStore::toHead)
        .optional();
  }

  /// The same, held against other commits until the transaction ends.
  Optional<ImportHead> lock(EnterpriseId enterprise, ImportId id) {
    return jdbc.sql(COLUMNS + " and import_id = :importId for update")
        .param("enterpriseId", enterprise.value())
        .param("importId", id.value())
        .query(ImportStore::toHead)
        .optional();
  }

  /// The newest committed import of the same file for the same year.
  Optional<ImportHead> findCommitted(EnterpriseId enterprise, Year year, String digest) {
    return jdbc.sql(
            COLUMNS
                + """
                   and year        = :year
                   and file_digest = :digest
                   and state       = 'COMMITTED'
                 order by committed_at desc
                 limit 1
                """)
        .param("enterpriseId", enterprise.value())
        .param("year", year.getValue())
        .param("digest", digest)
        .query(ImportStore::toHead)
        .optional();
  }

  List<Problem> problems(EnterpriseId enterprise, ImportId id) {
    String stored =
        jdbc.sql(
                """
                select problems
                  from intake.import
                 where enterprise_id = :enterpriseId
                   and import_id     = :importId
                """)
            .param("enterpriseId", enterprise.value())
            .param("importId", id.value())
            .query(String.class)
            .single();
    return json.readValue(stored, new TypeReference<List<Problem>>() {});
  }

  void update(EnterpriseId enterprise, ImportId id, ImportState state, List<Problem> problems) {
    jdbc.sql(
            """
            update intake.import
               set state = :state, problems = :problems::jsonb
             where enterprise_id = :enterpriseId
               and import_id     = :importId
            """)
        .param("state", state.name())
        .param("problems", json.writeValueAsString(problems))
        .param("enterpriseId", enterprise.value())
        .param("importId", id.value())
        .update();
  }

  void commit(CallContext call, ImportId id, int linesWritten, List<Problem> problems) {
    jdbc.sql(
            """
            update intake.import
               set state = 'COMMITTED', committed_by = :account, committed_at = :at,
                   lines_written = :lines, problems = :problems::jsonb
             where enterprise_id = :enterpriseId
               and import_id     = :importId
            """)
        .param("account", call.account().value())
        .param("at", SqlTime.of(call.time()))
        .param("lines", linesWritten)
        .param("problems", json.writeValueAsString(problems))
        .param("enterpriseId", call.enterprise().value())
        .param("importId", id.value())
        .update();
  }

  void decide(EnterpriseId enterprise, ImportId id, RowDecision decision) {
    Choice choice = decision.choice();
    jdbc.sql(
            """
            insert into intake.decision
                   (import_id, enterprise_id, row_id, choice, parameter_id, new_parameter)
            values (:importId, :enterpriseId, :rowId, :choice, :parameterId, :newParameter::jsonb)
                on conflict (import_id, row_id) do update
               set choice = excluded.choice, parameter_id = excluded.parameter_id,
                   new_parameter = excluded.new_parameter
            """)
        .param("importId", id.value())
        .param("enterpriseId", enterprise.value())
        .param("rowId", decision.rowId())
        .param(
            "choice",
            switch (choice) {
              case Choice.Take _ -> "TAKE";
              case Choice.Create _ -> "CREATE";
              case Choice.Ignore() -> "IGNORE";
            })
        .param(
            "parameterId",
            choice instanceof Choice.Take(ParameterId parameter) ? parameter.value() : null)
        .param(
            "newParameter",
            choice instanceof Choice.Create(RowDecision.NewParameter created)
                ? json.writeValueAsString(created)
                : null)
        .update();
  }

  /// Decisions by row.
  Map<String, Choice> decisions(EnterpriseId enterprise, ImportId id) {
    Map<String, Choice> decisions = new HashMap<>();
    jdbc.sql(
            """
            select row_id, choice, parameter_id, new_parameter
              from intake.decision
             where enterprise_id = :enterpriseId
               and import_id     = :importId
            """)
        .param("enterpriseId", enterprise.value())
        .param("importId", id.value())
        .query(row -> {
          decisions.put(row.getString("row_id"), toChoice(row));
        });
    return decisions;
  }

  private Choice toChoice(ResultSet row) throws SQLException {
    return switch (row.getString("choice")) {
      case "TAKE" -> new Choice.Take(new ParameterId(row.getObject("parameter_id", UUID.class)));
      case "CREATE" ->
          new Choice.Create(
              json.readValue(row.getString("new_parameter"), RowDecision.NewParameter.class));
      default -> new Choice.Ignore();
    };
  }

  /// What rows mean, by [io.tanheng.server.operate.measure.Parameter#key]; empty means ignored.
  Map<String, Optional<ParameterId>> remembered(EnterpriseId enterprise) {
    Map<String, Optional<ParameterId>> remembered = new HashMap<>();
    jdbc.sql(
            """
            select match_key, parameter_id
              from intake.remembered
             where enterprise_id = :enterpriseId
            """)
        .param("enterpriseId", enterprise.value())
        .query(row -> {
          remembered.put(
              row.getString("match_key"),
              Optional.ofNullable(row.getObject("parameter_id", UUID.class)).map(ParameterId::new));
        });
    return remembered;
  }

  void remember(CallContext call, Map<String, Optional<ParameterId>> meanings) {
    List<Map.Entry<String, Optional<ParameterId>>> entries = List.copyOf(meanings.entrySet());
    jdbc.sql(
            """
            insert into intake.remembered
                   (enterprise_id, match_key, parameter_id, remembered_by, remembered_at)
            select :enterpriseId, match_key, parameter_id, :account, :at
              from unnest(:keys::text[], :parameterIds::uuid[]) as row (match_key, parameter_id)
                on conflict (enterprise_id, match_key) do update
               set parameter_id = excluded.parameter_id, remembered_by = excluded.remembered_by,
                   remembered_at = excluded.remembered_at
            """)
        .param("enterpriseId", call.enterprise().value())
        .param("account", call.account().value())
        .param("at", SqlTime.of(call.time()))
        .param("keys", entries.stream().map(Map.Entry::getKey).toArray(String[]::new))
        .param(
            "parameterIds",
            entries.stream()
                .map(entry -> entry.getValue().map(ParameterId::toString).orElse(null))
                .toArray(String[]::new))
        .update();
  }

  private static ImportHead toHead(ResultSet row, int number) throws SQLException {
    return new ImportHead(
        new ImportId(row.getObject("import_id", UUID.class)),
        Year.of(row.getInt("year")),
        row.getString("file_name"),
        row.getString("file_digest"),
        row.getLong("size_bytes"),
        Encoding.valueOf(row.getString("encoding")),
        ImportState.valueOf(row.getString("state")),
        new AccountId(row.getObject("created_by", UUID.class)),
        SqlTime.require(row, "created_at"),
        account(row),
        committedAt(row),
        row.getInt("lines_written"));
  }

  private static @Nullable AccountId account(ResultSet row) throws SQLException {
    UUID account = row.getObject("committed_by", UUID.class);
    return account == null ? null : new AccountId(account);
  }

  private static @Nullable Instant committedAt(ResultSet row) throws SQLException {
    return SqlTime.find(row, "committed_at").orElse(null);
  }
}
