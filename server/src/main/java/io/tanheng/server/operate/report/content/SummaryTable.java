package io.tanheng.server.operate.report.content;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.InventorySnapshot;
import io.tanheng.server.operate.inventory.InventorySnapshot.Derived;
import io.tanheng.server.operate.inventory.InventorySnapshot.Source;
import io.tanheng.server.operate.inventory.InventorySnapshot.Total;
import io.tanheng.server.operate.report.content.ReportContent.Cell;
import io.tanheng.server.operate.report.content.ReportContent.Column;
import io.tanheng.server.operate.report.content.ReportContent.Figure;
import io.tanheng.server.operate.report.content.ReportContent.Part;
import io.tanheng.server.operate.report.content.ReportContent.Role;
import io.tanheng.server.operate.report.content.ReportContent.Table;
import io.tanheng.server.operate.report.layout.ReportLayout;
import io.tanheng.server.operate.report.layout.ReportLayout.SummaryLine;
import io.tanheng.units.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Emissions by source with their totals. A total is rounded from its own exact value; where the
/// printed lines come to something else, the difference stands in a line below it.
final class SummaryTable {
  private static final String VALUE = "value";
  private static final int SHARE_DECIMALS = 2;
  private static final Rational HUNDRED = Rational.of(100);
  static final Text DIFFERENCE = new Text("修约差", "Rounding difference");
  private static final Text NOT_PRESENT = new Text("不涉及", "not present");

  private final ReportLayout.Part.Summary part;
  private final InventorySnapshot inventory;
  private final Printing printing;
  private final String unit;
  private final Rational whole;
  private final TableDraft draft;
  private final Map<String, Figure> bySource = new LinkedHashMap<>();

