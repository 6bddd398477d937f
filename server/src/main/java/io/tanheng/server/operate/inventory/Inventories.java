package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.InventoryStore.StoredRow;
import io.tanheng.server.operate.measure.MethodPlans;
import io.tanheng.server.operate.measure.OwnFactors;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.Parameters;
import io.tanheng.server.operate.measure.PlanItem;
import io.tanheng.server.operate.measure.PlanUse;
import io.tanheng.server.plan.organization.Boundary;
import io.tanheng.standard.EditionStatus;
import io.tanheng.standard.Factor;
import io.tanheng.standard.FactorSet;
import io.tanheng.standard.MethodEdition;
import io.tanheng.standard.Total;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Inventories (核算结果): runs the accounting of a period and keeps every run.
///
/// A run holds the ledger lines by id and version, the factors and the method edition it was made
/// with; nothing of it changes afterwards. Restating makes a new run that names the one it
/// supersedes.
@Service
public class Inventories {
  private final Editions editions;
  private final FactorBook factors;
  private final MethodPlans plans;
  private final InputDrawing drawing;
  private final Calculation calculation;
  private final SplitCalculation splits;
  private final InventoryStore store;
  private final DisplayStore display;
  private final Parameters parameters;
  private final Boundary boundary;
  private final Digests digests;
  private final JsonMapper json;

  Inventories(
      Editions editions,
      FactorBook factors,
      MethodPlans plans,
      InputDrawing drawing,
      Calculation calculation,
      SplitCalculation splits,
      InventoryStore store,
      DisplayStore display,
      Parameters parameters,
      Boundary boundary,
      Digests digests,
      JsonMapper json) {
    this.editions = editions;
    this.factors = factors;
    this.plans = plans;
    this.drawing = drawing;
    this.calculation = calculation;
    this.splits = splits;
    this.store = store;
    this.display = display;
    this.parameters = parameters;
    this.boundary = boundary;
    this.digests = digests;
    this.json = json;
  }

  /// Whether the catalogue holds the edition with its text confirmed.
  public boolean isUsable(String method) {
    return editions
        .find(method)
        .filter(edition -> edition.status() != EditionStatus.TEXT_NOT_CONFIRMED)
        .isPresent();
  }

  /// The sources the edition names, in its order.
  public List<MethodSource> sources(String method) {
    return editions.require(method).sources().values().stream()
        .map(source -> new MethodSource(source.key(), Words.of(source.name())))
        .toList();
  }

  /// The number people know the edition by.
  public String numberOf(String method) {
    return editions.require(method).number();
  }

  /// Runs the accounting; refused with every problem at once. Lines that are not confirmed yet make
  /// the result provisional (未确认) but do not stop it. A period has one current result by a method:
  /// where there is one already, it is restated with a reason and not run again.
  @Transactional
  public InventoryId run(CallContext call, RunInventory command) {
    store.lock(call.enterprise());
    return save(call, command, null).id();
  }

  /// Accounts a run's period again with the ledger of today and, where given, other factors. The
  /// old run stays and is marked superseded; a restatement that changes nothing is refused.
  @Transactional
  public InventoryId restate(CallContext call, InventoryId id, RestateInventory command) {
    store.lock(call.enterprise());
    InventoryHead before = requireHead(call.enterprise(), id);
    if (command.reason().isBlank()) {
      throw new ProblemException(InventoryProblem.REASON_MISSING);
    }
    if (before.supersededBy() != null) {
      throw new ProblemException(
          InventoryProblem.ALREADY_SUPERSEDED, Map.of("number", before.number()));
    }
    Map<String, FactorRef> choices = new HashMap<>(chosen(before));
    choices.putAll(command.factorChoices());
    InventoryView.Named set = before.view().factorSet();
    String factorSet =
        command.factorSet() != null ? command.factorSet() : set == null ? null : set.id();
    RunInventory again =
        new RunInventory(
            before.period(), before.method(), factorSet, choices, command.reason().strip());
    return save(call, again, before).id();
  }

  private static Map<String, FactorRef> chosen(InventoryHead head) {
    Map<String, FactorRef> choices = new HashMap<>();
    head.view()
        .factorChoices()
        .forEach(choice ->
            choices.put(
                choice.source(), new FactorRef(choice.table(), choice.row(), choice.column())));
    return choices;
  }

  @Transactional(readOnly = true)
  public boolean exists(EnterpriseId enterprise, Year year, String method) {
    return store.list(enterprise, year.getValue(), method, Integer.MAX_VALUE, 1).stream()
        .anyMatch(head -> head.period().wholeYear().isPresent());
  }

