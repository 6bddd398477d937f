package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.FigureTrace.Input;
import io.tanheng.server.operate.inventory.FigureTrace.LedgerOrigin;
import io.tanheng.server.operate.inventory.FigureTrace.Origin;
import io.tanheng.server.operate.inventory.FigureTrace.Part;
import io.tanheng.server.operate.inventory.FigureTrace.Person;
import io.tanheng.server.operate.inventory.InventoryStore.StoredRow;
import io.tanheng.server.operate.ledger.Ledger;
import io.tanheng.server.operate.ledger.LedgerLine;
import io.tanheng.server.operate.ledger.LineId;
import io.tanheng.server.operate.ledger.LineState;
import io.tanheng.units.Rational;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Explains any figure of a stored inventory, from what was stored with it and nothing else: the
/// total leads to its sources, a source to its months, a month to its rows, and a row to formula,
/// factors, ledger lines and persons.
@Component
class TraceBook {
  private static final Text ABSENT = new Text("未填报，按0计", "nothing entered, taken as zero");
  private static final TypeReference<Map<String, StoredInput>> INPUTS = new TypeReference<>() {};

  private final InventoryStore store;
  private final Ledger ledger;
  private final Accounts accounts;
  private final JsonMapper json;

  TraceBook(InventoryStore store, Ledger ledger, Accounts accounts, JsonMapper json) {
    this.store = store;
    this.ledger = ledger;
    this.accounts = accounts;
    this.json = json;
  }

  FigureTrace explain(EnterpriseId enterprise, InventoryHead head, String figure) {
    return new Explanation(enterprise, head, figure).explain();
  }

  private record Signatures(
      UUID enteredBy,
      Instant enteredAt,
      @Nullable UUID confirmedBy,
      @Nullable Instant confirmedAt) {}

  /// One request: the inventory, and the figure asked for.
  private final class Explanation {
    private final EnterpriseId enterprise;
    private final InventoryHead head;
    private final InventoryView view;
    private final String figure;
    private Map<AccountId, String> names = Map.of();
    private final Map<UUID, List<LedgerLine>> histories = new HashMap<>();

    Explanation(EnterpriseId enterprise, InventoryHead head, String figure) {
      this.enterprise = enterprise;
      this.head = head;
      this.view = head.view();
      this.figure = figure;
    }

    FigureTrace explain() {
      String[] words = figure.split(":", 3);
      names = accounts.names(Set.of(new AccountId(head.createdBy())));
      return switch (words[0]) {
        case "total" -> words.length == 1 ? mainTotal() : total(words[1]);
        case "source" -> source(figure.substring("source:".length()));
        case "month" -> words.length == 2 ? month(words[1]) : monthSource(words[1], words[2]);
        case "item" -> item(figure);
        case "facility" -> facility(words);
        case "row" -> row(words);
        case "intensity" -> intensity(figure.substring("intensity:".length()));
        case "indicator" -> indicator(words);
        default -> throw notFound();
      };
    }

    private FigureTrace mainTotal() {
      List<Part> parts =
          view.bySource().stream()
              .filter(source -> !source.sign().equals("NONE"))
              .map(source ->
                  new Part(
                      source.figure(),
                      source.name(),
                      source.sign().equals("MINUS") ? "-" : "+",
                      source.value(),
                      source.unit()))
              .toList();
      Text label =
          view.totals().stream()
              .filter(total -> total.value().equals(view.total().value()) && !total.subtotal())
              .findFirst()
              .map(InventoryView.Total::name)
              .orElse(new Text("排放总量", "Total emissions"));
      return sum(label, view.total().value(), view.total().unit(), parts);
    }

    private FigureTrace total(String key) {
      InventoryView.Total total = find(view.totals(), t -> t.key().equals(key));
      List<Part> parts = new ArrayList<>();
      for (InventoryView.SignedSource signed : total.parts()) {
        InventoryView.Source source = find(view.bySource(), s -> s.key().equals(signed.source()));
        parts.add(
            new Part(source.figure(), source.name(), signed.sign(), source.value(), source.unit()));
      }
      return sum(total.name(), total.value(), total.unit(), parts);
    }

