package io.tanheng.server.operate.report.content;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.InventorySnapshot;
import io.tanheng.server.operate.inventory.InventorySnapshot.Value;
import io.tanheng.server.operate.report.content.ReportContent.Cell;
import io.tanheng.server.operate.report.content.ReportContent.Figure;
import io.tanheng.server.operate.report.content.ReportContent.Part;
import io.tanheng.server.operate.report.content.ReportContent.Role;
import io.tanheng.server.operate.report.content.ReportContent.Table;
import io.tanheng.server.operate.report.layout.ReportLayout;
import io.tanheng.server.operate.report.layout.ReportLayout.Column;
import io.tanheng.server.operate.report.layout.ReportLayout.Group;
import io.tanheng.server.operate.report.layout.ReportLayout.Yearly;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One line per item with its values side by side: activity data, factors.
final class ItemsTable {
  private static final Text NONE = new Text("本期未发生", "none in this period");

  private final ReportLayout.Part.Items part;
  private final InventorySnapshot inventory;
  private final Printing printing;
  private final TableDraft draft;

  /// The emission figures of a column with their sign in the total, for its sum.
  private final Map<String, Map<Figure, Integer>> emissions = new LinkedHashMap<>();

  private final Map<String, Rational> exact = new LinkedHashMap<>();

  private ItemsTable(ReportLayout.Part.Items part, InventorySnapshot inventory, Printing printing) {
    this.part = part;
    this.inventory = inventory;
    this.printing = printing;
    List<ReportContent.Column> columns = new ArrayList<>();
    columns.add(new ReportContent.Column("item", new Text("类别和品种", "Item"), null, false));
    part.columns()
        .forEach(column ->
            columns.add(
                new ReportContent.Column(column.key(), column.name(), headUnit(column), true)));
    if (part.origin()) {
      columns.add(new ReportContent.Column("origin", new Text("数据来源", "Origin"), null, false));
    }
    draft = new TableDraft(part.caption(), columns);
  }

  static Table of(ReportLayout.Part.Items part, InventorySnapshot inventory, Printing printing) {
    ItemsTable table = new ItemsTable(part, inventory, printing);
    part.groups().forEach(table::add);
    table.addSums();
    return table.draft.finish();
  }

  /// The unit stands in the head of a column that knows only one.
  private static @Nullable String headUnit(Column column) {
    return column.units().size() == 1 ? column.units().getFirst() : null;
  }

  private void add(Group group) {
    List<ItemRows> items = ItemRows.of(inventory, group.source());
    if (items.isEmpty()) {
      Text name = group.name() == null ? sourceName(group.source()) : group.name();
      draft.add("none/" + group.source(), Role.LINE, List.of(Cell.of(name), Cell.of(NONE)));
      return;
    }
    if (part.groups().size() > 1) {
      Text heading = group.name() == null ? sourceName(group.source()) : group.name();
      draft.add("heading/" + group.source(), Role.HEADING, List.of(Cell.of(heading)));
    }
    items.forEach(item -> addItem(group, item));
  }

  private Text sourceName(String key) {
    return inventory.sources().stream()
        .filter(source -> source.key().equals(key))
        .findFirst()
        .map(InventorySnapshot.Source::name)
        .orElse(new Text(key, key));
  }

