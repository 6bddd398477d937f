package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.wire.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Delegations in `approval.delegation`.
@Repository
class DelegationStore {
  private final JdbcClient jdbc;

  DelegationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// All of an enterprise, the newest first.
  List<Delegation> list(EnterpriseId enterprise) {
    return jdbc.sql(
            """
            select delegation_id, from_account, to_account, subject_type, valid_from, valid_to,
                   reason, made_at, revoked_at, revoked_by
              from approval.delegation
             where enterprise_id = :enterpriseId
             order by delegation_id desc
            """)
        .param("enterpriseId", enterprise.value())
        .query(DelegationStore::toDelegation)
        .list();
  }

  /// Those a person may use or could have used.
  List<Delegation> listTo(EnterpriseId enterprise, AccountId to) {
    return jdbc.sql(
            """
            select delegation_id, from_account, to_account, subject_type, valid_from, valid_to,
                   reason, made_at, revoked_at, revoked_by
              from approval.delegation
             where enterprise_id = :enterpriseId
               and to_account    = :to
             order by delegation_id
            """)
        .param("enterpriseId", enterprise.value())
        .param("to", to.value())
        .query(DelegationStore::toDelegation)
        .list();
  }

  void insert(EnterpriseId enterprise, Delegation delegation) {
    jdbc.sql(
            """
            insert into approval.delegation
                   (delegation_id, enterprise_id, from_account, to_account, subject_type,
                    valid_from, valid_to, reason, made_at)
            values (:id, :enterpriseId, :from, :to, :subject, :validFrom, :validTo, :reason,
                    :madeAt)
            """)
        .param("id", delegation.id().value())
        .param("enterpriseId", enterprise.value())
        .param("from", delegation.from().value())
        .param("to", delegation.to().value())
        .param("subject", delegation.subjectType())
        .param("validFrom", SqlTime.of(delegation.validFrom()))
        .param("validTo", SqlTime.of(delegation.validTo()))
        .param("reason", delegation.reason())
        .param("madeAt", SqlTime.of(delegation.madeAt()))
        .update();
  }

  /// Ends one of the caller's own; false when there is none that is not ended.
  boolean revoke(CallContext call, DelegationId id) {
    return jdbc.sql(
                """
                update approval.delegation
                   set revoked_at = :at, revoked_by = :account
                 where enterprise_id = :enterpriseId
                   and delegation_id = :id
                   and from_account  = :account
                   and revoked_at is null
                """)
            .param("at", SqlTime.of(call.time()))
            .param("account", call.account().value())
            .param("enterpriseId", call.enterprise().value())
            .param("id", id.value())
            .update()
        == 1;
  }

  private static Delegation toDelegation(ResultSet row, int number) throws SQLException {
    UUID revokedBy = row.getObject("revoked_by", UUID.class);
    return new Delegation(
        new DelegationId(row.getObject("delegation_id", UUID.class)),
        new AccountId(row.getObject("from_account", UUID.class)),
        new AccountId(row.getObject("to_account", UUID.class)),
        row.getString("subject_type"),
        SqlTime.require(row, "valid_from"),
        SqlTime.require(row, "valid_to"),
        row.getString("reason"),
        SqlTime.require(row, "made_at"),
        SqlTime.find(row, "revoked_at").orElse(null),
        revokedBy == null ? null : new AccountId(revokedBy));
  }
}
