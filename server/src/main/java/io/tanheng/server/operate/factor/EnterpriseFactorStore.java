package io.tanheng.server.operate.factor;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.foundation.wire.SqlTime;
import io.tanheng.server.operate.factor.EnterpriseFactor.Content;
import io.tanheng.server.operate.factor.EnterpriseFactor.Kind;
import io.tanheng.server.operate.factor.EnterpriseFactor.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Factors of enterprises in `factor.own_factor`; what one was before a change is kept in
/// `factor.own_factor_past`.
@Repository
class EnterpriseFactorStore {
  private static final String COLUMNS =
      """
      select factor_id, number, name_zh, name_en, kind, factor_set, method, source, symbol,
             facility_unit_id, value, printed, unit, valid_from, valid_to, laboratory,
             report_number, report_digest, remark, state, version, entered_by, entered_at,
             changed_by, changed_at, retired_reason
        from factor.own_factor
      """;

  private final JdbcClient jdbc;

  EnterpriseFactorStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<EnterpriseFactor> list(EnterpriseId enterprise) {
    return jdbc.sql(
            COLUMNS
                + """
                 where enterprise_id = :enterpriseId
                 order by number desc
                """)
        .param("enterpriseId", enterprise.value())
        .query(EnterpriseFactorStore::toFactor)
        .list();
  }

  Optional<EnterpriseFactor> find(EnterpriseId enterprise, EnterpriseFactorId id) {
    return jdbc.sql(
            COLUMNS
                + """
                 where enterprise_id = :enterpriseId
                   and factor_id     = :id
                """)
        .param("enterpriseId", enterprise.value())
        .param("id", id.value())
        .query(EnterpriseFactorStore::toFactor)
        .optional();
  }

