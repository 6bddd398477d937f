package io.tanheng.server.operate.view;

import io.tanheng.accounting.InventoryView;
import io.tanheng.accounting.InventoryView.MarketBased;
import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.ProblemResponse;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.foundation.wire.ExpectedVersion;
import io.tanheng.server.operate.inventory.FigureReading;
import io.tanheng.server.operate.inventory.InventoryId;
import io.tanheng.server.operate.inventory.InventoryPeriod;
import io.tanheng.server.operate.inventory.RunFigures;
import io.tanheng.server.operate.view.EntriesStore.Version;
import io.tanheng.server.operate.view.ViewEntries.Amount;
import io.tanheng.server.operate.view.ViewEntries.Contract;
import io.tanheng.server.operate.view.ViewEntries.ContractKind;
import io.tanheng.server.operate.view.ViewEntries.Criteria;
import io.tanheng.server.operate.view.ViewEntries.Judgement;
import io.tanheng.server.operate.view.ViewEntries.Residual;
import io.tanheng.standard.View;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Year;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A run in the order of another standard, and what is entered beside it. Amounts in tCO2e, rounded
/// once to six decimals.
@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/views")
class ViewController {
  private static final int DECIMALS = 6;
  private static final int PERCENT_DECIMALS = 2;
  private static final String UNIT = "tCO2e";

  private final Views views;
  private final FigureReading figures;
  private final Accounts accounts;

  ViewController(Views views, FigureReading figures, Accounts accounts) {
    this.views = views;
    this.figures = figures;
    this.accounts = accounts;
  }

  record NamedPart(String id, Text name) {}

  /// A view there is; `indirect` are the parts judged for significance.
  record ViewSummary(
      String id,
      String number,
      Text title,
      Text citation,
      String confidence,
      @Nullable Text note,
      List<NamedPart> categories,
      List<NamedPart> parts,
      List<NamedPart> memos,
      List<NamedPart> indirect,
      List<NamedPart> criteria) {}

  record ViewListResponse(List<ViewSummary> items) {}

  /// `figure` opens the trace of a source; absent for what was entered here.
  record ViewLine(
      @Nullable String figure, Text name, String gas, String value, @Nullable Text remark) {}

  record ViewPart(String id, Text name, String value, List<ViewLine> lines) {}

  record ViewCategory(
      String id, Text name, String value, @Nullable String percent, List<ViewPart> parts) {}

  record GasAmount(String gas, String value) {}

  /// Electricity in MWh; `location` and `market` in tCO2e.
  record ElectricityResponse(
      String figure,
      Text name,
      String bought,
      String covered,
      String residual,
      String location,
      String market,
      String coveredPercent) {}

  record SignificanceResponse(
      String place,
      Text name,
      String value,
      String percent,
      String score,
      boolean byScore,
      boolean bySize,
      boolean significant,
      @Nullable String excluded) {}

  record EntriesVersion(int version, String by, String at, @Nullable String reason) {}

  record ViewResponse(
      String view,
      int year,
      String unit,
      List<ViewCategory> categories,
      List<GasAmount> gases,
      List<ViewPart> memos,
      String total,
      String methodTotal,
      String totalFigure,
      List<ViewLine> reconciliation,
      @Nullable ElectricityResponse electricity,
      List<SignificanceResponse> significance,
      List<ProblemResponse.Item> problems,
      ViewEntries entries,
      int version,
      List<EntriesVersion> history) {}

