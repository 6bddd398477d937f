package io.tanheng.server.operate.ledger;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.wire.SqlTime;
import io.tanheng.server.operate.measure.ParameterId;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Ledger lines in `ledger.line` and everything ever recorded in `ledger.line_version`.
@Repository
class LineStore {
  private static final String COLUMNS =
      """
      select l.line_id, l.parameter_id, l.month, l.slot, v.version, v.state, v.value, v.unit,
             v.written_value, v.as_written, v.unit_as_written, v.origin, v.import_id, v.file_name,
             v.file_digest, v.sheet, v.cell, v.warnings, v.reason, v.recorded_by, v.recorded_at,
             array(select d.digest
                     from ledger.voucher d
                    where d.line_id = l.line_id
                    order by d.attached_at, d.digest) as vouchers
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  LineStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// The present versions of the lines in a range of months, both ends included.
  List<LedgerLine> list(EnterpriseId enterprise, YearMonth from, YearMonth to) {
    return jdbc.sql(
            COLUMNS
                + """
                  from ledger.line l
                  join ledger.line_version v
                    on v.line_id = l.line_id
                   and v.version = l.version
                 where l.enterprise_id = :enterpriseId
                   and l.month between :from and :to
                 order by l.parameter_id, l.month, l.slot desc
                """)
        .param("enterpriseId", enterprise.value())
        .param("from", from.atDay(1))
        .param("to", to.atDay(1))
        .query(this::toLine)
        .list();
  }

  List<LedgerLine> listByIds(EnterpriseId enterprise, Collection<LineId> ids) {
    return jdbc.sql(
            COLUMNS
                + """
                  from unnest(:ids::uuid[]) as wanted (line_id)
                  join ledger.line l
                    on l.line_id = wanted.line_id
                  join ledger.line_version v
                    on v.line_id = l.line_id
                   and v.version = l.version
                 where l.enterprise_id = :enterpriseId
                 order by l.parameter_id, l.month, l.slot desc
                """)
        .param("ids", uuids(ids, LineId::value))
        .param("enterpriseId", enterprise.value())
        .query(this::toLine)
        .list();
  }

  /// All versions of a line, newest first.
  List<LedgerLine> history(EnterpriseId enterprise, LineId id) {
    return jdbc.sql(
            COLUMNS
                + """
                  from ledger.line l
                  join ledger.line_version v
                    on v.line_id = l.line_id
                 where l.enterprise_id = :enterpriseId
                   and l.line_id       = :lineId
                 order by v.version desc
                """)
        .param("enterpriseId", enterprise.value())
        .param("lineId", id.value())
        .query(this::toLine)
        .list();
  }

  /// A line's id and version, held against other changes until the transaction ends.
  record Head(LineId id, LineKey key, int version) {}

  List<Head> lockByKeys(EnterpriseId enterprise, List<LineKey> keys) {
    return jdbc.sql(
            """
            select l.line_id, l.parameter_id, l.month, l.slot, l.version
              from unnest(:parameterIds::uuid[], :months::date[], :slots::text[])
                   as wanted (parameter_id, month, slot)
              join ledger.line l
                on l.parameter_id = wanted.parameter_id
               and l.month        = wanted.month
               and l.slot         = wanted.slot
             where l.enterprise_id = :enterpriseId
             order by l.line_id
               for update of l
            """)
        .param("parameterIds", uuids(keys, key -> key.parameterId().value()))
        .param(
            "months",
            keys.stream().map(key -> key.month().atDay(1).toString()).toArray(String[]::new))
        .param("slots", keys.stream().map(key -> key.slot().name()).toArray(String[]::new))
        .param("enterpriseId", enterprise.value())
        .query(LineStore::toHead)
        .list();
  }

  List<Head> lockByIds(EnterpriseId enterprise, Collection<LineId> ids) {
    return jdbc.sql(
            """
            select l.line_id, l.parameter_id, l.month, l.slot, l.version
              from unnest(:ids::uuid[]) as wanted (line_id)
              join ledger.line l
                on l.line_id = wanted.line_id
             where l.enterprise_id = :enterpriseId
             order by l.line_id
               for update of l
            """)
        .param("ids", uuids(ids, LineId::value))
        .param("enterpriseId", enterprise.value())
        .query(LineStore::toHead)
        .list();
  }

  /// How many of the new lines were added; one less for each that somebody else added meanwhile.
  int insertHeads(EnterpriseId enterprise, List<Head> heads) {
    return jdbc.sql(
            """
            insert into ledger.line (line_id, enterprise_id, parameter_id, month, slot, version)
            select line_id, :enterpriseId, parameter_id, month, slot, 1
              from unnest(:ids::uuid[], :parameterIds::uuid[], :months::date[], :slots::text[])
                   as added (line_id, parameter_id, month, slot)
                on conflict (enterprise_id, parameter_id, month, slot) do nothing
            """)
        .param("enterpriseId", enterprise.value())
        .param("ids", uuids(heads, head -> head.id().value()))
        .param("parameterIds", uuids(heads, head -> head.key().parameterId().value()))
        .param(
            "months",
            heads.stream()
                .map(head -> head.key().month().atDay(1).toString())
                .toArray(String[]::new))
        .param("slots", heads.stream().map(head -> head.key().slot().name()).toArray(String[]::new))
        .update();
  }

  /// Moves lines one version on; how many were still at the given one.
  int advance(EnterpriseId enterprise, List<Head> heads) {
    return jdbc.sql(
            """
            update ledger.line l
               set version = l.version + 1
              from unnest(:ids::uuid[], :versions::integer[]) as present (line_id, version)
             where l.enterprise_id = :enterpriseId
               and l.line_id       = present.line_id
               and l.version       = present.version
            """)
        .param("ids", uuids(heads, head -> head.id().value()))
        .param(
            "versions",
            heads.stream().map(head -> Integer.toString(head.version())).toArray(String[]::new))
        .param("enterpriseId", enterprise.value())
        .update();
  }

  /// Adds versions.
  void insertVersions(CallContext call, List<LedgerLine> lines) {
    jdbc.sql(
            """
            insert into ledger.line_version
                   (line_id, version, replaces, enterprise_id, state, value, unit, written_value,
                    as_written, unit_as_written, origin, import_id, file_name, file_digest, sheet,
                    cell, warnings, reason, recorded_by, recorded_at)
            select line_id, version, nullif(version - 1, 0), :enterpriseId, state, value, unit,
                   written_value, as_written, unit_as_written, origin, import_id, file_name,
                   file_digest, sheet, cell, warnings::jsonb, :reason, :account, :at
              from unnest(:ids::uuid[], :versions::integer[], :states::text[], :values::numeric[],
                          :units::text[], :writtenValues::numeric[], :asWritten::text[],
                          :unitsAsWritten::text[], :origins::text[], :importIds::uuid[],
                          :fileNames::text[], :digests::text[], :sheets::text[], :cells::text[],
                          :warnings::text[])
                   as added (line_id, version, state, value, unit, written_value, as_written,
                             unit_as_written, origin, import_id, file_name, file_digest, sheet,
                             cell, warnings)
            """)
        .param("enterpriseId", call.enterprise().value())
        .param("reason", call.why())
        .param("account", call.account().value())
        .param("at", SqlTime.of(call.time()))
        .param("ids", uuids(lines, line -> line.id().value()))
        .param("versions", texts(lines, line -> Integer.toString(line.version())))
        .param("states", texts(lines, line -> line.state().name()))
        .param("values", texts(lines, line -> plain(line.value())))
        .param("units", texts(lines, LedgerLine::unit))
        .param("writtenValues", texts(lines, line -> plain(line.writtenValue())))
        .param("asWritten", texts(lines, LedgerLine::asWritten))
        .param("unitsAsWritten", texts(lines, LedgerLine::unitAsWritten))
        .param("origins", texts(lines, line -> imported(line).isPresent() ? "IMPORT" : "MANUAL"))
        .param(
            "importIds",
            texts(
                lines, line -> imported(line).map(from -> from.importId().toString()).orElse(null)))
        .param(
            "fileNames",
            texts(lines, line -> imported(line).map(LineOrigin.Imported::fileName).orElse(null)))
        .param(
            "digests",
            texts(lines, line -> imported(line).map(LineOrigin.Imported::fileDigest).orElse(null)))
        .param(
            "sheets",
            texts(lines, line -> imported(line).map(LineOrigin.Imported::sheet).orElse(null)))
        .param(
            "cells",
            texts(lines, line -> imported(line).map(LineOrigin.Imported::cell).orElse(null)))
        .param("warnings", texts(lines, line -> json.writeValueAsString(line.warnings())))
        .update();
  }

  private static Optional<LineOrigin.Imported> imported(LedgerLine line) {
    return line.origin() instanceof LineOrigin.Imported from ? Optional.of(from) : Optional.empty();
  }

  private static @Nullable String plain(@Nullable BigDecimal value) {
    return value == null ? null : value.toPlainString();
  }

  private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> text) {
    return rows.stream().map(text).toArray(String[]::new);
  }

  private static <T> UUID[] uuids(Collection<T> rows, Function<T, UUID> id) {
    return rows.stream().map(id).toArray(UUID[]::new);
  }

  private static Head toHead(ResultSet row, int number) throws SQLException {
    return new Head(
        new LineId(row.getObject("line_id", UUID.class)), toKey(row), row.getInt("version"));
  }

  private static LineKey toKey(ResultSet row) throws SQLException {
    return new LineKey(
        new ParameterId(row.getObject("parameter_id", UUID.class)),
        YearMonth.from(row.getObject("month", LocalDate.class)),
        Slot.valueOf(row.getString("slot")));
  }

  private LedgerLine toLine(ResultSet row, int number) throws SQLException {
    Array vouchers = row.getArray("vouchers");
    return new LedgerLine(
        new LineId(row.getObject("line_id", UUID.class)),
        toKey(row),
        row.getInt("version"),
        LineState.valueOf(row.getString("state")),
        row.getBigDecimal("value"),
        row.getString("unit"),
        row.getBigDecimal("written_value"),
        row.getString("as_written"),
        row.getString("unit_as_written"),
        toOrigin(row),
        new AccountId(row.getObject("recorded_by", UUID.class)),
        SqlTime.require(row, "recorded_at"),
        row.getString("reason"),
        json.readValue(row.getString("warnings"), new TypeReference<List<Problem>>() {}),
        List.of((String[]) vouchers.getArray()));
  }

  private static LineOrigin toOrigin(ResultSet row) throws SQLException {
    return row.getString("origin").equals("IMPORT")
        ? new LineOrigin.Imported(
            row.getObject("import_id", UUID.class),
            row.getString("file_name"),
            row.getString("file_digest"),
            row.getString("sheet"),
            row.getString("cell"))
        : new LineOrigin.Manual();
  }
}