  /// What the enterprise watches per unit of output under a method, and what it could watch.
  @Transactional(readOnly = true)
  WatchedIntensities watched(EnterpriseId enterprise, String method, Year year) {
    MethodEdition edition = editions.require(method);
    return new WatchedIntensities(
        display.listIntensities(enterprise, method),
        edition.totals().stream()
            .map(total -> new WatchedIntensities.Choice(total.key(), Words.of(total.name())))
            .toList(),
        edition.sources().values().stream()
            .map(source -> new WatchedIntensities.Choice(source.key(), Words.of(source.name())))
            .toList(),
        plans.list(enterprise, method, year).stream()
            .map(PlanItem::definition)
            .filter(item -> item.use() == PlanUse.PRODUCTION && item.inputs().containsKey("value"))
            .map(item -> new WatchedIntensities.Choice(item.source(), item.itemName()))
            .distinct()
            .toList());
  }

  /// Sets what the enterprise watches per unit of output under a method; replaces what was set
  /// before. Runs show it from then on; those there are stay as they are.
  @Transactional
  public void defineIntensities(
      CallContext call, String method, List<IntensityDefinition> definitions) {
    requireFigures(editions.require(method), definitions);
    display.deleteIntensities(call.enterprise(), method);
    for (int i = 0; i < definitions.size(); i++) {
      display.insertIntensity(call.enterprise(), method, i + 1, definitions.get(i));
    }
  }

  private static void requireFigures(MethodEdition edition, List<IntensityDefinition> definitions) {
    Set<String> totals = edition.totals().stream().map(Total::key).collect(Collectors.toSet());
    List<Problem> problems = new ArrayList<>();
    for (IntensityDefinition definition : definitions) {
      Stream.concat(
              Stream.ofNullable(definition.total()).filter(key -> !totals.contains(key)),
              definition.sources().stream().filter(key -> !edition.sources().containsKey(key)))
          .forEach(key ->
              problems.add(
                  Problem.error(
                      InventoryProblem.UNKNOWN_NUMERATOR,
                      Map.of(
                          "intensity", definition.name().zh(),
                          "key", key,
                          "method", edition.number()))));
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(InventoryProblem.INTENSITIES_REFUSED, Map.of(), problems);
    }
  }

  /// Sets how results of a method are spread over the processes for display.
  @Transactional
  public void defineSplit(CallContext call, String method, ProcessSplit split) {
    display.putSplit(call.enterprise(), method, split);
  }

  @Transactional(readOnly = true)
  Optional<InventoryHead> find(EnterpriseId enterprise, InventoryId id) {
    return store.find(enterprise, id);
  }

  InventoryHead requireHead(EnterpriseId enterprise, InventoryId id) {
    return store
        .find(enterprise, id)
        .orElseThrow(() -> new ProblemException(InventoryProblem.NOT_FOUND));
  }

  private InventoryHead save(
      CallContext call, RunInventory command, @Nullable InventoryHead supersedes) {
    EnterpriseId enterprise = call.enterprise();
    Prepared prepared =
        prepare(
            call,
            command,
            supersedes,
            one -> drawing.draw(enterprise, one),
            () -> store.nextNumber(enterprise));
    InventoryHead head = prepared.head();
    requireSuccession(enterprise, head, supersedes);
    store.insert(enterprise, head, prepared.extras());
    store.insertRows(enterprise, head.id(), prepared.rows());
    return head;
  }

  /// A run as it would be stored.
  private record Prepared(InventoryHead head, List<StoredRow> rows, RunExtras extras) {}

  /// What a restatement with other factors, or by another edition, would give; nothing is stored.
  @Transactional(readOnly = true)
  Trial tryOut(CallContext call, InventoryId id, TryInventory command) {
    InventoryHead before = requireHead(call.enterprise(), id);
    InventoryView.Named set = before.view().factorSet();
    String method = command.method() == null ? before.method() : command.method();
    boolean otherMethod = !method.equals(before.method());
    String present = set == null || otherMethod ? null : set.id();
    Map<String, FactorRef> choices = new HashMap<>(chosen(before));
    choices.keySet().retainAll(editions.require(method).sources().keySet());
    choices.putAll(command.factorChoices());
    RunInventory again =
        new RunInventory(
            before.period(),
            method,
            command.factorSet() == null ? present : command.factorSet(),
            choices,
            null);
    List<PlanItem> items =
        command.applyTo(plans.list(call.enterprise(), before.method(), before.period().year()));
    Prepared prepared =
        prepare(
            call,
            again,
            before,
            one -> drawing.draw(call.enterprise(), one, items, InputDrawing.OwnFactorRule.ANY),
            before::number);
    return new Trial(before, prepared.head(), prepared.rows());
  }

