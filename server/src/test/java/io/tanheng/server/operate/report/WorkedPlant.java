package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.Inventories;
import io.tanheng.server.operate.inventory.InventoryId;
import io.tanheng.server.operate.inventory.InventoryPeriod;
import io.tanheng.server.operate.inventory.RunInventory;
import io.tanheng.server.operate.ledger.Ledger;
import io.tanheng.server.operate.ledger.LedgerLine;
import io.tanheng.server.operate.ledger.LineEntry;
import io.tanheng.server.operate.ledger.LineKey;
import io.tanheng.server.operate.ledger.LineOrigin;
import io.tanheng.server.operate.ledger.LineVersion;
import io.tanheng.server.operate.ledger.Slot;
import io.tanheng.server.operate.measure.Binding;
import io.tanheng.server.operate.measure.DefineParameter;
import io.tanheng.server.operate.measure.MethodPlans;
import io.tanheng.server.operate.measure.NewPlanItem;
import io.tanheng.server.operate.measure.ObtainedBy;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterKind;
import io.tanheng.server.operate.measure.ParameterName;
import io.tanheng.server.operate.measure.Parameters;
import io.tanheng.server.operate.measure.PlanUse;
import io.tanheng.server.operate.measure.SignRule;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes a small fictional plant out of a worked example of a method: every item of the example is
/// one of the plan, its amount stands in the ledger in each of the twelve months, and so a year is
/// twelve times the example.
@TestComponent
class WorkedPlant {
  static final Year YEAR = Year.of(2025);
  static final int MONTHS = 12;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Parameters parameters;
  private final MethodPlans plans;
  private final Ledger ledger;
  private final Inventories inventories;

  WorkedPlant(Parameters parameters, MethodPlans plans, Ledger ledger, Inventories inventories) {
    this.parameters = parameters;
    this.plans = plans;
    this.ledger = ledger;
    this.inventories = inventories;
  }

  /// The example of the edition with the most items, with its expected results.
  static JsonNode example(String method) throws IOException {
    String resource = "/standards/" + method.replace('@', '/') + "/examples/cases.json";
    try (InputStream stream = WorkedPlant.class.getResourceAsStream(resource)) {
      List<JsonNode> cases = new ArrayList<>();
      JSON.readTree(Objects.requireNonNull(stream, resource)).forEach(cases::add);
      return cases.stream().max(Comparator.comparingInt(WorkedPlant::size)).orElseThrow();
    }
  }

  private static int size(JsonNode example) {
    int[] rows = {0};
    example.path("inputs").forEach(source -> rows[0] += source.size());
    return example.path("inputs").size() * 100 + rows[0];
  }

  /// Builds the plant and runs its inventory of the year.
  InventoryId run(EnterpriseId enterprise, String method, JsonNode example) {
    CallContext call = new CallContext(AccountId.next(), enterprise, Instant.EPOCH, null);
    List<NewPlanItem> items = new ArrayList<>();
    example
        .path("inputs")
        .properties()
        .forEach(source ->
            source
                .getValue()
                .forEach(
                    row -> items.add(item(call, method, source.getKey(), items.size() + 1, row))));
    plans.addAll(call, items);
    JsonNode set = example.path("factorSet");
    return inventories.run(
        call,
        new RunInventory(
            InventoryPeriod.of(YEAR),
            method,
            set.isString() ? set.asString() : null,
            Map.of(),
            null));
  }

  private NewPlanItem item(
      CallContext call, String method, String source, int position, JsonNode row) {
    Map<String, String> labels = new LinkedHashMap<>();
    Map<String, Binding> inputs = new LinkedHashMap<>();
    String name = row.path("item").asString(source);
    for (Map.Entry<String, JsonNode> entry : row.properties()) {
      JsonNode value = entry.getValue();
      if (value.isObject()) {
        inputs.put(
            entry.getKey(), binding(call, position, entry.getKey(), value, inputs.isEmpty()));
      } else if (!entry.getKey().equals("item") && !entry.getKey().equals("month")) {
        labels.put(entry.getKey(), value.asString());
      }
    }
    return new NewPlanItem(
        PlanUse.SOURCE,
        method,
        Year.of(2020),
        Year.of(2030),
        position,
        source,
        "i" + position,
        new Text(position + " " + name, position + " " + name),
        labels,
        null,
        null,
        inputs,
        List.of(),
        null);
  }

  /// The first value of a row stands in the ledger, the others are given by the plan.
  private Binding binding(
      CallContext call, int position, String symbol, JsonNode value, boolean first) {
    BigDecimal number = new BigDecimal(value.path("value").asString());
    String unit = value.path("unit").asString();
    if (!first) {
      return new Binding.Constant(number, unit, new Text("算例给定", "given by the example"));
    }
    Parameter parameter =
        parameters.define(
            call,
            new DefineParameter(
                "算例",
                List.of(position + " " + symbol),
                ParameterName.of(position + " " + symbol),
                null,
                unit,
                ParameterKind.FLOW,
                SignRule.ANY,
                ObtainedBy.MEASURED,
                "生产部",
                LocalDate.of(2020, 1, 1)));
    List<LedgerLine> lines =
        ledger.record(
            call,
            IntStream.rangeClosed(1, MONTHS)
                .mapToObj(month ->
                    new LineEntry(
                        new LineKey(
                            parameter.id(), YearMonth.of(YEAR.getValue(), month), Slot.MONTH),
                        number,
                        null,
                        unit,
                        0,
                        new LineOrigin.Manual(),
                        List.of()))
                .toList());
    ledger.confirm(
        call, lines.stream().map(line -> new LineVersion(line.id(), line.version())).toList());
    return new Binding.OfParameter(parameter.id());
  }
}
