package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.foundation.wire.Page;
import io.tanheng.server.operate.crosscheck.Match.Confirm;
import io.tanheng.server.operate.crosscheck.Match.ItemKey;
import io.tanheng.server.operate.measure.ParameterId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What document items are compared with, and how far they may differ.
@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/crosscheck")
class MatchController {
  private final Matches matches;
  private final Accounts accounts;

  MatchController(Matches matches, Accounts accounts) {
    this.matches = matches;
    this.accounts = accounts;
  }

  /// An item of the documents; `suggested` where nobody matched it yet.
  record ItemMatchResponse(
      Direction direction,
      String item,
      String meteringPoint,
      List<DocumentKind> kinds,
      List<String> units,
      int documents,
      List<UUID> parameters,
      List<UUID> suggested,
      @Nullable String notCompared,
      @Nullable BigDecimal tolerancePercent,
      int version,
      @Nullable String confirmedBy,
      @Nullable String confirmedAt) {}

  @GetMapping("/matches")
  @Permission(Right.CROSSCHECK_READ)
  Page<ItemMatchResponse> list(CallContext call, @RequestParam @Min(1990) @Max(2100) int year) {
    List<Matches.ItemMatch> items = matches.items(call.enterprise(), Year.of(year));
    Map<AccountId, String> names =
        accounts.names(
            items.stream()
                .flatMap(item -> Stream.ofNullable(item.match()))
                .map(Match::confirmedBy)
                .collect(Collectors.toSet()));
    return Page.whole(items.stream().map(item -> response(item, names)).toList());
  }

  private static ItemMatchResponse response(Matches.ItemMatch item, Map<AccountId, String> names) {
    Match match = item.match();
    return new ItemMatchResponse(
        item.key().direction(),
        item.key().item(),
        item.key().meteringPoint(),
        item.kinds(),
        item.units(),
        item.documents(),
        match == null ? List.of() : match.parameters().stream().map(ParameterId::value).toList(),
        item.suggested().stream().map(ParameterId::value).toList(),
        match == null ? null : match.notCompared(),
        match == null ? null : match.tolerancePercent(),
        match == null ? 0 : match.version(),
        match == null ? null : DocumentController.name(match.confirmedBy(), names),
        match == null ? null : match.confirmedAt().toString());
  }

  /// Matches to confirm, all or none, as seen in `year`.
  record ConfirmMatchesRequest(
      @Min(1990) @Max(2100) int year,
      @NotEmpty @Size(max = 500) List<@NotNull @Valid MatchRequest> items) {}

  /// Parameters, or why the item is not compared; `version` 0 for a new match.
  record MatchRequest(
      @NotNull Direction direction,
      @NotNull @Size(min = 1, max = 200) String item,
      @NotNull @Size(max = 200) String meteringPoint,
      @NotNull @Size(max = 50) List<@NotNull UUID> parameters,
      @Nullable @Size(max = 500) String notCompared,
      @Nullable @DecimalMin("0") @DecimalMax("100") BigDecimal tolerancePercent,
      int version) {
    Confirm toConfirm() {
      return new Confirm(
          new ItemKey(direction, item, meteringPoint),
          parameters.stream().map(ParameterId::new).toList(),
          notCompared == null || notCompared.isBlank() ? null : notCompared.strip(),
          tolerancePercent,
          version);
    }
  }

  @PutMapping("/matches")
  @Permission(Right.CROSSCHECK_EDIT)
  Page<ItemMatchResponse> confirm(
      CallContext call, @Valid @RequestBody ConfirmMatchesRequest body) {
    matches.confirm(call, body.items().stream().map(MatchRequest::toConfirm).toList());
    return list(call, body.year());
  }

  /// A tolerance in per cent of the ledger value, with the stated default and its source.
  record ToleranceResponse(
      String subject,
      BigDecimal percent,
      BigDecimal statedPercent,
      String confidence,
      Text source,
      @Nullable String reason,
      @Nullable String changedBy,
      @Nullable String changedAt) {}

  @GetMapping("/tolerances")
  @Permission(Right.CROSSCHECK_READ)
  Page<ToleranceResponse> tolerances(CallContext call) {
    List<Tolerances.Tolerance> all = matches.tolerances(call.enterprise()).all();
    Map<AccountId, String> names =
        accounts.names(
            all.stream()
                .flatMap(one -> Stream.ofNullable(one.chosen()))
                .map(Tolerances.Chosen::by)
                .collect(Collectors.toSet()));
    return Page.whole(all.stream().map(one -> response(one, names)).toList());
  }

  private static ToleranceResponse response(
      Tolerances.Tolerance one, Map<AccountId, String> names) {
    Tolerances.Chosen chosen = one.chosen();
    return new ToleranceResponse(
        one.stated().subject(),
        one.percent(),
        one.stated().percent(),
        one.stated().confidence(),
        one.stated().source(),
        chosen == null ? null : chosen.reason(),
        chosen == null ? null : DocumentController.name(chosen.by(), names),
        chosen == null ? null : chosen.at().toString());
  }

  /// A tolerance of the enterprise's own, and why.
  record ToleranceRequest(
      @NotNull @Size(min = 1, max = 40) String subject,
      @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal percent,
      @NotNull @Size(min = 1, max = 500) String reason) {}

  @PutMapping("/tolerances")
  @Permission(Right.CROSSCHECK_EDIT)
  Page<ToleranceResponse> tolerate(CallContext call, @Valid @RequestBody ToleranceRequest body) {
    matches.tolerate(call.because(body.reason()), body.subject(), body.percent());
    return tolerances(call);
  }
}