  /// The next number of the enterprise; holds back other entries of it until the transaction ends.
  int nextNumber(EnterpriseId enterprise) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('factor:' || :enterpriseId, 0))")
        .param("enterpriseId", enterprise.toString())
        .query((_, _) -> true)
        .single();
    return jdbc.sql(
            """
            select coalesce(max(number), 0) + 1
              from factor.own_factor
             where enterprise_id = :enterpriseId
            """)
        .param("enterpriseId", enterprise.value())
        .query(Integer.class)
        .single();
  }

  void insert(CallContext call, EnterpriseFactorId id, int number, Content content) {
    bind(
            jdbc.sql(
                """
                insert into factor.own_factor
                       (factor_id, enterprise_id, number, name_zh, name_en, kind, factor_set,
                        method, source, symbol, facility_unit_id, value, printed, unit, valid_from,
                        valid_to, laboratory, report_number, report_digest, remark, state, version,
                        entered_by, entered_at, changed_by, changed_at)
                values (:id, :enterpriseId, :number, :zh, :en, :kind, :factorSet, :method, :source,
                        :symbol, :facility::uuid, :value, :printed, :unit, :validFrom, :validTo,
                        :laboratory, :reportNumber, :reportDigest, :remark, 'DRAFT', 1, :account,
                        :at, :account, :at)
                """),
            call,
            id,
            content)
        .param("number", number)
        .update();
  }

  void keepPast(CallContext call, EnterpriseFactorId id) {
    jdbc.sql(
            """
            insert into factor.own_factor_past
                   (factor_id, enterprise_id, version, was, ended_by, ended_at, reason)
            select factor_id, enterprise_id, version, to_jsonb(f), :account, :at, :reason
              from factor.own_factor f
             where enterprise_id = :enterpriseId
               and factor_id     = :id
            """)
        .param("account", call.account().value())
        .param("at", SqlTime.of(call.time()))
        .param("reason", call.why())
        .param("enterpriseId", call.enterprise().value())
        .param("id", id.value())
        .update();
  }

  /// Back to a draft with other content; false when it is not at the version any more.
  boolean update(CallContext call, EnterpriseFactorId id, Content content, long version) {
    return bind(
                jdbc.sql(
                    """
                    update factor.own_factor
                       set name_zh = :zh, name_en = :en, kind = :kind, factor_set = :factorSet,
                           method = :method, source = :source, symbol = :symbol,
                           facility_unit_id = :facility::uuid, value = :value, printed = :printed,
                           unit = :unit, valid_from = :validFrom, valid_to = :validTo,
                           laboratory = :laboratory, report_number = :reportNumber,
                           report_digest = :reportDigest, remark = :remark, state = 'DRAFT',
                           version = version + 1, changed_by = :account, changed_at = :at
                     where enterprise_id = :enterpriseId
                       and factor_id     = :id
                       and version       = :version
                    """),
                call,
                id,
                content)
            .param("version", version)
            .update()
        == 1;
  }

  void move(EnterpriseId enterprise, EnterpriseFactorId id, State state) {
    jdbc.sql(
            """
            update factor.own_factor
               set state = :state
             where enterprise_id = :enterpriseId
               and factor_id     = :id
            """)
        .param("state", state.name())
        .param("enterpriseId", enterprise.value())
        .param("id", id.value())
        .update();
  }

  /// False when it is not at the version any more.
  boolean retire(CallContext call, EnterpriseFactorId id, long version) {
    return jdbc.sql(
                """
                update factor.own_factor
                   set state = 'RETIRED', retired_reason = :reason, version = version + 1,
                       changed_by = :account, changed_at = :at
                 where enterprise_id = :enterpriseId
                   and factor_id     = :id
                   and version       = :version
                """)
            .param("reason", call.why())
            .param("account", call.account().value())
            .param("at", SqlTime.of(call.time()))
            .param("enterpriseId", call.enterprise().value())
            .param("id", id.value())
            .param("version", version)
            .update()
        == 1;
  }

  private static StatementSpec bind(
      StatementSpec statement, CallContext call, EnterpriseFactorId id, Content content) {
    return statement
        .param("id", id.value())
        .param("enterpriseId", call.enterprise().value())
        .param("zh", content.name().zh())
        .param("en", content.name().en())
        .param("kind", content.kind().name())
        .param("factorSet", content.factorSet())
        .param("method", content.method())
        .param("source", content.source())
        .param("symbol", content.symbol())
        .param("facility", content.facilityUnitId())
        .param("value", content.value())
        .param("printed", content.printed())
        .param("unit", content.unit())
        .param("validFrom", content.validFrom())
        .param("validTo", content.validTo())
        .param("laboratory", content.laboratory())
        .param("reportNumber", content.reportNumber())
        .param("reportDigest", content.reportDigest())
        .param("remark", content.remark())
        .param("account", call.account().value())
        .param("at", SqlTime.of(call.time()));
  }

  private static EnterpriseFactor toFactor(ResultSet row, int number) throws SQLException {
    @Nullable UUID facility = row.getObject("facility_unit_id", UUID.class);
    Content content =
        new Content(
            new Text(row.getString("name_zh"), row.getString("name_en")),
            Kind.valueOf(row.getString("kind")),
            row.getString("factor_set"),
            row.getString("method"),
            row.getString("source"),
            row.getString("symbol"),
            facility,
            row.getBigDecimal("value"),
            row.getString("printed"),
            row.getString("unit"),
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_to", LocalDate.class),
            row.getString("laboratory"),
            row.getString("report_number"),
            row.getString("report_digest"),
            row.getString("remark"));
    return new EnterpriseFactor(
        new EnterpriseFactorId(row.getObject("factor_id", UUID.class)),
        row.getInt("number"),
        content,
        State.valueOf(row.getString("state")),
        row.getInt("version"),
        new AccountId(row.getObject("entered_by", UUID.class)),
        SqlTime.require(row, "entered_at"),
        new AccountId(row.getObject("changed_by", UUID.class)),
        SqlTime.require(row, "changed_at"),
        row.getString("retired_reason"));
  }
}
