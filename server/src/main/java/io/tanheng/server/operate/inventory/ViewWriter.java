package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.ProblemResponse;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.InventoryView.Amount;
import io.tanheng.server.operate.inventory.InventoryView.Figure;
import io.tanheng.server.operate.inventory.ProcessAllocation.AccountedItem;
import io.tanheng.standard.EmissionSource;
import io.tanheng.standard.MethodEdition;
import io.tanheng.standard.Registry;
import io.tanheng.standard.Total;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Sums accounted rows into the figures people look at. Adds and rounds; computes no emission.
final class ViewWriter {
  private final MethodEdition edition;
  private final List<AccountedRow> rows;
  private final TotalSigns signs;
  private final Total main;

  ViewWriter(MethodEdition edition, List<AccountedRow> rows) {
    this.edition = edition;
    this.rows = rows;
    this.signs =
        TotalSigns.of(edition, rows.stream().map(AccountedRow::source).collect(Collectors.toSet()));
    this.main = TotalSigns.main(edition);
  }

  /// Everything else a view needs beside the rows.
  record Around(
      InventoryPeriod period,
      InventoryView.@Nullable Named factorSet,
      List<InventoryView.Choice> choices,
      Accounted.Calculated calculated,
      List<Drawn.Production> production,
      List<IntensityDefinition> intensities,
      ProcessAllocation allocation,
      Text processBasis,
      boolean processComplete,
      Map<UUID, Text> unitNames) {}

  InventoryView write(Around around) {
    requireSameTotals(around.calculated().totals());
    Rational total = sum(rows, main.key());
    return new InventoryView(
        new InventoryView.Method(
            edition.id(),
            edition.number(),
            Words.of(edition.title()),
            MethodView.word(edition.status())),
        around.factorSet(),
        around.choices(),
        new Figure("total", Shown.result(total), main.unit().symbol()),
        totals(rows, "total:", every -> true),
        sources(total),
        around.period().months().stream().map(this::month).toList(),
        processes(around, total),
        around.processBasis(),
        around.processComplete(),
        facilities(around),
        items(),
        intensities(around),
        around.calculated().indicators().stream().map(ViewWriter::indicator).toList(),
        flags(),
        around.calculated().warnings().stream().map(ProblemResponse.Item::of).toList(),
        confidence(),
        FlowPicture.draw(
            around.allocation(),
            new FlowPicture.Names(around.unitNames(), sourceNames(), flowInputs()),
            around.processBasis()));
  }

  /// The items of an inventory with their signs, for the split by process.
  List<AccountedItem> accountedItems() {
    Map<String, Integer> inTotal = signs.of(main.key());
    return grouped().values().stream()
        .map(group -> {
          AccountedRow first = group.getFirst();
          return new AccountedItem(
              first.source(),
              first.item(),
              first.facility().orElse(null),
              first.drawn().item().definition().processUnitId(),
              inTotal.getOrDefault(first.source(), 0),
              plain(group));
        })
        .filter(item -> item.sign() != 0)
        .toList();
  }

  Rational total() {
    return sum(rows, main.key());
  }

  /// The engine's totals and the sums shown here are the same numbers; anything else is a bug. Sums
  /// of many fractions are cut after some sixty digits, so that the last of them depend on the
  /// order.
  private void requireSameTotals(Map<String, Quantity> totals) {
    totals.forEach((key, quantity) -> {
      Rational here = sum(rows, key);
      if (!Shown.agree(here, quantity.value())) {
        throw new IllegalStateException(
            edition.id() + " total " + key + ": " + quantity + " but rows sum to " + here);
      }
    });
  }

  private List<InventoryView.Total> totals(
      List<AccountedRow> part, String prefix, Predicate<Total> wanted) {
    Set<String> seen = new LinkedHashSet<>();
    return edition.totals().stream()
        .filter(total -> signs.byTotal().containsKey(total.key()) && seen.add(total.key()))
        .filter(wanted)
        .map(total ->
            new InventoryView.Total(
                total.key(),
                Words.of(total.name()),
                MethodView.word(total.level()).toUpperCase(Locale.ROOT),
                total.subtotal(),
                prefix + total.key(),
                Shown.result(sum(part, total.key())),
                total.unit().symbol(),
                signs.of(total.key()).entrySet().stream()
                    .filter(entry -> hasRows(entry.getKey()))
                    .map(entry ->
                        new InventoryView.SignedSource(
                            entry.getKey(), entry.getValue() < 0 ? "-" : "+"))
                    .toList()))
        .toList();
  }

