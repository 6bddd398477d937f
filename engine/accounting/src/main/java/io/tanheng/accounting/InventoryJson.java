package io.tanheng.accounting;

import io.tanheng.standard.Factor;
import io.tanheng.units.Quantity;
import io.tanheng.units.Text;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An inventory and its traces as JSON, always written the same way: what is stored, exported and
/// digested.
///
/// Figures are written with [#DECIMALS] decimals, rounded half up, here and nowhere before. Beside
/// them stands the exact value: a decimal or, where there is none, a fraction `n/d`.
public final class InventoryJson {

  /// Decimals of every written figure.
  public static final int DECIMALS = 6;

  private InventoryJson() {}

  /// A figure as it is written: six decimals, rounded half up.
  public static String figure(Quantity quantity) {
    return quantity.toDecimal(DECIMALS, RoundingMode.HALF_UP).toPlainString();
  }

  /// Everything but the traces.
  public static Map<String, Object> summary(Inventory inventory) {
    var json = new LinkedHashMap<String, Object>();
    json.put("method", inventory.edition().id());
    json.put("methodDigest", inventory.edition().digest());
    json.put("factorSet", inventory.factorSet().id());
    json.put("replacedFactors", replaced(inventory.choice()));
    json.put("sources", sources(inventory));
    json.put("totals", totals(inventory));
    json.put("indicators", inventory.indicators().stream().map(InventoryJson::indicator).toList());
    json.put(
        "intensities", inventory.intensities().stream().map(InventoryJson::intensity).toList());
    json.put("flags", inventory.flags());
    return json;
  }

  /// The whole inventory: summary, and every row with its trace.
  public static Map<String, Object> full(Inventory inventory) {
    var json = new LinkedHashMap<>(summary(inventory));
    json.put("rows", inventory.rows().stream().map(InventoryJson::row).toList());
    return json;
  }

  /// SHA-256 of the whole inventory in its compact writing.
  public static String digest(Inventory inventory) {
    return digest(JsonWriter.compact(full(inventory)));
  }

  /// SHA-256 of a text.
  public static String digest(String json) {
    try {
      byte[] bytes =
          MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> replaced(FactorChoice choice) {
    var json = new LinkedHashMap<String, Object>();
    new TreeMap<>(choice.replaced())
        .forEach((id, replacement) -> {
          var entry = quantity(replacement.value());
          entry.put("reference", replacement.reference());
          entry.put("reason", replacement.reason());
          json.put(id, entry);
        });
    return json;
  }

  private static Map<String, Object> sources(Inventory inventory) {
    var json = new LinkedHashMap<String, Object>();
    inventory
        .sources()
        .forEach((key, source) -> {
          var entry = new LinkedHashMap<String, Object>();
          entry.put("name", text(source.name()));
          entry.putAll(quantity(source.value()));
          entry.put("rows", source.rows());
          entry.put("memo", source.memo());
          json.put(key, entry);
        });
    return json;
  }

  private static Map<String, Object> totals(Inventory inventory) {
    var json = new LinkedHashMap<String, Object>();
    inventory
        .totals()
        .forEach((key, total) -> {
          var entry = new LinkedHashMap<String, Object>();
          entry.put("name", text(total.name()));
          entry.putAll(quantity(total.value()));
          entry.put("level", total.level().name().toLowerCase(java.util.Locale.ROOT));
          entry.put("subtotal", total.subtotal());
          entry.put("terms", total.terms().stream().map(InventoryJson::term).toList());
          json.put(key, entry);
        });
    return json;
  }

  private static Map<String, Object> term(TotalResult.Term term) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("key", term.key());
    entry.put("sign", term.sign());
    entry.putAll(quantity(term.value()));
    return entry;
  }

  private static Map<String, Object> indicator(IndicatorResult indicator) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("key", indicator.key());
    entry.put("name", text(indicator.name()));
    entry.put("facility", indicator.facility());
    entry.putAll(quantity(indicator.value()));
    entry.put("way", indicator.way());
    entry.put("formula", formula(indicator.text(), indicator.latex()));
    entry.put("substituted", formula(indicator.substituted(), indicator.substitutedLatex()));
    return entry;
  }

