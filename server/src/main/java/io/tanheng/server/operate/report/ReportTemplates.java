package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.ProblemResponse;
import io.tanheng.server.foundation.wire.Uuid7;
import io.tanheng.server.operate.report.print.DefaultTemplate;
import io.tanheng.server.operate.report.print.WordTemplate;
import io.tanheng.server.operate.report.print.WordTemplate.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The enterprise's own Word templates, each upload a new version. One with problems is kept, so
/// that it can be looked at, and cannot be used.
@Service
class ReportTemplates {
  private static final int NAME_LETTERS = 60;

  private final TemplateStore store;

  ReportTemplates(TemplateStore store) {
    this.store = store;
  }

  /// A template of the enterprise without its content.
  record Template(
      UUID id,
      String name,
      int version,
      String digest,
      List<ProblemResponse.Item> problems,
      UUID createdBy,
      Instant createdAt) {
    Template {
      problems = List.copyOf(problems);
    }
  }

  /// A template to print with.
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Usable(String name, byte[] docx) {}

  @Transactional
  Template upload(CallContext call, String name, byte[] docx) {
    if (name.isEmpty() || name.length() > NAME_LETTERS) {
      throw new ProblemException(ReportProblem.TEMPLATE_NAME, Map.of("max", NAME_LETTERS));
    }
    List<ProblemResponse.Item> problems =
        WordTemplate.check(docx).stream()
            .map(finding -> problem(name, finding))
            .map(ProblemResponse.Item::of)
            .toList();
    Template template =
        new Template(
            Uuid7.next(),
            name,
            store.lastVersion(call.enterprise(), name) + 1,
            ContentDigest.of(docx),
            problems,
            call.account().value(),
            call.time());
    store.insert(call.enterprise(), template, docx);
    return template;
  }

  private static Problem problem(String name, Finding finding) {
    return switch (finding) {
      case Finding.Unknown(String placeholder) ->
          Problem.error(
              ReportProblem.TEMPLATE_UNKNOWN_NAME,
              Map.of("name", name, "placeholder", placeholder));
      case Finding.Unreadable(String detail) ->
          Problem.error(ReportProblem.TEMPLATE_UNREADABLE, Map.of("name", name, "detail", detail));
      case Finding.NoContent() ->
          Problem.error(ReportProblem.TEMPLATE_WITHOUT_CONTENT, Map.of("name", name));
    };
  }

  @Transactional(readOnly = true)
  List<Template> list(EnterpriseId enterprise) {
    return store.list(enterprise);
  }

  /// The named template, or that of the house.
  Usable require(EnterpriseId enterprise, @Nullable UUID id) {
    if (id == null) {
      return new Usable("Tanheng " + DefaultTemplate.VERSION, DefaultTemplate.docx());
    }
    Template template =
        store
            .find(enterprise, id)
            .orElseThrow(() -> new ProblemException(ReportProblem.TEMPLATE_NOT_FOUND));
    if (!template.problems().isEmpty()) {
      throw new ProblemException(
          ReportProblem.TEMPLATE_HAS_PROBLEMS,
          Map.of("name", template.name(), "count", template.problems().size()));
    }
    return new Usable(template.name() + " " + template.version(), store.docx(enterprise, id));
  }

  /// The file as it was uploaded, with or without problems.
  byte[] docx(EnterpriseId enterprise, UUID id) {
    return store
        .find(enterprise, id)
        .map(found -> store.docx(enterprise, found.id()))
        .orElseThrow(() -> new ProblemException(ReportProblem.TEMPLATE_NOT_FOUND));
  }
}
