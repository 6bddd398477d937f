package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.foundation.wire.Page;
import io.tanheng.server.operate.crosscheck.DifferenceResponse.RemarkResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What was bought, stands in the boundary or is named by a method, but feeds nothing.
@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/crosscheck/gaps")
class CompletenessController {
  private final Completeness completeness;
  private final Accounts accounts;

  CompletenessController(Completeness completeness, Accounts accounts) {
    this.completeness = completeness;
    this.accounts = accounts;
  }

  /// A gap; `answered` when somebody said why it does not apply.
  record GapResponse(
      UUID id,
      GapProblem kind,
      String method,
      Text subject,
      Text finding,
      @Nullable UUID unitId,
      @Nullable UUID parameterId,
      boolean answered,
      List<RemarkResponse> remarks) {}

  @GetMapping
  @Permission(Right.CROSSCHECK_READ)
  Page<GapResponse> list(CallContext call, @RequestParam @Min(1990) @Max(2100) int year) {
    List<Completeness.Tracked> gaps = completeness.list(call.enterprise(), Year.of(year));
    return Page.whole(responses(gaps));
  }

  /// Why a gap does not apply, or why that no longer holds.
  record GapAnswerRequest(
      @Min(1990) @Max(2100) int year, @NotNull @Size(min = 1, max = 1000) String words) {}

  @PostMapping("/{gapId}/answer")
  @Permission(Right.CROSSCHECK_EXPLAIN)
  GapResponse answer(
      CallContext call, @PathVariable SubjectId gapId, @Valid @RequestBody GapAnswerRequest body) {
    return responses(
            List.of(completeness.answer(call.because(body.words()), Year.of(body.year()), gapId)))
        .getFirst();
  }

  @PostMapping("/{gapId}/reopening")
  @Permission(Right.CROSSCHECK_EXPLAIN)
  GapResponse reopen(
      CallContext call, @PathVariable SubjectId gapId, @Valid @RequestBody GapAnswerRequest body) {
    return responses(
            List.of(completeness.reopen(call.because(body.words()), Year.of(body.year()), gapId)))
        .getFirst();
  }

  private List<GapResponse> responses(List<Completeness.Tracked> gaps) {
    Map<AccountId, String> people =
        accounts.names(
            gaps.stream()
                .flatMap(one -> one.remarks().stream())
                .map(Remark::by)
                .collect(Collectors.toSet()));
    return gaps.stream().map(one -> response(one, people)).toList();
  }

  private static GapResponse response(Completeness.Tracked tracked, Map<AccountId, String> people) {
    Gap gap = tracked.gap();
    return new GapResponse(
        gap.id().value(),
        gap.kind(),
        gap.method(),
        gap.subject(),
        gap.finding().message(),
        gap.unitId(),
        gap.parameterId(),
        tracked.answer() != null,
        tracked.remarks().stream()
            .map(remark -> RemarkResponse.of(remark, gap.figures(), people))
            .toList());
  }
}
