package io.tanheng.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.testkit.Clause;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The sample enterprises, imported through the API, come to the figures that were computed for
/// them by a separate program: everything it found, to the sixth decimal.
@DemoTest
class DemoFiguresTest {
  static final List<String> RUNS = DemoInventory.RUNS;

  /// Sources of the process level; they stand beside the enterprise total.
  private static final Set<String> PROCESS_SOURCES =
      Set.of("process-in", "process-out", "power-unit");

  /// Words of the expectation, which compare with nothing.
  private static final Set<String> REMARKS = Set.of("note");

  private static final Map<String, String> PROCESSES =
      Map.of(
          "coking", "焦化",
          "sintering", "烧结",
          "pelletizing", "球团",
          "ironmaking", "炼铁",
          "converter", "转炉炼钢");

  /// Names of the separate program for indicators of the methods.
  private static final Map<String, String> INDICATORS =
      Map.of(
          "clinkerRatio", "clinker-ratio",
          "wasteHeatPower", "waste-heat-power",
          "thermalSubstitutionRate", "thermal-substitution-rate",
          "generation", "generation",
          "heatSupplied", "heat-supplied",
          "runningHours", "running-hours");

  @Autowired DemoLoader loader;
  @Autowired DemoProgress progress;
  @LocalServerPort int port;

  @BeforeEach
  void wait_for_the_sample_data() throws InterruptedException {
    assertThat(loader.await(Duration.ofMinutes(5))).isTrue();
    assertThat(progress.snapshot().failed()).isNull();
  }

  @Clause({"4.2-b", "6.3.1-b", "6.3.1-c"})
  @ParameterizedTest
  @FieldSource("RUNS")
  void every_figure_is_the_expected_one(String run) throws IOException {
    DemoInventory inventory = DemoInventory.open(port, run);
    JsonNode expected = inventory.expected();
    JsonNode shown = inventory.shown();
    assertThat(expected.isEmpty()).isFalse();

    for (Map.Entry<String, JsonNode> part : expected.properties()) {
      JsonNode wanted = part.getValue();
      switch (part.getKey()) {
        case "year" -> assertThat(year(shown)).isEqualTo(year(wanted));
        case "months" -> assertThat(months(shown)).isEqualTo(months(expected));
        case "items" -> assertThat(items(shown)).containsAllEntriesOf(items(expected));
        case "intensities" -> compareIntensities(shown, wanted);
        case "outputs" -> compareOutputs(shown, wanted);
        case "units" -> wanted.properties().forEach(u -> compareUnit(shown, u));
        case "lines" -> wanted.properties().forEach(l -> compareLine(shown, l));
        case "complianceEmission" ->
            assertThat(total(shown, "compliance")).isEqualTo(wanted.path("value").asString());
        case "fallbackEffect" -> compareFallback(inventory, wanted);
        case "processLevel" -> compareProcesses(shown, wanted);
        case "powerUnits" -> comparePowerUnits(shown, wanted);
        case "summary" -> compareSummary(shown, wanted);
        case "memoItemsNotInTotal" -> compareMemos(shown, wanted);
        case "notCounted" -> compareNotCounted(inventory, wanted);
        default -> assertThat(REMARKS).as("everything is compared").contains(part.getKey());
      }
    }
  }

  private static void compareIntensities(JsonNode shown, JsonNode wanted) {
    List<String> values = new ArrayList<>();
    for (JsonNode one : shown.path("intensities")) {
      values.add(
          one.path("numerator").path("value").asString()
              + " / "
              + plain(one.path("denominator").path("value"))
              + " = "
              + one.path("value").asString());
    }
    for (JsonNode one : wanted) {
      if (one.has("denominator")) {
        assertThat(values)
            .as(one.path("name").asString())
            .contains(
                one.path("numerator").asString()
                    + " / "
                    + plain(one.path("denominator").path("value"))
                    + " = "
                    + one.path("value").asString());
      } else {
        assertThat(one.path("name").asString()).isEqualTo("merged load factor");
        assertThat(indicator(shown, "merged-load-factor", "")).isEqualTo(plain(one.path("value")));
      }
    }
  }

  private static void compareOutputs(JsonNode shown, JsonNode wanted) {
    for (Map.Entry<String, JsonNode> output : wanted.properties()) {
      String name = output.getKey();
      BigDecimal value = plain(output.getValue().path("value"));
      if (name.startsWith("oxidation rate of coal ")) {
        String unit = name.substring("oxidation rate of coal ".length(), name.indexOf(','));
        assertThat(indicator(shown, "coal-oxidation-rate", unit)).isEqualTo(value);
      } else if (INDICATORS.containsKey(name)) {
        assertThat(indicator(shown, INDICATORS.get(name), "")).as(name).isEqualTo(value);
      } else {
        assertThat(denominators(shown)).as(name).contains(value);
      }
    }
  }

