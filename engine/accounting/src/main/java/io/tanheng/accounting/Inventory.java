package io.tanheng.accounting;

import io.tanheng.standard.FactorSet;
import io.tanheng.standard.MethodEdition;
import io.tanheng.units.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The result of a run (核算结果): immutable, exact, with every row and its trace. Values are rounded
/// only where they are written, see [InventoryJson].
public final class Inventory {

  private final MethodEdition edition;
  private final FactorSet factorSet;
  private final FactorChoice choice;
  private final List<RowResult> rows;
  private final Map<String, SourceResult> sources;
  private final Map<String, TotalResult> totals;
  private final List<IndicatorResult> indicators;
  private final List<IntensityResult> intensities;

  Inventory(
      MethodEdition edition,
      FactorSet factorSet,
      FactorChoice choice,
      List<RowResult> rows,
      Map<String, SourceResult> sources,
      Map<String, TotalResult> totals,
      List<IndicatorResult> indicators,
      List<IntensityResult> intensities) {
    this.edition = edition;
    this.factorSet = factorSet;
    this.choice = choice;
    this.rows = List.copyOf(rows);
    this.sources = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    this.totals = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(totals));
    this.indicators = List.copyOf(indicators);
    this.intensities = List.copyOf(intensities);
  }

  public MethodEdition edition() {
    return edition;
  }

  public FactorSet factorSet() {
    return factorSet;
  }

  public FactorChoice choice() {
    return choice;
  }

  /// Every row, in the order of the input.
  public List<RowResult> rows() {
    return rows;
  }

  public Optional<RowResult> row(RowId id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst();
  }

  /// The sources the input named, with the sum of their rows, memo sources included.
  public Map<String, SourceResult> sources() {
    return sources;
  }

  /// The totals that apply, in the edition's order.
  public Map<String, TotalResult> totals() {
    return totals;
  }

  public List<IndicatorResult> indicators() {
    return indicators;
  }

  public List<IntensityResult> intensities() {
    return intensities;
  }

  /// Every flag some row carries, with the number of rows.
  public Map<String, Integer> flags() {
    var counts = new java.util.TreeMap<String, Integer>();
    rows.forEach(row -> row.flags().forEach(flag -> counts.merge(flag, 1, Integer::sum)));
    return counts;
  }

  /// Sums and totals for each value of a label such as `month`, `facility` or `process`, in order
  /// of appearance.
  public List<GroupResult> groupedBy(String label) {
    var groups = new LinkedHashMap<String, List<RowResult>>();
    for (RowResult row : rows) {
      groups.computeIfAbsent(row.label(label).orElse(""), _ -> new ArrayList<>()).add(row);
    }
    return groups.entrySet().stream().map(e -> group(e.getKey(), e.getValue())).toList();
  }

  /// Sums and totals of the rows with one value of a label.
  public GroupResult group(String label, String value) {
    return group(
        value, rows.stream().filter(r -> r.label(label).orElse("").equals(value)).toList());
  }

  private GroupResult group(String name, List<RowResult> members) {
    Map<String, Quantity> sums = Sums.bySource(edition, members);
    var values = new LinkedHashMap<String, Quantity>();
    Sums.totals(edition, sums, sourcesWithRows(rows))
        .forEach((key, total) -> values.put(key, total.value()));
    return new GroupResult(name, sums, values);
  }

  static Set<String> sourcesWithRows(List<RowResult> rows) {
    var keys = new LinkedHashSet<String>();
    rows.forEach(row -> keys.add(row.source()));
    return keys;
  }
}
