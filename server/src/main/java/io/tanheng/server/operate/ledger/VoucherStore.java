package io.tanheng.server.operate.ledger;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.vault.Voucher;
import io.tanheng.server.foundation.wire.SqlTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which vouchers prove which lines, in `ledger.voucher`.
@Repository
class VoucherStore {
  private final JdbcClient jdbc;

  VoucherStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Attaching the same file again changes nothing.
  void attach(CallContext call, LineId line, Voucher voucher) {
    jdbc.sql(
            """
            insert into ledger.voucher
                   (line_id, digest, enterprise_id, file_name, media_type, size_bytes, attached_by,
                    attached_at)
            values (:lineId, :digest, :enterpriseId, :fileName, :mediaType, :sizeBytes, :account,
                    :at)
                on conflict (line_id, digest) do nothing
            """)
        .param("lineId", line.value())
        .param("digest", voucher.digest().hex())
        .param("enterpriseId", call.enterprise().value())
        .param("fileName", voucher.name())
        .param("mediaType", voucher.type().mediaType())
        .param("sizeBytes", voucher.size())
        .param("account", call.account().value())
        .param("at", SqlTime.of(call.time()))
        .update();
  }

  List<LineVoucher> list(EnterpriseId enterprise, LineId line) {
    return jdbc.sql(
            """
            select digest, file_name, media_type, size_bytes, attached_at
              from ledger.voucher
             where enterprise_id = :enterpriseId
               and line_id       = :lineId
             order by attached_at, digest
            """)
        .param("enterpriseId", enterprise.value())
        .param("lineId", line.value())
        .query((row, _) ->
            new LineVoucher(
                row.getString("digest"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size_bytes"),
                SqlTime.require(row, "attached_at")))
        .list();
  }
}
