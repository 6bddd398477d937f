package io.tanheng.server.operate.evaluation;

import io.tanheng.accounting.Distribution;
import io.tanheng.accounting.ResultJson;
import io.tanheng.accounting.UncertaintyPlan;
import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.foundation.wire.ExpectedVersion;
import io.tanheng.server.operate.inventory.Estimation;
import io.tanheng.server.operate.inventory.FigureReading;
import io.tanheng.server.operate.inventory.InventoryId;
import io.tanheng.server.operate.inventory.RunFigures;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// How uncertain a result is: what people know of its values, and the estimates made of it.
@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/evaluation/uncertainty")
class UncertaintyController {
  private final Uncertainties uncertainties;
  private final FigureReading figures;
  private final Accounts accounts;

  UncertaintyController(Uncertainties uncertainties, FigureReading figures, Accounts accounts) {
    this.uncertainties = uncertainties;
    this.figures = figures;
    this.accounts = accounts;
  }

  /// A value of the run that may be uncertain; `input` is the entry that holds for it.
  record UncertainValue(
      String source,
      Text sourceName,
      String item,
      Text itemName,
      String symbol,
      Text symbolName,
      boolean published,
      @Nullable Text factor,
      int rows,
      @Nullable UUID input) {}

  /// An entry with who wrote it; `percent` is half the width of the 95 % interval.
  record UncertainInputResponse(
      UUID id,
      int version,
      @Nullable String source,
      @Nullable String item,
      @Nullable String symbol,
      @Nullable Boolean published,
      Distribution.Shape shape,
      UncertainInput.StatedAs statedAs,
      BigDecimal stated,
      BigDecimal percent,
      UncertaintyPlan.Shared shared,
      UncertainInput.Basis basis,
      String evidence,
      String enteredBy,
      String enteredAt,
      @Nullable String reason) {}

  record CorrelationResponse(
      UUID id,
      int version,
      UUID input,
      UUID other,
      BigDecimal coefficient,
      String evidence,
      String enteredBy,
      String enteredAt) {}

  /// An uncertainty an entry form may offer.
  record UncertaintyProposal(
      String id,
      Text name,
      UncertainInput.StatedAs statedAs,
      BigDecimal percent,
      String confidence,
      Text source) {}

  record UncertaintyResponse(
      String method,
      List<UncertainValue> values,
      List<UncertainInputResponse> inputs,
      List<CorrelationResponse> correlations,
      List<UncertaintyProposal> proposals,
      int fewestTrials,
      int mostTrials) {}

  @GetMapping
  @Permission(Right.INVENTORY_READ)
  UncertaintyResponse show(CallContext call, @RequestParam UUID inventoryId) {
    InventoryId id = new InventoryId(inventoryId);
    RunFigures run = figures.require(call.enterprise(), id);
    List<Entry<UncertainInput>> inputs = uncertainties.inputs(call.enterprise(), run.method());
    List<Entry<CorrelatedInputs>> pairs =
        uncertainties.correlations(call.enterprise(), run.method());
    Set<AccountId> people = new HashSet<>();
    inputs.forEach(one -> people.add(one.author()));
    pairs.forEach(one -> people.add(one.author()));
    Map<AccountId, String> names = accounts.names(people);
    return new UncertaintyResponse(
        run.method(),
        uncertainties.values(call.enterprise(), id).stream()
            .map(value -> value(value, inputs))
            .toList(),
        inputs.stream().map(one -> input(one, names)).toList(),
        pairs.stream().map(one -> correlation(one, names)).toList(),
        Proposals.ALL.stream()
            .map(one ->
                new UncertaintyProposal(
                    one.id(),
                    one.name(),
                    one.statedAs(),
                    one.percent(),
                    one.confidence(),
                    one.source()))
            .toList(),
        Estimate.FEWEST_TRIALS,
        Estimate.MOST_TRIALS);
  }

  private static UncertainValue value(
      Estimation.Doubtful value, List<Entry<UncertainInput>> inputs) {
    return new UncertainValue(
        value.source(),
        value.sourceName(),
        value.item(),
        value.itemName(),
        value.symbol(),
        value.symbolName(),
        value.published(),
        value.factor(),
        value.rows(),
        inputs.stream()
            .filter(one ->
                one.content()
                    .toRule(one.id())
                    .fits(value.source(), value.item(), value.symbol(), value.published()))
            .findFirst()
            .map(one -> one.id().value())
            .orElse(null));
  }

