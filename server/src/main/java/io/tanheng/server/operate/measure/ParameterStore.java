package io.tanheng.server.operate.measure;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.wire.SqlTime;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Parameters in `measure.parameter`; what a row was before a change is kept in
/// `measure.parameter_past`.
@Repository
class ParameterStore {
  private static final String COLUMNS =
      """
      select parameter_id, sheet, labels, name, name_en, unit_id, unit, unit_as_written, kind,
             sign_rule, obtained_by, responsible, valid_from, valid_to, position, version
        from measure.parameter
       where enterprise_id = :enterpriseId
      """;

  private final JdbcClient jdbc;

  ParameterStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Parameter> list(EnterpriseId enterprise) {
    return jdbc.sql(COLUMNS + " order by position, parameter_id")
        .param("enterpriseId", enterprise.value())
        .query(ParameterStore::toParameter)
        .list();
  }

  Optional<Parameter> find(EnterpriseId enterprise, ParameterId id) {
    return jdbc.sql(COLUMNS + " and parameter_id = :parameterId")
        .param("enterpriseId", enterprise.value())
        .param("parameterId", id.value())
        .query(ParameterStore::toParameter)
        .optional();
  }

  /// The next free place in the plan.
  int nextPosition(EnterpriseId enterprise) {
    return jdbc.sql(
            """
            select coalesce(max(position), 0) + 1
              from measure.parameter
             where enterprise_id = :enterpriseId
            """)
        .param("enterpriseId", enterprise.value())
        .query(Integer.class)
        .single();
  }

  /// False when a parameter with the same sheet and labels is already watched.
  boolean insert(CallContext call, Parameter parameter) {
    return bind(
                jdbc.sql(
                    """
                    insert into measure.parameter
                           (parameter_id, enterprise_id, sheet, labels, match_key, name, name_en,
                            unit_id, unit, unit_as_written, kind, sign_rule, obtained_by, responsible, valid_from,
                            valid_to, position, version, changed_by, changed_at)
                    values (:parameterId, :enterpriseId, :sheet, :labels::text[], :key, :name, :nameEn,
                            :unitId, :unit, :unitAsWritten, :kind, :signRule, :obtainedBy, :responsible,
                            :validFrom, :validTo, :position, :version, :account, :at)
                        on conflict (enterprise_id, match_key) where valid_to is null do nothing
                    """),
                call,
                parameter)
            .update()
        == 1;
  }

  /// Keeps the present row as it was.
  void keepPast(CallContext call, ParameterId id) {
    jdbc.sql(
            """
            insert into measure.parameter_past
                   (parameter_id, enterprise_id, version, was, ended_by, ended_at, reason)
            select parameter_id, enterprise_id, version, to_jsonb(p), :account, :at, :reason
              from measure.parameter p
             where enterprise_id = :enterpriseId
               and parameter_id  = :parameterId
            """)
        .param("account", call.account().value())
        .param("at", SqlTime.of(call.time()))
        .param("reason", call.why())
        .param("enterpriseId", call.enterprise().value())
        .param("parameterId", id.value())
        .update();
  }

  /// False when the row is not at the version before the given one any more.
  boolean update(CallContext call, Parameter parameter) {
    return bind(
                jdbc.sql(
                    """
                    update measure.parameter
                       set sheet = :sheet, labels = :labels::text[], match_key = :key, name = :name,
                           name_en = :nameEn, unit_id = :unitId, unit = :unit, unit_as_written = :unitAsWritten,
                           kind = :kind, sign_rule = :signRule, obtained_by = :obtainedBy,
                           responsible = :responsible, valid_from = :validFrom, valid_to = :validTo,
                           version = :version, changed_by = :account, changed_at = :at
                     where enterprise_id = :enterpriseId
                       and parameter_id  = :parameterId
                       and version       = :version - 1
                    """),
                call,
                parameter)
            .update()
        == 1;
  }

  /// Everything a row holds.
  private static StatementSpec bind(
      StatementSpec statement, CallContext call, Parameter parameter) {
    return statement
        .param("parameterId", parameter.id().value())
        .param("enterpriseId", call.enterprise().value())
        .param("sheet", parameter.sheet())
        .param("labels", parameter.labels().toArray(String[]::new))
        .param("key", parameter.key())
        .param("name", parameter.name().zh())
        .param("nameEn", parameter.name().en())
        .param("unitId", parameter.unitId())
        .param("unit", parameter.unit())
        .param("unitAsWritten", parameter.unitAsWritten())
        .param("kind", parameter.kind().name())
        .param("signRule", parameter.signRule().name())
        .param("obtainedBy", parameter.obtainedBy().name())
        .param("responsible", parameter.responsible())
        .param("validFrom", parameter.validFrom())
        .param("validTo", parameter.validTo())
        .param("position", parameter.position())
        .param("version", parameter.version())
        .param("account", call.account().value())
        .param("at", SqlTime.of(call.time()));
  }

  private static Parameter toParameter(ResultSet row, int number) throws SQLException {
    Array labels = row.getArray("labels");
    return new Parameter(
        new ParameterId(row.getObject("parameter_id", UUID.class)),
        row.getString("sheet"),
        List.of((String[]) labels.getArray()),
        new ParameterName(row.getString("name"), row.getString("name_en")),
        row.getObject("unit_id", UUID.class),
        row.getString("unit"),
        row.getString("unit_as_written"),
        ParameterKind.valueOf(row.getString("kind")),
        SignRule.valueOf(row.getString("sign_rule")),
        ObtainedBy.valueOf(row.getString("obtained_by")),
        row.getString("responsible"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getInt("position"),
        row.getInt("version"));
  }
}