  private List<InventoryView.Source> sources(Rational total) {
    Map<String, Integer> inTotal = signs.of(main.key());
    return presentSources().stream()
        .map(source -> {
          int sign = inTotal.getOrDefault(source.key(), 0);
          Rational value = plain(rowsOf(source.key()));
          Rational signed = sign < 0 ? value.negate() : value;
          return new InventoryView.Source(
              source.key(),
              Words.of(source.name()),
              MethodView.word(source.category()),
              sign > 0 ? "PLUS" : sign < 0 ? "MINUS" : "NONE",
              sign == 0 || total.isZero() ? null : Shown.percent(signed, total),
              "source:" + source.key(),
              Shown.result(value),
              source.unit().symbol());
        })
        .toList();
  }

  private InventoryView.Month month(YearMonth month) {
    List<AccountedRow> part = rows.stream().filter(r -> r.drawn().month().equals(month)).toList();
    return new InventoryView.Month(
        month.toString(),
        "month:" + month,
        Shown.result(sum(part, main.key())),
        main.unit().symbol(),
        presentSources().stream()
            .map(source -> part(part, source, "month:" + month + ":" + source.key()))
            .toList());
  }

  private static InventoryView.MonthSource part(
      List<AccountedRow> part, EmissionSource source, String figure) {
    List<AccountedRow> own = part.stream().filter(r -> r.source().equals(source.key())).toList();
    return new InventoryView.MonthSource(
        source.key(), figure, Shown.result(plain(own)), source.unit().symbol());
  }

  private List<InventoryView.ProcessPart> processes(Around around, Rational total) {
    ProcessAllocation allocation = around.allocation();
    List<InventoryView.ProcessPart> shown = new ArrayList<>();
    allocation.byProcess().keySet().stream()
        .sorted(Comparator.comparing((UUID id) -> allocation.of(id)).reversed())
        .forEach(id -> {
          Text name = around.unitNames().getOrDefault(id, Words.same(id.toString()));
          shown.add(process(id.toString(), name, allocation.of(id), total));
        });
    Rational rest = allocation.notAllocated();
    if (!rest.isZero() || shown.isEmpty()) {
      shown.add(process(null, new Text("未分配", "Not allocated"), rest, total));
    }
    return shown;
  }

  private InventoryView.ProcessPart process(
      @Nullable String id, Text name, Rational value, Rational total) {
    return new InventoryView.ProcessPart(
        id,
        name,
        total.isZero() ? null : Shown.percent(value, total),
        Shown.result(value),
        main.unit().symbol());
  }

