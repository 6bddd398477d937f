package io.tanheng.server.foundation.vault;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.wire.SqlTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which files an enterprise has. One file may belong to several enterprises; each sees its own row
/// only.
@Repository
class VaultStore {
  private final JdbcClient jdbc;

  VaultStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A file that is there already stays as it is.
  void insert(EnterpriseId enterprise, Voucher voucher) {
    jdbc.sql(
            """
            insert into vault.voucher
                   (enterprise_id, digest, name, file_type, size_bytes, stored_by, stored_at)
            values (:enterprise, :digest, :name, :type, :size, :by, :at)
                on conflict (enterprise_id, digest) do nothing
            """)
        .param("enterprise", enterprise.value())
        .param("digest", voucher.digest().hex())
        .param("name", voucher.name())
        .param("type", voucher.type().name())
        .param("size", voucher.size())
        .param("by", voucher.storedBy().value())
        .param("at", SqlTime.of(voucher.storedAt()))
        .update();
  }

  List<Voucher> list(EnterpriseId enterprise, Collection<Digest> digests) {
    return jdbc.sql(
            """
            select digest, name, file_type, size_bytes, stored_by, stored_at
              from vault.voucher
             where enterprise_id = :enterprise
               and digest = any (:digests)
             order by stored_at, digest
            """)
        .param("enterprise", enterprise.value())
        .param("digests", digests.stream().map(Digest::hex).toArray(String[]::new))
        .query((row, _) ->
            new Voucher(
                new Digest(row.getString("digest")),
                row.getString("name"),
                FileType.valueOf(row.getString("file_type")),
                row.getLong("size_bytes"),
                new AccountId(row.getObject("stored_by", UUID.class)),
                SqlTime.require(row, "stored_at")))
        .list();
  }
}
