package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.InventoryStore.RowSum;
import io.tanheng.server.operate.inventory.RunFigures.Figure;
import io.tanheng.standard.InputSymbol;
import io.tanheng.units.Rational;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Hands figures of stored runs to modules that evaluate them. Adds rows; computes no emission.
@Service
public class FigureReading {
  private static final Set<String> INDIRECT = Set.of("electricity", "heat");
  private static final String WHOLE = "value";
  private static final int MANY = 1000;

  private final InventoryStore store;
  private final Editions editions;

  FigureReading(InventoryStore store, Editions editions) {
    this.store = store;
    this.editions = editions;
  }

  /// Refuses a run the enterprise does not have.
  @Transactional(readOnly = true)
  public RunFigures require(EnterpriseId enterprise, InventoryId id) {
    return find(enterprise, id).orElseThrow(() -> new ProblemException(InventoryProblem.NOT_FOUND));
  }

  @Transactional(readOnly = true)
  public Optional<RunFigures> find(EnterpriseId enterprise, InventoryId id) {
    return store.find(enterprise, id).map(head -> figures(enterprise, head));
  }

  /// The current run of each whole year by the method, the oldest first.
  @Transactional(readOnly = true)
  public List<RunFigures> years(EnterpriseId enterprise, String method) {
    return store.list(enterprise, null, method, Integer.MAX_VALUE, MANY).stream()
        .filter(head -> head.supersededBy() == null && head.period().wholeYear().isPresent())
        .sorted(Comparator.comparing(head -> head.period().from()))
        .map(head -> figures(enterprise, head))
        .toList();
  }

  /// What a symbol of a source is called; the symbol itself where the edition does not know it.
  public Text symbolName(String method, String source, String symbol) {
    return editions
        .find(method)
        .map(edition -> edition.sources().get(source))
        .map(known -> Estimation.symbolName(known, symbol))
        .orElse(Words.same(symbol));
  }

  private RunFigures figures(EnterpriseId enterprise, InventoryHead head) {
    InventoryView view = head.view();
    List<RowSum> rows = store.sums(enterprise, head.id());
    List<RunFigures.Source> sources = view.bySource().stream().map(FigureReading::source).toList();
    Figure total =
        new Figure(
            "total",
            view.total().figure(),
            new Text("排放总量", "Total emissions"),
            number(view),
            unit(view));
    Figure direct = direct(sources, rows, unit(view));
    List<Figure> intensities = view.intensities().stream().map(FigureReading::intensity).toList();
    return new RunFigures(
        head.id(),
        head.number(),
        head.period(),
        head.method(),
        view.method().number(),
        view.method().title(),
        editions.find(head.method()).map(edition -> edition.sector()).orElse(""),
        head.supersededBy() == null,
        head.provisional(),
        total,
        direct,
        sources.stream()
            .filter(source -> source.sign() != 0 && INDIRECT.contains(source.category()))
            .map(RunFigures.Source::name)
            .toList(),
        sources,
        view.items().stream()
            .map(one -> new RunFigures.Item(one.source(), one.key(), one.name()))
            .distinct()
            .toList(),
        view.byMonth().stream().map(FigureReading::month).toList(),
        candidates(enterprise, head, total, direct),
        intensities,
        flagged(view, rows));
  }

  private static BigDecimal number(InventoryView view) {
    return new BigDecimal(view.total().value());
  }

  private static String unit(InventoryView view) {
    return view.total().unit();
  }

  private static RunFigures.Source source(InventoryView.Source source) {
    int sign =
        switch (source.sign()) {
          case "PLUS" -> 1;
          case "MINUS" -> -1;
          default -> 0;
        };
    return new RunFigures.Source(
        source.key(),
        source.name(),
        source.category(),
        sign,
        source.figure(),
        new BigDecimal(source.value()),
        source.unit());
  }

  private static Figure direct(List<RunFigures.Source> sources, List<RowSum> rows, String unit) {
    Map<String, Integer> signs =
        sources.stream()
            .filter(source -> !INDIRECT.contains(source.category()))
            .collect(Collectors.toMap(RunFigures.Source::key, RunFigures.Source::sign));
    Rational sum = Rational.ZERO;
    for (RowSum row : rows) {
      int sign = signs.getOrDefault(row.source(), 0);
      if (sign != 0) {
        sum = sum.plus(Rational.of(row.exact()).times(Rational.of(sign)));
      }
    }
    return new Figure(
        "direct",
        null,
        new Text("直接排放（不含购入电力和热力）", "Direct emissions (without purchased electricity and heat)"),
        new BigDecimal(Shown.result(sum)),
        unit);
  }