    private FigureTrace source(String key) {
      InventoryView.Source source = find(view.bySource(), s -> s.key().equals(key));
      List<Part> parts = new ArrayList<>();
      for (InventoryView.Month month : view.byMonth()) {
        for (InventoryView.MonthSource part : month.sources()) {
          if (part.key().equals(key)) {
            parts.add(
                new Part(part.figure(), Words.same(month.month()), "+", part.value(), part.unit()));
          }
        }
      }
      return sum(source.name(), source.value(), source.unit(), parts);
    }

    private FigureTrace month(String name) {
      InventoryView.Month month = find(view.byMonth(), m -> m.month().equals(name));
      List<Part> parts = new ArrayList<>();
      for (InventoryView.MonthSource part : month.sources()) {
        InventoryView.Source source = find(view.bySource(), s -> s.key().equals(part.key()));
        if (!source.sign().equals("NONE")) {
          String sign = source.sign().equals("MINUS") ? "-" : "+";
          parts.add(new Part(part.figure(), source.name(), sign, part.value(), part.unit()));
        }
      }
      return sum(Words.same(name), month.value(), month.unit(), parts);
    }

    private FigureTrace monthSource(String name, String key) {
      InventoryView.Month month = find(view.byMonth(), m -> m.month().equals(name));
      InventoryView.MonthSource part = find(month.sources(), p -> p.key().equals(key));
      InventoryView.Source source = find(view.bySource(), s -> s.key().equals(key));
      List<Part> rows =
          rowParts(row -> row.source().equals(key) && row.month().toString().equals(name), false);
      Text label = new Text(name + " " + source.name().zh(), source.name().en() + ", " + name);
      return sum(label, part.value(), part.unit(), rows);
    }

    private FigureTrace item(String id) {
      InventoryView.Item item = find(view.items(), i -> i.figure().equals(id));
      List<Part> rows =
          rowParts(
              row ->
                  row.source().equals(item.source())
                      && row.item().equals(item.key())
                      && Objects.equals(row.facility(), item.facility()),
              true);
      return sum(item.name(), item.value(), item.unit(), rows);
    }

    private FigureTrace facility(String[] words) {
      if (words.length < 3) {
        throw notFound();
      }
      InventoryView.Facility facility = find(view.byFacility(), f -> f.label().equals(words[1]));
      Optional<InventoryView.MonthSource> source =
          facility.sources().stream().filter(s -> s.key().equals(words[2])).findFirst();
      if (source.isPresent()) {
        InventoryView.Source whole = find(view.bySource(), s -> s.key().equals(words[2]));
        List<Part> rows =
            rowParts(row -> row.source().equals(words[2]) && words[1].equals(row.facility()), true);
        Text label =
            new Text(
                facility.name().zh() + " " + whole.name().zh(),
                facility.name().en() + ": " + whole.name().en());
        return sum(label, source.get().value(), source.get().unit(), rows);
      }
      InventoryView.Total total = find(facility.totals(), t -> t.key().equals(words[2]));
      List<Part> parts = new ArrayList<>();
      for (InventoryView.SignedSource signed : total.parts()) {
        facility.sources().stream()
            .filter(s -> s.key().equals(signed.source()))
            .forEach(s ->
                parts.add(
                    new Part(
                        s.figure(),
                        find(view.bySource(), whole -> whole.key().equals(s.key())).name(),
                        signed.sign(),
                        s.value(),
                        s.unit())));
      }
      Text label =
          new Text(
              facility.name().zh() + " " + total.name().zh(),
              facility.name().en() + ": " + total.name().en());
      return sum(label, total.value(), total.unit(), parts);
    }

    private FigureTrace row(String[] words) {
      StoredRow row =
          parseNumber(words)
              .flatMap(position -> store.row(enterprise, head.id(), position))
              .orElseThrow(this::notFound);
      RowTrace trace = json.readValue(row.trace(), RowTrace.class);
      Map<String, StoredInput> drawn = json.readValue(row.inputs(), INPUTS);
      loadNames(drawn.values());
      return new FigureTrace(
          figure,
          rowLabel(row, true),
          Shown.result(Rational.of(row.exact())),
          row.unit(),
          row.exact(),
          trace.step().formula(),
          trace.step().substituted(),
          List.of(),
          inputs(trace.step(), drawn),
          trace.notes(),
          run());
    }

