package io.tanheng.server.operate.evaluation;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.foundation.wire.Amount;
import io.tanheng.server.foundation.wire.ExpectedVersion;
import io.tanheng.server.operate.evaluation.FlueGasContent.Measured;
import io.tanheng.server.operate.inventory.InventoryId;
import io.tanheng.server.operate.inventory.RunFigures;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.YearMonth;
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
import org.springframework.web.multipart.MultipartFile;

/// A result against on-line flue-gas measurement.
@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/evaluation/flue-gas")
class FlueGasController {
  private final FlueGas flueGas;
  private final Accounts accounts;

  FlueGasController(FlueGas flueGas, Accounts accounts) {
    this.flueGas = flueGas;
    this.accounts = accounts;
  }

  record FlueGasSource(String key, Text name, boolean compared) {}

  /// What was measured at a point in a month; `tonnes` is the mass of CO2.
  record FlueGasMeasurement(
      UUID id,
      int version,
      String month,
      String point,
      @Nullable Amount flow,
      @Nullable Amount concentration,
      @Nullable Amount mass,
      BigDecimal tonnes,
      String evidence,
      String enteredBy,
      String enteredAt) {}

  record FlueGasExplanation(
      String words, String by, boolean accepted, @Nullable String acceptedBy, String at) {}

  /// Measured and calculated CO2 of a month in tCO2.
  record FlueGasMonth(
      String month,
      @Nullable BigDecimal measured,
      BigDecimal calculated,
      @Nullable BigDecimal difference,
      @Nullable BigDecimal differencePercent,
      boolean within,
      @Nullable FlueGasExplanation explanation) {}

  record FlueGasResponse(
      List<FlueGasSource> sources,
      @Nullable BigDecimal tolerancePercent,
      @Nullable String basis,
      List<FlueGasMonth> months,
      List<FlueGasMeasurement> measurements) {}

  @GetMapping
  @Permission(Right.INVENTORY_READ)
  FlueGasResponse show(CallContext call, @RequestParam UUID inventoryId) {
    RunFigures run = flueGas.run(call.enterprise(), new InventoryId(inventoryId));
    FlueGasLimit limit =
        flueGas.limit(call.enterprise(), run.method()).map(Entry::content).orElse(null);
    List<FlueGas.Month> months = flueGas.months(call.enterprise(), run);
    List<Entry<FlueGasContent>> measured = flueGas.measured(call.enterprise(), run);
    Set<AccountId> people = new HashSet<>();
    measured.forEach(entry -> people.add(entry.author()));
    months.forEach(month -> {
      Entry<FlueGasRemark> remark = month.remark();
      if (remark != null) {
        people.addAll(List.of(remark.author(), remark.by()));
      }
    });
    Map<AccountId, String> names = accounts.names(people);
    return new FlueGasResponse(
        run.sources().stream()
            .map(source ->
                new FlueGasSource(
                    source.key(),
                    source.name(),
                    limit != null && limit.sources().contains(source.key())))
            .toList(),
        limit == null ? null : limit.tolerancePercent(),
        limit == null ? null : limit.basis(),
        months.stream().map(month -> month(month, names)).toList(),
        measured.stream().map(entry -> measurement(entry, names)).toList());
  }

  private static FlueGasMonth month(FlueGas.Month month, Map<AccountId, String> names) {
    Entry<FlueGasRemark> remark = month.remark();
    return new FlueGasMonth(
        month.month().toString(),
        month.measured(),
        month.calculated(),
        month.difference(),
        month.differencePercent(),
        month.within(),
        remark == null ? null : explanation(remark, names));
  }

  private static FlueGasExplanation explanation(
      Entry<FlueGasRemark> remark, Map<AccountId, String> names) {
    boolean accepted = remark.state() == Entry.State.ACCEPTED;
    return new FlueGasExplanation(
        remark.content().explanation(),
        UncertaintyController.name(remark.author(), names),
        accepted,
        accepted ? UncertaintyController.name(remark.by(), names) : null,
        remark.at().toString());
  }

  private static FlueGasMeasurement measurement(
      Entry<FlueGasContent> entry, Map<AccountId, String> names) {
    FlueGasContent content = entry.content();
    return new FlueGasMeasurement(
        entry.id().value(),
        entry.version(),
        content.month().toString(),
        content.point(),
        amount(content.flow()),
        amount(content.concentration()),
        amount(content.mass()),
        FlueGas.tonnes(content),
        content.evidence(),
        UncertaintyController.name(entry.author(), names),
        entry.at().toString());
  }

