package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.Language;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.foundation.wire.ExpectedVersion;
import io.tanheng.server.foundation.wire.Page;
import io.tanheng.server.operate.report.ReportResponse.ReportHead;
import io.tanheng.server.operate.report.StoredReport.Conclusion;
import io.tanheng.server.operate.report.StoredReport.FindingClass;
import io.tanheng.server.operate.report.StoredReport.Verdict;
import io.tanheng.server.operate.report.StoredReport.Version;
import io.tanheng.server.operate.report.layout.ReportLayout;
import io.tanheng.server.operate.report.layout.ReportLayout.Part;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Reports of an enterprise.
@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/reports")
class ReportController {
  static final MediaType DOCX =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final Reports reports;
  private final ReportView view;
  private final ReportPapers papers;
  private final ReportTemplates templates;
  private final Compilation compilation;
  private final EvidencePackage evidencePackage;

  ReportController(
      Reports reports,
      ReportView view,
      ReportPapers papers,
      ReportTemplates templates,
      Compilation compilation,
      EvidencePackage evidencePackage) {
    this.reports = reports;
    this.view = view;
    this.papers = papers;
    this.templates = templates;
    this.compilation = compilation;
    this.evidencePackage = evidencePackage;
  }

  /// What to compile; the field names of `entered` are those of `GET …/fields` without `entered.`.
  record ReportCompileRequest(
      @NotNull ReportKind kind,
      @NotBlank @Size(max = 7) String period,
      @Nullable @Size(max = 80) String method,
      @Nullable UUID inventory,
      @Nullable UUID template,
      @NotNull @Size(max = 200)
          Map<@Size(max = 80) String, @NotNull @Size(max = 4000) String> entered) {
    NewReport toCommand() {
      return new NewReport(kind, period, method, inventory, template, entered);
    }
  }

  record ReportReviseRequest(
      @NotBlank @Size(max = 500) String reason,
      @Nullable UUID inventory,
      @Nullable UUID template,
      @NotNull @Size(max = 200)
          Map<@Size(max = 80) String, @NotNull @Size(max = 4000) String> entered) {}

  record ReportReasonRequest(@Nullable @Size(max = 500) String reason) {}

  record ReportAskApprovalRequest(@Nullable List<@NotBlank @Size(max = 60) String> omit) {}

  record ReportCommentRequest(
      @NotBlank @Size(max = 60) String department,
      @NotNull Verdict verdict,
      @Nullable @Size(max = 80) String place,
      @NotBlank @Size(max = 2000) String words) {}

  record ReportAnswerRequest(@NotBlank @Size(max = 2000) String words) {}

  record ReportFindingRequest(
      @NotNull FindingClass kind,
      @Nullable @Size(max = 80) String place,
      @NotBlank @Size(max = 2000) String words) {}

  record ReportCorrectionRequest(
      @NotBlank @Size(max = 2000) String cause, @NotBlank @Size(max = 2000) String correction) {}

  record ReportConclusionRequest(@NotNull Conclusion conclusion) {}

  record ReportFieldResponse(String field, Text label, boolean required, String table) {}

  @GetMapping
  @Permission(Right.REPORT_READ)
  Page<ReportHead> list(CallContext call, @RequestParam(required = false) @Nullable Integer year) {
    return Page.whole(view.list(call.enterprise(), year == null ? null : year.toString()));
  }

  /// The fields a person fills in for a report of this kind.
  @GetMapping("/fields")
  @Permission(Right.REPORT_READ)
  Page<ReportFieldResponse> fields(
      CallContext call,
      @RequestParam ReportKind kind,
      @RequestParam(required = false) @Nullable String method) {
    ReportLayout layout = compilation.layout(call, kind, method);
    Map<String, ReportFieldResponse> fields = new LinkedHashMap<>();
    for (ReportLayout.Chapter chapter : layout.chapters()) {
      for (Part part : chapter.parts()) {
        if (part instanceof Part.Fields table) {
          table.fields().stream()
              .filter(field -> field.key().startsWith("entered."))
              .forEach(field ->
                  fields.putIfAbsent(
                      field.key(),
                      new ReportFieldResponse(
                          field.key().substring("entered.".length()),
                          field.label(),
                          field.required(),
                          table.caption().number())));
        }
      }
    }
    return Page.whole(List.copyOf(fields.values()));
  }