    private FigureTrace intensity(String key) {
      InventoryView.Intensity intensity = find(view.intensities(), i -> i.key().equals(key));
      RunExtras extras = store.extras(enterprise, head.id());
      Map<String, StoredInput> drawn = new LinkedHashMap<>();
      for (RunExtras.Production production : extras.production()) {
        StoredInput value = production.inputs().get("value");
        if (value != null && production.name().equals(intensity.denominator().name())) {
          drawn.put("P", value);
        }
      }
      loadNames(drawn.values());
      RowTrace.FormulaText formula = new RowTrace.FormulaText("E / P", "\\frac{E}{P}");
      String top = intensity.numerator().value() + " " + intensity.numerator().unit();
      String below = intensity.denominator().value() + " " + intensity.denominator().unit();
      Part numerator =
          new Part(
              "total",
              new Text("排放量", "Emissions"),
              "+",
              intensity.numerator().value(),
              intensity.numerator().unit());
      List<Input> inputs = new ArrayList<>();
      drawn.forEach(
          (symbol, value) -> inputs.add(drawn(symbol, intensity.denominator().name(), value)));
      return new FigureTrace(
          figure,
          intensity.name(),
          intensity.value(),
          intensity.unit(),
          null,
          formula,
          new RowTrace.FormulaText(
              top + " / " + below, "\\frac{\\text{" + top + "}}{\\text{" + below + "}}"),
          List.of(numerator),
          inputs,
          List.of(),
          run());
    }

    private FigureTrace indicator(String[] words) {
      String facility = words.length == 3 ? words[2] : null;
      RunExtras extras = store.extras(enterprise, head.id());
      RunExtras.IndicatorTrace found =
          find(
              extras.indicators(),
              i -> i.key().equals(words[1]) && Objects.equals(i.facility(), facility));
      InventoryView.Indicator shown =
          find(
              view.indicators(),
              i -> i.key().equals(words[1]) && Objects.equals(i.facility(), facility));
      Map<String, StoredInput> drawn = new LinkedHashMap<>();
      for (RunExtras.Production production : extras.production()) {
        if (Objects.equals(production.facility(), facility)) {
          drawn.putAll(production.inputs());
        }
      }
      loadNames(drawn.values());
      List<Part> parts = new ArrayList<>();
      List<Input> inputs = new ArrayList<>();
      for (RowTrace.Input input : found.step().inputs()) {
        if (drawn.containsKey(input.symbol())) {
          inputs.add(input(input, drawn));
        } else {
          parts.add(figureOf(input, facility));
        }
      }
      return new FigureTrace(
          figure,
          shown.name(),
          shown.value(),
          shown.unit(),
          found.step().exact(),
          found.step().formula(),
          found.step().substituted(),
          parts,
          inputs,
          List.of(),
          run());
    }

    /// An indicator's input that is itself a figure: another indicator, or a total.
    private Part figureOf(RowTrace.Input input, @Nullable String facility) {
      String suffix = facility == null ? "" : ":" + facility;
      for (InventoryView.Indicator other : view.indicators()) {
        if (other.figure().equals("indicator:" + input.symbol() + suffix)) {
          return new Part(other.figure(), other.name(), "+", other.value(), other.unit());
        }
      }
      List<InventoryView.Total> totals =
          facility == null
              ? view.totals()
              : find(view.byFacility(), f -> f.label().equals(facility)).totals();
      InventoryView.Total total = find(totals, t -> t.key().equals(input.symbol()));
      return new Part(total.figure(), total.name(), "+", total.value(), total.unit());
    }

    private List<Input> inputs(RowTrace.Step step, Map<String, StoredInput> drawn) {
      List<Input> inputs = new ArrayList<>();
      for (RowTrace.Input input : step.inputs()) {
        inputs.add(input(input, drawn));
      }
      return inputs;
    }

