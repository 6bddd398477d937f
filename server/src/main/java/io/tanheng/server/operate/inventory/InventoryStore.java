package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.wire.SqlTime;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Runs and their rows; only inserts.
@Repository
class InventoryStore {
  private static final String HEADS =
      """
      select run.run_id, run.number, run.method, run.period_from, run.period_to,
             run.provisional, run.open_lines, run.supersedes, next.run_id as superseded_by,
             run.reason, run.inputs_digest, run.method_digest, run.digest, run.view,
             run.created_by, run.created_at
        from inventory.run as run
        left join inventory.run as next
          on next.supersedes    = run.run_id
         and next.enterprise_id = run.enterprise_id
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  InventoryStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Holds back other runs of the enterprise until the transaction ends.
  void lock(EnterpriseId enterprise) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('inventory' || :enterpriseId, 0))")
        .param("enterpriseId", enterprise.toString())
        .query((row, number) -> number)
        .single();
  }

  /// The next number of the enterprise; holds back other runs of it until the transaction ends.
  int nextNumber(EnterpriseId enterprise) {
    lock(enterprise);
    return jdbc.sql(
            """
            select coalesce(max(number), 0) + 1
              from inventory.run
             where enterprise_id = :enterpriseId
            """)
        .param("enterpriseId", enterprise.value())
        .query(Integer.class)
        .single();
  }

  void insert(EnterpriseId enterprise, InventoryHead head, RunExtras extras) {
    jdbc.sql(
            """
            insert into inventory.run
                   (run_id, enterprise_id, number, method, period_from, period_to, total,
                    total_unit, provisional, open_lines, supersedes, reason, inputs_digest,
                    method_digest, digest, view, extras, created_by, created_at)
            values (:runId, :enterpriseId, :number, :method, :periodFrom, :periodTo, :total,
                    :unit, :provisional, :openLines, :supersedes, :reason, :inputsDigest,
                    :methodDigest, :digest, :view::jsonb, :extras::jsonb, :createdBy,
                    :createdAt)
            """)
        .param("runId", head.id().value())
        .param("enterpriseId", enterprise.value())
        .param("number", head.number())
        .param("method", head.method())
        .param("periodFrom", head.period().from().atDay(1))
        .param("periodTo", head.period().to().atDay(1))
        .param("total", new BigDecimal(head.view().total().value()))
        .param("unit", head.view().total().unit())
        .param("provisional", head.provisional())
        .param("openLines", head.openLines())
        .param("supersedes", head.supersedes() == null ? null : head.supersedes().value())
        .param("reason", head.reason())
        .param("inputsDigest", head.inputsDigest())
        .param("methodDigest", head.methodDigest())
        .param("digest", head.digest())
        .param("view", json.writeValueAsString(head.view()))
        .param("extras", json.writeValueAsString(extras))
        .param("createdBy", head.createdBy())
        .param("createdAt", SqlTime.of(head.createdAt()))
        .update();
  }

  void insertRows(EnterpriseId enterprise, InventoryId run, List<StoredRow> rows) {
    jdbc.sql(
            """
            insert into inventory.run_row
                   (run_id, enterprise_id, position, source, item, facility, month, process_id,
                    exact, unit, labels, inputs, trace, flags)
            select :runId, :enterpriseId, position, source, item, facility, month, process_id,
                   exact, unit, labels, inputs, trace, flags
              from unnest(:positions::integer[], :sources::text[], :items::text[],
                          :facilities::text[], :months::text[]::date[],
                          :processes::uuid[],
                          :exacts::text[], :units::text[], :labels::jsonb[], :inputs::jsonb[],
                          :traces::jsonb[], :flags::jsonb[])
                   as given (position, source, item, facility, month, process_id, exact, unit,
                             labels, inputs, trace, flags)
            """)
        .param("runId", run.value())
        .param("enterpriseId", enterprise.value())
        .param("positions", rows.stream().map(StoredRow::position).toArray(Integer[]::new))
        .param("sources", rows.stream().map(StoredRow::source).toArray(String[]::new))
        .param("items", rows.stream().map(StoredRow::item).toArray(String[]::new))
        .param("facilities", rows.stream().map(StoredRow::facility).toArray(String[]::new))
        .param("months", rows.stream().map(row -> row.month() + "-01").toArray(String[]::new))
        .param("processes", rows.stream().map(StoredRow::processId).toArray(UUID[]::new))
        .param("exacts", rows.stream().map(StoredRow::exact).toArray(String[]::new))
        .param("units", rows.stream().map(StoredRow::unit).toArray(String[]::new))
        .param("labels", rows.stream().map(StoredRow::labels).toArray(String[]::new))
        .param("inputs", rows.stream().map(StoredRow::inputs).toArray(String[]::new))
        .param("traces", rows.stream().map(StoredRow::trace).toArray(String[]::new))
        .param("flags", rows.stream().map(StoredRow::flags).toArray(String[]::new))
        .update();
  }

  Optional<InventoryHead> find(EnterpriseId enterprise, InventoryId run) {
    return jdbc.sql(
            HEADS
                + """
                 where run.enterprise_id = :enterpriseId
                   and run.run_id        = :runId
                """)
        .param("enterpriseId", enterprise.value())
        .param("runId", run.value())
        .query(this::toHead)
        .optional();
  }

  /// The newest run of exactly this period and method that no other supersedes.
  Optional<InventoryHead> findCurrent(
      EnterpriseId enterprise, InventoryPeriod period, String method) {
    return jdbc.sql(
            HEADS
                + """
                 where run.enterprise_id = :enterpriseId
                   and run.period_from   = :periodFrom
                   and run.period_to     = :periodTo
                   and run.method        = :method
                   and next.run_id is null
                 order by run.number desc
                 limit 1
                """)
        .param("enterpriseId", enterprise.value())
        .param("periodFrom", period.from().atDay(1))
        .param("periodTo", period.to().atDay(1))
        .param("method", method)
        .query(this::toHead)
        .optional();
  }

  /// Newest first. `year` and `method` narrow the list where given.
  List<InventoryHead> list(
      EnterpriseId enterprise,
      @Nullable Integer year,
      @Nullable String method,
      int before,
      int limit) {
    return jdbc.sql(
            HEADS
                + """
                 where run.enterprise_id = :enterpriseId
                   and run.number        < :before
                   and (:year::integer is null or extract(year from run.period_from) = :year::integer)
                   and (:method::text is null or run.method = :method::text)
                 order by run.number desc
                 limit :limit
                """)
        .param("enterpriseId", enterprise.value())
        .param("before", before)
        .param("year", year)
        .param("method", method)
        .param("limit", limit)
        .query(this::toHead)
        .list();
  }

  RunExtras extras(EnterpriseId enterprise, InventoryId run) {
    return jdbc.sql(
            """
            select extras
              from inventory.run
             where enterprise_id = :enterpriseId
               and run_id        = :runId
            """)
        .param("enterpriseId", enterprise.value())
        .param("runId", run.value())
        .query((row, number) -> json.readValue(row.getString("extras"), RunExtras.class))
        .single();
  }

  List<StoredRow> rows(EnterpriseId enterprise, InventoryId run) {
    return jdbc.sql(
            """
            select position, source, item, facility, month, process_id, exact, unit, labels, inputs,
                   trace, flags
              from inventory.run_row
             where enterprise_id = :enterpriseId
               and run_id        = :runId
             order by position
            """)
        .param("enterpriseId", enterprise.value())
        .param("runId", run.value())
        .query(InventoryStore::toRow)
        .list();
  }

  /// The results of the rows without what explains them.
  List<RowSum> sums(EnterpriseId enterprise, InventoryId run) {
    return jdbc.sql(
            """
            select position, source, item, facility, month, exact, unit
              from inventory.run_row
             where enterprise_id = :enterpriseId
               and run_id        = :runId
             order by position
            """)
        .param("enterpriseId", enterprise.value())
        .param("runId", run.value())
        .query((row, number) ->
            new RowSum(
                row.getInt("position"),
                row.getString("source"),
                row.getString("item"),
                row.getString("facility"),
                month(row, "month"),
                row.getString("exact"),
                row.getString("unit")))
        .list();
  }

  Optional<StoredRow> row(EnterpriseId enterprise, InventoryId run, int position) {
    return jdbc.sql(
            """
            select position, source, item, facility, month, process_id, exact, unit, labels, inputs,
                   trace, flags
              from inventory.run_row
             where enterprise_id = :enterpriseId
               and run_id        = :runId
               and position      = :position
            """)
        .param("enterpriseId", enterprise.value())
        .param("runId", run.value())
        .param("position", position)
        .query(InventoryStore::toRow)
        .optional();
  }

  private InventoryHead toHead(ResultSet row, int number) throws SQLException {
    return new InventoryHead(
        new InventoryId(row.getObject("run_id", UUID.class)),
        row.getInt("number"),
        new InventoryPeriod(month(row, "period_from"), month(row, "period_to")),
        row.getString("method"),
        json.readValue(row.getString("view"), InventoryView.class),
        row.getBoolean("provisional"),
        row.getInt("open_lines"),
        id(row, "supersedes"),
        id(row, "superseded_by"),
        row.getString("reason"),
        row.getString("inputs_digest"),
        row.getString("method_digest"),
        row.getString("digest"),
        row.getObject("created_by", UUID.class),
        SqlTime.require(row, "created_at"));
  }

  private static StoredRow toRow(ResultSet row, int number) throws SQLException {
    return new StoredRow(
        row.getInt("position"),
        row.getString("source"),
        row.getString("item"),
        row.getString("facility"),
        month(row, "month"),
        row.getObject("process_id", UUID.class),
        row.getString("exact"),
        row.getString("unit"),
        row.getString("labels"),
        row.getString("inputs"),
        row.getString("trace"),
        row.getString("flags"));
  }

  private static @Nullable InventoryId id(ResultSet row, String column) throws SQLException {
    UUID value = row.getObject(column, UUID.class);
    return value == null ? null : new InventoryId(value);
  }

  private static YearMonth month(ResultSet row, String column) throws SQLException {
    return YearMonth.from(row.getObject(column, LocalDate.class));
  }

  /// One row of a run as it lies in the database. `exact` is the unrounded result, a decimal or a
  /// fraction `n/d`; the JSON columns are texts here.
  record StoredRow(
      int position,
      String source,
      String item,
      @Nullable String facility,
      YearMonth month,
      @Nullable UUID processId,
      String exact,
      String unit,
      String labels,
      String inputs,
      String trace,
      String flags) {
    RowSum sum() {
      return new RowSum(position, source, item, facility, month, exact, unit);
    }
  }

  /// The result of a row and what it is of.
  record RowSum(
      int position,
      String source,
      String item,
      @Nullable String facility,
      YearMonth month,
      String exact,
      String unit) {}
}