  @GetMapping
  @Permission(Right.INVENTORY_READ)
  ViewListResponse list(CallContext call) {
    return new ViewListResponse(
        views.list().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> summary(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static ViewSummary summary(String id, View view) {
    return new ViewSummary(
        id,
        view.number(),
        text(view.title()),
        text(view.citation().citation().title()),
        view.citation().confidence().name().toLowerCase(Locale.ROOT),
        view.note().map(ViewController::text).orElse(null),
        view.categories().stream()
            .map(category -> new NamedPart(category.id(), text(category.name())))
            .toList(),
        view.categories().stream().flatMap(category -> parts(category.parts()).stream()).toList(),
        parts(view.memos()),
        parts(Views.indirect(view)),
        parts(view.criteria()));
  }

  private static List<NamedPart> parts(List<View.Named> named) {
    return named.stream().map(one -> new NamedPart(one.id(), text(one.name()))).toList();
  }

  @GetMapping("/{view}")
  @Permission(Right.INVENTORY_READ)
  ViewResponse show(CallContext call, @PathVariable String view, @RequestParam UUID inventoryId) {
    RunFigures run = figures.require(call.enterprise(), new InventoryId(inventoryId));
    Year year = run.period().year();
    Views.Shown shown = views.show(call.enterprise(), run.id(), year, view);
    InventoryView order = shown.inventory();
    Map<String, String> traces = new LinkedHashMap<>();
    run.sources().forEach(source -> traces.put(source.key(), source.figure()));
    Set<AccountId> people = new HashSet<>();
    shown.versions().forEach(version -> people.add(version.by()));
    Map<AccountId, String> names = accounts.names(people);
    Version last = shown.versions().isEmpty() ? null : shown.versions().getFirst();
    return new ViewResponse(
        view,
        year.getValue(),
        UNIT,
        order.categories().stream().map(category -> category(category, order, traces)).toList(),
        order.gases().entrySet().stream()
            .map(gas -> new GasAmount(gas.getKey(), amount(gas.getValue())))
            .toList(),
        order.memos().stream().map(memo -> part(memo, traces)).toList(),
        amount(order.total()),
        amount(order.methodTotal()),
        String.valueOf(run.total().figure()),
        order.reconciliation().stream().map(line -> line(line, traces)).toList(),
        shown.electricity().map(one -> electricity(one, traces)).orElse(null),
        shown.judged().stream().map(ViewController::significance).toList(),
        shown.problems().stream().map(ProblemResponse.Item::of).toList(),
        last == null ? ViewEntries.NONE : last.entries(),
        last == null ? 0 : last.number(),
        shown.versions().stream()
            .map(version ->
                new EntriesVersion(
                    version.number(),
                    names.getOrDefault(version.by(), version.by().toString()),
                    version.at().toString(),
                    version.reason()))
            .toList());
  }

  private static ViewCategory category(
      InventoryView.CategorySum category, InventoryView order, Map<String, String> traces) {
    Rational total = order.total().value();
    return new ViewCategory(
        category.id(),
        text(category.name()),
        amount(category.sum()),
        total.isZero() ? null : percent(category.sum().value().dividedBy(total)),
        category.parts().stream().map(part -> part(part, traces)).toList());
  }

  private static ViewPart part(InventoryView.PartSum part, Map<String, String> traces) {
    return new ViewPart(
        part.id(),
        text(part.name()),
        amount(part.sum()),
        part.lines().stream().map(line -> line(line, traces)).toList());
  }

  private static ViewLine line(InventoryView.Line line, Map<String, String> traces) {
    return new ViewLine(
        traces.get(line.source()),
        text(line.name()),
        line.gas(),
        amount(line.value()),
        line.remark().map(ViewController::text).orElse(null));
  }

  private static ElectricityResponse electricity(
      Views.Electricity electricity, Map<String, String> traces) {
    MarketBased result = electricity.result();
    return new ElectricityResponse(
        traces.getOrDefault(electricity.source().key(), ""),
        text(electricity.source().name()),
        amount(result.bought()),
        amount(result.covered()),
        amount(result.residual()),
        amount(result.location()),
        amount(result.market()),
        percent(result.share()));
  }

  private static SignificanceResponse significance(Views.Judged judged) {
    return new SignificanceResponse(
        judged.part().id(),
        text(judged.part().name()),
        amount(judged.sum()),
        percent(judged.share()),
        judged
            .assessment()
            .score()
            .toDecimal(PERCENT_DECIMALS, RoundingMode.HALF_UP)
            .toPlainString(),
        judged.assessment().byScore(),
        judged.assessment().bySize(),
        judged.assessment().isSignificant(),
        judged.judgement().excluded());
  }

  private static String amount(Quantity quantity) {
    return quantity.value().toDecimal(DECIMALS, RoundingMode.HALF_UP).toPlainString();
  }

  private static String percent(Rational share) {
    return share
        .times(Rational.of(100))
        .toDecimal(PERCENT_DECIMALS, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static Text text(io.tanheng.units.Text text) {
    return new Text(text.zh(), text.en());
  }

  record AmountEntry(
      @NotNull @Size(max = 40) String place,
      @NotBlank @Size(max = 200) String name,
      @NotNull @Pattern(regexp = "CO2|CH4|N2O|HFC|PFC|SF6|NF3") String gas,
      @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 9) BigDecimal tonnes,
      @NotBlank @Size(max = 500) String basis) {}

  record ContractEntry(
      @NotNull ContractKind kind,
      @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 6) BigDecimal mwh,
      @NotNull @DecimalMin("0") @DecimalMax("2") @Digits(integer = 1, fraction = 8)
          BigDecimal contractFactor,
      @NotBlank @Size(max = 120) String reference) {}

  record ResidualEntry(
      @NotNull @DecimalMin("0") @DecimalMax("2") @Digits(integer = 1, fraction = 8)
          BigDecimal residualFactor,
      @NotBlank @Size(max = 500) String basis) {}

  record CriteriaEntry(
      @NotNull @Size(max = 20)
          Map<@Size(max = 60) String, @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal>
              weights,
      @NotNull @DecimalMin("0") @DecimalMax("3") BigDecimal threshold,
      @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal largePercent) {}

  record JudgementEntry(
      @NotNull @Size(max = 40) String place,
      @NotNull @Size(max = 20)
          Map<@Size(max = 60) String, @NotNull @DecimalMin("0") @DecimalMax("3") BigDecimal> scores,
      @Nullable @Size(max = 500) String excluded) {}

  record ViewEntriesRequest(
      @NotNull @Size(max = 200) List<@NotNull @Valid AmountEntry> amounts,
      @NotNull @Size(max = 200) List<@NotNull @Valid ContractEntry> contracts,
      @Nullable @Valid ResidualEntry residual,
      @Nullable @Valid CriteriaEntry criteria,
      @NotNull @Size(max = 50) List<@NotNull @Valid JudgementEntry> judgements,
      @Nullable @Size(max = 500) String reason) {
    ViewEntries toEntries() {
      return new ViewEntries(
          amounts.stream()
              .map(one ->
                  new Amount(
                      one.place(),
                      one.name().strip(),
                      one.gas(),
                      one.tonnes(),
                      one.basis().strip()))
              .toList(),
          contracts.stream()
              .map(one ->
                  new Contract(
                      one.kind(), one.mwh(), one.contractFactor(), one.reference().strip()))
              .toList(),
          residual == null
              ? null
              : new Residual(residual.residualFactor(), residual.basis().strip()),
          criteria == null
              ? null
              : new Criteria(criteria.weights(), criteria.threshold(), criteria.largePercent()),
          judgements.stream()
              .map(one -> new Judgement(one.place(), one.scores(), one.excluded()))
              .toList());
    }
  }

  /// Writes the entries of a year anew; `If-Match` names the version they were read in, 0 at first.
  @PutMapping("/{view}/entries")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Permission(Right.EVALUATION_EDIT)
  void enter(
      CallContext call,
      @PathVariable String view,
      @RequestParam int year,
      ExpectedVersion version,
      @Valid @RequestBody ViewEntriesRequest body) {
    InventoryPeriod.requireYear(year);
    views.enter(
        call.because(body.reason()), Year.of(year), view, version.value(), body.toEntries());
  }
}
