package io.tanheng.server.operate.evaluation;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.RunFigures;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The base year and the history of results.
@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/evaluation/base-year")
class BaseYearController {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final BaseYears baseYears;
  private final Accounts accounts;

  BaseYearController(BaseYears baseYears, Accounts accounts) {
    this.baseYears = baseYears;
    this.accounts = accounts;
  }

  /// A number against the base year; `changePercent` is absent in the base year and without one.
  record HistoryFigure(
      String key,
      @Nullable String figure,
      Text name,
      BigDecimal value,
      String unit,
      @Nullable BigDecimal changePercent) {}

  /// The current result of a year.
  record HistoryYear(
      int year,
      UUID inventoryId,
      int number,
      boolean provisional,
      HistoryFigure total,
      List<HistoryFigure> intensities) {}

  /// A choice of the base year, with who made it and why.
  record BaseYearChoice(
      int version, int year, UUID inventoryId, String reason, String chosenBy, String chosenAt) {}

  /// `restated` says that the result of the base year is another than when it was chosen.
  record BaseYearResponse(
      String method,
      @Nullable BaseYearChoice base,
      boolean restated,
      List<BaseYearChoice> choices,
      List<HistoryYear> history) {}

  @GetMapping
  @Permission(Right.INVENTORY_READ)
  BaseYearResponse show(CallContext call, @RequestParam @Size(max = 80) String method) {
    List<Entry<BaseYearContent>> versions = baseYears.versions(call.enterprise(), method);
    List<RunFigures> history = baseYears.history(call.enterprise(), method);
    Map<AccountId, String> names =
        accounts.names(versions.stream().map(Entry::by).collect(Collectors.toSet()));
    List<BaseYearChoice> choices = versions.stream().map(entry -> choice(entry, names)).toList();
    BaseYearChoice base = choices.isEmpty() ? null : choices.getLast();
    RunFigures baseRun =
        base == null
            ? null
            : history.stream()
                .filter(run -> run.period().year().getValue() == base.year())
                .findFirst()
                .orElse(null);
    return new BaseYearResponse(
        method,
        base,
        base != null && (baseRun == null || !baseRun.id().value().equals(base.inventoryId())),
        choices,
        history.stream().map(run -> year(run, baseRun)).toList());
  }

  private static BaseYearChoice choice(Entry<BaseYearContent> entry, Map<AccountId, String> names) {
    return new BaseYearChoice(
        entry.version(),
        entry.content().year(),
        entry.content().inventoryId(),
        Objects.requireNonNullElse(entry.reason(), ""),
        UncertaintyController.name(entry.by(), names),
        entry.at().toString());
  }

  private static HistoryYear year(RunFigures run, @Nullable RunFigures base) {
    return new HistoryYear(
        run.period().year().getValue(),
        run.id().value(),
        run.number(),
        run.provisional(),
        figure(run.total(), run, base == null ? null : base.total(), base),
        run.intensities().stream()
            .map(one -> figure(one, run, base == null ? null : same(base, one), base))
            .toList());
  }

  private static RunFigures.@Nullable Figure same(RunFigures base, RunFigures.Figure one) {
    return base.intensities().stream()
        .filter(other -> other.key().equals(one.key()) && other.unit().equals(one.unit()))
        .findFirst()
        .orElse(null);
  }

  private static HistoryFigure figure(
      RunFigures.Figure one,
      RunFigures run,
      RunFigures.@Nullable Figure before,
      @Nullable RunFigures base) {
    boolean comparable =
        before != null
            && base != null
            && !base.id().equals(run.id())
            && before.value().signum() != 0;
    return new HistoryFigure(
        one.key(),
        one.figure(),
        one.name(),
        one.value(),
        one.unit(),
        comparable
            ? one.value()
                .subtract(Objects.requireNonNull(before).value())
                .multiply(HUNDRED)
                .divide(before.value(), 2, RoundingMode.HALF_UP)
            : null);
  }

  /// Which year, why, and the version of the choice so far (0 for the first).
  record BaseYearRequest(
      @NotNull @Size(max = 80) String method,
      @Min(2000) @Max(2100) int year,
      @NotBlank @Size(max = 500) String reason,
      @Min(0) int version) {}

  @PutMapping
  @Permission(Right.EVALUATION_EDIT)
  BaseYearResponse choose(CallContext call, @Valid @RequestBody BaseYearRequest body) {
    baseYears.choose(call.because(body.reason()), body.method(), body.year(), body.version());
    return show(call, body.method());
  }
}
