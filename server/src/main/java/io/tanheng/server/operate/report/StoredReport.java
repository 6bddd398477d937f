package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.problem.ProblemResponse;
import io.tanheng.server.operate.report.content.ReportContent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A report as it stands.
///
/// @param revision counts every act on it, so that nobody acts on what has moved on
record StoredReport(
    ReportId id,
    String number,
    ReportKind kind,
    @Nullable String method,
    String period,
    ReportState state,
    int version,
    long revision,
    UUID createdBy,
    Instant createdAt) {

  /// One version without its template.
  record Version(
      int number,
      @Nullable UUID inventory,
      @Nullable UUID template,
      String templateName,
      Map<String, String> entered,
      ReportContent content,
      String digest,
      List<ProblemResponse.Item> findings,
      @Nullable String reason,
      UUID createdBy,
      Instant createdAt) {
    Version {
      entered = Map.copyOf(entered);
      findings = List.copyOf(findings);
    }

    long errors() {
      return findings.stream()
          .filter(finding -> finding.severity() == ProblemResponse.Severity.error)
          .count();
    }
  }

  record Event(
      int version,
      ReportAction action,
      ReportState state,
      @Nullable String words,
      UUID by,
      Instant at) {}

  record Comment(
      UUID id,
      int version,
      String department,
      Verdict verdict,
      @Nullable String place,
      String words,
      UUID by,
      Instant at,
      @Nullable String answer,
      @Nullable UUID answeredBy,
      @Nullable Instant answeredAt) {
    boolean isOpen() {
      return verdict == Verdict.REMARK && answer == null;
    }
  }

  /// What a department says of the report.
  enum Verdict {
    AGREE,
    REMARK
  }

  record Finding(
      UUID id,
      int number,
      int version,
      FindingClass kind,
      @Nullable String place,
      String words,
      UUID by,
      Instant at,
      @Nullable String cause,
      @Nullable String correction,
      @Nullable Integer correctedIn,
      @Nullable UUID correctedBy,
      @Nullable Instant correctedAt,
      @Nullable Conclusion conclusion,
      @Nullable UUID concludedBy,
      @Nullable Instant concludedAt) {}

  /// Classes of the verifier's list of nonconformities (CETS-VG-01.01-V02-2026).
  enum FindingClass {
    BASICS,
    BOUNDARY,
    METHOD,
    DATA,
    QUALITY_ASSURANCE,
    CONTROL_PLAN,
    ON_SITE,
    OTHER
  }

  /// The verifier's conclusion on a correction.
  enum Conclusion {
    CONFORMING,
    NOT_CONFORMING,
    NOT_CORRECTED
  }
}