  private SummaryTable(
      ReportLayout.Part.Summary part, InventorySnapshot inventory, Printing printing) {
    this.part = part;
    this.inventory = inventory;
    this.printing = printing;
    Optional<Total> main = inventory.totals().stream().filter(Total::main).findFirst();
    unit = main.map(Total::unit).orElse("tCO2");
    whole = main.map(this::exact).orElse(Rational.ZERO);
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("name", new Text("源类别", "Source"), null, false));
    columns.add(new Column(VALUE, new Text("排放量", "Emissions"), unit, true));
    if (part.share()) {
      columns.add(new Column("share", new Text("占比", "Share"), "%", true));
    }
    draft = new TableDraft(part.caption(), columns);
  }

  static Table of(ReportLayout.Part.Summary part, InventorySnapshot inventory, Printing printing) {
    SummaryTable table = new SummaryTable(part, inventory, printing);
    part.lines().forEach(table::add);
    if (part.all()) {
      inventory
          .sources()
          .forEach(source -> table.add(new SummaryLine.OfSource(source.key(), null)));
      inventory
          .totals()
          .forEach(total -> table.add(new SummaryLine.OfTotal(total.key(), null, null)));
    }
    return table.draft.finish();
  }

  private void add(SummaryLine line) {
    switch (line) {
      case SummaryLine.Heading(Text name) ->
          draft.add("heading/" + name.zh(), Role.HEADING, List.of(Cell.of(name)));
      case SummaryLine.OfSource source -> addSource(source);
      case SummaryLine.Subtotal subtotal -> addSubtotal(subtotal);
      case SummaryLine.OfTotal total -> addTotal(total);
      case SummaryLine.OfIndicator indicator -> addIndicator(indicator);
    }
  }

  private void addSource(SummaryLine.OfSource line) {
    String key = "source/" + line.source();
    Optional<Source> found =
        inventory.sources().stream().filter(s -> s.key().equals(line.source())).findFirst();
    if (found.isEmpty()) {
      Text name = line.name() == null ? same(line.source()) : line.name();
      draft.add(key, Role.LINE, List.of(Cell.of(name), Cell.of(NOT_PRESENT)));
      return;
    }
    Source source = found.get();
    Text own = line.name() == null ? source.name() : line.name();
    Text name = source.sign() < 0 ? new Text(own.zh() + "（扣除）", own.en() + " (deducted)") : own;
    Rational exact = exact(source.key());
    Figure figure = figure(exact, part.decimals(), "source:" + source.key(), List.of());
    bySource.put(source.key(), figure);
    List<Cell> cells = new ArrayList<>(List.of(Cell.of(name), Cell.of(figure)));
    if (part.share()) {
      cells.add(share(source, exact));
    }
    draft.add(key, source.sign() == 0 ? Role.MEMO : Role.LINE, cells);
  }

  private Cell share(Source source, Rational exact) {
    if (source.sign() == 0 || whole.isZero()) {
      return Cell.of("—");
    }
    Rational share = exact.times(Rational.of(source.sign())).times(HUNDRED).dividedBy(whole);
    return Cell.of(
        printing.print(
            new Printing.Draft(
                draft.nextId() + ".share",
                share,
                SHARE_DECIMALS,
                "%",
                false,
                "source:" + source.key(),
                null)));
  }

  private void addSubtotal(SummaryLine.Subtotal line) {
    Map<String, Integer> signs = new LinkedHashMap<>();
    line.sources().forEach(source -> signs.put(source, 1));
    addSum(
        new Sum("subtotal/" + line.name().zh(), line.name(), Role.SUBTOTAL, signs, part.decimals()),
        null);
  }

  private void addTotal(SummaryLine.OfTotal line) {
    String key = "total/" + line.total();
    Optional<Total> found =
        inventory.totals().stream().filter(t -> t.key().equals(line.total())).findFirst();
    if (found.isEmpty()) {
      Text name = line.name() == null ? same(line.total()) : line.name();
      draft.add(key, Role.TOTAL, List.of(Cell.of(name), Cell.of(NOT_PRESENT)));
      return;
    }
    Total total = found.get();
    int decimals = line.decimals() == null ? part.decimals() : line.decimals();
    Text name = line.name() == null ? total.name() : line.name();
    addSum(
        new Sum(key, name, Role.TOTAL, total.signs(), decimals),
        total.main() ? "total" : "total:" + total.key());
  }

  private record Sum(String key, Text name, Role role, Map<String, Integer> signs, int decimals) {}

  private void addSum(Sum sum, @Nullable String trace) {
    List<Part> parts = new ArrayList<>();
    Rational exact = Rational.ZERO;
    BigDecimal lines = BigDecimal.ZERO;
    for (Map.Entry<String, Integer> sign : sum.signs().entrySet()) {
      Figure line = bySource.get(sign.getKey());
      Rational value = exact(sign.getKey());
      exact = exact.plus(value.times(Rational.of(sign.getValue())));
      if (line != null) {
        parts.add(new Part(line.id(), sign.getValue()));
        lines = lines.add(new BigDecimal(line.printed()).multiply(new BigDecimal(sign.getValue())));
      } else if (!value.isZero()) {
        throw new IllegalStateException(
            "table " + part.caption().number() + ": no line for " + sign.getKey());
      }
    }
    Figure figure = figure(exact, sum.decimals(), trace, parts);
    draft.add(sum.key(), sum.role(), List.of(Cell.of(sum.name()), Cell.of(figure)));
    BigDecimal difference = new BigDecimal(figure.printed()).subtract(lines);
    if (difference.signum() != 0) {
      Figure shown = figure(Rational.of(difference), part.decimals(), null, List.of());
      draft.add(
          sum.key() + "/difference", Role.DIFFERENCE, List.of(Cell.of(DIFFERENCE), Cell.of(shown)));
    }
  }

  private void addIndicator(SummaryLine.OfIndicator line) {
    for (Derived value : inventory.indicators()) {
      if (value.key().equals(line.indicator())) {
        Printing.Draft figure =
            new Printing.Draft(
                draft.nextId() + "." + VALUE,
                value.value(),
                line.decimals(),
                value.unit(),
                true,
                value.figure(),
                null);
        draft.add(
            "indicator/" + value.figure(),
            Role.MEMO,
            List.of(Cell.of(value.name()), Cell.of(printing.print(figure))));
      }
    }
  }

  private Figure figure(Rational exact, int decimals, @Nullable String trace, List<Part> parts) {
    return printing.print(
        new Printing.Draft(draft.nextId() + "." + VALUE, exact, decimals, unit, false, trace, null),
        parts);
  }

  private Rational exact(String source) {
    return Rational.sum(
        inventory.rows().stream()
            .filter(row -> row.source().equals(source))
            .map(InventorySnapshot.Row::result)
            .toList());
  }

  private Rational exact(Total total) {
    Rational sum = Rational.ZERO;
    for (Map.Entry<String, Integer> sign : total.signs().entrySet()) {
      sum = sum.plus(exact(sign.getKey()).times(Rational.of(sign.getValue())));
    }
    return sum;
  }

  private static Text same(String words) {
    return new Text(words, words);
  }
}
