package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.ProblemResponse;
import io.tanheng.server.foundation.vault.Vault;
import io.tanheng.server.operate.report.ReportTemplates.Template;
import io.tanheng.server.operate.report.print.DefaultTemplate;
import io.tanheng.server.operate.report.print.WordTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Word templates of an enterprise.
@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/report-templates")
class ReportTemplateController {
  private final ReportTemplates templates;
  private final Vault vault;
  private final Accounts accounts;

  ReportTemplateController(ReportTemplates templates, Vault vault, Accounts accounts) {
    this.templates = templates;
    this.vault = vault;
    this.accounts = accounts;
  }

  record ReportTemplateResponse(
      UUID id,
      String name,
      int version,
      String digest,
      List<ProblemResponse.Item> problems,
      String createdBy,
      Instant createdAt) {
    static ReportTemplateResponse of(Template template, Map<AccountId, String> names) {
      return new ReportTemplateResponse(
          template.id(),
          template.name(),
          template.version(),
          template.digest(),
          template.problems(),
          names.getOrDefault(new AccountId(template.createdBy()), template.createdBy().toString()),
          template.createdAt());
    }
  }

  record ReportTemplatesResponse(
      List<ReportTemplateResponse> items, List<String> placeholders, int houseVersion) {}

  @GetMapping
  @Permission(Right.REPORT_READ)
  ReportTemplatesResponse list(CallContext call) {
    List<Template> all = templates.list(call.enterprise());
    Set<AccountId> people =
        all.stream().map(one -> new AccountId(one.createdBy())).collect(Collectors.toSet());
    Map<AccountId, String> names = accounts.names(people);
    return new ReportTemplatesResponse(
        all.stream().map(one -> ReportTemplateResponse.of(one, names)).toList(),
        List.copyOf(WordTemplate.known()),
        DefaultTemplate.VERSION);
  }

  /// Takes a template; one with problems is kept and says them.
  @PostMapping
  @Permission(Right.REPORT_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  ReportTemplateResponse upload(
      CallContext call, @RequestParam MultipartFile file, @RequestParam String name) {
    try {
      byte[] docx;
      try (InputStream stream = file.getInputStream()) {
        // The vault looks into the file first: size, kind, macros, bombs.
        vault.store(call, name + ".docx", stream);
      }
      docx = file.getBytes();
      Template template = templates.upload(call, name.strip(), docx);
      return ReportTemplateResponse.of(
          template, accounts.names(Set.of(new AccountId(template.createdBy()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The template of the house, as a start for one's own.
  @GetMapping("/house.docx")
  @Permission(Right.REPORT_READ)
  ResponseEntity<byte[]> house() {
    return ReportController.download(
        ReportController.DOCX, "report-template.docx", DefaultTemplate.docx());
  }

  @GetMapping("/{templateId}/template.docx")
  @Permission(Right.REPORT_READ)
  ResponseEntity<byte[]> download(CallContext call, @PathVariable UUID templateId) {
    return ReportController.download(
        ReportController.DOCX,
        "report-template-" + templateId + ".docx",
        templates.docx(call.enterprise(), templateId));
  }
}
