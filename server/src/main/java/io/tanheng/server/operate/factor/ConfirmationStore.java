package io.tanheng.server.operate.factor;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.wire.SqlTime;
import io.tanheng.server.operate.factor.Confirmation.Revocation;
import io.tanheng.server.operate.inventory.FactorRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Confirmations in `factor.confirmation`; a revoked one stays.
@Repository
class ConfirmationStore {
  private final JdbcClient jdbc;

  ConfirmationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// All of an enterprise, the newest first.
  List<Confirmation> list(EnterpriseId enterprise) {
    return jdbc.sql(
            """
            select confirmation_id, factor_table, factor_row, factor_column, printed, unit, edition,
                   page, remark, scan_digest, confirmed_by, confirmed_at, revoked_by, revoked_at,
                   revoked_reason
              from factor.confirmation
             where enterprise_id = :enterpriseId
             order by confirmation_id desc
            """)
        .param("enterpriseId", enterprise.value())
        .query(ConfirmationStore::toConfirmation)
        .list();
  }

  /// False when one holds for the factor already.
  boolean insert(EnterpriseId enterprise, Confirmation confirmation) {
    return jdbc.sql(
                """
                insert into factor.confirmation
                       (confirmation_id, enterprise_id, factor_table, factor_row, factor_column,
                        printed, unit, edition, page, remark, scan_digest, confirmed_by,
                        confirmed_at)
                values (:id, :enterpriseId, :table, :row, :column, :printed, :unit, :edition,
                        :page, :remark, :scan, :by, :at)
                    on conflict do nothing
                """)
            .param("id", confirmation.id().value())
            .param("enterpriseId", enterprise.value())
            .param("table", confirmation.factor().table())
            .param("row", confirmation.factor().row())
            .param("column", confirmation.factor().column())
            .param("printed", confirmation.printed())
            .param("unit", confirmation.unit())
            .param("edition", confirmation.edition())
            .param("page", confirmation.page())
            .param("remark", confirmation.remark())
            .param("scan", confirmation.scanDigest())
            .param("by", confirmation.by().value())
            .param("at", SqlTime.of(confirmation.at()))
            .update()
        == 1;
  }

  /// False when there is none that holds.
  boolean revoke(CallContext call, ConfirmationId id) {
    return jdbc.sql(
                """
                update factor.confirmation
                   set revoked_by = :account, revoked_at = :at, revoked_reason = :reason
                 where enterprise_id   = :enterpriseId
                   and confirmation_id = :id
                   and revoked_at is null
                """)
            .param("account", call.account().value())
            .param("at", SqlTime.of(call.time()))
            .param("reason", call.why())
            .param("enterpriseId", call.enterprise().value())
            .param("id", id.value())
            .update()
        == 1;
  }

  private static Confirmation toConfirmation(ResultSet row, int number) throws SQLException {
    UUID revokedBy = row.getObject("revoked_by", UUID.class);
    return new Confirmation(
        new ConfirmationId(row.getObject("confirmation_id", UUID.class)),
        new FactorRef(
            row.getString("factor_table"),
            row.getString("factor_row"),
            row.getString("factor_column")),
        row.getString("printed"),
        row.getString("unit"),
        row.getString("edition"),
        row.getString("page"),
        row.getString("remark"),
        row.getString("scan_digest"),
        new AccountId(row.getObject("confirmed_by", UUID.class)),
        SqlTime.require(row, "confirmed_at"),
        revokedBy == null
            ? null
            : new Revocation(
                new AccountId(revokedBy),
                SqlTime.require(row, "revoked_at"),
                row.getString("revoked_reason")));
  }
}
