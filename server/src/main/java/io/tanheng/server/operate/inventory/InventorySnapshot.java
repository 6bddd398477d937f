package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.units.Rational;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A stored run as other modules read it: every row with its exact result and every value that
/// entered it. Nothing is computed here.
public record InventorySnapshot(
    UUID id,
    int number,
    InventoryPeriod period,
    Method method,
    @Nullable Text factorSet,
    boolean provisional,
    int openLines,
    boolean superseded,
    String digest,
    Instant createdAt,
    UUID createdBy,
    List<Total> totals,
    List<Source> sources,
    List<Row> rows,
    List<Product> products,
    List<Derived> intensities,
    List<Derived> indicators,
    List<Facility> facilities,
    List<Flag> flags) {

  public record Method(String id, String number, Text title) {}

  /// A total with the sources it adds and takes off; `main` is the one the run is named by.
  public record Total(
      String key, Text name, String unit, boolean main, Map<String, Integer> signs) {
    public Total {
      signs = Collections.unmodifiableMap(new LinkedHashMap<>(signs));
    }
  }

  /// `sign` is that within the main total: 1, -1 or 0.
  public record Source(String key, Text name, String category, String unit, int sign) {}

  /// One item of a source in one month.
  ///
  /// @param figure names the trace of the result
  /// @param itemFigure names the trace of the item's result over the whole period
  /// @param symbols every symbol of the formula and of the routes taken, outermost first
  public record Row(
      String figure,
      String itemFigure,
      String source,
      String item,
      Text itemName,
      @Nullable String facility,
      YearMonth month,
      @Nullable UUID process,
      Rational result,
      String unit,
      Map<String, String> labels,
      Map<String, Value> symbols) {
    public Row {
      labels = Map.copyOf(labels);
      symbols = Collections.unmodifiableMap(new LinkedHashMap<>(symbols));
    }
  }

  /// A value within a row.
  ///
  /// @param source the factor's publication or the constant's origin; absent for ledger values
  /// @param vouchers how many files prove the ledger lines behind it
  public record Value(
      Text name,
      Rational value,
      String unit,
      Origin origin,
      @Nullable Text source,
      @Nullable String confidence,
      int vouchers) {}

  /// Where a value comes from.
  public enum Origin {
    LEDGER,
    FACTOR,
    CONSTANT,
    CALCULATED
  }

  /// An output the result was compared with.
  public record Product(
      String key, Text name, @Nullable String facility, Map<String, Value> values) {
    public Product {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /// An intensity or an indicator.
  public record Derived(
      String key,
      Text name,
      @Nullable String facility,
      Rational value,
      String unit,
      String figure) {}

  public record Facility(String label, Text name) {}

  public record Flag(String code, Text name, List<String> figures) {}
}