  private static void compareUnit(JsonNode shown, Map.Entry<String, JsonNode> unit) {
    JsonNode facility = facility(shown, unit.getKey());
    for (Map.Entry<String, JsonNode> figure : unit.getValue().properties()) {
      String key = INDICATORS.getOrDefault(figure.getKey(), figure.getKey());
      if (figure.getValue().isString()) {
        String list = key.equals("total") ? "totals" : "sources";
        assertThat(value(facility.path(list), key)).as(key).isEqualTo(plain(figure.getValue()));
      } else {
        assertThat(indicator(shown, key, unit.getKey()))
            .as(key)
            .isEqualTo(plain(figure.getValue().path("value")));
      }
    }
  }

  private static void compareLine(JsonNode shown, Map.Entry<String, JsonNode> line) {
    JsonNode totals = facility(shown, line.getKey()).path("totals");
    assertThat(value(totals, "clinker-facility-total"))
        .isEqualTo(plain(line.getValue().path("clinker-facility-total")));
    assertThat(denominators(shown)).contains(plain(line.getValue().path("clinker").path("value")));
  }

  private static void compareFallback(DemoInventory inventory, JsonNode wanted) {
    String unit = wanted.path("unit").asString();
    JsonNode shown = inventory.shown();
    assertThat(indicator(shown, "measured-mean-carbon", unit))
        .isEqualTo(plain(wanted.path("meanMeasured")));
    assertThat(indicator(shown, "penalty-effect", unit))
        .isEqualTo(plain(wanted.path("extra_tCO2")));
    JsonNode effect = inventory.trace("indicator:penalty-effect:" + unit);
    String row =
        effect.path("parts").get(effect.path("parts").size() - 1).path("figure").asString();
    JsonNode carbon =
        inventory
            .trace(row.substring(0, row.lastIndexOf(':')))
            .path("inputs")
            .valueStream()
            .filter(input -> input.path("symbol").asString().equals("C"))
            .findFirst()
            .orElseThrow();
    assertThat(new BigDecimal(carbon.path("value").asString()))
        .isCloseTo(
            new BigDecimal(wanted.path("carbonUsed").asString()),
            org.assertj.core.data.Offset.offset(new BigDecimal("0.0000005")));
    assertThat(inventory.trace(row).path("label").path("zh").asString())
        .contains(wanted.path("month").asString());
  }

  private static void compareProcesses(JsonNode shown, JsonNode wanted) {
    PROCESSES.forEach((key, label) -> {
      JsonNode process = wanted.path(key);
      JsonNode facility = facility(shown, label);
      assertThat(value(facility.path("sources"), "process-in"))
          .isEqualTo(plain(process.path("in")));
      assertThat(value(facility.path("sources"), "process-out"))
          .isEqualTo(plain(process.path("out")));
      assertThat(value(facility.path("totals"), "processes"))
          .isEqualTo(plain(process.path("emission")));
      assertThat(denominators(shown)).contains(plain(process.path("output").path("value")));
    });
    compareIntensities(shown, wanted.path("intensities"));
    assertThat(denominators(shown))
        .contains(
            plain(wanted.path("hotMetal").path("value")),
            plain(wanted.path("sinter").path("value")));
  }

  private static void comparePowerUnits(JsonNode shown, JsonNode wanted) {
    for (String number : List.of("1", "2")) {
      JsonNode unit = wanted.path("unit-" + number);
      JsonNode facility = facility(shown, "自备电厂" + number + "#机组");
      assertThat(value(facility.path("sources"), "power-unit"))
          .isEqualTo(plain(unit.path("emission")));
      assertThat(denominators(shown)).contains(plain(unit.path("generation").path("value")));
    }
  }

  private static void compareSummary(JsonNode shown, JsonNode wanted) {
    assertThat(total(shown, "total")).isEqualTo(wanted.path("enterprise").asString());
    assertThat(total(shown, "processes")).isEqualTo(wanted.path("processes").asString());
    assertThat(total(shown, "other")).isEqualTo(wanted.path("other").asString());
    assertThat(value(shown.path("bySource"), "power-unit"))
        .isEqualTo(plain(wanted.path("powerUnits")));
  }

  /// Memo items are shown and enter no total; a memo source without rows is not shown at all.
  private static void compareMemos(JsonNode shown, JsonNode wanted) {
    Set<String> memos = new HashSet<>();
    wanted.forEach(memo -> memos.add(memo.asString()));
    for (JsonNode source : shown.path("bySource")) {
      String key = source.path("key").asString();
      boolean outside = source.path("sign").asString().equals("NONE");
      assertThat(outside).as(key).isEqualTo(memos.contains(key) || PROCESS_SOURCES.contains(key));
    }
  }

  /// No row of the inventory reads a ledger line that the method leaves out.
  private static void compareNotCounted(DemoInventory inventory, JsonNode wanted) {
    Set<String> used = new HashSet<>();
    JsonNode shown = inventory.shown();
    for (JsonNode item : shown.path("items")) {
      if (PROCESS_SOURCES.contains(item.path("source").asString())) {
        continue;
      }
      for (JsonNode part : inventory.trace(item.path("figure").asString()).path("parts")) {
        cells(inventory.trace(part.path("figure").asString()), used);
      }
    }
    assertThat(used).isNotEmpty();
    for (JsonNode one : wanted) {
      String place = one.path("sheet").asString() + " " + one.path("row").asString();
      if (!one.path("labels").path(2).asString().equals("其他消耗量")) {
        assertThat(used).as(one.path("why").asString()).doesNotContain(place);
      }
    }
  }