    private Input input(RowTrace.Input input, Map<String, StoredInput> drawn) {
      StoredInput given = input.given() == null ? null : drawn.get(input.given());
      return switch (input.kind()) {
        case FACTOR -> of(input, Origin.FACTOR, null, input.factor(), null, null);
        case CONSTANT -> of(input, Origin.CONSTANT, null, null, ABSENT, null);
        case ROUTE -> {
          RowTrace.Route route = Objects.requireNonNull(input.route());
          yield of(
              input,
              Origin.ROUTE,
              null,
              null,
              null,
              new FigureTrace.RouteOrigin(
                  route.id(),
                  route.name(),
                  route.step().formula(),
                  route.step().substituted(),
                  route.step().value(),
                  route.step().unit(),
                  inputs(route.step(), drawn)));
        }
        case GIVEN -> {
          if (given == null) {
            throw new IllegalStateException(
                "inventory " + head.id() + ": no origin of " + input.symbol());
          }
          Input own = drawn(input.symbol(), input.name(), given);
          yield new Input(
              own.symbol(),
              own.name(),
              input.value(),
              input.unit(),
              own.asWritten(),
              own.origin(),
              own.ledger(),
              own.factor(),
              own.constant(),
              own.route());
        }
      };
    }

    /// An input as it was drawn: one ledger line, several put together, or a stated constant.
    private Input drawn(String symbol, Text name, StoredInput input) {
      if (input.constant() != null) {
        return new Input(
            symbol,
            name,
            input.value(),
            input.unit(),
            null,
            Origin.CONSTANT,
            null,
            null,
            input.constant(),
            null);
      }
      if (input.lines().size() == 1 && input.lines().getFirst().plus()) {
        return line(symbol, name, input.lines().getFirst());
      }
      List<Input> parts = new ArrayList<>();
      List<String> signed = new ArrayList<>();
      for (StoredInput.Line line : input.lines()) {
        Input part = line("x_" + (parts.size() + 1), line.parameter(), line);
        parts.add(part);
        String sign = line.plus() ? (signed.isEmpty() ? "" : "+ ") : "- ";
        signed.add(sign + line.value() + " " + line.unit());
      }
      String text = String.join(" ", signed);
      return new Input(
          symbol,
          name,
          input.value(),
          input.unit(),
          null,
          Origin.ROUTE,
          null,
          null,
          null,
          new FigureTrace.RouteOrigin(
              "combination",
              new Text("台账数值合成", "ledger values put together"),
              new RowTrace.FormulaText("Σ ± x", "\\sum_i \\pm x_i"),
              new RowTrace.FormulaText(text, "\\text{" + text + "}"),
              input.value(),
              input.unit(),
              parts));
    }

    private Input line(String symbol, Text name, StoredInput.Line line) {
      StoredInput.Imported imported = line.imported();
      String written = line.asWritten() == null ? line.value() : line.asWritten();
      Signatures signed = signatures(line);
      return new Input(
          symbol,
          name,
          line.value(),
          line.unit(),
          written + " " + line.asWrittenUnit(),
          Origin.LEDGER,
          new LedgerOrigin(
              line.lineId(),
              line.version(),
              line.parameterId(),
              line.parameter(),
              line.month(),
              line.slot().equals("OPENING"),
              line.state(),
              person(signed.enteredBy()),
              signed.enteredAt(),
              signed.confirmedBy() == null ? null : person(signed.confirmedBy()),
              signed.confirmedAt(),
              line.reason(),
              imported == null ? null : imported.importId(),
              imported == null ? null : imported.file(),
              imported == null ? null : imported.fileDigest(),
              imported == null ? null : imported.sheet(),
              imported == null ? null : imported.cell(),
              line.vouchers()),
          null,
          null,
          null);
    }

    private Input of(
        RowTrace.Input input,
        Origin origin,
        @Nullable LedgerOrigin ledger,
        RowTrace.@Nullable Factor factor,
        @Nullable Text constant,
        FigureTrace.@Nullable RouteOrigin route) {
      return new Input(
          input.symbol(),
          input.name(),
          input.value(),
          input.unit(),
          null,
          origin,
          ledger,
          factor,
          constant,
          route);
    }

