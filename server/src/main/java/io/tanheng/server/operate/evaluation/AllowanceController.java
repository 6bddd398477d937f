package io.tanheng.server.operate.evaluation;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.foundation.wire.ExpectedVersion;
import io.tanheng.server.operate.evaluation.AllowanceContent.Obligation;
import io.tanheng.server.operate.inventory.InventoryId;
import io.tanheng.server.operate.inventory.RunFigures;
import io.tanheng.standard.InputSymbol;
import io.tanheng.standard.Rule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

/// A result against the allowance.
@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/evaluation/allowance")
class AllowanceController {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Allowances allowances;
  private final Accounts accounts;

  AllowanceController(Allowances allowances, Accounts accounts) {
    this.allowances = allowances;
    this.accounts = accounts;
  }

  /// A figure of the run an input may be taken from; `figure` opens its trace.
  record FigureCandidate(
      String key, @Nullable String figure, Text name, BigDecimal value, String unit) {}

  /// An input of a rule; `fits` are candidates of its kind, `proposed` the one that plainly is it.
  record RuleInput(
      String name, Text words, String unit, List<String> fits, @Nullable String proposed) {}

  record RuleLabel(String name, List<String> values) {}

  /// A dated rule; `suits` whether it is for the run's sector and year.
  record MarketRuleResponse(
      String id,
      Text title,
      String market,
      String sector,
      String status,
      List<String> years,
      @Nullable String from,
      @Nullable String to,
      boolean suits,
      boolean givesAllowance,
      List<RuleLabel> labels,
      List<RuleInput> inputs,
      Text citation,
      String confidence,
      @Nullable Text note) {}

  /// Emissions that have to be covered, by either view.
  record ObligationResponse(
      Obligation key, @Nullable String figure, BigDecimal value, String unit, List<Text> leftOut) {}

  record AllowanceAssessment(
      UUID id,
      int version,
      boolean upToDate,
      String assessedBy,
      String assessedAt,
      AllowanceContent content) {}

  /// All assessments by one rule together.
  record AllowanceBalance(
      String rule,
      Obligation obligation,
      int units,
      BigDecimal emissions,
      BigDecimal allowance,
      BigDecimal surplus,
      @Nullable BigDecimal surplusPercent) {}

  record AllowanceResponse(
      List<ObligationResponse> obligations,
      List<FigureCandidate> candidates,
      List<MarketRuleResponse> rules,
      List<AllowanceAssessment> assessments,
      List<AllowanceBalance> balances) {}

  @GetMapping
  @Permission(Right.INVENTORY_READ)
  AllowanceResponse show(CallContext call, @RequestParam UUID inventoryId) {
    RunFigures run = allowances.run(call.enterprise(), new InventoryId(inventoryId));
    List<RunFigures.Figure> candidates = allowances.candidates(call.enterprise(), run);
    List<Entry<AllowanceContent>> entries = allowances.list(call.enterprise(), run.id());
    Map<AccountId, String> names =
        accounts.names(entries.stream().map(Entry::author).collect(Collectors.toSet()));
    return new AllowanceResponse(
        List.of(
            obligation(Obligation.DIRECT, run.direct(), run.leftOut()),
            obligation(Obligation.TOTAL, run.total(), List.of())),
        candidates.stream()
            .map(one ->
                new FigureCandidate(one.key(), one.figure(), one.name(), one.value(), one.unit()))
            .toList(),
        allowances.rules().stream().map(rule -> rule(rule, run, candidates)).toList(),
        entries.stream().map(entry -> assessment(entry, names)).toList(),
        balances(entries));
  }

  private static ObligationResponse obligation(
      Obligation key, RunFigures.Figure figure, List<Text> leftOut) {
    return new ObligationResponse(key, figure.figure(), figure.value(), figure.unit(), leftOut);
  }

  private static MarketRuleResponse rule(
      Rule rule, RunFigures run, List<RunFigures.Figure> candidates) {
    return new MarketRuleResponse(
        rule.id(),
        words(rule.title()),
        rule.market(),
        rule.sector(),
        rule.status().name(),
        rule.years(),
        rule.from().orElse(null),
        rule.to().orElse(null),
        Allowances.suits(rule, run),
        rule.allowance().isPresent(),
        rule.labels().entrySet().stream()
            .map(label -> new RuleLabel(label.getKey(), label.getValue()))
            .toList(),
        rule.inputs().values().stream().map(input -> input(input, rule, candidates)).toList(),
        words(rule.citation().citation().title()),
        rule.citation().confidence().name().toLowerCase(Locale.ROOT),
        rule.note().map(AllowanceController::words).orElse(null));
  }

  private static RuleInput input(InputSymbol input, Rule rule, List<RunFigures.Figure> candidates) {
    List<RunFigures.Figure> fits =
        candidates.stream().filter(figure -> Allowances.fits(figure, input)).toList();
    return new RuleInput(
        input.key(),
        words(input.name()),
        Allowances.unitOf(input).symbol(),
        fits.stream().map(RunFigures.Figure::key).toList(),
        proposed(input, rule, fits));
  }