  private static void cells(JsonNode node, Set<String> into) {
    if (node.isObject() && node.path("cell").isString()) {
      into.add(
          node.path("sheet").asString() + " " + node.path("cell").asString().replaceAll("\\D", ""));
    }
    if (node.isContainer()) {
      node.forEach(child -> cells(child, into));
    }
  }

  private static JsonNode facility(JsonNode shown, String label) {
    return shown
        .path("byFacility")
        .valueStream()
        .filter(one -> one.path("label").asString().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static String total(JsonNode shown, String key) {
    return shown
        .path("totals")
        .valueStream()
        .filter(one -> one.path("key").asString().equals(key))
        .findFirst()
        .orElseThrow()
        .path("value")
        .asString();
  }

  /// Zero where the list has no such entry: a source without rows.
  private static BigDecimal value(JsonNode list, String key) {
    return list.valueStream()
        .filter(one -> one.path("key").asString().equals(key))
        .findFirst()
        .map(one -> plain(one.path("value")))
        .orElse(BigDecimal.ZERO);
  }

  private static BigDecimal indicator(JsonNode shown, String key, String facility) {
    return shown
        .path("indicators")
        .valueStream()
        .filter(one -> one.path("key").asString().equals(key))
        .filter(one -> one.path("facility").asString("").equals(facility))
        .findFirst()
        .map(one -> plain(one.path("value")))
        .orElseThrow(() -> new AssertionError("no indicator " + key + " of " + facility));
  }

  private static List<BigDecimal> denominators(JsonNode shown) {
    return shown
        .path("intensities")
        .valueStream()
        .map(one -> plain(one.path("denominator").path("value")))
        .toList();
  }

  private static BigDecimal plain(JsonNode value) {
    BigDecimal number = new BigDecimal(value.asString()).stripTrailingZeros();
    return number.signum() == 0 ? BigDecimal.ZERO : number;
  }

  /// Sources and totals that are not zero: a source without rows and a source of zeros are the
  /// same.
  private static Map<String, BigDecimal> year(JsonNode node) {
    Map<String, BigDecimal> figures = new LinkedHashMap<>();
    if (node.has("bySource")) {
      node.path("bySource")
          .valueStream()
          .filter(s -> !PROCESS_SOURCES.contains(s.path("key").asString()))
          .forEach(s -> put(figures, s.path("key").asString(), s.path("value")));
      node.path("totals")
          .forEach(total -> {
            if (!total.path("subtotal").asBoolean()
                && !total.path("key").asString().equals("other")) {
              put(figures, total.path("key").asString(), total.path("value"));
            }
          });
    } else {
      node.path("sources").properties().forEach(s -> put(figures, s.getKey(), s.getValue()));
      put(figures, "total", node.path("total"));
      if (node.has("clinker-facility-total")) {
        put(figures, "clinker-facility-total", node.path("clinker-facility-total"));
      }
    }
    return sorted(figures);
  }

  private static Map<String, BigDecimal> months(JsonNode node) {
    Map<String, BigDecimal> figures = new LinkedHashMap<>();
    if (node.has("byMonth")) {
      for (JsonNode month : node.path("byMonth")) {
        String name = month.path("month").asString();
        put(figures, name, month.path("value"));
        month
            .path("sources")
            .valueStream()
            .filter(s -> !PROCESS_SOURCES.contains(s.path("key").asString()))
            .forEach(s -> put(figures, name + " " + s.path("key").asString(), s.path("value")));
      }
    } else {
      for (JsonNode month : node.path("months")) {
        String name = month.path("month").asString();
        put(figures, name, month.path("total"));
        month
            .path("sources")
            .properties()
            .forEach(s -> put(figures, name + " " + s.getKey(), s.getValue()));
      }
    }
    return sorted(figures);
  }

  private static Map<String, BigDecimal> items(JsonNode node) {
    Map<String, BigDecimal> figures = new LinkedHashMap<>();
    for (JsonNode item : node.path("items")) {
      String key = item.has("key") ? item.path("key").asString() : item.path("item").asString();
      String name =
          item.path("source").asString() + " " + key + " " + item.path("facility").asString("");
      put(figures, name, item.has("value") ? item.path("value") : item.path("emission"));
      JsonNode amount = item.path("amount");
      if (amount.isObject()) {
        put(figures, name + " " + amount.path("unit").asString(), amount.path("value"));
      } else if (amount.isString()) {
        put(figures, name + " " + item.path("unit").asString(), amount);
      }
    }
    return figures;
  }

  private static void put(Map<String, BigDecimal> figures, String name, JsonNode value) {
    BigDecimal number = new BigDecimal(value.asString()).stripTrailingZeros();
    if (number.signum() != 0) {
      figures.put(name, number);
    }
  }

  private static Map<String, BigDecimal> sorted(Map<String, BigDecimal> figures) {
    return new TreeMap<>(figures);
  }
}
