package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.InventoryStore.StoredRow;
import io.tanheng.units.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Two inventories side by side: where the figures differ, and which factors and ledger lines made
/// them differ. Differences are `b` minus `a`.
record InventoryComparison(
    InventoryResponse.Head a,
    InventoryResponse.Head b,
    Difference total,
    List<Difference> bySource,
    List<Difference> items,
    List<FactorChange> factors,
    List<LineChange> lines,
    boolean sameMethod,
    boolean sameInputs) {
  private static final String PLUS = "PLUS";

  /// @param sign of the source in the total: `PLUS`, `MINUS` or `NONE`; amounts are without it
  /// @param figure names the trace, in both runs alike
  record Difference(
      String key,
      Text name,
      @Nullable String source,
      @Nullable String facility,
      String sign,
      @Nullable String figure,
      String a,
      String b,
      String difference,
      @Nullable String percent,
      String unit) {}

  record FactorValue(String value, String unit, Text origin) {}

  record FactorChange(
      String source,
      String item,
      @Nullable String facility,
      String month,
      String symbol,
      @Nullable FactorValue a,
      @Nullable FactorValue b) {}

  record LineValue(String value, String unit, int version) {}

  record LineChange(
      UUID lineId,
      UUID parameterId,
      Text parameter,
      String month,
      boolean opening,
      @Nullable LineValue a,
      @Nullable LineValue b) {}

  /// One inventory with its rows.
  record Side(InventoryHead head, String person, List<StoredRow> rows) {}

  static InventoryComparison of(Side a, Side b, JsonMapper json) {
    return new InventoryComparison(
        InventoryResponse.Head.of(a.head(), a.person()),
        InventoryResponse.Head.of(b.head(), b.person()),
        difference(
            "total",
            new Text("排放总量", "Total emissions"),
            null,
            null,
            PLUS,
            b.head().view().total().figure(),
            a.head().view().total().value(),
            b.head().view().total().value(),
            b.head().view().total().unit()),
        sources(a.head().view(), b.head().view()),
        items(a.head().view(), b.head().view()),
        factors(a.rows(), b.rows(), json),
        lines(a.rows(), b.rows(), json),
        a.head().methodDigest().equals(b.head().methodDigest()),
        a.head().inputsDigest().equals(b.head().inputsDigest()));
  }

  private static List<Difference> sources(InventoryView a, InventoryView b) {
    Map<String, InventoryView.Source> left = index(a.bySource(), InventoryView.Source::key);
    Map<String, InventoryView.Source> right = index(b.bySource(), InventoryView.Source::key);
    List<Difference> differences = new ArrayList<>();
    for (String key : union(left.keySet(), right.keySet())) {
      InventoryView.Source one = left.get(key);
      InventoryView.Source other = right.get(key);
      InventoryView.Source any = other == null ? Objects.requireNonNull(one) : other;
      differences.add(
          difference(
              key,
              any.name(),
              key,
              null,
              any.sign(),
              any.figure(),
              one == null ? "0" : one.value(),
              other == null ? "0" : other.value(),
              any.unit()));
    }
    return differences;
  }

  private static List<Difference> items(InventoryView a, InventoryView b) {
    Function<InventoryView.Item, String> id =
        item -> item.source() + "\n" + item.key() + "\n" + item.facility();
    Map<String, String> signs = new HashMap<>();
    a.bySource().forEach(source -> signs.put(source.key(), source.sign()));
    b.bySource().forEach(source -> signs.put(source.key(), source.sign()));
    Map<String, InventoryView.Item> left = index(a.items(), id);
    Map<String, InventoryView.Item> right = index(b.items(), id);
    List<Difference> differences = new ArrayList<>();
    for (String key : union(left.keySet(), right.keySet())) {
      InventoryView.Item one = left.get(key);
      InventoryView.Item other = right.get(key);
      InventoryView.Item any = other == null ? Objects.requireNonNull(one) : other;
      differences.add(
          difference(
              any.key(),
              any.name(),
              any.source(),
              any.facility(),
              signs.getOrDefault(any.source(), PLUS),
              any.figure(),
              one == null ? "0" : one.value(),
              other == null ? "0" : other.value(),
              any.unit()));
    }
    return differences;
  }

  private static Difference difference(
      String key,
      Text name,
      @Nullable String source,
      @Nullable String facility,
      String sign,
      @Nullable String figure,
      String a,
      String b,
      String unit) {
    Rational left = Rational.of(a);
    Rational change = Rational.of(b).minus(left);
    return new Difference(
        key,
        name,
        source,
        facility,
        sign,
        figure,
        a,
        b,
        Shown.result(change),
        left.isZero() ? null : Shown.percent(change, left.abs()),
        unit);
  }

  /// Factors that differ, by row; months are compared with the same month of the other year.
  private static List<FactorChange> factors(List<StoredRow> a, List<StoredRow> b, JsonMapper json) {
    Map<String, Map<String, FactorValue>> left = factorsByRow(a, json);
    Map<String, Map<String, FactorValue>> right = factorsByRow(b, json);
    List<FactorChange> changes = new ArrayList<>();
    for (StoredRow row : b) {
      Map<String, FactorValue> before = left.get(rowKey(row));
      Map<String, FactorValue> after = right.getOrDefault(rowKey(row), Map.of());
      if (before == null) {
        continue;
      }
      for (String symbol : union(before.keySet(), after.keySet())) {
        if (!Objects.equals(before.get(symbol), after.get(symbol))) {
          changes.add(
              new FactorChange(
                  row.source(),
                  row.item(),
                  row.facility(),
                  row.month().toString(),
                  symbol,
                  before.get(symbol),
                  after.get(symbol)));
        }
      }
    }
    return changes;
  }

  private static Map<String, Map<String, FactorValue>> factorsByRow(
      List<StoredRow> rows, JsonMapper json) {
    Map<String, Map<String, FactorValue>> byRow = new LinkedHashMap<>();
    for (StoredRow row : rows) {
      Map<String, FactorValue> factors = new LinkedHashMap<>();
      collect(json.readValue(row.trace(), RowTrace.class).step(), factors);
      byRow.put(rowKey(row), factors);
    }
    return byRow;
  }

  private static void collect(RowTrace.Step step, Map<String, FactorValue> factors) {
    for (RowTrace.Input input : step.inputs()) {
      RowTrace.Factor factor = input.factor();
      if (factor != null) {
        Text origin =
            new Text(
                factor.tableTitle().zh() + " · " + factor.rowName().zh(),
                factor.tableTitle().en() + " · " + factor.rowName().en());
        factors.put(input.symbol(), new FactorValue(factor.value(), factor.unit(), origin));
      }
      if (input.route() != null) {
        collect(input.route().step(), factors);
      }
    }
  }

  /// Ledger lines in different versions; only meaningful within one period.
  private static List<LineChange> lines(List<StoredRow> a, List<StoredRow> b, JsonMapper json) {
    Map<UUID, StoredInput.Line> left = linesById(a, json);
    Map<UUID, StoredInput.Line> right = linesById(b, json);
    List<LineChange> changes = new ArrayList<>();
    boolean samePeriod = left.keySet().stream().anyMatch(right::containsKey);
    if (!samePeriod) {
      return changes;
    }
    for (UUID id : union(left.keySet(), right.keySet())) {
      StoredInput.Line before = left.get(id);
      StoredInput.Line after = right.get(id);
      boolean same =
          before != null
              && after != null
              && before.value().equals(after.value())
              && before.unit().equals(after.unit());
      if (!same) {
        StoredInput.Line any = after == null ? Objects.requireNonNull(before) : after;
        changes.add(
            new LineChange(
                id,
                any.parameterId(),
                any.parameter(),
                any.month(),
                any.slot().equals("OPENING"),
                value(before),
                value(after)));
      }
    }
    return changes;
  }

  private static Map<UUID, StoredInput.Line> linesById(List<StoredRow> rows, JsonMapper json) {
    TypeReference<Map<String, StoredInput>> type = new TypeReference<>() {};
    Map<UUID, StoredInput.Line> lines = new LinkedHashMap<>();
    for (StoredRow row : rows) {
      json.readValue(row.inputs(), type)
          .values()
          .forEach(input -> input.lines().forEach(line -> lines.put(line.lineId(), line)));
    }
    return lines;
  }

  private static @Nullable LineValue value(StoredInput.@Nullable Line line) {
    return line == null ? null : new LineValue(line.value(), line.unit(), line.version());
  }

  private static String rowKey(StoredRow row) {
    return row.source()
        + "\n"
        + row.item()
        + "\n"
        + row.facility()
        + "\n"
        + row.month().getMonthValue();
  }

  private static <T> Map<String, T> index(List<T> all, Function<T, String> key) {
    Map<String, T> index = new LinkedHashMap<>();
    all.forEach(one -> index.put(key.apply(one), one));
    return index;
  }

  private static <T> Set<T> union(Set<T> a, Set<T> b) {
    Set<T> all = new LinkedHashSet<>(a);
    all.addAll(b);
    return all;
  }
}
