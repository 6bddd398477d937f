package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.approval.ApprovalMoved;
import io.tanheng.server.foundation.approval.Approvals;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemCode;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.foundation.wire.Uuid7;
import io.tanheng.server.operate.report.StoredReport.Comment;
import io.tanheng.server.operate.report.StoredReport.Conclusion;
import io.tanheng.server.operate.report.StoredReport.Event;
import io.tanheng.server.operate.report.StoredReport.Finding;
import io.tanheng.server.operate.report.StoredReport.FindingClass;
import io.tanheng.server.operate.report.StoredReport.Verdict;
import io.tanheng.server.operate.report.StoredReport.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reports and their way: compiled, reviewed across departments, approved, handed in, revised after
/// verification, final, archived. Each act is an event of the report's history.
@Service
public class Reports {
  static final int DEPARTMENTS_NEEDED = 2;

  private final ReportStore store;
  private final Compilation compilation;
  private final ReportTemplates templates;
  private final ContentDigest digest;
  private final Approvals approvals;

  Reports(
      ReportStore store,
      Compilation compilation,
      ReportTemplates templates,
      ContentDigest digest,
      Approvals approvals) {
    this.store = store;
    this.compilation = compilation;
    this.templates = templates;
    this.digest = digest;
    this.approvals = approvals;
  }

  /// Compiles the first version. Findings do not stop it: they are part of the version.
  @Transactional
  public ReportId compile(CallContext call, NewReport wanted) {
    Compilation.Compiled compiled = compilation.compile(call, wanted);
    StoredReport report =
        new StoredReport(
            ReportId.next(),
            store.nextNumber(call.enterprise(), wanted.period().substring(0, 4)),
            wanted.kind(),
            compiled.method(),
            wanted.period(),
            ReportState.DRAFT,
            1,
            1,
            call.account().value(),
            call.time());
    store.insert(call.enterprise(), report);
    insertVersion(call, report.id(), 1, wanted, compiled);
    event(call, report.id(), 1, ReportAction.COMPILE, ReportState.DRAFT, null);
    return report.id();
  }

  /// Compiles a new version with the reason of the call. A report that departments or verifier look
  /// at goes back to draft; the versions before stay as they are.
  @Transactional
  public void revise(CallContext call, ReportId id, long revision, NewReport wanted) {
    StoredReport report =
        require(
            call,
            id,
            revision,
            Set.of(ReportState.DRAFT, ReportState.IN_REVIEW, ReportState.IN_VERIFICATION));
    String reason = reason(call);
    NewReport same =
        new NewReport(
            report.kind(),
            report.period(),
            report.method(),
            wanted.inventory(),
            wanted.template(),
            wanted.entered());
    Compilation.Compiled compiled = compilation.compile(call, same);
    int version = report.version() + 1;
    insertVersion(call, id, version, same, compiled);
    move(call, report, ReportState.DRAFT, version);
    event(call, id, version, ReportAction.REVISE, ReportState.DRAFT, reason);
    approvals.subjectChanged(call, ReportApproval.typeOf(report.kind()), id.value());
  }

  /// Lays the report before the departments; refused while it has errors.
  @Transactional
  public void startReview(CallContext call, ReportId id, long revision) {
    StoredReport report = require(call, id, revision, Set.of(ReportState.DRAFT));
    Version version = requireVersion(call.enterprise(), id, report.version());
    if (version.errors() > 0) {
      throw new ProblemException(ReportProblem.HAS_ERRORS, Map.of("count", version.errors()));
    }
    advance(call, report, ReportAction.START_REVIEW, ReportState.IN_REVIEW, null);
  }

  /// What a department says.
  @Transactional
  public void comment(CallContext call, ReportId id, NewComment said) {
    StoredReport report = requireIn(call, id, Set.of(ReportState.IN_REVIEW));
    store.insertComment(
        call,
        id,
        new Comment(
            Uuid7.next(),
            report.version(),
            said.department(),
            said.verdict(),
            said.place(),
            said.words(),
            call.account().value(),
            call.time(),
            null,
            null,
            null));
    event(
        call,
        id,
        report.version(),
        ReportAction.COMMENT,
        report.state(),
        said.department() + "：" + said.words());
  }

  record NewComment(String department, Verdict verdict, @Nullable String place, String words) {}

