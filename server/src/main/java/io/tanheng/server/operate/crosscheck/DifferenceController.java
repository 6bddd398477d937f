package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.wire.Page;
import io.tanheng.server.operate.crosscheck.DifferenceResponse.ComparisonResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Year;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The register of differences and the comparison behind it.
@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/crosscheck")
class DifferenceController {
  private final Differences differences;
  private final Documents documents;
  private final Accounts accounts;

  DifferenceController(Differences differences, Documents documents, Accounts accounts) {
    this.differences = differences;
    this.documents = documents;
    this.accounts = accounts;
  }

  /// The differences of a year, and the items nobody matched yet.
  record DifferencesResponse(
      int year,
      List<DifferenceResponse> items,
      List<String> unmatched,
      int compared,
      int agreeing) {}

  @GetMapping("/differences")
  @Permission(Right.CROSSCHECK_READ)
  DifferencesResponse list(CallContext call, @RequestParam @Min(1990) @Max(2100) int year) {
    Differences.Register register = differences.register(call.enterprise(), Year.of(year));
    List<Comparison> months =
        register.outcome().comparisons().stream().filter(one -> one.month() != null).toList();
    Naming naming = naming(call, register.differences());
    return new DifferencesResponse(
        year,
        register.differences().stream()
            .map(one -> DifferenceResponse.of(one, naming.files(), naming.people()))
            .toList(),
        register.outcome().unmatched().stream().map(Match.ItemKey::shown).toList(),
        months.size(),
        (int) months.stream().filter(one -> one.status() != Comparison.Status.DIFFERS).count());
  }

  /// Every month and the year of every match, whether they agree or not.
  @GetMapping("/comparisons")
  @Permission(Right.CROSSCHECK_READ)
  Page<ComparisonResponse> comparisons(
      CallContext call, @RequestParam @Min(1990) @Max(2100) int year) {
    return Page.whole(
        differences.register(call.enterprise(), Year.of(year)).outcome().comparisons().stream()
            .map(ComparisonResponse::of)
            .toList());
  }

  /// What a person says about a difference; `figures` is that of the difference they saw.
  record JudgementRequest(
      @Min(1990) @Max(2100) int year,
      @NotNull @Size(min = 1, max = 64) String figures,
      @Nullable @Size(max = 1000) String words) {
    Differences.Judgement about(SubjectId id) {
      return new Differences.Judgement(Year.of(year), id, figures);
    }
  }

  @PostMapping("/differences/{differenceId}/explanation")
  @Permission(Right.CROSSCHECK_EXPLAIN)
  DifferenceResponse explain(
      CallContext call,
      @PathVariable SubjectId differenceId,
      @Valid @RequestBody JudgementRequest body) {
    return response(
        call, differences.explain(call.because(body.words()), body.about(differenceId)));
  }

  @PostMapping("/differences/{differenceId}/acceptance")
  @Permission(Right.CROSSCHECK_ACCEPT)
  DifferenceResponse accept(
      CallContext call,
      @PathVariable SubjectId differenceId,
      @Valid @RequestBody JudgementRequest body) {
    return response(call, differences.accept(call.because(body.words()), body.about(differenceId)));
  }

  @PostMapping("/differences/{differenceId}/return")
  @Permission(Right.CROSSCHECK_ACCEPT)
  DifferenceResponse sendBack(
      CallContext call,
      @PathVariable SubjectId differenceId,
      @Valid @RequestBody JudgementRequest body) {
    return response(
        call, differences.sendBack(call.because(body.words()), body.about(differenceId)));
  }

  private DifferenceResponse response(CallContext call, Differences.Tracked tracked) {
    Naming naming = naming(call, List.of(tracked));
    return DifferenceResponse.of(tracked, naming.files(), naming.people());
  }

  private record Naming(Map<FileId, DocumentFile> files, Map<AccountId, String> people) {}

  private Naming naming(CallContext call, List<Differences.Tracked> tracked) {
    Set<AccountId> people = new HashSet<>();
    tracked.forEach(one -> one.remarks().forEach(remark -> people.add(remark.by())));
    return new Naming(
        documents.files(call.enterprise()).stream()
            .collect(Collectors.toMap(DocumentFile::id, file -> file)),
        accounts.names(people));
  }
}
