package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemResponse;
import io.tanheng.server.operate.report.ReportResponse.ReportArchiveResponse;
import io.tanheng.server.operate.report.ReportResponse.ReportComment;
import io.tanheng.server.operate.report.ReportResponse.ReportEventResponse;
import io.tanheng.server.operate.report.ReportResponse.ReportFinding;
import io.tanheng.server.operate.report.ReportResponse.ReportHead;
import io.tanheng.server.operate.report.ReportResponse.ReportPerson;
import io.tanheng.server.operate.report.ReportResponse.ReportTotal;
import io.tanheng.server.operate.report.ReportResponse.ReportVersionHead;
import io.tanheng.server.operate.report.ReportResponse.ReportVersionResponse;
import io.tanheng.server.operate.report.StoredReport.Version;
import io.tanheng.server.operate.report.content.ReportContent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts a report together with the names of the people, for the API.
@Component
class ReportView {
  private final ReportStore store;
  private final Reports reports;
  private final ReportArchives archives;
  private final ReportPapers papers;
  private final Accounts accounts;

  ReportView(
      ReportStore store,
      Reports reports,
      ReportArchives archives,
      ReportPapers papers,
      Accounts accounts) {
    this.store = store;
    this.reports = reports;
    this.archives = archives;
    this.papers = papers;
    this.accounts = accounts;
  }

  List<ReportHead> list(EnterpriseId enterprise, @Nullable String year) {
    List<ReportHead> heads = new ArrayList<>();
    for (StoredReport report : store.list(enterprise, year)) {
      Version version = reports.requireVersion(enterprise, report.id(), report.version());
      heads.add(head(report, version, names(Set.of(report.createdBy()))));
    }
    return heads;
  }

  ReportResponse show(EnterpriseId enterprise, ReportId id, @Nullable Integer version) {
    StoredReport report = reports.require(enterprise, id);
    List<Version> versions = store.listVersions(enterprise, id);
    int number = version == null ? report.version() : version;
    Version shown = reports.requireVersion(enterprise, id, number);
    Version last = reports.requireVersion(enterprise, id, report.version());
    return new Showing(enterprise, report, versions).response(last, shown);
  }

  private Map<AccountId, String> names(Set<UUID> ids) {
    Set<AccountId> accountIds = new HashSet<>();
    ids.forEach(id -> accountIds.add(new AccountId(id)));
    return accounts.names(accountIds);
  }

  private static ReportPerson person(Map<AccountId, String> names, UUID id) {
    return new ReportPerson(id, names.getOrDefault(new AccountId(id), id.toString()));
  }

  private static ReportHead head(
      StoredReport report, Version version, Map<AccountId, String> names) {
    ReportContent content = version.content();
    return new ReportHead(
        report.id().value(),
        report.number(),
        report.kind(),
        report.method(),
        report.period(),
        content.title(),
        report.state(),
        report.version(),
        report.revision(),
        ReportPapers.total(content)
            .map(figure -> new ReportTotal(figure.printed(), figure.unit()))
            .orElse(null),
        (int) version.errors(),
        (int)
            version.findings().stream()
                .filter(finding -> finding.severity() == ProblemResponse.Severity.warning)
                .count(),
        person(names, report.createdBy()),
        report.createdAt());
  }

  /// One report with everything said about it.
  private final class Showing {
    private final EnterpriseId enterprise;
    private final StoredReport report;
    private final List<Version> versions;
    private final List<StoredReport.Event> events;
    private final List<StoredReport.Comment> comments;
    private final List<StoredReport.Finding> findings;
    private final List<ReportArchives.Archive> archived;
    private final Map<AccountId, String> names;

    Showing(EnterpriseId enterprise, StoredReport report, List<Version> versions) {
      this.enterprise = enterprise;
      this.report = report;
      this.versions = versions;
      events = store.listEvents(enterprise, report.id());
      comments = store.listComments(enterprise, report.id());
      findings = store.listFindings(enterprise, report.id());
      archived = archives.list(enterprise, report.id());
      names = names(people());
    }

    private Set<UUID> people() {
      Set<UUID> people = new HashSet<>();
      people.add(report.createdBy());
      versions.forEach(version -> people.add(version.createdBy()));
      events.forEach(event -> people.add(event.by()));
      comments.forEach(comment -> {
        people.add(comment.by());
        people.add(comment.answeredBy());
      });
      findings.forEach(finding -> {
        people.add(finding.by());
        people.add(finding.correctedBy());
        people.add(finding.concludedBy());
      });
      archived.forEach(archive -> {
        people.add(archive.createdBy());
        people.add(archive.restoredBy());
      });
      people.remove(null);
      return people;
    }

    private @Nullable ReportPerson maybe(@Nullable UUID id) {
      return id == null ? null : person(names, id);
    }

    ReportResponse response(Version last, Version shown) {
      return new ReportResponse(
          head(report, last, names),
          new ReportVersionResponse(
              shown.number(),
              shown.inventory(),
              shown.template(),
              shown.templateName(),
              shown.entered(),
              shown.digest(),
              shown.findings(),
              shown.content()),
          versions.stream()
              .map(version ->
                  new ReportVersionHead(
                      version.number(),
                      version.digest(),
                      version.reason(),
                      person(names, version.createdBy()),
                      version.createdAt()))
              .toList(),
          events.stream()
              .map(event ->
                  new ReportEventResponse(
                      event.version(),
                      event.action(),
                      event.state(),
                      event.words(),
                      person(names, event.by()),
                      event.at()))
              .toList(),
          comments.stream().map(this::comment).toList(),
          findings.stream().map(this::finding).toList(),
          archived.stream().map(this::archive).toList(),
          papers.link(enterprise, report, shown.number()),
          papers.canPdf());
    }

    private ReportComment comment(StoredReport.Comment comment) {
      return new ReportComment(
          comment.id(),
          comment.version(),
          comment.department(),
          comment.verdict(),
          comment.place(),
          comment.words(),
          person(names, comment.by()),
          comment.at(),
          comment.answer(),
          maybe(comment.answeredBy()),
          comment.answeredAt());
    }

    private ReportFinding finding(StoredReport.Finding finding) {
      return new ReportFinding(
          finding.id(),
          finding.number(),
          finding.version(),
          finding.kind(),
          finding.place(),
          finding.words(),
          person(names, finding.by()),
          finding.at(),
          finding.cause(),
          finding.correction(),
          finding.correctedIn(),
          maybe(finding.correctedBy()),
          finding.correctedAt(),
          finding.conclusion(),
          maybe(finding.concludedBy()),
          finding.concludedAt());
    }

    private ReportArchiveResponse archive(ReportArchives.Archive archive) {
      return new ReportArchiveResponse(
          archive.id(),
          archive.version(),
          archive.keyId(),
          archive.size(),
          archive.sealedDigest(),
          archive.contents(),
          person(names, archive.createdBy()),
          archive.createdAt(),
          maybe(archive.restoredBy()),
          archive.restoredAt());
    }
  }
}
