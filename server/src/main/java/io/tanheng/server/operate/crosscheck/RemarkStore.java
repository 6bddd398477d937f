package io.tanheng.server.operate.crosscheck;

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

/// Remarks in the order they were made.
@Repository
class RemarkStore {
  private final JdbcClient jdbc;

  RemarkStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(CallContext call, Remark remark) {
    jdbc.sql(
            """
            insert into crosscheck.remark
                   (remark_id, enterprise_id, subject_id, figures, act, words, said_by, said_at)
            values (:remarkId, :enterpriseId, :subjectId, :figures, :act, :words, :account, :at)
            """)
        .param("remarkId", remark.id())
        .param("enterpriseId", call.enterprise().value())
        .param("subjectId", remark.subject().value())
        .param("figures", remark.figures())
        .param("act", remark.act().name())
        .param("words", remark.words())
        .param("account", remark.by().value())
        .param("at", SqlTime.of(remark.at()))
        .update();
  }

  List<Remark> list(EnterpriseId enterprise) {
    return jdbc.sql(
            """
            select remark_id, subject_id, figures, act, words, said_by, said_at
              from crosscheck.remark
             where enterprise_id = :enterpriseId
             order by said_at, remark_id
            """)
        .param("enterpriseId", enterprise.value())
        .query(RemarkStore::toRemark)
        .list();
  }

  private static Remark toRemark(ResultSet row, int number) throws SQLException {
    return new Remark(
        row.getObject("remark_id", UUID.class),
        new SubjectId(row.getObject("subject_id", UUID.class)),
        row.getString("figures"),
        Remark.Act.valueOf(row.getString("act")),
        row.getString("words"),
        new AccountId(row.getObject("said_by", UUID.class)),
        SqlTime.require(row, "said_at"));
  }
}
