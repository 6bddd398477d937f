package io.tanheng.server.operate.report.content;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.InventorySnapshot;
import io.tanheng.server.operate.inventory.InventorySnapshot.Row;
import io.tanheng.server.operate.inventory.InventorySnapshot.Value;
import io.tanheng.server.operate.report.content.ReportContent.Cell;
import io.tanheng.server.operate.report.content.ReportContent.Column;
import io.tanheng.server.operate.report.content.ReportContent.Figure;
import io.tanheng.server.operate.report.content.ReportContent.Part;
import io.tanheng.server.operate.report.content.ReportContent.Role;
import io.tanheng.server.operate.report.content.ReportContent.Table;
import io.tanheng.server.operate.report.layout.ReportLayout;
import io.tanheng.server.operate.report.layout.ReportLayout.SymbolGroup;
import io.tanheng.server.operate.report.layout.ReportLayout.SymbolLine;
import io.tanheng.server.operate.report.layout.ReportLayout.Yearly;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One line per item and parameter: the year, or the months and the year, as the forms of the
/// ministry ask. Where a year differs from the sum of its printed months, the difference stands in
/// a column of its own.
final class SymbolsTable {
  private static final String FAMILY = "_*";

  private final ReportLayout.Part.Symbols part;
  private final InventorySnapshot inventory;
  private final Printing printing;
  private final List<YearMonth> months;
  private final TableDraft draft;

  private SymbolsTable(
      ReportLayout.Part.Symbols part,
      InventorySnapshot inventory,
      Printing printing,
      boolean withDifference) {
    this.part = part;
    this.inventory = inventory;
    this.printing = printing;
    this.months = part.months() ? inventory.period().months() : List.of();
    draft = new TableDraft(part.caption(), columns(withDifference));
  }

  static Table of(ReportLayout.Part.Symbols part, InventorySnapshot inventory, Printing printing) {
    Table plain = new SymbolsTable(part, inventory, printing, false).write(false);
    boolean differs =
        part.months() && plain.lines().stream().anyMatch(line -> differenceOf(line).signum() != 0);
    return differs ? new SymbolsTable(part, inventory, printing, true).write(true) : plain;
  }