  private Prepared prepare(
      CallContext call,
      RunInventory command,
      @Nullable InventoryHead supersedes,
      Function<RunInventory, Drawn> draw,
      IntSupplier number) {
    EnterpriseId enterprise = call.enterprise();
    MethodEdition edition = requireEdition(command);
    Optional<FactorSet> set = factorSet(edition, command);
    requireKnownSources(edition, command);
    requireKnownFactors(command);
    Drawn drawn = draw.apply(command);
    if (drawn.rows().isEmpty() && drawn.problems().isEmpty()) {
      throw new ProblemException(
          InventoryProblem.NO_PLAN,
          Map.of("method", edition.id(), "year", command.period().year().toString()));
    }
    Accounted.Calculated calculated = calculate(edition, command, drawn);

    Map<ParameterId, Parameter> known = parameters(enterprise, command.period().year());
    List<StoredRow> rows = calculated.rows().stream().map(row -> stored(row, known)).toList();
    RunExtras extras = extras(calculated, drawn, known);
    String inputsDigest = digests.ofInputs(rows, extras);
    InventoryView view = view(enterprise, edition, set, command, drawn, calculated);
    InventoryHead head =
        new InventoryHead(
            InventoryId.next(),
            number.getAsInt(),
            command.period(),
            edition.id(),
            view,
            drawn.openLines() > 0,
            drawn.openLines(),
            supersedes == null ? null : supersedes.id(),
            null,
            command.reason(),
            inputsDigest,
            edition.digest(),
            digests.ofRun(edition.digest(), inputsDigest, rows, view),
            call.account().value(),
            call.time());
    return new Prepared(head, rows, extras);
  }

  private void requireKnownFactors(RunInventory command) {
    command.factorChoices().values().stream()
        .filter(ref -> !ref.table().equals(OwnFactors.TABLE))
        .forEach(factors::require);
  }

  /// A run must differ from the current result of its period and method, and supersede it. Lines
  /// confirmed since then count as a difference: the result is provisional no longer. So does
  /// another intensity to watch.
  private void requireSuccession(
      EnterpriseId enterprise, InventoryHead run, @Nullable InventoryHead supersedes) {
    InventoryHead current =
        supersedes != null
            ? supersedes
            : store.findCurrent(enterprise, run.period(), run.method()).orElse(null);
    if (current == null) {
      return;
    }
    Map<String, Object> args = Map.of("number", current.number());
    if (current.digest().equals(run.digest()) && current.openLines() == run.openLines()) {
      throw new ProblemException(InventoryProblem.UNCHANGED, args);
    }
    if (supersedes == null) {
      throw new ProblemException(InventoryProblem.RESTATE_INSTEAD, args);
    }
  }

  private MethodEdition requireEdition(RunInventory command) {
    MethodEdition edition = editions.require(command.method());
    if (edition.status() == EditionStatus.TEXT_NOT_CONFIRMED) {
      throw new ProblemException(
          InventoryProblem.TEXT_NOT_CONFIRMED, Map.of("method", edition.id()));
    }
    return edition;
  }

  private static void requireKnownSources(MethodEdition edition, RunInventory command) {
    for (String source : new TreeSet<>(command.factorChoices().keySet())) {
      if (!edition.sources().containsKey(source)) {
        throw new ProblemException(
            InventoryProblem.UNKNOWN_SOURCE,
            Map.of(
                "method", edition.id(),
                "source", source,
                "known", String.join(", ", edition.sources().keySet())));
      }
    }
  }

  private static Optional<FactorSet> factorSet(MethodEdition edition, RunInventory command) {
    if (command.factorSet() == null) {
      return edition.factorSets().stream().findFirst();
    }
    Optional<FactorSet> set = edition.findFactorSet(command.factorSet());
    if (set.isEmpty()) {
      String known = String.join(", ", edition.factorSets().stream().map(FactorSet::id).toList());
      throw new ProblemException(
          InventoryProblem.UNKNOWN_FACTOR_SET,
          Map.of("method", edition.id(), "factorSet", command.factorSet(), "known", known));
    }
    return set;
  }

  private Accounted.Calculated calculate(MethodEdition edition, RunInventory command, Drawn drawn) {
    List<Problem> problems = new ArrayList<>(drawn.problems());
    if (problems.isEmpty()) {
      switch (calculation.run(edition, command.factorSet(), drawn)) {
        case Accounted.Calculated calculated -> {
          return calculated;
        }
        case Accounted.Refused(List<Problem> refused) -> problems.addAll(refused);
      }
    }
    throw new ProblemException(
        InventoryProblem.REFUSED, Map.of("count", problems.size()), problems);
  }