  private static Map<String, Object> intensity(IntensityResult intensity) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("key", intensity.key());
    entry.put("total", intensity.total());
    entry.put("product", intensity.product());
    entry.put("facility", intensity.facility());
    entry.putAll(quantity(intensity.value()));
    entry.put("numerator", quantity(intensity.numerator()));
    entry.put("denominator", quantity(intensity.denominator()));
    return entry;
  }

  /// One row with its trace.
  public static Map<String, Object> row(RowResult row) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("id", row.id().value());
    entry.put("source", row.source());
    entry.put("number", row.number());
    var labels = new TreeMap<String, Object>(row.row().labels());
    entry.put("labels", labels);
    entry.putAll(quantity(row.result()));
    entry.put("flags", row.flags());
    entry.put("routes", row.routes());
    var figures = new LinkedHashMap<String, Object>();
    row.figures()
        .forEach(figure -> {
          var value = new LinkedHashMap<String, Object>();
          value.put("name", text(figure.getKey().name()));
          value.putAll(quantity(figure.getValue()));
          figures.put(figure.getKey().key(), value);
        });
    entry.put("figures", figures);
    entry.put("trace", trace(row.trace()));
    return entry;
  }

  /// A trace as a tree: `origin` is `COMPUTED`, `LEDGER` (entered), `FACTOR` or `ZERO`.
  public static Map<String, Object> trace(Trace trace) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("symbol", trace.symbol());
    entry.put("name", text(trace.name()));
    entry.putAll(quantity(trace.value()));
    switch (trace) {
      case Trace.Computed computed -> addComputed(computed, entry);
      case Trace.Entered entered -> addEntered(entered, entry);
      case Trace.FromTable fromTable -> addFactor(fromTable, entry);
      case Trace.AbsentZero _ -> entry.put("origin", "ZERO");
    }
    return entry;
  }

  private static void addComputed(Trace.Computed computed, Map<String, Object> entry) {
    entry.put("origin", "COMPUTED");
    entry.put("formula", formula(computed.text(), computed.latex()));
    entry.put("substituted", formula(computed.substituted(), computed.substitutedLatex()));
    computed
        .route()
        .ifPresent(route -> {
          var taken = new LinkedHashMap<String, Object>();
          taken.put("id", route.id());
          taken.put("name", text(route.name()));
          route.flag().ifPresent(flag -> taken.put("flag", flag));
          entry.put("route", taken);
        });
    List<Object> parts = new ArrayList<>();
    computed.parts().forEach(part -> parts.add(trace(part)));
    entry.put("parts", parts);
  }

  private static void addEntered(Trace.Entered entered, Map<String, Object> entry) {
    entry.put("origin", entered.factor().isPresent() ? "FACTOR" : "LEDGER");
    entry.put("entered", quantity(entered.entered()));
    entry.put("asWritten", entered.asWritten());
    entry.put("reference", entered.reference());
    entered.factor().ifPresent(factor -> entry.put("factor", factor(factor)));
  }

  private static void addFactor(Trace.FromTable fromTable, Map<String, Object> entry) {
    entry.put("origin", "FACTOR");
    entry.put("factor", factor(fromTable.factor()));
    fromTable
        .replacement()
        .ifPresent(replacement -> {
          var own = quantity(replacement.value());
          own.put("reference", replacement.reference());
          own.put("reason", replacement.reason());
          entry.put("replacement", own);
        });
  }

  /// A factor with its table, source and confidence.
  public static Map<String, Object> factor(Factor factor) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("id", factor.id());
    entry.put("table", factor.table());
    entry.put("tableTitle", text(factor.tableTitle()));
    entry.put("row", factor.row());
    entry.put("rowName", text(factor.rowName()));
    entry.put("column", factor.column());
    entry.put("printed", factor.printed());
    entry.put("unit", factor.value().unit().symbol());
    entry.put("citation", factor.source().citation().id());
    entry.put("citationTitle", text(factor.source().citation().title()));
    entry.put("confidence", factor.confidence().name().toLowerCase(java.util.Locale.ROOT));
    return entry;
  }

  private static Map<String, Object> formula(String text, String latex) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("text", text);
    entry.put("latex", latex);
    return entry;
  }

  private static Map<String, Object> quantity(Quantity quantity) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("value", figure(quantity));
    entry.put("unit", quantity.unit().symbol());
    entry.put("exact", quantity.value().toString());
    return entry;
  }

  private static Map<String, Object> text(Text text) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("zh", text.zh());
    entry.put("en", text.en());
    return entry;
  }
}