  private List<InventoryView.Facility> facilities(Around around) {
    Map<String, List<AccountedRow>> byLabel = new LinkedHashMap<>();
    rows.forEach(row ->
        row.facility()
            .ifPresent(label -> byLabel.computeIfAbsent(label, l -> new ArrayList<>()).add(row)));
    return byLabel.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> facility(entry.getKey(), entry.getValue(), around))
        .toList();
  }

  private InventoryView.Facility facility(String label, List<AccountedRow> part, Around around) {
    UUID unit = part.getFirst().drawn().item().definition().facilityUnitId();
    Set<String> own = part.stream().map(AccountedRow::source).collect(Collectors.toSet());
    return new InventoryView.Facility(
        label,
        unit == null ? null : unit.toString(),
        unit == null ? Words.same(label) : around.unitNames().getOrDefault(unit, Words.same(label)),
        totals(
            part,
            "facility:" + label + ":",
            total -> signs.of(total.key()).keySet().stream().anyMatch(own::contains)),
        presentSources().stream()
            .filter(source -> own.contains(source.key()))
            .map(source -> part(part, source, "facility:" + label + ":" + source.key()))
            .toList(),
        around.calculated().indicators().stream()
            .filter(value -> label.equals(value.facility()))
            .map(ViewWriter::indicator)
            .toList());
  }

  private static InventoryView.Indicator indicator(Accounted.IndicatorValue value) {
    String suffix = value.facility() == null ? "" : ":" + value.facility();
    return new InventoryView.Indicator(
        value.key(),
        value.name(),
        value.facility(),
        "indicator:" + value.key() + suffix,
        Shown.result(value.value()),
        value.value().unit().symbol());
  }

  private List<InventoryView.Item> items() {
    List<InventoryView.Item> items = new ArrayList<>();
    for (List<AccountedRow> group : grouped().values()) {
      AccountedRow first = group.getFirst();
      items.add(
          new InventoryView.Item(
              first.source(),
              first.item(),
              first.drawn().item().definition().itemName(),
              first.facility().orElse(null),
              activity(group).orElse(null),
              "item:" + (items.size() + 1),
              Shown.result(plain(group)),
              first.result().unit().symbol()));
    }
    return items;
  }

  private static Optional<Amount> activity(List<AccountedRow> group) {
    Quantity sum = null;
    for (AccountedRow row : group) {
      Optional<Quantity> quantity = row.activity();
      if (quantity.isEmpty()) {
        return Optional.empty();
      }
      sum = sum == null ? quantity.get() : sum.plus(quantity.get());
    }
    return sum == null
        ? Optional.empty()
        : Optional.of(new Amount(Shown.decimal(sum), sum.unit().symbol()));
  }

  private List<InventoryView.Intensity> intensities(Around around) {
    List<InventoryView.Intensity> shown = new ArrayList<>();
    List<IntensityDefinition> definitions =
        around.intensities().isEmpty() ? perOutput(around.production()) : around.intensities();
    for (IntensityDefinition definition : definitions) {
      around.production().stream()
          .filter(p -> p.item().definition().source().equals(definition.per()))
          .findFirst()
          .flatMap(production -> intensity(definition, production))
          .ifPresent(shown::add);
    }
    return shown;
  }

  /// Where nobody has said what to watch: the total per unit of each output of the whole
  /// enterprise.
  private List<IntensityDefinition> perOutput(List<Drawn.Production> production) {
    return production.stream()
        .map(output -> output.item().definition())
        .filter(output -> !output.labels().containsKey("facility"))
        .map(output ->
            new IntensityDefinition(
                "total-per-" + output.source(),
                new Text(
                    "单位" + output.itemName().zh() + "排放强度",
                    "Emission per unit of " + output.itemName().en()),
                main.key(),
                List.of(),
                List.of(),
                output.source()))
        .toList();
  }

  private Optional<InventoryView.Intensity> intensity(
      IntensityDefinition definition, Drawn.Production production) {
    Drawn.Input input = production.inputs().get("value");
    if (input == null || input.quantity().value().isZero()) {
      return Optional.empty();
    }
    String wanted = production.item().definition().labels().get("unit");
    Quantity output =
        wanted == null ? input.quantity() : input.quantity().in(Units.standard().require(wanted));
    List<SignedSum> parts = numerator(definition);
    Rational numerator =
        parts.stream().map(SignedSum::signed).reduce(Rational.ZERO, Rational::plus);
    Unit unit = main.unit();
    return Optional.of(
        new InventoryView.Intensity(
            definition.key(),
            definition.name(),
            "intensity:" + definition.key(),
            Shown.result(numerator.dividedBy(output.value())),
            unit.symbol() + "/" + output.unit().symbol(),
            new Amount(Shown.result(numerator), unit.symbol()),
            parts.stream()
                .map(part ->
                    new InventoryView.NumeratorPart(
                        part.figure(),
                        part.name(),
                        part.sign() < 0 ? "-" : "+",
                        Shown.result(part.value()),
                        unit.symbol()))
                .toList(),
            new InventoryView.Denominator(
                Shown.decimal(output),
                output.unit().symbol(),
                production.item().definition().itemName())));
  }

  /// A figure of the inventory that enters an intensity, not rounded.
  private record SignedSum(String figure, Text name, int sign, Rational value) {
    Rational signed() {
      return sign < 0 ? value.negate() : value;
    }
  }

  private List<SignedSum> numerator(IntensityDefinition definition) {
    if (definition.facilities().isEmpty()) {
      return numerator(definition, rows, new Place("total:", "source:", ""));
    }
    List<SignedSum> parts = new ArrayList<>();
    for (String label : definition.facilities()) {
      List<AccountedRow> own =
          rows.stream().filter(row -> row.facility().filter(label::equals).isPresent()).toList();
      String prefix = "facility:" + label + ":";
      parts.addAll(numerator(definition, own, new Place(prefix, prefix, label + " ")));
    }
    return parts;
  }

  /// How the figures of a facility, or of the whole, are named.
  private record Place(String totals, String sources, String words) {
    Text of(Text name) {
      return new Text(words + name.zh(), words + name.en());
    }
  }

  private List<SignedSum> numerator(
      IntensityDefinition definition, List<AccountedRow> part, Place place) {
    Set<String> present = part.stream().map(AccountedRow::source).collect(Collectors.toSet());
    String key = definition.total();
    if (key != null) {
      boolean shown = signs.of(key).keySet().stream().anyMatch(present::contains);
      return edition.totals().stream()
          .filter(total -> shown && total.key().equals(key))
          .limit(1)
          .map(total ->
              new SignedSum(
                  place.totals() + key, place.of(Words.of(total.name())), 1, sum(part, key)))
          .toList();
    }
    Map<String, Integer> inTotal = signs.of(main.key());
    return presentSources().stream()
        .filter(source -> definition.sources().contains(source.key()))
        .filter(source -> present.contains(source.key()))
        .map(source ->
            new SignedSum(
                place.sources() + source.key(),
                place.of(Words.of(source.name())),
                inTotal.getOrDefault(source.key(), 1),
                plain(part.stream().filter(r -> r.source().equals(source.key())).toList())))
        .toList();
  }

  private List<InventoryView.Flag> flags() {
    Map<AccountedRow.Flag, List<String>> byFlag = new LinkedHashMap<>();
    for (AccountedRow row : rows) {
      for (AccountedRow.Flag flag : row.flags()) {
        byFlag.computeIfAbsent(flag, f -> new ArrayList<>()).add("row:" + row.position());
      }
    }
    return byFlag.entrySet().stream()
        .map(entry ->
            new InventoryView.Flag(
                entry.getKey().key(),
                entry.getKey().name(),
                entry.getValue().size(),
                entry.getValue()))
        .toList();
  }

  private InventoryView.Confidence confidence() {
    Map<String, String> confidenceOf = new LinkedHashMap<>();
    rows.forEach(row -> collect(row.trace().step(), confidenceOf));
    Function<String, Integer> count =
        word -> (int) confidenceOf.values().stream().filter(word::equals).count();
    return new InventoryView.Confidence(
        count.apply("verified"), count.apply("recalled"), count.apply("unsure"));
  }

  private static void collect(RowTrace.Step step, Map<String, String> confidenceOf) {
    for (RowTrace.Input input : step.inputs()) {
      RowTrace.Factor factor = input.factor();
      if (factor != null) {
        confidenceOf.put(
            factor.table() + "#" + factor.row() + "." + factor.column(), factor.confidence());
      }
      if (input.route() != null) {
        collect(input.route().step(), confidenceOf);
      }
    }
  }

  private Map<String, List<AccountedRow>> grouped() {
    Map<String, List<AccountedRow>> groups = new LinkedHashMap<>();
    for (AccountedRow row : rows) {
      String key = row.source() + "\n" + row.item() + "\n" + row.facility().orElse("");
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    return groups;
  }

  private List<EmissionSource> presentSources() {
    Set<String> present = rows.stream().map(AccountedRow::source).collect(Collectors.toSet());
    return edition.sources().values().stream()
        .filter(source -> present.contains(source.key()))
        .toList();
  }

  private boolean hasRows(String source) {
    return rows.stream().anyMatch(row -> row.source().equals(source));
  }

  private List<AccountedRow> rowsOf(String source) {
    return rows.stream().filter(row -> row.source().equals(source)).toList();
  }

  private Map<String, Text> sourceNames() {
    Map<String, Text> names = new LinkedHashMap<>();
    edition.sources().values().forEach(source -> names.put(source.key(), Words.of(source.name())));
    return names;
  }

  /// How the flow picture shows each item: on its own, or together with those of the same item
  /// elsewhere under the name of what they are.
  private Map<ItemPlace, FlowPicture.Input> flowInputs() {
    Map<String, Set<Text>> namesOf = new LinkedHashMap<>();
    rows.forEach(row ->
        namesOf
            .computeIfAbsent(row.source() + "\n" + row.item(), key -> new LinkedHashSet<>())
            .add(row.drawn().item().definition().itemName()));
    Map<ItemPlace, FlowPicture.Input> inputs = new LinkedHashMap<>();
    for (AccountedRow row : rows) {
      Text own = row.drawn().item().definition().itemName();
      boolean several =
          Objects.requireNonNull(namesOf.get(row.source() + "\n" + row.item())).size() > 1;
      Optional<Registry.Entry> kind = several ? kind(row) : Optional.empty();
      String facility = row.facility().orElse("");
      inputs.put(
          ItemPlace.of(row),
          kind.map(entry -> new FlowPicture.Input("kind:" + entry.id(), Words.of(entry.name())))
              .orElse(
                  new FlowPicture.Input(several ? row.item() + ":" + facility : row.item(), own)));
    }
    return inputs;
  }

  /// What a row is of, such as the fuel its labels name.
  private Optional<Registry.Entry> kind(AccountedRow row) {
    return edition.source(row.source()).labels().values().stream()
        .flatMap(rule ->
            Optional.ofNullable(row.labels().get(rule.label())).stream()
                .flatMap(id -> Stream.ofNullable(rule.registry().entries().get(id))))
        .findFirst();
  }

  private static Rational plain(List<AccountedRow> part) {
    return part.stream().map(row -> row.result().value()).reduce(Rational.ZERO, Rational::plus);
  }

  private Rational sum(List<AccountedRow> part, String total) {
    Map<String, Integer> own = signs.of(total);
    Rational sum = Rational.ZERO;
    for (AccountedRow row : part) {
      int sign = own.getOrDefault(row.source(), 0);
      if (sign != 0) {
        sum = sum.plus(row.result().value().times(Rational.of(sign)));
      }
    }
    return sum;
  }
}
