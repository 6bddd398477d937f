package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.wire.SqlTime;
import io.tanheng.server.operate.crosscheck.Match.ItemKey;
import io.tanheng.server.operate.measure.ParameterId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Matches and tolerances; a change is a new version.
@Repository
class MatchStore {
  private final JdbcClient jdbc;

  MatchStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The present version of every match.
  List<Match> list(EnterpriseId enterprise) {
    return jdbc.sql(
            """
            select distinct on (match_id)
                   match_id, version, direction, item, metering_point, parameter_ids, not_compared,
                   tolerance_percent, confirmed_by, confirmed_at
              from crosscheck.match_version
             where enterprise_id = :enterpriseId
             order by match_id, version desc
            """)
        .param("enterpriseId", enterprise.value())
        .query(MatchStore::toMatch)
        .list();
  }

  /// False when somebody else wrote this version.
  boolean insert(CallContext call, Match match) {
    return jdbc.sql(
                """
                insert into crosscheck.match_version
                       (match_id, version, enterprise_id, direction, item, metering_point,
                        parameter_ids, not_compared, tolerance_percent, confirmed_by, confirmed_at)
                values (:matchId, :version, :enterpriseId, :direction, :item, :meteringPoint,
                        :parameters::uuid[], :notCompared, :tolerance, :account, :at)
                    on conflict do nothing
                """)
            .param("matchId", match.id().value())
            .param("version", match.version())
            .param("enterpriseId", call.enterprise().value())
            .param("direction", match.key().direction().name())
            .param("item", match.key().item())
            .param("meteringPoint", match.key().meteringPoint())
            .param(
                "parameters",
                match.parameters().stream().map(ParameterId::toString).toArray(String[]::new))
            .param("notCompared", match.notCompared())
            .param("tolerance", match.tolerancePercent())
            .param("account", match.confirmedBy().value())
            .param("at", SqlTime.of(match.confirmedAt()))
            .update()
        == 1;
  }

  /// The present choice of tolerances.
  List<Tolerances.Chosen> tolerances(EnterpriseId enterprise) {
    return jdbc.sql(
            """
            select distinct on (subject)
                   subject, version, percent, reason, changed_by, changed_at
              from crosscheck.tolerance_version
             where enterprise_id = :enterpriseId
             order by subject, version desc
            """)
        .param("enterpriseId", enterprise.value())
        .query(MatchStore::toTolerance)
        .list();
  }

  boolean insertTolerance(CallContext call, Tolerances.Chosen chosen) {
    return jdbc.sql(
                """
                insert into crosscheck.tolerance_version
                       (enterprise_id, subject, version, percent, reason, changed_by, changed_at)
                values (:enterpriseId, :subject, :version, :percent, :reason, :account, :at)
                    on conflict do nothing
                """)
            .param("enterpriseId", call.enterprise().value())
            .param("subject", chosen.subject())
            .param("version", chosen.version())
            .param("percent", chosen.percent())
            .param("reason", chosen.reason())
            .param("account", chosen.by().value())
            .param("at", SqlTime.of(chosen.at()))
            .update()
        == 1;
  }

  private static Tolerances.Chosen toTolerance(ResultSet row, int number) throws SQLException {
    return new Tolerances.Chosen(
        row.getString("subject"),
        row.getInt("version"),
        row.getBigDecimal("percent"),
        row.getString("reason"),
        new AccountId(row.getObject("changed_by", UUID.class)),
        SqlTime.require(row, "changed_at"));
  }

  private static Match toMatch(ResultSet row, int number) throws SQLException {
    BigDecimal tolerance = row.getBigDecimal("tolerance_percent");
    return new Match(
        new MatchId(row.getObject("match_id", UUID.class)),
        new ItemKey(
            Direction.valueOf(row.getString("direction")),
            row.getString("item"),
            row.getString("metering_point")),
        Arrays.stream((UUID[]) row.getArray("parameter_ids").getArray())
            .map(ParameterId::new)
            .toList(),
        row.getString("not_compared"),
        tolerance,
        row.getInt("version"),
        new AccountId(row.getObject("confirmed_by", UUID.class)),
        SqlTime.require(row, "confirmed_at"));
  }
}
