package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.problem.ProblemResponse;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.report.StoredReport.Conclusion;
import io.tanheng.server.operate.report.StoredReport.FindingClass;
import io.tanheng.server.operate.report.StoredReport.Verdict;
import io.tanheng.server.operate.report.content.ReportContent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A report as the API writes it: where it stands, one of its versions, and what was said and done.
record ReportResponse(
    ReportHead head,
    ReportVersionResponse shown,
    List<ReportVersionHead> versions,
    List<ReportEventResponse> events,
    List<ReportComment> comments,
    List<ReportFinding> findings,
    List<ReportArchiveResponse> archives,
    String traceLink,
    boolean canPdf) {

  record ReportPerson(UUID id, String name) {}

  record ReportHead(
      UUID id,
      String number,
      ReportKind kind,
      @Nullable String method,
      String period,
      Text title,
      ReportState state,
      int version,
      long revision,
      @Nullable ReportTotal total,
      int errors,
      int warnings,
      ReportPerson createdBy,
      Instant createdAt) {}

  record ReportTotal(String value, String unit) {}

  record ReportVersionHead(
      int version,
      String digest,
      @Nullable String reason,
      ReportPerson createdBy,
      Instant createdAt) {}

  record ReportVersionResponse(
      int version,
      @Nullable UUID inventory,
      @Nullable UUID template,
      String templateName,
      Map<String, String> entered,
      String digest,
      List<ProblemResponse.Item> findings,
      ReportContent content) {}

  record ReportEventResponse(
      int version,
      ReportAction action,
      ReportState state,
      @Nullable String words,
      ReportPerson by,
      Instant at) {}

  record ReportComment(
      UUID id,
      int version,
      String department,
      Verdict verdict,
      @Nullable String place,
      String words,
      ReportPerson by,
      Instant at,
      @Nullable String answer,
      @Nullable ReportPerson answeredBy,
      @Nullable Instant answeredAt) {}

  record ReportFinding(
      UUID id,
      int number,
      int version,
      FindingClass kind,
      @Nullable String place,
      String words,
      ReportPerson by,
      Instant at,
      @Nullable String cause,
      @Nullable String correction,
      @Nullable Integer correctedIn,
      @Nullable ReportPerson correctedBy,
      @Nullable Instant correctedAt,
      @Nullable Conclusion conclusion,
      @Nullable ReportPerson concludedBy,
      @Nullable Instant concludedAt) {}

  record ReportArchiveResponse(
      UUID id,
      int version,
      String keyId,
      long size,
      String sealedDigest,
      List<ReportArchives.Entry> contents,
      ReportPerson createdBy,
      Instant createdAt,
      @Nullable ReportPerson restoredBy,
      @Nullable Instant restoredAt) {}
}
