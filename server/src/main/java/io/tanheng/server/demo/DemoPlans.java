package io.tanheng.server.demo;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.IntensityDefinition;
import io.tanheng.server.operate.inventory.ProcessSplit;
import io.tanheng.server.operate.measure.Binding;
import io.tanheng.server.operate.measure.NewPlanItem;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.PlanUse;
import io.tanheng.server.operate.measure.Term;
import io.tanheng.server.operate.measure.WhenMissing;
import java.math.BigDecimal;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Turns the plan files of a sample enterprise into commands of the modules. Parameters are named
/// by their path (`sheet/label/label`), boundary units by their key.
record DemoPlans(Map<String, ParameterId> parameters, Map<String, UUID> units) {
  private static final Year FIRST = Year.of(2024);

  List<NewPlanItem> planItems(YamlNode method) {
    method.only("method", "items", "production", "intensities");
    List<NewPlanItem> items = new ArrayList<>();
    for (YamlNode item : method.list("items")) {
      for (Years years : years(item)) {
        items.add(sourceItem(method.text("method"), item, years, items.size() + 1));
      }
    }
    for (YamlNode output : method.list("production")) {
      items.add(production(method.text("method"), output, items.size() + 1));
    }
    return items;
  }

  /// The match of a document item as the API takes it.
  Map<String, Object> match(YamlNode node) {
    return Map.of(
        "direction", node.text("direction"),
        "item", node.text("item"),
        "meteringPoint", node.text("point"),
        "parameters", node.texts("parameters").stream().map(p -> parameter(p).toString()).toList(),
        "version", 0);
  }

  List<IntensityDefinition> intensities(YamlNode method) {
    return method.list("intensities").stream()
        .map(node -> {
          node.only("key", "zh", "en", "numerator", "per");
          YamlNode numerator = node.require("numerator").only("total", "sources", "facilities");
          return new IntensityDefinition(
              node.text("key"),
              name(node),
              numerator.find("total").map(YamlNode::text).orElse(null),
              numerator.texts("sources"),
              numerator.texts("facilities"),
              node.text("per"));
        })
        .toList();
  }

  /// How results of a method are spread over the processes; a carrier that names methods counts for
  /// these only.
  ProcessSplit split(YamlNode file, String method) {
    file.only("methods", "basis", "carriers", "whole", "shares");
    List<ProcessSplit.Whole> whole = new ArrayList<>();
    file.entries("whole")
        .forEach((process, items) -> {
          for (YamlNode item : items.list()) {
            String[] parts = item.text().split("@", 2);
            whole.add(
                new ProcessSplit.Whole(
                    unit(process), parts[0], parts.length == 2 ? parts[1] : null));
          }
        });
    return new ProcessSplit(
        name(file.require("basis")),
        file.list("carriers").stream()
            .filter(carrier ->
                carrier.find("methods").isEmpty() || carrier.texts("methods").contains(method))
            .map(this::carrier)
            .toList(),
        whole,
        file.list("shares").stream()
            .map(share -> share.only("items", "rows"))
            .map(share -> new ProcessSplit.Share(share.texts("items"), rows(share, "rows")))
            .toList());
  }

  private ProcessSplit.Carrier carrier(YamlNode node) {
    node.only(
        "key", "zh", "en", "methods", "item", "source", "labels", "quantity", "uses", "makes");
    return new ProcessSplit.Carrier(
        node.text("key"),
        name(node),
        node.find("item").map(YamlNode::text).orElse(null),
        node.find("source").map(YamlNode::text).orElse(null),
        texts(node.entries("labels")),
        node.text("quantity"),
        rows(node, "uses"),
        rows(node, "makes"));
  }

  private List<ProcessSplit.Rows> rows(YamlNode node, String key) {
    List<ProcessSplit.Rows> rows = new ArrayList<>();
    node.entries(key)
        .forEach((process, terms) ->
            rows.add(
                new ProcessSplit.Rows(
                    unit(process),
                    terms.list().stream()
                        .map(term -> term(term.text()))
                        .map(t -> new ProcessSplit.Signed(t.plus(), t.parameterId().value()))
                        .toList())));
    return rows;
  }