  private List<Column> columns(boolean withDifference) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("item", new Text("项目", "Item"), null, false));
    columns.add(new Column("parameter", new Text("参数", "Parameter"), null, false));
    columns.add(new Column("unit", new Text("单位", "Unit"), null, false));
    for (YearMonth month : months) {
      String number = String.valueOf(month.getMonthValue());
      columns.add(new Column("m" + number, new Text(number + "月", month.toString()), null, true));
    }
    columns.add(new Column("year", new Text("全年", "Year"), null, true));
    if (withDifference) {
      columns.add(new Column("difference", SummaryTable.DIFFERENCE, null, true));
    }
    columns.add(new Column("way", new Text("获取方式", "Obtained by"), null, false));
    columns.add(new Column("origin", new Text("数据来源", "Origin"), null, false));
    return columns;
  }

  private Table write(boolean withDifference) {
    for (SymbolGroup group : part.groups()) {
      List<ItemRows> items = ItemRows.of(inventory, group.source());
      if (!items.isEmpty() && part.groups().size() > 1) {
        draft.add(
            "heading/" + group.source() + "/" + group.symbols().getFirst().symbol(),
            Role.HEADING,
            List.of(Cell.of(heading(group))));
      }
      for (ItemRows item : items) {
        for (SymbolLine line : group.symbols()) {
          for (SymbolLine one : members(item, line)) {
            add(group, item, one, withDifference);
          }
        }
      }
    }
    return draft.finish();
  }

  private Text heading(SymbolGroup group) {
    return Optional.ofNullable(group.name())
        .orElseGet(() ->
            inventory.sources().stream()
                .filter(source -> source.key().equals(group.source()))
                .findFirst()
                .map(InventorySnapshot.Source::name)
                .orElse(new Text(group.source(), group.source())));
  }

  private void add(SymbolGroup group, ItemRows item, SymbolLine line, boolean withDifference) {
    Optional<Value> sample = item.any(line.symbol());
    if (sample.isEmpty()) {
      return;
    }
    Quantity year =
        item.over(line.symbol(), line.yearly(), line.units(), weight(group, line)).orElseThrow();
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(item.name(inventory)));
    cells.add(Cell.of(line.name() == null ? sample.get().name() : line.name()));
    cells.add(Cell.of(UnitText.of(year.unit().symbol())));
    List<Part> parts = new ArrayList<>();
    for (YearMonth month : months) {
      Cell cell =
          item.in(month).flatMap(row -> month(row, line, year)).map(Cell::of).orElse(Cell.of("—"));
      cells.add(cell);
      if (cell.figure() != null && line.yearly() == Yearly.SUM) {
        parts.add(new Part(cell.figure().id(), 1));
      }
    }
    Figure whole =
        printing.print(draft("year", line, year, item.first().itemFigure(), sample.get()), parts);
    cells.add(Cell.of(whole));
    if (withDifference) {
      cells.add(difference(cells, line, whole));
    }
    cells.add(Cell.of(ItemRows.way(sample.get())));
    cells.add(Cell.of(ItemRows.source(sample.get())));
    draft.add(item.key() + "/" + line.symbol(), Role.LINE, cells);
  }

  /// `M_in_*` stands for each member of the family that the item has.
  private static List<SymbolLine> members(ItemRows item, SymbolLine line) {
    if (!line.symbol().endsWith(FAMILY)) {
      return List.of(line);
    }
    String family = line.symbol().substring(0, line.symbol().length() - 1);
    return item.rows().stream()
        .flatMap(row -> row.symbols().keySet().stream())
        .filter(symbol -> symbol.startsWith(family))
        .distinct()
        .map(symbol -> line.member(symbol.substring(family.length())))
        .toList();
  }

  private static String weight(SymbolGroup group, SymbolLine line) {
    if (line.weight() != null) {
      return line.weight();
    }
    return group.symbols().stream()
        .filter(one -> one.yearly() == Yearly.SUM && !one.symbol().equals(ItemRows.RESULT))
        .map(SymbolLine::symbol)
        .findFirst()
        .orElse("");
  }

  private Optional<Figure> month(Row row, SymbolLine line, Quantity year) {
    return ItemRows.find(row, line.symbol())
        .map(value -> {
          Quantity quantity = ItemRows.quantity(value, line.units()).in(year.unit());
          String column = "m" + row.month().getMonthValue();
          return printing.print(draft(column, line, quantity, row.figure(), value));
        });
  }

  private Printing.Draft draft(
      String column, SymbolLine line, Quantity quantity, String trace, Value value) {
    return new Printing.Draft(
        draft.nextId() + "." + column,
        quantity.value(),
        line.decimals(),
        quantity.unit().symbol(),
        false,
        trace,
        value.confidence());
  }

  private Cell difference(List<Cell> cells, SymbolLine line, Figure year) {
    BigDecimal difference = difference(cells, year);
    if (difference.signum() == 0) {
      return Cell.empty();
    }
    return Cell.of(
        printing.print(
            new Printing.Draft(
                draft.nextId() + ".difference",
                Rational.of(difference),
                line.decimals(),
                year.unit(),
                false,
                null,
                null)));
  }

  private static BigDecimal differenceOf(ReportContent.Line line) {
    return line.cells().stream()
        .map(Cell::figure)
        .filter(Objects::nonNull)
        .filter(figure -> !figure.sum().isEmpty())
        .findFirst()
        .map(year -> difference(line.cells(), year))
        .orElse(BigDecimal.ZERO);
  }

  private static BigDecimal difference(List<Cell> cells, Figure year) {
    if (year.sum().isEmpty()) {
      return BigDecimal.ZERO;
    }
    List<String> parts = year.sum().stream().map(Part::figure).toList();
    BigDecimal rest = new BigDecimal(year.printed());
    for (Cell cell : cells) {
      @Nullable Figure figure = cell.figure();
      if (figure != null && parts.contains(figure.id())) {
        rest = rest.subtract(new BigDecimal(figure.printed()));
      }
    }
    return rest;
  }
}