  private static @Nullable Amount amount(@Nullable Measured measured) {
    return measured == null ? null : new Amount(measured.value(), measured.unit());
  }

  /// Either `mass`, or `flow` and `concentration` as mass per volume.
  record FlueGasMonthRequest(
      @NotNull YearMonth month,
      @NotBlank @Size(max = 60) String point,
      @Nullable @Valid Amount flow,
      @Nullable @Valid Amount concentration,
      @Nullable @Valid Amount mass,
      @NotBlank @Size(max = 500) String evidence) {
    FlueGasContent toContent() {
      return new FlueGasContent(
          month,
          point.strip(),
          measured(flow),
          measured(concentration),
          measured(mass),
          evidence.strip());
    }

    private static @Nullable Measured measured(@Nullable Amount amount) {
      return amount == null ? null : new Measured(amount.value(), amount.unit());
    }
  }

  record FlueGasRequest(
      @NotNull UUID inventoryId,
      @NotEmpty @Size(max = 500) List<@NotNull @Valid FlueGasMonthRequest> months) {}

  @PutMapping("/months")
  @Permission(Right.EVALUATION_EDIT)
  FlueGasResponse keep(CallContext call, @Valid @RequestBody FlueGasRequest body) {
    flueGas.keep(call, body.months().stream().map(FlueGasMonthRequest::toContent).toList());
    return show(call, body.inventoryId());
  }

  /// A .csv in UTF-8 with the columns month, point, and CO2 with its unit or flow and concentration
  /// with theirs.
  @PostMapping("/files")
  @ResponseStatus(HttpStatus.CREATED)
  @Permission(Right.EVALUATION_EDIT)
  FlueGasResponse bring(
      CallContext call, @RequestParam MultipartFile file, @RequestParam UUID inventoryId)
      throws IOException {
    String name = file.getOriginalFilename();
    flueGas.keep(call, FlueGasFile.read(name == null ? "upload.csv" : name, file.getBytes()));
    return show(call, inventoryId);
  }

  @PostMapping("/months/{entryId}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Permission(Right.EVALUATION_EDIT)
  void withdraw(
      CallContext call,
      @PathVariable EntryId entryId,
      ExpectedVersion version,
      @Valid @RequestBody UncertaintyController.WithdrawEntryRequest body) {
    flueGas.withdraw(call.because(body.reason()), entryId, version.value());
  }

  /// Which sources are compared, how far they may differ, and why so far.
  record FlueGasLimitRequest(
      @NotNull UUID inventoryId,
      @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 80) String> sources,
      @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal tolerancePercent,
      @NotBlank @Size(max = 500) String basis) {}

  @PutMapping("/limit")
  @Permission(Right.EVALUATION_EDIT)
  FlueGasResponse limit(CallContext call, @Valid @RequestBody FlueGasLimitRequest body) {
    RunFigures run = flueGas.run(call.enterprise(), new InventoryId(body.inventoryId()));
    flueGas.limit(
        call,
        run,
        new FlueGasLimit(
            run.method(), body.sources(), body.tolerancePercent(), body.basis().strip()));
    return show(call, body.inventoryId());
  }

  record FlueGasExplanationRequest(
      @NotNull UUID inventoryId,
      @NotNull YearMonth month,
      @NotBlank @Size(max = 1000) String words) {}

  @PostMapping("/explanations")
  @ResponseStatus(HttpStatus.CREATED)
  @Permission(Right.EVALUATION_EDIT)
  FlueGasResponse explain(CallContext call, @Valid @RequestBody FlueGasExplanationRequest body) {
    RunFigures run = flueGas.run(call.enterprise(), new InventoryId(body.inventoryId()));
    flueGas.explain(call, run, body.month(), body.words().strip());
    return show(call, body.inventoryId());
  }

  record FlueGasAcceptanceRequest(@NotNull UUID inventoryId, @NotNull YearMonth month) {}

  @PostMapping("/acceptances")
  @ResponseStatus(HttpStatus.CREATED)
  @Permission(Right.EVALUATION_ACCEPT)
  FlueGasResponse accept(CallContext call, @Valid @RequestBody FlueGasAcceptanceRequest body) {
    RunFigures run = flueGas.run(call.enterprise(), new InventoryId(body.inventoryId()));
    flueGas.accept(call, run, body.month());
    return show(call, body.inventoryId());
  }
}
