package io.tanheng.accounting;

import io.tanheng.standard.Factor;
import io.tanheng.units.Quantity;
import io.tanheng.units.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Views, rules and estimates as JSON, beside [InventoryJson]. Exact figures are written as there;
/// estimates with [#DIGITS] significant digits and without an exact value.
public final class ResultJson {

  /// Significant digits of an estimate.
  public static final int DIGITS = 6;

  private ResultJson() {}

  /// A view with all its lines and the reconciliation.
  public static Map<String, Object> view(InventoryView view) {
    var json = new LinkedHashMap<String, Object>();
    json.put("view", view.view().id());
    json.put("number", view.view().number());
    json.put("unit", "tCO2e");
    json.put("categories", view.categories().stream().map(ResultJson::category).toList());
    var gases = new LinkedHashMap<String, Object>();
    view.gases().forEach((gas, value) -> gases.put(gas, InventoryJson.figure(value)));
    json.put("directByGas", gases);
    json.put("memos", view.memos().stream().map(ResultJson::part).toList());
    json.put("total", InventoryJson.figure(view.total()));
    json.put("methodTotal", InventoryJson.figure(view.methodTotal()));
    json.put("reconciliation", lines(view.reconciliation()));
    return json;
  }

  private static Map<String, Object> category(InventoryView.CategorySum category) {
    Map<String, Object> json = named(category.id(), category.name(), category.sum());
    json.put(
        "parts",
        category.parts().stream()
            .filter(part -> !part.lines().isEmpty())
            .map(ResultJson::part)
            .toList());
    return json;
  }

  private static Map<String, Object> part(InventoryView.PartSum part) {
    Map<String, Object> json = named(part.id(), part.name(), part.sum());
    json.put("lines", lines(part.lines()));
    return json;
  }

  private static List<Object> lines(List<InventoryView.Line> lines) {
    return lines.stream()
        .<Object>map(line -> {
          Map<String, Object> json = named(line.source(), line.name(), line.value());
          json.put("gas", line.gas());
          line.remark().ifPresent(remark -> json.put("remark", text(remark)));
          return json;
        })
        .toList();
  }

  private static Map<String, Object> named(String id, Text name, Quantity value) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", id);
    json.put("name", text(name));
    json.put("value", InventoryJson.figure(value));
    return json;
  }

  private static Map<String, Object> text(Text text) {
    var json = new LinkedHashMap<String, Object>();
    json.put("zh", text.zh());
    json.put("en", text.en());
    return json;
  }

  /// The figures of a rule, with the numbers it used.
  public static Map<String, Object> rule(RuleOutcome.Computed computed) {
    var json = new LinkedHashMap<String, Object>();
    json.put("rule", computed.rule().id());
    json.put("digest", computed.rule().digest());
    json.put("confidence", computed.rule().citation().confidence().name());
    json.put(
        "figures",
        computed.figures().stream()
            .map(figure -> {
              var entry = new LinkedHashMap<String, Object>();
              entry.put("key", figure.key());
              entry.put("name", text(figure.name()));
              entry.put("value", figure.shown());
              entry.put("unit", figure.value().unit().symbol());
              entry.put("exact", figure.value().value().toString());
              entry.put("formula", figure.text());
              entry.put("substituted", figure.substituted());
              return entry;
            })
            .toList());
    json.put("parameters", computed.parameters().stream().map(ResultJson::parameter).toList());
    computed.due().ifPresent(date -> json.put("dueDate", date.toString()));
    return json;
  }

  private static Map<String, Object> parameter(Factor factor) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", factor.id());
    json.put("name", text(factor.columnName()));
    json.put("value", factor.printed());
    json.put("unit", factor.value().unit().symbol());
    json.put("citation", factor.source().citation().id());
    json.put("citationTitle", text(factor.source().citation().title()));
    json.put("confidence", factor.confidence().name());
    return json;
  }

  /// An estimate of uncertainty.
  public static Map<String, Object> uncertainty(Uncertainty uncertainty) {
    MonteCarlo.Estimate simulated = uncertainty.simulated();
    var json = new LinkedHashMap<String, Object>();
    json.put("total", uncertainty.total());
    json.put("value", number(uncertainty.value()));
    json.put("propagated", propagated(uncertainty.propagated()));
    var trials = new LinkedHashMap<String, Object>();
    trials.put("trials", String.valueOf(simulated.trials()));
    trials.put("seed", String.valueOf(simulated.seed()));
    trials.put("mean", number(simulated.mean()));
    trials.put("deviation", number(simulated.deviation()));
    trials.put("p2_5", number(simulated.low()));
    trials.put("median", number(simulated.median()));
    trials.put("p97_5", number(simulated.high()));
    trials.put("lowPercent", number(simulated.lowPercent()));
    trials.put("highPercent", number(simulated.highPercent()));
    trials.put("percent", number(simulated.percent()));
    trials.put("histogram", histogram(simulated.histogram()));
    json.put("monteCarlo", trials);
    json.put("sources", uncertainty.sources().values().stream().map(ResultJson::source).toList());
    json.put(
        "contributors", uncertainty.contributors().stream().map(ResultJson::contributor).toList());
    return json;
  }

  private static Map<String, Object> propagated(Uncertainty.Propagated propagated) {
    var json = new LinkedHashMap<String, Object>();
    json.put("half", number(propagated.half()));
    json.put("percent", number(propagated.percent()));
    json.put("grade", propagated.grade().name());
    return json;
  }

  private static Map<String, Object> histogram(MonteCarlo.Histogram histogram) {
    var json = new LinkedHashMap<String, Object>();
    json.put("lower", number(histogram.lower()));
    json.put("width", number(histogram.width()));
    json.put("counts", histogram.counts());
    return json;
  }

  private static Map<String, Object> source(Uncertainty.SourceUncertainty source) {
    var json = new LinkedHashMap<String, Object>();
    json.put("key", source.key());
    json.put("name", text(source.name()));
    json.put("value", number(source.value()));
    json.put("propagated", propagated(source.propagated()));
    json.put("mean", number(source.mean()));
    json.put("deviation", number(source.deviation()));
    return json;
  }

  private static Map<String, Object> contributor(Uncertainty.Contributor contributor) {
    var json = new LinkedHashMap<String, Object>();
    json.put("rule", contributor.rule());
    json.put("source", contributor.source());
    json.put("item", contributor.item());
    json.put("symbol", contributor.symbol());
    json.put("deviation", number(contributor.deviation()));
    json.put("share", number(contributor.share()));
    json.put("basis", contributor.basis());
    return json;
  }

  /// An estimate as text.
  public static String number(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).round(new MathContext(DIGITS)).toPlainString()
        : "";
  }
}
