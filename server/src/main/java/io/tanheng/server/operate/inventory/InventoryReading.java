package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.InventorySnapshot.Derived;
import io.tanheng.server.operate.inventory.InventorySnapshot.Origin;
import io.tanheng.server.operate.inventory.InventorySnapshot.Row;
import io.tanheng.server.operate.inventory.InventorySnapshot.Value;
import io.tanheng.server.operate.inventory.InventoryStore.StoredRow;
import io.tanheng.units.Rational;
import java.time.Year;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Hands stored runs to other modules, whole and as they are.
@Service
public class InventoryReading {
  private static final TypeReference<Map<String, StoredInput>> INPUTS = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};
  private static final int MANY = 1000;

  private final InventoryStore store;
  private final JsonMapper json;

  InventoryReading(InventoryStore store, JsonMapper json) {
    this.store = store;
    this.json = json;
  }

  @Transactional(readOnly = true)
  public Optional<InventorySnapshot> find(EnterpriseId enterprise, InventoryId id) {
    return store.find(enterprise, id).map(head -> snapshot(enterprise, head));
  }

  @Transactional(readOnly = true)
  public InventorySnapshot require(EnterpriseId enterprise, InventoryId id) {
    return find(enterprise, id).orElseThrow(() -> new ProblemException(InventoryProblem.NOT_FOUND));
  }

  /// The newest run of the whole year by the method, where there is one.
  @Transactional(readOnly = true)
  public Optional<InventorySnapshot> findCurrent(
      EnterpriseId enterprise, Year year, String method) {
    return store.list(enterprise, year.getValue(), method, Integer.MAX_VALUE, MANY).stream()
        .filter(head -> head.supersededBy() == null && head.period().wholeYear().isPresent())
        .findFirst()
        .map(head -> snapshot(enterprise, head));
  }

  private InventorySnapshot snapshot(EnterpriseId enterprise, InventoryHead head) {
    InventoryView view = head.view();
    RunExtras extras = store.extras(enterprise, head.id());
    Map<String, InventoryView.Item> items = new HashMap<>();
    view.items().forEach(item -> items.put(key(item.source(), item.key(), item.facility()), item));
    return new InventorySnapshot(
        head.id().value(),
        head.number(),
        head.period(),
        new InventorySnapshot.Method(
            view.method().id(), view.method().number(), view.method().title()),
        view.factorSet() == null ? null : view.factorSet().name(),
        head.provisional(),
        head.openLines(),
        head.supersededBy() != null,
        head.digest(),
        head.createdAt(),
        head.createdBy(),
        view.totals().stream().map(total -> total(total, view)).toList(),
        view.bySource().stream().map(InventoryReading::source).toList(),
        store.rows(enterprise, head.id()).stream().map(row -> row(row, items)).toList(),
        extras.production().stream().map(InventoryReading::product).toList(),
        view.intensities().stream().map(i -> derived(i)).toList(),
        view.indicators().stream().map(i -> derived(i, extras)).toList(),
        view.byFacility().stream()
            .map(f -> new InventorySnapshot.Facility(f.label(), f.name()))
            .toList(),
        view.flags().stream()
            .map(flag -> new InventorySnapshot.Flag(flag.code(), flag.name(), flag.rows()))
            .toList());
  }

  private static String key(String source, String item, @Nullable String facility) {
    return source + "\n" + item + "\n" + facility;
  }

  private static InventorySnapshot.Total total(InventoryView.Total total, InventoryView view) {
    Map<String, Integer> signs = new LinkedHashMap<>();
    total.parts().forEach(part -> signs.put(part.source(), part.sign().equals("-") ? -1 : 1));
    Map<String, Integer> inMain = new LinkedHashMap<>();
    view.bySource().stream()
        .map(InventoryReading::source)
        .filter(source -> source.sign() != 0)
        .forEach(source -> inMain.put(source.key(), source.sign()));
    boolean main =
        !total.subtotal() && total.value().equals(view.total().value()) && signs.equals(inMain);
    return new InventorySnapshot.Total(total.key(), total.name(), total.unit(), main, signs);
  }

  private static InventorySnapshot.Source source(InventoryView.Source source) {
    int sign =
        switch (source.sign()) {
          case "PLUS" -> 1;
          case "MINUS" -> -1;
          default -> 0;
        };
    return new InventorySnapshot.Source(
        source.key(), source.name(), source.category(), source.unit(), sign);
  }

  private Row row(StoredRow row, Map<String, InventoryView.Item> items) {
    InventoryView.Item item = items.get(key(row.source(), row.item(), row.facility()));
    if (item == null) {
      throw new IllegalStateException("row " + row.position() + " belongs to no item");
    }
    Map<String, StoredInput> inputs = json.readValue(row.inputs(), INPUTS);
    Map<String, Value> symbols = new LinkedHashMap<>();
    collect(json.readValue(row.trace(), RowTrace.class).step(), inputs, symbols);
    return new Row(
        "row:" + row.position(),
        item.figure(),
        row.source(),
        row.item(),
        item.name(),
        row.facility(),
        row.month(),
        row.processId(),
        Rational.of(row.exact()),
        row.unit(),
        json.readValue(row.labels(), LABELS),
        symbols);
  }

  /// The symbols of a formula first, then those of the routes that made them.
  private static void collect(
      RowTrace.Step step, Map<String, StoredInput> inputs, Map<String, Value> symbols) {
    for (RowTrace.Input input : step.inputs()) {
      symbols.putIfAbsent(input.symbol(), value(input, inputs));
    }
    for (RowTrace.Input input : step.inputs()) {
      if (input.route() != null) {
        collect(input.route().step(), inputs, symbols);
      }
    }
  }

  private static Value value(RowTrace.Input input, Map<String, StoredInput> inputs) {
    StoredInput given = input.given() == null ? null : inputs.get(input.given());
    RowTrace.Factor factor = input.factor();
    Rational value = Rational.of(input.value());
    return switch (input.kind()) {
      case FACTOR ->
          new Value(
              input.name(),
              value,
              input.unit(),
              Origin.FACTOR,
              factor == null ? null : factor.tableTitle(),
              factor == null ? null : factor.confidence(),
              0);
      case CONSTANT -> new Value(input.name(), value, input.unit(), Origin.CONSTANT, null, null, 0);
      case ROUTE -> {
        RowTrace.Route route = input.route();
        yield route == null
            ? new Value(input.name(), value, input.unit(), Origin.CALCULATED, null, null, 0)
            : new Value(
                input.name(),
                value,
                input.unit(),
                origin(route.step(), inputs),
                route.name(),
                null,
                vouchers(route.step(), inputs));
      }
      case GIVEN -> given(input.name(), value, input.unit(), given);
    };
  }

  /// A route that only hands on one value has the origin of that value.
  private static Origin origin(RowTrace.Step step, Map<String, StoredInput> inputs) {
    return step.inputs().size() == 1
        ? value(step.inputs().getFirst(), inputs).origin()
        : Origin.CALCULATED;
  }

  private static int vouchers(RowTrace.Step step, Map<String, StoredInput> inputs) {
    return step.inputs().stream().mapToInt(input -> value(input, inputs).vouchers()).sum();
  }

  private static Value given(Text name, Rational value, String unit, @Nullable StoredInput given) {
    if (given == null || given.constant() != null) {
      return new Value(
          name, value, unit, Origin.CONSTANT, given == null ? null : given.constant(), null, 0);
    }
    if (given.factor() != null) {
      return new Value(name, value, unit, Origin.FACTOR, null, null, 0);
    }
    int vouchers = given.lines().stream().mapToInt(line -> line.vouchers().size()).sum();
    return new Value(name, value, unit, Origin.LEDGER, null, null, vouchers);
  }

  private static InventorySnapshot.Product product(RunExtras.Production production) {
    Map<String, Value> values = new LinkedHashMap<>();
    production
        .inputs()
        .forEach((symbol, input) ->
            values.put(
                symbol, given(production.name(), Rational.of(input.value()), input.unit(), input)));
    return new InventorySnapshot.Product(
        production.key(), production.name(), production.facility(), values);
  }

  private static Derived derived(InventoryView.Intensity intensity) {
    Rational exact =
        Rational.of(intensity.numerator().value())
            .dividedBy(Rational.of(intensity.denominator().value()));
    return new Derived(
        intensity.key(), intensity.name(), null, exact, intensity.unit(), intensity.figure());
  }

  private static Derived derived(InventoryView.Indicator indicator, RunExtras extras) {
    Rational exact =
        extras.indicators().stream()
            .filter(trace ->
                trace.key().equals(indicator.key())
                    && Objects.equals(trace.facility(), indicator.facility()))
            .findFirst()
            .map(RunExtras.IndicatorTrace::step)
            .map(step -> Rational.of(step.exact() == null ? step.value() : step.exact()))
            .orElse(Rational.of(indicator.value()));
    return new Derived(
        indicator.key(),
        indicator.name(),
        indicator.facility(),
        exact,
        indicator.unit(),
        indicator.figure());
  }

  /// Ids of runs, newest first, for those who choose one.
  @Transactional(readOnly = true)
  public List<Choice> list(EnterpriseId enterprise, Year year) {
    return store.list(enterprise, year.getValue(), null, Integer.MAX_VALUE, MANY).stream()
        .map(head ->
            new Choice(
                head.id().value(),
                head.number(),
                head.method(),
                head.view().total().value(),
                head.view().total().unit(),
                head.provisional(),
                head.supersededBy() != null,
                head.period().wholeYear().isPresent()))
        .toList();
  }

  /// A run one may compile a report from.
  public record Choice(
      UUID id,
      int number,
      String method,
      String total,
      String unit,
      boolean provisional,
      boolean superseded,
      boolean wholeYear) {}
}