  private void addItem(Group group, ItemRows item) {
    String weight = weight(group);
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(item.name(inventory)));
    Map<String, Value> origins = new LinkedHashMap<>();
    for (Column column : part.columns()) {
      String symbols = group.symbols().get(column.key());
      Optional<Value> value = symbols == null ? Optional.empty() : item.any(symbols);
      if (symbols == null || value.isEmpty()) {
        cells.add(Cell.of("—"));
        continue;
      }
      Figure figure = figure(column, item, symbols, weight, value.get());
      cells.add(Cell.of(figure));
      int sign = sign(group.source());
      if (symbols.equals(ItemRows.RESULT) && sign != 0) {
        emissions.computeIfAbsent(column.key(), key -> new LinkedHashMap<>()).put(figure, sign);
        exact.merge(
            column.key(), Rational.of(figure.exact()).times(Rational.of(sign)), Rational::plus);
      }
      if (!symbols.equals(ItemRows.RESULT)) {
        origins.put(column.name().zh(), value.get());
      }
    }
    if (part.origin()) {
      cells.add(Cell.of(origin(origins)));
    }
    draft.add(item.key(), Role.LINE, cells);
  }

  private int sign(String key) {
    return inventory.sources().stream()
        .filter(source -> source.key().equals(key))
        .findFirst()
        .map(InventorySnapshot.Source::sign)
        .orElse(0);
  }

  private String weight(Group group) {
    return part.columns().stream()
        .filter(column -> column.yearly() == Yearly.SUM)
        .map(column -> group.symbols().get(column.key()))
        .filter(symbols -> symbols != null && !symbols.equals(ItemRows.RESULT))
        .findFirst()
        .orElse("");
  }

  private Figure figure(Column column, ItemRows item, String symbols, String weight, Value sample) {
    Quantity year = item.over(symbols, column.yearly(), column.units(), weight).orElseThrow();
    return printing.print(
        new Printing.Draft(
            draft.nextId() + "." + column.key(),
            year.value(),
            column.decimals(),
            year.unit().symbol(),
            headUnit(column) == null || !year.unit().symbol().equals(headUnit(column)),
            item.first().itemFigure(),
            sample.confidence()));
  }

  /// `净消耗量：月度台账；低位发热量：缺省值（…）`.
  private static Text origin(Map<String, Value> origins) {
    List<Text> words = new ArrayList<>();
    origins.values().stream()
        .map(value ->
            new Text(
                ItemRows.way(value).zh() + "（" + ItemRows.source(value).zh() + "）",
                ItemRows.way(value).en() + " (" + ItemRows.source(value).en() + ")"))
        .distinct()
        .forEach(words::add);
    return new Text(
        words.stream().map(Text::zh).collect(Collectors.joining("；")),
        words.stream().map(Text::en).collect(Collectors.joining("; ")));
  }

  /// What the items add up to within the total of the run.
  private void addSums() {
    if (emissions.values().stream().noneMatch(figures -> figures.size() > 1)) {
      return;
    }
    List<Cell> total = new ArrayList<>(List.of(Cell.of(new Text("合计", "Sum"))));
    List<Cell> difference = new ArrayList<>(List.of(Cell.of(SummaryTable.DIFFERENCE)));
    boolean differs = false;
    for (Column column : part.columns()) {
      Map<Figure, Integer> figures = emissions.get(column.key());
      if (figures == null) {
        total.add(Cell.empty());
        difference.add(Cell.empty());
        continue;
      }
      Figure sum = sum(column, figures);
      BigDecimal rest = new BigDecimal(sum.printed());
      for (Map.Entry<Figure, Integer> one : figures.entrySet()) {
        rest =
            rest.subtract(
                new BigDecimal(one.getKey().printed()).multiply(new BigDecimal(one.getValue())));
      }
      total.add(Cell.of(sum));
      differs |= rest.signum() != 0;
      String id = part.caption().number() + "-difference." + column.key();
      difference.add(Cell.of(figure(id, Rational.of(rest), column, figures, List.of())));
    }
    draft.add("sum", Role.TOTAL, total);
    if (differs) {
      draft.add("sum/difference", Role.DIFFERENCE, difference);
    }
  }

  private Figure sum(Column column, Map<Figure, Integer> figures) {
    List<Part> parts = new ArrayList<>();
    figures.forEach((figure, sign) -> parts.add(new Part(figure.id(), sign)));
    Rational value = Objects.requireNonNull(exact.get(column.key()));
    return figure(draft.nextId() + "." + column.key(), value, column, figures, parts);
  }

  private Figure figure(
      String id, Rational value, Column column, Map<Figure, Integer> like, List<Part> parts) {
    Figure first = like.keySet().iterator().next();
    return printing.print(
        new Printing.Draft(
            id, value, column.decimals(), first.unit(), first.unitShown(), null, null),
        parts);
  }
}
