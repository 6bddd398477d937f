package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.InventoryStore.StoredRow;
import io.tanheng.server.operate.ledger.Ledger;
import io.tanheng.server.operate.ledger.LedgerLine;
import io.tanheng.server.operate.ledger.LineState;
import io.tanheng.server.operate.ledger.Slot;
import io.tanheng.server.operate.measure.Parameters;
import io.tanheng.server.plan.organization.Enterprises;
import io.tanheng.units.Rational;
import java.time.Instant;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What the home page shows of a year: the newest inventory against that of the year before, and
/// what waits to be done.
@Service
class Overview {
  private static final TypeReference<Map<String, StoredInput>> INPUTS = new TypeReference<>() {};
  private static final int NEWEST = 200;

  private final InventoryStore store;
  private final Inventories inventories;
  private final Editions editions;
  private final Enterprises enterprises;
  private final Ledger ledger;
  private final Parameters parameters;
  private final JsonMapper json;

  Overview(
      InventoryStore store,
      Inventories inventories,
      Editions editions,
      Enterprises enterprises,
      Ledger ledger,
      Parameters parameters,
      JsonMapper json) {
    this.store = store;
    this.inventories = inventories;
    this.editions = editions;
    this.enterprises = enterprises;
    this.ledger = ledger;
    this.parameters = parameters;
    this.json = json;
  }

  record Response(
      int year,
      @Nullable String method,
      List<MethodChoice> methods,
      @Nullable Run run,
      @Nullable Run previous,
      @Nullable Change change,
      LedgerState ledger,
      List<Todo> todos) {}

  record MethodChoice(String id, String number, Text title) {}

  /// The figures of one inventory that a home page needs.
  record Run(
      UUID id,
      int number,
      Instant createdAt,
      boolean provisional,
      InventoryResponse.Period period,
      InventoryView.Figure total,
      List<InventoryView.Source> bySource,
      List<InventoryView.Month> byMonth,
      List<InventoryView.ProcessPart> byProcess,
      Text processBasis,
      List<InventoryView.Intensity> intensities,
      InventoryView.Confidence confidence) {
    static Run of(InventoryHead head, InventoryResponse.Period period) {
      InventoryView view = head.view();
      return new Run(
          head.id().value(),
          head.number(),
          head.createdAt(),
          head.provisional(),
          period,
          view.total(),
          view.bySource(),
          view.byMonth(),
          view.byProcess(),
          view.processBasis(),
          view.intensities(),
          view.confidence());
    }
  }

  /// This run against the one of the year before.
  ///
  /// @param bySource signed as the source enters the total
  /// @param intensityPercent by key of the intensity
  record Change(
      String total,
      @Nullable String totalPercent,
      List<SourceChange> bySource,
      Map<String, String> intensityPercent) {}

  record SourceChange(String key, Text name, String value, String unit) {}

  /// Ledger lines of the year by state.
  ///
  /// @param missing parameters times months without a line, up to the last month that has any
  /// @param changedSinceRun lines of the run whose value is another now
  record LedgerState(int open, int confirmed, int locked, int missing, int changedSinceRun) {}

  enum Kind {
    NO_INVENTORY,
    OPEN_LINES,
    PROVISIONAL,
    STALE_INVENTORY,
    UNSURE_FACTORS,
    REPLACED_VALUES
  }

  record Todo(Kind kind, int count, Text text, String link) {}

  @Transactional(readOnly = true)
  Response show(EnterpriseId enterprise, Year year, @Nullable String wanted) {
    List<MethodChoice> methods = methods(enterprise);
    String method = wanted != null ? wanted : methods.isEmpty() ? null : methods.getFirst().id();
    Optional<InventoryHead> now =
        method == null ? Optional.empty() : newest(enterprise, year, method);
    Optional<InventoryHead> before =
        method == null
            ? Optional.empty()
            : newest(enterprise, year.minusYears(1), method)
                .filter(head -> now.isEmpty() || samePart(head, now.get()));
    List<LedgerLine> lines = ledger.lines(enterprise, year);
    LedgerState state =
        state(
            lines,
            parameters.list(enterprise, year).size(),
            now.map(head -> changedLines(enterprise, head, lines)).orElse(0));
    return new Response(
        year.getValue(),
        method,
        methods,
        now.map(Overview::run).orElse(null),
        before.map(Overview::run).orElse(null),
        now.flatMap(n -> before.map(b -> change(n.view(), b.view()))).orElse(null),
        state,
        todos(state, now));
  }

  private static Run run(InventoryHead head) {
    return Run.of(head, InventoryResponse.Head.of(head, "").period());
  }

  private static LedgerState state(List<LedgerLine> lines, int parameterCount, int changed) {
    Map<LineState, Integer> counts = new HashMap<>();
    Set<YearMonth> months = new HashSet<>();
    int filled = 0;
    for (LedgerLine line : lines) {
      counts.merge(line.state(), 1, Integer::sum);
      if (line.slot() == Slot.MONTH) {
        months.add(line.month());
        filled++;
      }
    }
    int upTo = months.stream().mapToInt(YearMonth::getMonthValue).max().orElse(0);
    return new LedgerState(
        counts.getOrDefault(LineState.OPEN, 0),
        counts.getOrDefault(LineState.CONFIRMED, 0),
        counts.getOrDefault(LineState.LOCKED, 0),
        Math.max(0, parameterCount * upTo - filled),
        changed);
  }

  private List<MethodChoice> methods(EnterpriseId enterprise) {
    return enterprises.require(enterprise).profile().methods().stream()
        .filter(inventories::isUsable)
        .map(editions::require)
        .map(e -> new MethodChoice(e.id(), e.number(), Words.of(e.title())))
        .toList();
  }