  /// Verified emissions are the obligation, except where a rule is for one unit of several;
  /// otherwise the one figure of the same name.
  private static @Nullable String proposed(
      InputSymbol input, Rule rule, List<RunFigures.Figure> fits) {
    if (rule.labels().containsKey("unitClass") && input.key().equals("verifiedEmission")) {
      return null;
    }
    if (input.key().equals("verifiedEmission") || input.key().equals("obligation")) {
      return rule.market().equals("national") ? "direct" : "total";
    }
    if (input.key().equals("entityInitial")) {
      List<String> sums =
          fits.stream()
              .map(RunFigures.Figure::key)
              .filter(key -> key.startsWith("allowances:"))
              .toList();
      return sums.size() == 1 ? sums.getFirst() : null;
    }
    List<String> same =
        fits.stream()
            .filter(figure -> figure.name().zh().endsWith(input.name().zh()))
            .map(RunFigures.Figure::key)
            .toList();
    return same.size() == 1 ? same.getFirst() : null;
  }

  private AllowanceAssessment assessment(
      Entry<AllowanceContent> entry, Map<AccountId, String> names) {
    return new AllowanceAssessment(
        entry.id().value(),
        entry.version(),
        allowances.isUpToDate(entry.content()),
        UncertaintyController.name(entry.author(), names),
        entry.at().toString(),
        entry.content());
  }

  private static List<AllowanceBalance> balances(List<Entry<AllowanceContent>> entries) {
    record Key(String rule, Obligation obligation) {}
    Map<Key, List<AllowanceContent.Computed>> groups = new LinkedHashMap<>();
    for (Entry<AllowanceContent> entry : entries) {
      AllowanceContent content = entry.content();
      if (content.computed().allowance() != null) {
        groups
            .computeIfAbsent(
                new Key(content.rule(), content.obligation()), key -> new ArrayList<>())
            .add(content.computed());
      }
    }
    List<AllowanceBalance> balances = new ArrayList<>();
    groups.forEach((key, group) -> {
      BigDecimal emissions = group.getFirst().emissions();
      BigDecimal sum =
          group.stream()
              .map(AllowanceContent.Computed::allowance)
              .filter(java.util.Objects::nonNull)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      balances.add(
          new AllowanceBalance(
              key.rule(),
              key.obligation(),
              group.size(),
              emissions,
              sum,
              sum.subtract(emissions),
              emissions.signum() == 0
                  ? null
                  : sum.subtract(emissions)
                      .multiply(HUNDRED)
                      .divide(emissions, 2, RoundingMode.HALF_UP)));
    });
    return balances;
  }

  private static Text words(io.tanheng.units.Text text) {
    return new Text(text.zh(), text.en());
  }

  /// Either a figure of the run by its key, or a value in the unit of the input with its evidence.
  record AllowanceInputRequest(
      @Nullable @Size(max = 200) String figure,
      @Nullable BigDecimal value,
      @Nullable @Size(max = 500) String evidence) {}

  /// What to hold a run against; `unit` names the power unit, line or process, where the rule is
  /// for one.
  record AllowanceRequest(
      @NotNull UUID inventoryId,
      @NotBlank @Size(max = 120) String rule,
      @NotNull @Size(max = 60) String unit,
      @NotNull Obligation obligation,
      @NotNull @Size(max = 10) Map<String, @NotNull @Size(max = 40) String> labels,
      @NotNull @Size(max = 20) Map<String, @NotNull @Valid AllowanceInputRequest> inputs) {
    Allowances.Ask toAsk() {
      Map<String, Allowances.Source> sources = new LinkedHashMap<>();
      inputs.forEach((name, input) ->
          sources.put(
              name, new Allowances.Source(input.figure(), input.value(), input.evidence())));
      return new Allowances.Ask(
          new InventoryId(inventoryId), rule, unit.strip(), obligation, labels, sources);
    }
  }

  /// Computed and not kept.
  @PostMapping("/calculation")
  @Permission(Right.EVALUATION_EDIT)
  AllowanceContent calculate(CallContext call, @Valid @RequestBody AllowanceRequest body) {
    return allowances.compute(call, body.toAsk());
  }

  @PostMapping("/assessments")
  @ResponseStatus(HttpStatus.CREATED)
  @Permission(Right.EVALUATION_EDIT)
  AllowanceAssessment keep(CallContext call, @Valid @RequestBody AllowanceRequest body) {
    Entry<AllowanceContent> entry = allowances.keep(call, body.toAsk());
    return assessment(entry, accounts.names(Set.of(entry.author())));
  }

  @PostMapping("/assessments/{entryId}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Permission(Right.EVALUATION_EDIT)
  void withdraw(
      CallContext call,
      @PathVariable EntryId entryId,
      ExpectedVersion version,
      @Valid @RequestBody UncertaintyController.WithdrawEntryRequest body) {
    allowances.withdraw(call.because(body.reason()), entryId, version.value());
  }
}
