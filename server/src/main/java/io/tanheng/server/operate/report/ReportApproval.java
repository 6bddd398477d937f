package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.approval.ApprovalSubject;
import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.Text;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Offers reports for approval: what is signed is the digest of a version's content. Plans and
/// monthly evidence have ways of approval of their own.
final class ReportApproval implements ApprovalSubject {
  private static final Set<String> TYPES = Set.of("report", "control-plan", "evidence-package");

  private final String type;
  private final ReportStore store;

  private ReportApproval(String type, ReportStore store) {
    this.type = type;
    this.store = store;
  }

  static String typeOf(ReportKind kind) {
    return switch (kind) {
      case ANNUAL, SUPPLEMENT, ISO_14064 -> "report";
      case QUALITY_PLAN -> "control-plan";
      case MONTHLY_EVIDENCE -> "evidence-package";
    };
  }

  static boolean isType(String type) {
    return TYPES.contains(type);
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public Right submitRight() {
    return Right.REPORT_EDIT;
  }

  @Override
  public Optional<Facts> find(EnterpriseId enterprise, UUID id) {
    ReportId report = new ReportId(id);
    return store
        .find(enterprise, report)
        .filter(found -> typeOf(found.kind()).equals(type))
        .filter(found -> found.state() == ReportState.IN_APPROVAL)
        .flatMap(found ->
            store
                .findVersion(enterprise, report, found.version())
                .map(version -> facts(found, version)));
  }

  private static Facts facts(StoredReport report, StoredReport.Version version) {
    Text title = version.content().title();
    return new Facts(
        new Text(title.zh() + " " + report.number(), title.en() + " " + report.number()),
        version.number(),
        version.digest(),
        Set.of(new AccountId(version.createdBy())),
        Set.of(),
        "reports/" + report.id());
  }

  /// One subject per way of approval.
  @Configuration(proxyBeanMethods = false)
  static class Subjects {
    @Bean
    ApprovalSubject reportApproval(ReportStore store) {
      return new ReportApproval("report", store);
    }

    @Bean
    ApprovalSubject controlPlanApproval(ReportStore store) {
      return new ReportApproval("control-plan", store);
    }

    @Bean
    ApprovalSubject evidenceApproval(ReportStore store) {
      return new ReportApproval("evidence-package", store);
    }
  }
}
