package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.wire.SqlTime;
import io.tanheng.server.operate.report.ReportArchives.Archive;
import io.tanheng.server.operate.report.ReportArchives.Entry;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Sealed archives.
@Repository
class ArchiveStore {
  private static final TypeReference<List<Entry>> CONTENTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ArchiveStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(EnterpriseId enterprise, ReportId report, Archive archive, byte[] sealed) {
    jdbc.sql(
            """
            insert into report.archive
                   (archive_id, report_id, enterprise_id, version, key_id, sealed, plain_digest,
                    sealed_digest, contents, created_by, created_at)
            values (:id, :reportId, :enterpriseId, :version, :keyId, :sealed, :plainDigest,
                    :sealedDigest, :contents::jsonb, :by, :at)
            """)
        .param("id", archive.id())
        .param("reportId", report.value())
        .param("enterpriseId", enterprise.value())
        .param("version", archive.version())
        .param("keyId", archive.keyId())
        .param("sealed", sealed)
        .param("plainDigest", archive.plainDigest())
        .param("sealedDigest", archive.sealedDigest())
        .param("contents", json.writeValueAsString(archive.contents()))
        .param("by", archive.createdBy())
        .param("at", SqlTime.of(archive.createdAt()))
        .update();
  }

  List<Archive> list(EnterpriseId enterprise, ReportId report) {
    return jdbc.sql(
            """
            select archive_id, version, key_id, length(sealed) as size, plain_digest, sealed_digest,
                   contents, created_by, created_at, restored_by, restored_at
              from report.archive
             where enterprise_id = :enterpriseId
               and report_id     = :reportId
             order by created_at
            """)
        .param("enterpriseId", enterprise.value())
        .param("reportId", report.value())
        .query((row, number) ->
            new Archive(
                row.getObject("archive_id", UUID.class),
                row.getInt("version"),
                row.getString("key_id"),
                row.getLong("size"),
                row.getString("plain_digest"),
                row.getString("sealed_digest"),
                json.readValue(row.getString("contents"), CONTENTS),
                row.getObject("created_by", UUID.class),
                SqlTime.require(row, "created_at"),
                row.getObject("restored_by", UUID.class),
                SqlTime.find(row, "restored_at").orElse(null)))
        .list();
  }

  byte[] sealed(EnterpriseId enterprise, ReportId report, UUID archive) {
    return jdbc.sql(
            """
            select sealed
              from report.archive
             where enterprise_id = :enterpriseId
               and report_id     = :reportId
               and archive_id    = :id
            """)
        .param("enterpriseId", enterprise.value())
        .param("reportId", report.value())
        .param("id", archive)
        .query((row, number) -> row.getBytes("sealed"))
        .single();
  }

  void restored(CallContext call, ReportId report, UUID archive) {
    jdbc.sql(
            """
            update report.archive
               set restored_by = :by, restored_at = :at
             where enterprise_id = :enterpriseId
               and report_id     = :reportId
               and archive_id    = :id
            """)
        .param("enterpriseId", call.enterprise().value())
        .param("reportId", report.value())
        .param("id", archive)
        .param("by", call.account().value())
        .param("at", SqlTime.of(call.time()))
        .update();
  }
}