    private List<Part> rowParts(Predicate<StoredRow> wanted, boolean withMonth) {
      return store.rows(enterprise, head.id()).stream()
          .filter(wanted)
          .map(row ->
              new Part(
                  "row:" + row.position(),
                  rowLabel(row, withMonth),
                  "+",
                  Shown.result(Rational.of(row.exact())),
                  row.unit()))
          .toList();
    }

    private Text rowLabel(StoredRow row, boolean withMonth) {
      Text item =
          view.items().stream()
              .filter(i ->
                  i.source().equals(row.source())
                      && i.key().equals(row.item())
                      && Objects.equals(i.facility(), row.facility()))
              .findFirst()
              .map(InventoryView.Item::name)
              .orElse(Words.same(row.item()));
      return withMonth
          ? new Text(row.month() + " " + item.zh(), item.en() + ", " + row.month())
          : item;
    }

    private FigureTrace sum(Text label, String value, String unit, List<Part> parts) {
      StringBuilder text = new StringBuilder();
      StringBuilder values = new StringBuilder();
      for (Part part : parts) {
        boolean first = text.isEmpty();
        String sign = part.sign().equals("-") ? (first ? "-" : " - ") : (first ? "" : " + ");
        text.append(sign).append(part.label().zh());
        values.append(sign).append(part.value());
      }
      return new FigureTrace(
          figure,
          label,
          value,
          unit,
          null,
          new RowTrace.FormulaText(text.toString(), "\\sum_i \\pm E_i"),
          new RowTrace.FormulaText(values.toString(), "\\text{" + values + "}"),
          parts,
          List.of(),
          List.of(),
          run());
    }

    private FigureTrace.Run run() {
      return new FigureTrace.Run(
          head.id().value(),
          head.number(),
          head.method(),
          view.method().number(),
          view.method().title(),
          person(head.createdBy()),
          head.createdAt(),
          head.provisional(),
          head.digest());
    }

    private void loadNames(Iterable<StoredInput> inputs) {
      Set<AccountId> people = new HashSet<>();
      people.add(new AccountId(head.createdBy()));
      for (StoredInput input : inputs) {
        for (StoredInput.Line line : input.lines()) {
          histories.computeIfAbsent(
              line.lineId(), id -> ledger.history(enterprise, new LineId(id)));
          Signatures signed = signatures(line);
          people.add(new AccountId(signed.enteredBy()));
          if (signed.confirmedBy() != null) {
            people.add(new AccountId(signed.confirmedBy()));
          }
        }
      }
      names = accounts.names(people);
    }

    /// Who entered the value and who confirmed it, from the versions up to the one that was used.
    private Signatures signatures(StoredInput.Line line) {
      Signatures signed = new Signatures(line.enteredBy(), line.enteredAt(), null, null);
      List<LedgerLine> newestFirst = histories.getOrDefault(line.lineId(), List.of());
      for (LedgerLine version : newestFirst) {
        boolean same = version.quantity().map(Shown::decimal).orElse("").equals(line.value());
        if (version.version() > line.version()) {
          continue;
        }
        if (!same) {
          break;
        }
        boolean confirms = version.state() != LineState.OPEN;
        signed =
            confirms
                ? new Signatures(
                    version.enteredBy().value(),
                    version.enteredAt(),
                    version.enteredBy().value(),
                    version.enteredAt())
                : new Signatures(
                    version.enteredBy().value(),
                    version.enteredAt(),
                    signed.confirmedBy(),
                    signed.confirmedAt());
      }
      return signed;
    }

    private Person person(UUID id) {
      return new Person(id, names.getOrDefault(new AccountId(id), id.toString()));
    }

    private Optional<Integer> parseNumber(String[] words) {
      return words.length == 2 && words[1].matches("\\d{1,9}")
          ? Optional.of(Integer.valueOf(words[1]))
          : Optional.empty();
    }

    private <T> T find(List<T> all, Predicate<T> wanted) {
      return all.stream().filter(wanted).findFirst().orElseThrow(this::notFound);
    }

    private ProblemException notFound() {
      return new ProblemException(InventoryProblem.FIGURE_NOT_FOUND, Map.of("figure", figure));
    }
  }
}