  private NewPlanItem sourceItem(String method, YamlNode node, Years years, int position) {
    node.only(
        "source",
        "item",
        "labels",
        "facility",
        "process",
        "inputs",
        "whenMissing",
        "noRowWhenIdle",
        "since");
    YamlNode item = node.require("item").only("key", "zh", "en");
    Map<String, Binding> inputs = new LinkedHashMap<>();
    node.entries("inputs").forEach((symbol, value) -> inputs.put(symbol, binding(value, years)));
    List<WhenMissing> rules =
        node.list("whenMissing").stream()
            .map(rule -> {
              rule.only("symbol", "drop", "use", "zh", "en");
              Map<String, Binding> use = new LinkedHashMap<>();
              rule.entries("use").forEach((s, value) -> use.put(s, binding(value, years)));
              return new WhenMissing(rule.text("symbol"), rule.texts("drop"), use, name(rule));
            })
            .toList();
    return new NewPlanItem(
        PlanUse.SOURCE,
        method,
        years.from(),
        years.to(),
        position,
        node.text("source"),
        item.text("key"),
        name(item),
        texts(node.entries("labels")),
        unit(node, "facility"),
        unit(node, "process"),
        inputs,
        rules,
        node.find("noRowWhenIdle").map(YamlNode::text).orElse(null));
  }

  private NewPlanItem production(String method, YamlNode node, int position) {
    node.only("key", "zh", "en", "label", "unit", "terms", "inputs", "facility");
    Map<String, Binding> inputs = new LinkedHashMap<>();
    Map<String, String> labels = new LinkedHashMap<>();
    node.find("label").ifPresent(label -> labels.put("facility", label.text()));
    node.find("unit").ifPresent(unit -> labels.put("unit", unit.text()));
    if (node.find("terms").isPresent()) {
      inputs.put("value", combination(node.texts("terms")));
    }
    node.entries("inputs")
        .forEach((symbol, value) -> inputs.put(symbol, binding(value, new Years(FIRST, null))));
    return new NewPlanItem(
        PlanUse.PRODUCTION,
        method,
        FIRST,
        null,
        position,
        node.text("key"),
        node.text("key"),
        name(node),
        labels,
        unit(node, "facility"),
        null,
        inputs,
        List.of(),
        null);
  }

  /// The spans of years for which an item has one set of inputs: where an input differs by year,
  /// each named year, the last one without end.
  private static List<Years> years(YamlNode item) {
    Year first = item.find("since").isPresent() ? Year.of(item.number("since")) : FIRST;
    Optional<YamlNode> byYear =
        item.require("inputs").entries().values().stream()
            .filter(YamlNode::isMap)
            .flatMap(value -> value.find("byYear").stream())
            .findFirst();
    if (byYear.isEmpty()) {
      return List.of(new Years(first, null));
    }
    List<Year> named = byYear.get().entries().keySet().stream().map(Year::parse).toList();
    List<Years> spans = new ArrayList<>();
    for (Year year : named) {
      boolean last = year.equals(named.getLast());
      spans.add(new Years(year, last ? null : year));
    }
    return spans;
  }

  private Binding binding(YamlNode node, Years years) {
    if (!node.isMap()) {
      return new Binding.OfParameter(parameter(node.text()));
    }
    Map.Entry<String, YamlNode> only = node.entries().entrySet().iterator().next();
    YamlNode value = only.getValue();
    return switch (only.getKey()) {
      case "byYear" -> binding(value.require(years.from().toString()), years);
      case "opening" -> new Binding.Opening(parameter(value.text()));
      case "combination" -> combination(value.list().stream().map(YamlNode::text).toList());
      case "constant" ->
          new Binding.Constant(
              new BigDecimal(value.text("value")), value.text("unit"), name(value));
      case "factor" ->
          new Binding.Factor(value.text("table"), value.text("row"), value.text("column"));
      default -> throw new IllegalStateException(node.path() + ": unknown binding");
    };
  }

  private Binding combination(List<String> terms) {
    return new Binding.Combination(terms.stream().map(this::term).toList());
  }

  private Term term(String text) {
    boolean minus = text.startsWith("- ");
    boolean signed = minus || text.startsWith("+ ");
    return new Term(!minus, parameter(signed ? text.substring(2) : text));
  }

  private ParameterId parameter(String path) {
    ParameterId id = parameters.get(path);
    if (id == null) {
      throw new IllegalStateException("no parameter " + path);
    }
    return id;
  }

  private @Nullable UUID unit(YamlNode node, String key) {
    return node.find(key).map(name -> unit(name.text())).orElse(null);
  }

  private UUID unit(String key) {
    UUID id = units.get(key);
    if (id == null) {
      throw new IllegalStateException("no boundary unit " + key);
    }
    return id;
  }

  private static Text name(YamlNode node) {
    return new Text(node.text("zh"), node.text("en"));
  }

  private static Map<String, String> texts(Map<String, YamlNode> entries) {
    Map<String, String> texts = new LinkedHashMap<>();
    entries.forEach((key, value) -> texts.put(key, value.text()));
    return texts;
  }

  private record Years(Year from, @Nullable Year to) {}
}