  private static UncertainInputResponse input(
      Entry<UncertainInput> entry, Map<AccountId, String> names) {
    UncertainInput input = entry.content();
    return new UncertainInputResponse(
        entry.id().value(),
        entry.version(),
        input.source(),
        input.item(),
        input.symbol(),
        input.published(),
        input.shape(),
        input.statedAs(),
        input.stated(),
        new BigDecimal(ResultJson.number(input.percent())),
        input.shared(),
        input.basis(),
        input.evidence(),
        name(entry.author(), names),
        entry.at().toString(),
        entry.reason());
  }

  private static CorrelationResponse correlation(
      Entry<CorrelatedInputs> entry, Map<AccountId, String> names) {
    CorrelatedInputs pair = entry.content();
    return new CorrelationResponse(
        entry.id().value(),
        entry.version(),
        pair.input(),
        pair.other(),
        pair.coefficient(),
        pair.evidence(),
        name(entry.author(), names),
        entry.at().toString());
  }

  static String name(AccountId account, Map<AccountId, String> names) {
    return names.getOrDefault(account, account.toString());
  }

  /// What is known of values; source, item, symbol and `published` narrow which ones.
  record UncertainInputRequest(
      @NotNull @Size(max = 80) String method,
      @Nullable @Size(max = 80) String source,
      @Nullable @Size(max = 200) String item,
      @Nullable @Size(max = 60) String symbol,
      @Nullable Boolean published,
      @NotNull Distribution.Shape shape,
      @NotNull UncertainInput.StatedAs statedAs,
      @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("500") BigDecimal stated,
      @NotNull UncertaintyPlan.Shared shared,
      @NotNull UncertainInput.Basis basis,
      @NotBlank @Size(max = 500) String evidence,
      @Nullable @Size(max = 500) String reason) {
    UncertainInput toInput() {
      return new UncertainInput(
          method,
          source,
          item,
          symbol,
          published,
          shape,
          statedAs,
          stated,
          shared,
          basis,
          evidence.strip());
    }
  }

  @PostMapping("/inputs")
  @ResponseStatus(HttpStatus.CREATED)
  @Permission(Right.EVALUATION_EDIT)
  UncertainInputResponse enter(CallContext call, @Valid @RequestBody UncertainInputRequest body) {
    return response(uncertainties.enter(call.because(body.reason()), body.toInput()));
  }

  @PutMapping("/inputs/{entryId}")
  @Permission(Right.EVALUATION_EDIT)
  UncertainInputResponse change(
      CallContext call,
      @PathVariable EntryId entryId,
      ExpectedVersion version,
      @Valid @RequestBody UncertainInputRequest body) {
    return response(
        uncertainties.change(
            call.because(body.reason()), entryId, version.value(), body.toInput()));
  }

  private UncertainInputResponse response(Entry<UncertainInput> entry) {
    return input(entry, accounts.names(Set.of(entry.author())));
  }

  /// Why an entry no longer holds.
  record WithdrawEntryRequest(@NotBlank @Size(max = 500) String reason) {}

  @PostMapping("/inputs/{entryId}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Permission(Right.EVALUATION_EDIT)
  void withdraw(
      CallContext call,
      @PathVariable EntryId entryId,
      ExpectedVersion version,
      @Valid @RequestBody WithdrawEntryRequest body) {
    uncertainties.withdraw(call.because(body.reason()), entryId, version.value());
  }

  record CorrelationRequest(
      @NotNull @Size(max = 80) String method,
      @NotNull UUID input,
      @NotNull UUID other,
      @NotNull @DecimalMin("-1") @DecimalMax("1") BigDecimal coefficient,
      @NotBlank @Size(max = 500) String evidence) {}

  @PostMapping("/correlations")
  @ResponseStatus(HttpStatus.CREATED)
  @Permission(Right.EVALUATION_EDIT)
  CorrelationResponse correlate(CallContext call, @Valid @RequestBody CorrelationRequest body) {
    Entry<CorrelatedInputs> entry =
        uncertainties.correlate(
            call,
            new CorrelatedInputs(
                body.method(),
                body.input(),
                body.other(),
                body.coefficient(),
                body.evidence().strip()));
    return correlation(entry, accounts.names(Set.of(entry.author())));
  }

  @PostMapping("/correlations/{entryId}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Permission(Right.EVALUATION_EDIT)
  void withdrawCorrelation(
      CallContext call,
      @PathVariable EntryId entryId,
      ExpectedVersion version,
      @Valid @RequestBody WithdrawEntryRequest body) {
    uncertainties.withdrawCorrelation(call.because(body.reason()), entryId, version.value());
  }
}