  /// Answers a remark; the reason of the call is the answer.
  @Transactional
  public void answer(CallContext call, ReportId id, UUID comment) {
    StoredReport report = requireIn(call, id, Set.of(ReportState.IN_REVIEW, ReportState.DRAFT));
    if (store.listComments(call.enterprise(), id).stream().noneMatch(c -> c.id().equals(comment))) {
      throw new ProblemException(ReportProblem.COMMENT_NOT_FOUND);
    }
    String words = reason(call);
    if (!store.answer(call, id, comment, words)) {
      throw new ProblemException(ReportProblem.ALREADY_ANSWERED);
    }
    event(call, id, report.version(), ReportAction.ANSWER, report.state(), words);
  }

  /// Hands the reviewed report to those who sign. At least two departments must have looked at this
  /// version or the one before, and every remark must have an answer.
  @Transactional
  public void askApproval(CallContext call, ReportId id, long revision, Set<String> omit) {
    StoredReport report = require(call, id, revision, Set.of(ReportState.IN_REVIEW));
    List<Comment> comments = store.listComments(call.enterprise(), id);
    long departments =
        Math.min(
            comments.stream().map(Comment::department).distinct().count(),
            comments.stream().map(Comment::by).distinct().count());
    if (departments < DEPARTMENTS_NEEDED) {
      throw new ProblemException(ReportProblem.TOO_FEW_DEPARTMENTS, Map.of("count", departments));
    }
    long open = comments.stream().filter(Comment::isOpen).count();
    if (open > 0) {
      throw new ProblemException(ReportProblem.COMMENT_OPEN, Map.of("count", open));
    }
    advance(call, report, ReportAction.ASK_APPROVAL, ReportState.IN_APPROVAL, null);
    approvals.submit(call, ReportApproval.typeOf(report.kind()), id.value(), omit);
  }

  /// A round of approval ended: signed, the report is approved; otherwise it is reviewed again.
  @EventListener
  @Transactional
  public void on(ApprovalMoved moved) {
    if (!ReportApproval.isType(moved.subjectType())) {
      return;
    }
    ReportId id = new ReportId(moved.subjectId());
    Optional<StoredReport> found =
        store
            .find(moved.enterprise(), id)
            .filter(report -> report.state() == ReportState.IN_APPROVAL);
    if (found.isEmpty()) {
      return;
    }
    CallContext call = new CallContext(moved.by(), moved.enterprise(), moved.at(), moved.why());
    switch (moved.state()) {
      case PENDING -> {}
      case APPROVED ->
          advance(call, found.get(), ReportAction.APPROVE, ReportState.APPROVED, moved.why());
      case RETURNED, WITHDRAWN, VOID ->
          advance(
              call, found.get(), ReportAction.APPROVAL_ENDED, ReportState.IN_REVIEW, moved.why());
    }
  }

  /// The report was handed in; the reason of the call says where and by which receipt.
  @Transactional
  public void submit(CallContext call, ReportId id, long revision) {
    StoredReport report = require(call, id, revision, Set.of(ReportState.APPROVED));
    advance(call, report, ReportAction.SUBMIT, ReportState.SUBMITTED, call.why());
  }

