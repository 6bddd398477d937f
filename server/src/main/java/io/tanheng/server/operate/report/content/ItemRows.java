package io.tanheng.server.operate.report.content;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.InventorySnapshot;
import io.tanheng.server.operate.inventory.InventorySnapshot.Origin;
import io.tanheng.server.operate.inventory.InventorySnapshot.Row;
import io.tanheng.server.operate.inventory.InventorySnapshot.Value;
import io.tanheng.server.operate.report.layout.ReportLayout.Yearly;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Units;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows of one item, one per month, and what they say of a symbol.
record ItemRows(List<Row> rows) {
  /// Stands for the result of a row among its symbols.
  static final String RESULT = "E";

  /// The items of a source in the order of the run.
  static List<ItemRows> of(InventorySnapshot inventory, String source) {
    Map<String, List<Row>> groups = new LinkedHashMap<>();
    inventory.rows().stream()
        .filter(row -> row.source().equals(source))
        .forEach(row -> groups.computeIfAbsent(row.itemFigure(), f -> new ArrayList<>()).add(row));
    return groups.values().stream().map(ItemRows::new).toList();
  }

  Row first() {
    return rows.getFirst();
  }

  String key() {
    return first().source() + "/" + first().item() + "/" + first().facility();
  }

  /// The item, with the facility where it belongs to one.
  Text name(InventorySnapshot inventory) {
    Text item = first().itemName();
    return inventory.facilities().stream()
        .filter(facility -> facility.label().equals(first().facility()))
        .findFirst()
        .filter(facility -> !item.zh().contains(facility.name().zh()))
        .map(facility ->
            new Text(
                item.zh() + "（" + facility.name().zh() + "）",
                item.en() + " (" + facility.name().en() + ")"))
        .orElse(item);
  }

  /// One of several symbols, written `FC|Q_in`: the first that the row has.
  static Optional<Value> find(Row row, String symbols) {
    for (String symbol : symbols.split("\\|", -1)) {
      if (symbol.equals(RESULT)) {
        return Optional.of(
            new Value(row.itemName(), row.result(), row.unit(), Origin.CALCULATED, null, null, 0));
      }
      Value value = row.symbols().get(symbol);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  Optional<Value> any(String symbols) {
    return rows.stream().flatMap(row -> find(row, symbols).stream()).findFirst();
  }

  Optional<Row> in(YearMonth month) {
    return rows.stream().filter(row -> row.month().equals(month)).findFirst();
  }

  static Quantity quantity(Value value, List<String> units) {
    return Printing.in(new Quantity(value.value(), Units.standard().require(value.unit())), units);
  }

  /// The symbol over all rows. `weight` names the symbol a mean is weighted by.
  Optional<Quantity> over(String symbols, Yearly yearly, List<String> units, String weight) {
    List<Quantity> values = new ArrayList<>();
    List<Rational> weights = new ArrayList<>();
    for (Row row : rows) {
      Optional<Value> value = find(row, symbols);
      if (value.isPresent()) {
        values.add(quantity(value.get(), units));
        weights.add(find(row, weight).map(w -> quantity(w, List.of()).base()).orElse(Rational.ONE));
      }
    }
    if (values.isEmpty()) {
      return Optional.empty();
    }
    return switch (yearly) {
      case SUM -> Optional.of(values.stream().reduce(Quantity::plus).orElseThrow());
      case MEAN -> mean(values, weights);
    };
  }

  /// The common value where all agree; else weighted; without any weight the plain mean.
  private static Optional<Quantity> mean(List<Quantity> values, List<Rational> weights) {
    Quantity first = values.getFirst();
    if (values.stream().allMatch(first::equals)) {
      return Optional.of(first);
    }
    boolean weighted = !Rational.sum(weights).isZero();
    Rational sum = Rational.ZERO;
    Rational all = Rational.ZERO;
    for (int i = 0; i < values.size(); i++) {
      Rational weight = weighted ? weights.get(i) : Rational.ONE;
      sum = sum.plus(values.get(i).in(first.unit()).value().times(weight));
      all = all.plus(weight);
    }
    return Optional.of(new Quantity(sum.dividedBy(all), first.unit()));
  }

  /// How a value was obtained, in the words of the forms.
  static Text way(Value value) {
    return switch (value.origin()) {
      case LEDGER -> new Text("实测值", "measured");
      case FACTOR -> new Text("缺省值", "default");
      case CONSTANT -> new Text("给定值", "given");
      case CALCULATED -> new Text("计算值", "calculated");
    };
  }

  /// Where it comes from.
  static Text source(Value value) {
    if (value.source() != null) {
      return value.source();
    }
    return switch (value.origin()) {
      case LEDGER -> new Text("月度台账", "monthly ledger");
      case FACTOR -> new Text("排放因子库", "factor library");
      case CONSTANT -> new Text("方案给定", "set by the plan");
      case CALCULATED -> new Text("核算公式", "formula");
    };
  }
}
