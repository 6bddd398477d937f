package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Language;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.operate.report.StoredReport.Version;
import io.tanheng.server.operate.report.content.ReportContent;
import io.tanheng.server.operate.report.content.ReportContent.Cell;
import io.tanheng.server.operate.report.content.ReportContent.Figure;
import io.tanheng.server.operate.report.content.ReportContent.Role;
import io.tanheng.server.operate.report.print.Paper;
import io.tanheng.server.operate.report.print.PdfConverter;
import io.tanheng.server.operate.report.print.SheetReport;
import io.tanheng.server.operate.report.print.WordReport;
import io.tanheng.server.plan.organization.Enterprise;
import io.tanheng.server.plan.organization.Enterprises;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// A version of a report as files. The same version always gives the same figures: everything comes
/// from what was stored with it.
@Component
@EnableConfigurationProperties(ReportProperties.class)
class ReportPapers {
  private static final int DIGEST_SHOWN = 16;

  private final ReportStore store;
  private final Enterprises enterprises;
  private final ReportProperties properties;
  private final Optional<PdfConverter> converter = PdfConverter.find();

  ReportPapers(ReportStore store, Enterprises enterprises, ReportProperties properties) {
    this.store = store;
    this.enterprises = enterprises;
    this.properties = properties;
  }

  boolean canPdf() {
    return converter.isPresent();
  }

  byte[] word(EnterpriseId enterprise, StoredReport report, Version version, Language language) {
    return word(
        enterprise,
        report,
        version,
        language,
        store.template(enterprise, report.id(), version.number()));
  }

  /// With another template than the version's own, for a look at it.
  byte[] word(
      EnterpriseId enterprise,
      StoredReport report,
      Version version,
      Language language,
      byte[] template) {
    return WordReport.print(
        template, version.content(), paper(enterprise, report, version, language));
  }

  byte[] workbook(
      EnterpriseId enterprise, StoredReport report, Version version, Language language) {
    return SheetReport.print(version.content(), paper(enterprise, report, version, language));
  }

  byte[] pdf(byte[] word) {
    return converter
        .orElseThrow(() -> new ProblemException(ReportProblem.NO_CONVERTER))
        .convert(word, "docx", "pdf");
  }

  String link(EnterpriseId enterprise, StoredReport report, int version) {
    return "%s/e/%s/y/%s/reports/%s?version=%d"
        .formatted(
            properties.link(), enterprise, report.period().substring(0, 4), report.id(), version);
  }

  private Paper paper(
      EnterpriseId enterprise, StoredReport report, Version version, Language language) {
    return new Paper(
        report.number(),
        version.number(),
        link(enterprise, report, version.number()),
        language,
        values(enterprises.require(enterprise), report, version, language));
  }

  private static Map<String, String> values(
      Enterprise enterprise, StoredReport report, Version version, Language language) {
    ReportContent content = version.content();
    ReportContent.Method method = content.basis().method();
    ReportContent.Inventory inventory = content.basis().inventory();
    Map<String, String> values = new HashMap<>();
    values.put("report.title", content.title().in(language));
    values.put("report.period", report.period());
    values.put("report.number", report.number());
    values.put("report.version", String.valueOf(version.number()));
    values.put(
        "report.date",
        LocalDate.ofInstant(version.createdAt(), enterprise.profile().zone()).toString());
    values.put("enterprise.name", content.subject().name().in(language));
    values.put(
        "enterprise.creditCode", Objects.requireNonNullElse(content.subject().creditCode(), "—"));
    values.put("enterprise.address", enterprise.profile().address());
    values.put("enterprise.industryCode", enterprise.profile().industryCode());
    values.put("enterprise.boundary", enterprise.profile().boundary());
    values.put("method.number", method == null ? "—" : method.number());
    values.put("method.title", method == null ? "—" : method.title().in(language));
    values.put(
        "method.factorSet",
        method == null || method.factorSet() == null ? "—" : method.factorSet().in(language));
    values.put("inventory.number", inventory == null ? "—" : String.valueOf(inventory.number()));
    values.put(
        "inventory.digest",
        inventory == null ? "—" : inventory.digest().substring(0, DIGEST_SHOWN));
    Optional<Figure> total = total(content);
    values.put("total.value", total.map(Figure::printed).orElse("—"));
    values.put("total.unit", total.map(Figure::unit).orElse("—"));
    version.entered().forEach((field, words) -> values.put("entered." + field, words));
    return values;
  }

  /// The figure of the main total.
  static Optional<Figure> total(ReportContent content) {
    return total(content, figure -> "total".equals(figure.trace()))
        .or(() -> total(content, ReportPapers::isOfCategories));
  }

  /// The total of a view is no figure of the run: it has no trace of its own.
  private static boolean isOfCategories(Figure figure) {
    return figure.trace() == null && !figure.sum().isEmpty();
  }

  private static Optional<Figure> total(ReportContent content, Predicate<Figure> wanted) {
    return content
        .tables()
        .flatMap(table -> table.lines().stream())
        .filter(line -> line.role() == Role.TOTAL)
        .flatMap(line -> line.cells().stream())
        .map(Cell::figure)
        .filter(figure -> figure != null && wanted.test(figure))
        .findFirst();
  }
}