  /// A nonconformity the verifier found.
  @Transactional
  public void find(CallContext call, ReportId id, NewFinding found) {
    StoredReport report =
        requireIn(call, id, Set.of(ReportState.SUBMITTED, ReportState.IN_VERIFICATION));
    int number = store.listFindings(call.enterprise(), id).size() + 1;
    store.insertFinding(
        call,
        id,
        new Finding(
            Uuid7.next(),
            number,
            report.version(),
            found.kind(),
            found.place(),
            found.words(),
            call.account().value(),
            call.time(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null));
    advance(call, report, ReportAction.FIND, ReportState.IN_VERIFICATION, found.words());
  }

  record NewFinding(FindingClass kind, @Nullable String place, String words) {}

  /// The enterprise's answer to a finding: the cause, and what was corrected in which version.
  @Transactional
  public void correct(
      CallContext call, ReportId id, UUID finding, String cause, String correction) {
    StoredReport report = requireFinding(call, id, finding);
    store.correct(call, id, finding, cause, correction, report.version());
    event(call, id, report.version(), ReportAction.CORRECT, report.state(), correction);
  }

  /// The verifier's conclusion on a finding.
  @Transactional
  public void conclude(CallContext call, ReportId id, UUID finding, Conclusion conclusion) {
    StoredReport report = requireFinding(call, id, finding);
    store.conclude(call, id, finding, conclusion);
    event(call, id, report.version(), ReportAction.CONCLUDE, report.state(), conclusion.name());
  }

  /// Nothing is open any more: this version is the final one.
  @Transactional
  public void finalise(CallContext call, ReportId id, long revision) {
    StoredReport report =
        require(call, id, revision, Set.of(ReportState.SUBMITTED, ReportState.IN_VERIFICATION));
    long open =
        store.listFindings(call.enterprise(), id).stream()
            .filter(finding -> finding.conclusion() != Conclusion.CONFORMING)
            .count();
    if (open > 0) {
      throw new ProblemException(ReportProblem.FINDING_OPEN, Map.of("count", open));
    }
    advance(call, report, ReportAction.FINALISE, ReportState.FINAL, call.why());
  }

  void archived(CallContext call, StoredReport report) {
    advance(call, report, ReportAction.ARCHIVE, ReportState.ARCHIVED, null);
  }

  void note(CallContext call, StoredReport report, ReportAction action, @Nullable String words) {
    event(call, report.id(), report.version(), action, report.state(), words);
  }

  StoredReport require(EnterpriseId enterprise, ReportId id) {
    return store
        .find(enterprise, id)
        .orElseThrow(() -> new ProblemException(ReportProblem.NOT_FOUND));
  }

  Version requireVersion(EnterpriseId enterprise, ReportId id, int version) {
    return store
        .findVersion(enterprise, id, version)
        .orElseThrow(() ->
            new ProblemException(ReportProblem.VERSION_NOT_FOUND, Map.of("version", version)));
  }

  StoredReport require(CallContext call, ReportId id, long revision, Set<ReportState> states) {
    StoredReport report = requireIn(call, id, states);
    if (report.revision() != revision) {
      throw new ProblemException(ReportProblem.REVISION_CONFLICT);
    }
    return report;
  }

  private StoredReport requireIn(CallContext call, ReportId id, Set<ReportState> states) {
    StoredReport report = require(call.enterprise(), id);
    if (!states.contains(report.state())) {
      throw wrong(ReportProblem.WRONG_STATE, report);
    }
    return report;
  }

  private StoredReport requireFinding(CallContext call, ReportId id, UUID finding) {
    StoredReport report = require(call.enterprise(), id);
    if (report.state() == ReportState.FINAL || report.state() == ReportState.ARCHIVED) {
      throw wrong(ReportProblem.WRONG_STATE, report);
    }
    if (store.listFindings(call.enterprise(), id).stream().noneMatch(f -> f.id().equals(finding))) {
      throw new ProblemException(ReportProblem.FINDING_NOT_FOUND);
    }
    return report;
  }

  private static ProblemException wrong(ProblemCode code, StoredReport report) {
    return new ProblemException(code, Map.of("state", words(report.state())));
  }

  static Text words(ReportState state) {
    return switch (state) {
      case DRAFT -> new Text("草稿", "draft");
      case IN_REVIEW -> new Text("内部审核", "in review");
      case IN_APPROVAL -> new Text("审批中", "awaiting approval");
      case APPROVED -> new Text("已批准", "approved");
      case SUBMITTED -> new Text("已报送", "handed in");
      case IN_VERIFICATION -> new Text("核查整改", "in verification");
      case FINAL -> new Text("最终版", "final");
      case ARCHIVED -> new Text("已存档", "archived");
    };
  }

  private static String reason(CallContext call) {
    return call.reason()
        .map(String::strip)
        .filter(words -> !words.isEmpty())
        .orElseThrow(() -> new ProblemException(ReportProblem.REASON_MISSING));
  }

  private void insertVersion(
      CallContext call, ReportId id, int number, NewReport wanted, Compilation.Compiled compiled) {
    ReportTemplates.Usable template = templates.require(call.enterprise(), wanted.template());
    store.insertVersion(
        call.enterprise(),
        id,
        new Version(
            number,
            compiled.inventory(),
            wanted.template(),
            template.name(),
            compiled.entered(),
            compiled.content(),
            digest.of(compiled.content()),
            compiled.findings(),
            number == 1 ? null : reason(call),
            call.account().value(),
            call.time()),
        template.docx());
  }

  private void advance(
      CallContext call,
      StoredReport report,
      ReportAction action,
      ReportState state,
      @Nullable String words) {
    move(call, report, state, report.version());
    event(call, report.id(), report.version(), action, state, words);
  }

  private void move(CallContext call, StoredReport report, ReportState state, int version) {
    if (!store.move(call.enterprise(), report.id(), report.revision(), state, version)) {
      throw new ProblemException(ReportProblem.REVISION_CONFLICT);
    }
  }

  private void event(
      CallContext call,
      ReportId id,
      int version,
      ReportAction action,
      ReportState state,
      @Nullable String words) {
    store.insertEvent(
        call, id, new Event(version, action, state, words, call.account().value(), call.time()));
  }
}