  private InventoryView view(
      EnterpriseId enterprise,
      MethodEdition edition,
      Optional<FactorSet> set,
      RunInventory command,
      Drawn drawn,
      Accounted.Calculated calculated) {
    ViewWriter writer = new ViewWriter(edition, calculated.rows());
    SplitCalculation.Split split = splits.split(enterprise, edition, command, drawn, writer);
    return writer.write(
        new ViewWriter.Around(
            command.period(),
            set.map(MethodView::named).orElse(null),
            choices(edition, command, drawn),
            calculated,
            drawn.production(),
            display.listIntensities(enterprise, edition.id()),
            split.allocation(),
            split.basis(),
            split.complete(),
            unitNames(enterprise)));
  }

  /// The published factors in use, by source: those of the plan and those chosen for the run. A
  /// factor of the enterprise that the plan binds to one item is no choice for the whole source.
  private List<InventoryView.Choice> choices(
      MethodEdition edition, RunInventory command, Drawn drawn) {
    Map<String, Factor> used = new LinkedHashMap<>();
    for (Drawn.Row row : drawn.rows()) {
      String source = row.item().definition().source();
      for (Drawn.Input input : row.inputs().values()) {
        Factor picked = input.picked();
        if (picked != null
            && row.note() == null
            && (!picked.table().equals(OwnFactors.TABLE)
                || Objects.equals(input.factor(), command.factorChoices().get(source)))) {
          used.put(source, picked);
        }
      }
    }
    List<InventoryView.Choice> choices = new ArrayList<>();
    used.forEach((source, picked) -> {
      FactorRef ref = new FactorRef(picked.table(), picked.row(), picked.column());
      Text sourceName =
          Optional.ofNullable(edition.sources().get(source))
              .map(known -> Words.of(known.name()))
              .orElse(Words.same(source));
      choices.add(
          new InventoryView.Choice(
              source,
              sourceName,
              ref.table(),
              ref.row(),
              ref.column(),
              Words.of(picked.rowName()),
              Words.of(picked.tableTitle()),
              new InventoryView.Amount(picked.printed(), picked.value().unit().symbol()),
              factors.find(ref).flatMap(FactorBook.Entry::validity).orElse(null)));
    });
    return choices;
  }

  private Map<UUID, Text> unitNames(EnterpriseId enterprise) {
    Map<UUID, Text> names = new HashMap<>();
    boundary
        .list(enterprise)
        .forEach(unit ->
            names.put(
                unit.id().value(),
                new Text(unit.description().name(), unit.description().nameEn())));
    return names;
  }

  private Map<ParameterId, Parameter> parameters(EnterpriseId enterprise, Year year) {
    Map<ParameterId, Parameter> known = new HashMap<>();
    parameters.list(enterprise, year).forEach(one -> known.put(one.id(), one));
    return known;
  }

  private StoredRow stored(AccountedRow row, Map<ParameterId, Parameter> known) {
    Map<String, StoredInput> inputs = new LinkedHashMap<>();
    row.drawn()
        .inputs()
        .forEach((symbol, input) -> inputs.put(symbol, StoredInput.of(input, known)));
    return new StoredRow(
        row.position(),
        row.source(),
        row.item(),
        row.facility().orElse(null),
        row.drawn().month(),
        row.drawn().item().definition().processUnitId(),
        row.result().value().toString(),
        row.result().unit().symbol(),
        json.writeValueAsString(row.labels()),
        json.writeValueAsString(inputs),
        json.writeValueAsString(row.trace()),
        json.writeValueAsString(row.flags()));
  }

  private static RunExtras extras(
      Accounted.Calculated calculated, Drawn drawn, Map<ParameterId, Parameter> known) {
    List<RunExtras.Production> production = new ArrayList<>();
    for (Drawn.Production output : drawn.production()) {
      Map<String, StoredInput> inputs = new LinkedHashMap<>();
      output.inputs().forEach((symbol, input) -> inputs.put(symbol, StoredInput.of(input, known)));
      production.add(
          new RunExtras.Production(
              output.item().definition().source(),
              output.item().definition().itemName(),
              output.item().definition().labels().get("facility"),
              inputs));
    }
    return new RunExtras(
        production,
        calculated.indicators().stream()
            .map(value ->
                new RunExtras.IndicatorTrace(
                    value.key(), value.facility(), value.step(), value.members()))
            .toList());
  }
}
