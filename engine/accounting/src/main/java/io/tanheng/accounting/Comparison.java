package io.tanheng.accounting;

import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where two inventories differ, and by how much; equal figures are not listed.
public record Comparison(
    String before,
    String after,
    List<Difference> totals,
    List<Difference> sources,
    List<Difference> rows,
    List<FactorDifference> factors) {

  /// A figure that differs.
  ///
  /// @param source of a row, otherwise the key itself
  /// @param before empty when the figure is new
  /// @param after empty when the figure is gone
  public record Difference(
      String key, String source, Optional<Quantity> before, Optional<Quantity> after) {

    /// After minus before, an absent side counting as zero; in the unit of the side that is there.
    public Quantity change() {
      Quantity some = after.or(() -> before).orElseThrow();
      var zero = new Quantity(Rational.ZERO, some.unit());
      return after.orElse(zero).minus(before.orElse(zero));
    }
  }

  /// A symbol of a row that took another factor or another value.
  public record FactorDifference(
      String row,
      String symbol,
      Optional<Quantity> before,
      Optional<Quantity> after,
      Optional<String> beforeFactor,
      Optional<String> afterFactor) {}

  static Comparison of(Inventory before, Inventory after) {
    Map<String, RowResult> oldRows = byId(before);
    Map<String, RowResult> newRows = byId(after);
    return new Comparison(
        before.edition().id(),
        after.edition().id(),
        differences(totals(before), totals(after), Map.of()),
        differences(sources(before), sources(after), Map.of()),
        differences(results(oldRows), results(newRows), sourceOf(oldRows, newRows)),
        factors(oldRows, newRows));
  }

  private static Map<String, RowResult> byId(Inventory inventory) {
    var rows = new LinkedHashMap<String, RowResult>();
    inventory.rows().forEach(row -> rows.put(row.id().value(), row));
    return rows;
  }

  private static Map<String, Quantity> totals(Inventory inventory) {
    var values = new LinkedHashMap<String, Quantity>();
    inventory.totals().forEach((key, total) -> values.put(key, total.value()));
    return values;
  }

  private static Map<String, Quantity> sources(Inventory inventory) {
    var values = new LinkedHashMap<String, Quantity>();
    inventory.sources().forEach((key, source) -> values.put(key, source.value()));
    return values;
  }

  private static Map<String, Quantity> results(Map<String, RowResult> rows) {
    var values = new LinkedHashMap<String, Quantity>();
    rows.forEach((id, row) -> values.put(id, row.result()));
    return values;
  }

  private static Map<String, String> sourceOf(
      Map<String, RowResult> before, Map<String, RowResult> after) {
    var sources = new LinkedHashMap<String, String>();
    before.forEach((id, row) -> sources.put(id, row.source()));
    after.forEach((id, row) -> sources.put(id, row.source()));
    return sources;
  }

  private static List<Difference> differences(
      Map<String, Quantity> before, Map<String, Quantity> after, Map<String, String> sources) {
    Set<String> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    var all = new ArrayList<Difference>();
    for (String key : keys) {
      Optional<Quantity> old = Optional.ofNullable(before.get(key));
      Optional<Quantity> now = Optional.ofNullable(after.get(key));
      if (!old.equals(now)) {
        all.add(new Difference(key, sources.getOrDefault(key, key), old, now));
      }
    }
    return all;
  }

  private static List<FactorDifference> factors(
      Map<String, RowResult> before, Map<String, RowResult> after) {
    var all = new ArrayList<FactorDifference>();
    before.forEach((id, old) -> {
      RowResult now = after.get(id);
      if (now != null) {
        compareFactors(id, old, now, all);
      }
    });
    return all;
  }

  private static void compareFactors(
      String id, RowResult old, RowResult now, List<FactorDifference> all) {
    Set<String> symbols = new LinkedHashSet<>();
    old.factors().forEach(f -> symbols.add(f.symbol()));
    now.factors().forEach(f -> symbols.add(f.symbol()));
    for (String symbol : symbols) {
      Optional<String> oldFactor = factor(old, symbol);
      Optional<String> newFactor = factor(now, symbol);
      Optional<Quantity> oldValue = old.value(symbol);
      Optional<Quantity> newValue = now.value(symbol);
      if (!oldFactor.equals(newFactor) || !oldValue.equals(newValue)) {
        all.add(new FactorDifference(id, symbol, oldValue, newValue, oldFactor, newFactor));
      }
    }
  }

  private static Optional<String> factor(RowResult row, String symbol) {
    return row.factors().stream()
        .filter(f -> f.symbol().equals(symbol))
        .map(f -> f.factor().id())
        .findFirst();
  }
}