  private static RunFigures.Month month(InventoryView.Month month) {
    Map<String, BigDecimal> bySource = new LinkedHashMap<>();
    month.sources().forEach(part -> bySource.put(part.key(), new BigDecimal(part.value())));
    return new RunFigures.Month(YearMonth.parse(month.month()), bySource);
  }

  private static Figure intensity(InventoryView.Intensity one) {
    return new Figure(one.key(), one.figure(), one.name(), new BigDecimal(one.value()), one.unit());
  }

  private List<Figure> candidates(
      EnterpriseId enterprise, InventoryHead head, Figure total, Figure direct) {
    InventoryView view = head.view();
    List<Figure> all = new ArrayList<>(List.of(direct, total));
    view.bySource()
        .forEach(one -> all.add(traced(one.figure(), one.name(), one.value(), one.unit())));
    view.byFacility()
        .forEach(facility ->
            facility
                .totals()
                .forEach(one ->
                    all.add(
                        traced(
                            one.figure(),
                            within(facility.name(), one.name()),
                            one.value(),
                            one.unit()))));
    view.byProcess()
        .forEach(one ->
            all.add(
                new Figure(
                    "process:" + one.unitId(),
                    null,
                    one.name(),
                    new BigDecimal(one.value()),
                    one.unit())));
    store
        .extras(enterprise, head.id())
        .production()
        .forEach(output -> all.addAll(outputs(head.method(), output)));
    view.intensities()
        .forEach(one -> all.add(traced(one.figure(), one.name(), one.value(), one.unit())));
    view.indicators()
        .forEach(one ->
            all.add(
                traced(
                    one.figure(),
                    one.facility() == null
                        ? one.name()
                        : within(Words.same(one.facility()), one.name()),
                    one.value(),
                    one.unit())));
    return all;
  }

  private List<Figure> outputs(String method, RunExtras.Production output) {
    Map<String, InputSymbol> known =
        editions.find(method).map(edition -> edition.production().inputs()).orElse(Map.of());
    List<Figure> figures = new ArrayList<>();
    output
        .inputs()
        .forEach((symbol, input) -> {
          InputSymbol described = known.get(symbol);
          Text name =
              symbol.equals(WHOLE) || described == null
                  ? output.name()
                  : within(output.name(), Words.of(described.name()));
          figures.add(
              new Figure(
                  "output:" + output.key() + "." + symbol + "@" + output.facility(),
                  null,
                  name,
                  new BigDecimal(input.value()),
                  input.unit()));
        });
    return figures;
  }

  private static Figure traced(String figure, Text name, String value, String unit) {
    return new Figure(figure, figure, name, new BigDecimal(value), unit);
  }

  private static Text within(Text whole, Text part) {
    return new Text(whole.zh() + " · " + part.zh(), whole.en() + " · " + part.en());
  }

  /// Groups flagged rows by flag and item.
  private static List<RunFigures.Flagged> flagged(InventoryView view, List<RowSum> rows) {
    record Key(InventoryView.Flag flag, ItemPlace place) {}
    Map<String, RowSum> byFigure =
        rows.stream().collect(Collectors.toMap(row -> "row:" + row.position(), row -> row));
    Map<Key, List<RowSum>> groups = new LinkedHashMap<>();
    for (InventoryView.Flag flag : view.flags()) {
      for (String figure : flag.rows()) {
        RowSum row = byFigure.get(figure);
        if (row != null) {
          groups
              .computeIfAbsent(
                  new Key(flag, new ItemPlace(row.source(), row.item(), row.facility())),
                  key -> new ArrayList<>())
              .add(row);
        }
      }
    }
    Map<String, Text> sources =
        view.bySource().stream()
            .collect(Collectors.toMap(InventoryView.Source::key, InventoryView.Source::name));
    Map<ItemPlace, Text> items = new LinkedHashMap<>();
    view.items()
        .forEach(
            one -> items.put(new ItemPlace(one.source(), one.key(), one.facility()), one.name()));
    List<RunFigures.Flagged> flagged = new ArrayList<>();
    groups.forEach((key, group) -> {
      RowSum first = group.getFirst();
      flagged.add(
          new RunFigures.Flagged(
              key.flag().code(),
              key.flag().name(),
              first.source(),
              sources.getOrDefault(first.source(), Words.same(first.source())),
              first.item(),
              items.getOrDefault(key.place(), Words.same(first.item())),
              group.stream().map(RowSum::month).sorted().toList(),
              group.stream().map(row -> "row:" + row.position()).toList()));
    });
    return flagged;
  }
}