  /// The newest run that nobody superseded; one of the whole year before one of some months.
  private Optional<InventoryHead> newest(EnterpriseId enterprise, Year year, String method) {
    List<InventoryHead> current =
        store.list(enterprise, year.getValue(), method, Integer.MAX_VALUE, NEWEST).stream()
            .filter(head -> head.supersededBy() == null)
            .toList();
    return current.stream()
        .filter(head -> head.period().wholeYear().isPresent())
        .findFirst()
        .or(() -> current.stream().findFirst());
  }

  private static boolean samePart(InventoryHead a, InventoryHead b) {
    return a.period().from().getMonth() == b.period().from().getMonth()
        && a.period().to().getMonth() == b.period().to().getMonth();
  }

  private static Change change(InventoryView now, InventoryView before) {
    Map<String, InventoryView.Source> old = new HashMap<>();
    before.bySource().forEach(source -> old.put(source.key(), source));
    List<SourceChange> sources = new ArrayList<>();
    for (InventoryView.Source source : now.bySource()) {
      InventoryView.Source past = old.remove(source.key());
      Rational difference = signed(source).minus(past == null ? Rational.ZERO : signed(past));
      sources.add(change(source, difference));
    }
    old.values().forEach(past -> sources.add(change(past, signed(past).negate())));
    Map<String, String> intensities = new LinkedHashMap<>();
    for (InventoryView.Intensity intensity : now.intensities()) {
      before.intensities().stream()
          .filter(past -> past.key().equals(intensity.key()))
          .findFirst()
          .flatMap(past -> percent(intensity.value(), past.value()))
          .ifPresent(percent -> intensities.put(intensity.key(), percent));
    }
    Rational total = Rational.of(now.total().value()).minus(Rational.of(before.total().value()));
    return new Change(
        Shown.result(total),
        percent(now.total().value(), before.total().value()).orElse(null),
        sources,
        intensities);
  }

  private static SourceChange change(InventoryView.Source source, Rational difference) {
    return new SourceChange(source.key(), source.name(), Shown.result(difference), source.unit());
  }

  private static Rational signed(InventoryView.Source source) {
    Rational value = Rational.of(source.value());
    return switch (source.sign()) {
      case "PLUS" -> value;
      case "MINUS" -> value.negate();
      default -> Rational.ZERO;
    };
  }

  private static Optional<String> percent(String value, String previous) {
    Rational old = Rational.of(previous);
    return old.isZero()
        ? Optional.empty()
        : Optional.of(Shown.percent(Rational.of(value).minus(old), old.abs()));
  }

  private static List<Todo> todos(LedgerState ledger, Optional<InventoryHead> now) {
    List<Todo> todos = new ArrayList<>();
    int open = ledger.open();
    if (open > 0) {
      todos.add(
          todo(
              Kind.OPEN_LINES,
              open,
              new Text(open + " 条台账尚未确认", open + " ledger lines are not confirmed"),
              "ledger"));
    }
    if (now.isEmpty()) {
      if (open + ledger.confirmed() + ledger.locked() > 0) {
        todos.add(
            todo(
                Kind.NO_INVENTORY,
                1,
                new Text("台账已有数据，尚未核算", "The ledger has data, nothing is accounted yet"),
                "inventory"));
      }
      return todos;
    }
    InventoryHead head = now.get();
    if (head.provisional()) {
      todos.add(
          todo(
              Kind.PROVISIONAL,
              head.openLines(),
              new Text("核算结果依据未确认台账，为暂定值", "The result rests on unconfirmed lines"),
              "inventory"));
    }
    int stale = ledger.changedSinceRun();
    if (stale > 0) {
      todos.add(
          todo(
              Kind.STALE_INVENTORY,
              stale,
              new Text(
                  "核算之后有 " + stale + " 条台账被修改，请重新核算",
                  stale + " ledger lines changed since the inventory was run"),
              "inventory"));
    }
    int unsure = head.view().confidence().unsure();
    if (unsure > 0) {
      todos.add(
          todo(
              Kind.UNSURE_FACTORS,
              unsure,
              new Text(unsure + " 个因子出处待核对", unsure + " factors rest on an unsure source"),
              "inventory"));
    }
    head.view().flags().stream()
        .filter(flag -> flag.code().equals("replaced-missing"))
        .findFirst()
        .ifPresent(flag ->
            todos.add(
                todo(
                    Kind.REPLACED_VALUES,
                    flag.count(),
                    new Text(
                        flag.count() + " 处缺测数据按方案替代",
                        flag.count() + " missing tests were replaced by the plan's rule"),
                    "inventory")));
    return todos;
  }

  private static Todo todo(Kind kind, int count, Text text, String link) {
    return new Todo(kind, count, text, link);
  }

  /// Ledger lines of the inventory whose value is another now.
  private int changedLines(EnterpriseId enterprise, InventoryHead head, List<LedgerLine> lines) {
    Map<UUID, LedgerLine> present = new HashMap<>();
    lines.forEach(line -> present.put(line.id().value(), line));
    Map<UUID, StoredInput.Line> used = new HashMap<>();
    for (StoredRow row : store.rows(enterprise, head.id())) {
      json.readValue(row.inputs(), INPUTS)
          .values()
          .forEach(input -> input.lines().forEach(line -> used.put(line.lineId(), line)));
    }
    return (int)
        used.values().stream().filter(line -> isChanged(line, present.get(line.lineId()))).count();
  }

  private static boolean isChanged(StoredInput.Line used, @Nullable LedgerLine now) {
    return now != null && !now.quantity().map(Shown::decimal).orElse("").equals(used.value());
  }
}
