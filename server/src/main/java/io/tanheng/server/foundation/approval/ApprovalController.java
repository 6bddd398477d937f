package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.approval.ApprovalStore.Filter;
import io.tanheng.server.foundation.approval.Signing.Decision;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.foundation.wire.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/approvals")
class ApprovalController {
  private static final int MOST_ON_A_PAGE = 200;

  private final Approvals approvals;
  private final ApprovalStore store;
  private final ApprovalDefinitions definitions;
  private final ApprovalSubjects subjects;
  private final Signatories signatories;
  private final ApprovalWriter writer;

  ApprovalController(
      Approvals approvals,
      ApprovalStore store,
      ApprovalDefinitions definitions,
      ApprovalSubjects subjects,
      Signatories signatories,
      ApprovalWriter writer) {
    this.approvals = approvals;
    this.store = store;
    this.definitions = definitions;
    this.subjects = subjects;
    this.signatories = signatories;
    this.writer = writer;
  }

  /// Which approvals a list shows.
  enum Show {
    /// Those that wait for the caller.
    TO_DO,
    /// Those the caller submitted or acted in.
    MINE,
    ALL
  }

  record SubmitRequest(
      @NotBlank @Size(max = 40) String subjectType,
      @NotNull UUID subjectId,
      @Nullable @Size(max = 12) Set<@NotNull @Size(max = 40) String> omit,
      @Nullable @Size(max = 2000) String reason) {}

  record ApproveRequest(@Min(0) int step, @Nullable @Size(max = 2000) String reason) {}

  record SendBackRequest(@Min(0) int step, @NotNull @Size(max = 2000) String reason) {}

  record SpeakRequest(@NotNull @Size(max = 2000) String reason) {}

  record CountResponse(int toDo) {}

  /// All rounds of one thing, newest first, and what can be done next.
  record SubjectApprovalsResponse(
      Text typeName,
      boolean maySubmit,
      List<OptionalStep> optionalSteps,
      List<ApprovalResponse> rounds) {
    record OptionalStep(String key, Text name) {}
  }

  @GetMapping
  @Permission(Right.APPROVAL_READ)
  Page<ApprovalResponse> list(
      CallContext call,
      @RequestParam(defaultValue = "ALL") Show show,
      @RequestParam(required = false) @Nullable ApprovalState state,
      @RequestParam(required = false) @Nullable String subjectType,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable Integer cursor,
      @RequestParam(defaultValue = "50") int limit) {
    int size = Math.clamp(limit, 1, MOST_ON_A_PAGE);
    if (show == Show.TO_DO) {
      return Page.whole(writer.write(call, toDo(call)));
    }
    Filter filter =
        new Filter(
            show == Show.MINE ? call.account() : null,
            state,
            subjectType,
            q,
            cursor == null ? Integer.MAX_VALUE : cursor);
    List<Approval> rows = store.list(call.enterprise(), filter, size + 1);
    return Page.of(writer.write(call, rows), size, row -> String.valueOf(row.number()));
  }

  @GetMapping("/count")
  @Permission(Right.APPROVAL_READ)
  CountResponse count(CallContext call) {
    return new CountResponse(toDo(call).size());
  }

  private List<Approval> toDo(CallContext call) {
    return store.listPending(call.enterprise()).stream()
        .filter(approval -> signatories.decide(call, approval) instanceof Decision.May)
        .toList();
  }

  @GetMapping("/{approvalId}")
  @Permission(Right.APPROVAL_READ)
  ApprovalResponse find(CallContext call, @PathVariable ApprovalId approvalId) {
    return response(call, approvalId);
  }

  @GetMapping("/of/{subjectType}/{subjectId}")
  @Permission(Right.APPROVAL_READ)
  SubjectApprovalsResponse ofSubject(
      CallContext call, @PathVariable String subjectType, @PathVariable UUID subjectId) {
    Definition definition = definitions.require(call.enterprise(), subjectType);
    List<Approval> rounds = store.listOf(call.enterprise(), subjectType, List.of(subjectId));
    boolean maySubmit =
        subjects
            .find(subjectType)
            .filter(subject -> signatories.rights(call).contains(subject.submitRight()))
            .flatMap(subject -> subject.find(call.enterprise(), subjectId))
            .isPresent();
    return new SubjectApprovalsResponse(
        definition.title(),
        maySubmit && rounds.stream().noneMatch(Approval::isPending),
        definition.steps().stream()
            .filter(Definition.Step::optional)
            .map(step -> new SubjectApprovalsResponse.OptionalStep(step.key(), step.name()))
            .toList(),
        writer.write(call, rounds));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Permission(Right.APPROVAL_ACT)
  ApprovalResponse submit(CallContext call, @Valid @RequestBody SubmitRequest body) {
    Set<String> omit = body.omit() == null ? Set.of() : body.omit();
    return response(
        call,
        approvals.submit(call.because(body.reason()), body.subjectType(), body.subjectId(), omit));
  }

  @PostMapping("/{approvalId}/approve")
  @Permission(Right.APPROVAL_ACT)
  ApprovalResponse approve(
      CallContext call,
      @PathVariable ApprovalId approvalId,
      @Valid @RequestBody ApproveRequest body) {
    refuseChanged(call, approvalId);
    approvals.approve(call.because(body.reason()), approvalId, body.step());
    return response(call, approvalId);
  }

  @PostMapping("/{approvalId}/return")
  @Permission(Right.APPROVAL_ACT)
  ApprovalResponse sendBack(
      CallContext call,
      @PathVariable ApprovalId approvalId,
      @Valid @RequestBody SendBackRequest body) {
    refuseChanged(call, approvalId);
    approvals.sendBack(call.because(body.reason()), approvalId, body.step());
    return response(call, approvalId);
  }

  @PostMapping("/{approvalId}/withdraw")
  @Permission(Right.APPROVAL_ACT)
  ApprovalResponse withdraw(
      CallContext call,
      @PathVariable ApprovalId approvalId,
      @Valid @RequestBody SpeakRequest body) {
    approvals.withdraw(call.because(body.reason()), approvalId);
    return response(call, approvalId);
  }

  @PostMapping("/{approvalId}/comment")
  @Permission(Right.APPROVAL_ACT)
  ApprovalResponse comment(
      CallContext call,
      @PathVariable ApprovalId approvalId,
      @Valid @RequestBody SpeakRequest body) {
    approvals.comment(call.because(body.reason()), approvalId);
    return response(call, approvalId);
  }

  /// Ends the round first, in a transaction of its own, when its subject has changed: the refusal
  /// must not take that back.
  private void refuseChanged(CallContext call, ApprovalId id) {
    if (approvals.voidIfChanged(call, id)) {
      throw new ProblemException(ApprovalProblem.SUBJECT_CHANGED);
    }
  }

  private ApprovalResponse response(CallContext call, ApprovalId id) {
    return writer.write(call, approvals.require(call.enterprise(), id));
  }
}