  @PostMapping
  @Permission(Right.REPORT_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  ReportResponse compile(CallContext call, @Valid @RequestBody ReportCompileRequest body) {
    return show(call, reports.compile(call, body.toCommand()));
  }

  @GetMapping("/{reportId}")
  @Permission(Right.REPORT_READ)
  ReportResponse find(
      CallContext call,
      @PathVariable ReportId reportId,
      @RequestParam(required = false) @Nullable Integer version) {
    return view.show(call.enterprise(), reportId, version);
  }

  @PostMapping("/{reportId}/versions")
  @Permission(Right.REPORT_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  ReportResponse revise(
      CallContext call,
      @PathVariable ReportId reportId,
      ExpectedVersion revision,
      @Valid @RequestBody ReportReviseRequest body) {
    StoredReport report = reports.require(call.enterprise(), reportId);
    NewReport wanted =
        new NewReport(
            report.kind(),
            report.period(),
            report.method(),
            body.inventory(),
            body.template(),
            body.entered());
    reports.revise(call.because(body.reason()), reportId, revision.value(), wanted);
    return show(call, reportId);
  }

  @PostMapping("/{reportId}/review")
  @Permission(Right.REPORT_EDIT)
  ReportResponse startReview(
      CallContext call, @PathVariable ReportId reportId, ExpectedVersion revision) {
    reports.startReview(call, reportId, revision.value());
    return show(call, reportId);
  }

  @PostMapping("/{reportId}/comments")
  @Permission(Right.REPORT_REVIEW)
  @ResponseStatus(HttpStatus.CREATED)
  ReportResponse comment(
      CallContext call,
      @PathVariable ReportId reportId,
      @Valid @RequestBody ReportCommentRequest body) {
    reports.comment(
        call,
        reportId,
        new Reports.NewComment(
            body.department().strip(), body.verdict(), body.place(), body.words().strip()));
    return show(call, reportId);
  }

  @PostMapping("/{reportId}/comments/{commentId}/answer")
  @Permission(Right.REPORT_EDIT)
  ReportResponse answer(
      CallContext call,
      @PathVariable ReportId reportId,
      @PathVariable UUID commentId,
      @Valid @RequestBody ReportAnswerRequest body) {
    reports.answer(call.because(body.words()), reportId, commentId);
    return show(call, reportId);
  }

  @PostMapping("/{reportId}/approval")
  @Permission(Right.REPORT_EDIT)
  ReportResponse askApproval(
      CallContext call,
      @PathVariable ReportId reportId,
      ExpectedVersion revision,
      @Valid @RequestBody ReportAskApprovalRequest body) {
    Set<String> omit = body.omit() == null ? Set.of() : new HashSet<>(body.omit());
    reports.askApproval(call, reportId, revision.value(), omit);
    return show(call, reportId);
  }

  @PostMapping("/{reportId}/submission")
  @Permission(Right.REPORT_SUBMIT)
  ReportResponse submit(
      CallContext call,
      @PathVariable ReportId reportId,
      ExpectedVersion revision,
      @Valid @RequestBody ReportReasonRequest body) {
    reports.submit(call.because(body.reason()), reportId, revision.value());
    return show(call, reportId);
  }

  @PostMapping("/{reportId}/findings")
  @Permission(Right.REPORT_VERIFY)
  @ResponseStatus(HttpStatus.CREATED)
  ReportResponse addFinding(
      CallContext call,
      @PathVariable ReportId reportId,
      @Valid @RequestBody ReportFindingRequest body) {
    reports.find(
        call, reportId, new Reports.NewFinding(body.kind(), body.place(), body.words().strip()));
    return show(call, reportId);
  }

  @PostMapping("/{reportId}/findings/{findingId}/correction")
  @Permission(Right.REPORT_EDIT)
  ReportResponse correct(
      CallContext call,
      @PathVariable ReportId reportId,
      @PathVariable UUID findingId,
      @Valid @RequestBody ReportCorrectionRequest body) {
    reports.correct(call, reportId, findingId, body.cause(), body.correction());
    return show(call, reportId);
  }

  @PostMapping("/{reportId}/findings/{findingId}/conclusion")
  @Permission(Right.REPORT_VERIFY)
  ReportResponse conclude(
      CallContext call,
      @PathVariable ReportId reportId,
      @PathVariable UUID findingId,
      @Valid @RequestBody ReportConclusionRequest body) {
    reports.conclude(call, reportId, findingId, body.conclusion());
    return show(call, reportId);
  }

  @PostMapping("/{reportId}/final")
  @Permission(Right.REPORT_SUBMIT)
  ReportResponse finalise(
      CallContext call,
      @PathVariable ReportId reportId,
      ExpectedVersion revision,
      @Valid @RequestBody ReportReasonRequest body) {
    reports.finalise(call.because(body.reason()), reportId, revision.value());
    return show(call, reportId);
  }

  @GetMapping("/{reportId}/compare/{before}/{after}")
  @Permission(Right.REPORT_READ)
  ReportComparison compare(
      CallContext call,
      @PathVariable ReportId reportId,
      @PathVariable int before,
      @PathVariable int after) {
    return ReportComparison.of(
        before,
        reports.requireVersion(call.enterprise(), reportId, before).content(),
        after,
        reports.requireVersion(call.enterprise(), reportId, after).content());
  }

  @GetMapping("/{reportId}/versions/{version}/report.docx")
  @Permission(Right.REPORT_READ)
  ResponseEntity<byte[]> word(
      CallContext call,
      @PathVariable ReportId reportId,
      @PathVariable int version,
      @RequestParam(required = false) @Nullable UUID template,
      @RequestParam(defaultValue = "zh") String language) {
    StoredReport report = reports.require(call.enterprise(), reportId);
    return file(DOCX, report, version, "docx", word(call, report, version, template, language));
  }

  @GetMapping("/{reportId}/versions/{version}/report.pdf")
  @Permission(Right.REPORT_READ)
  ResponseEntity<byte[]> pdf(
      CallContext call,
      @PathVariable ReportId reportId,
      @PathVariable int version,
      @RequestParam(required = false) @Nullable UUID template,
      @RequestParam(defaultValue = "zh") String language) {
    StoredReport report = reports.require(call.enterprise(), reportId);
    byte[] word = word(call, report, version, template, language);
    return file(MediaType.APPLICATION_PDF, report, version, "pdf", papers.pdf(word));
  }

  @GetMapping("/{reportId}/versions/{version}/report.xlsx")
  @Permission(Right.REPORT_READ)
  ResponseEntity<byte[]> workbook(
      CallContext call,
      @PathVariable ReportId reportId,
      @PathVariable int version,
      @RequestParam(defaultValue = "zh") String language) {
    StoredReport report = reports.require(call.enterprise(), reportId);
    Version stored = reports.requireVersion(call.enterprise(), reportId, version);
    byte[] bytes = papers.workbook(call.enterprise(), report, stored, language(language));
    return file(XLSX, report, version, "xlsx", bytes);
  }

  /// The files of a month with their digests.
  @GetMapping("/{reportId}/versions/{version}/evidence.zip")
  @Permission(Right.REPORT_READ)
  ResponseEntity<byte[]> evidence(
      CallContext call, @PathVariable ReportId reportId, @PathVariable int version) {
    StoredReport report = reports.require(call.enterprise(), reportId);
    Version stored = reports.requireVersion(call.enterprise(), reportId, version);
    byte[] bytes = evidencePackage.zip(call.enterprise(), report, stored);
    return file(MediaType.APPLICATION_OCTET_STREAM, report, version, "zip", bytes);
  }

  private byte[] word(
      CallContext call,
      StoredReport report,
      int version,
      @Nullable UUID template,
      String language) {
    Version stored = reports.requireVersion(call.enterprise(), report.id(), version);
    return template == null
        ? papers.word(call.enterprise(), report, stored, language(language))
        : papers.word(
            call.enterprise(),
            report,
            stored,
            language(language),
            templates.require(call.enterprise(), template).docx());
  }

  private ReportResponse show(CallContext call, ReportId id) {
    return view.show(call.enterprise(), id, null);
  }

  private static Language language(String word) {
    return word.equals("en") ? Language.EN : Language.ZH;
  }

  private static ResponseEntity<byte[]> file(
      MediaType type, StoredReport report, int version, String ending, byte[] bytes) {
    return download(type, "report-%s-v%d.%s".formatted(report.number(), version, ending), bytes);
  }

  static ResponseEntity<byte[]> download(MediaType type, String name, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(bytes);
  }
}
