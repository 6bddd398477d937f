package io.tanheng.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient;
import io.tanheng.testkit.Clause;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The sample enterprises, imported through the API, come to the figures that were computed for
/// them by a separate program: each year, month, source, item, intensity and generating unit, to
/// the sixth decimal.
@DemoTest
class DemoFiguresTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> UNIT_FIGURES =
      List.of("X", "alpha", "W_gd", "S_gd", "S_gr", "S_fd");

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
  @CsvSource({
    "steel, gbt-32151-5@2015, 2024", "steel, gbt-32151-5@2015, 2025",
    "steel, mee-steel@v01-2024, 2024", "steel, mee-steel@v01-2024, 2025",
    "cement, gbt-32151-8@2023, 2024", "cement, gbt-32151-8@2023, 2025",
    "cement, mee-cement@v01-2024, 2024", "cement, mee-cement@v01-2024, 2025",
    "power, gbt-32151-1@2015, 2024", "power, gbt-32151-1@2015, 2025",
    "power, mee-power@2022, 2024", "power, mee-power@2022, 2025",
  })
  void every_figure_is_the_expected_one(String enterprise, String method, int year)
      throws IOException {
    JsonNode expected = expected(enterprise).path(method).path(String.valueOf(year));
    JsonNode inventory = inventory(enterprise, method, year);

    assertThat(year(inventory)).isEqualTo(year(expected.path("year")));
    assertThat(months(inventory)).isEqualTo(months(expected));
    assertThat(items(inventory)).containsAllEntriesOf(items(expected));
    assertThat(intensities(inventory)).isEqualTo(intensities(expected));
    assertThat(units(inventory, expected)).isEqualTo(units(expected));
  }

  private static JsonNode expected(String enterprise) throws IOException {
    try (InputStream stream = DemoFiguresTest.class.getResourceAsStream("/demo/expected.json")) {
      return JSON.readTree(Objects.requireNonNull(stream)).path(enterprise);
    }
  }

  private JsonNode inventory(String enterprise, String method, int year) {
    ApiClient client = new ApiClient(port);
    JsonNode session = client.signIn(enterprise + ".manager", DemoPosts.PASSWORD).json();
    String id = session.path("enterprises").path(0).path("id").asString();
    String path = "/api/v1/enterprises/" + id + "/inventories";
    JsonNode runs = client.get(path + "?year=" + year + "&method=" + method).json();
    assertThat(runs.path("items")).hasSize(1);
    return client.get(path + "/" + runs.path("items").path(0).path("id").asString()).json();
  }

  /// Sources and totals that are not zero: a source without rows and a source of zeros are the
  /// same.
  private static Map<String, BigDecimal> year(JsonNode node) {
    Map<String, BigDecimal> figures = new LinkedHashMap<>();
    if (node.has("bySource")) {
      node.path("bySource").forEach(s -> put(figures, s.path("key").asString(), s.path("value")));
      node.path("totals")
          .forEach(total -> {
            if (!total.path("subtotal").asBoolean()) {
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

  private static List<String> intensities(JsonNode node) {
    List<String> values = new ArrayList<>();
    for (JsonNode intensity : node.path("intensities")) {
      if (intensity.has("denominator")) {
        values.add(intensity.path("value").asString());
      }
    }
    return values;
  }

  /// Per generating unit or kiln line: totals and indicators.
  private static Map<String, BigDecimal> units(JsonNode expected) {
    Map<String, BigDecimal> figures = new LinkedHashMap<>();
    expected
        .path("units")
        .properties()
        .forEach(unit -> {
          put(figures, unit.getKey() + " total", unit.getValue().path("total"));
          for (String key : UNIT_FIGURES) {
            put(figures, unit.getKey() + " " + key, unit.getValue().path(key).path("value"));
          }
        });
    expected
        .path("lines")
        .properties()
        .forEach(line ->
            put(
                figures,
                line.getKey() + " clinker-facility-total",
                line.getValue().path("clinker-facility-total")));
    return sorted(figures);
  }

  private static Map<String, BigDecimal> units(JsonNode inventory, JsonNode expected) {
    Map<String, BigDecimal> figures = new LinkedHashMap<>();
    for (JsonNode facility : inventory.path("byFacility")) {
      String label = facility.path("label").asString();
      if (expected.path("units").has(label)) {
        facility
            .path("indicators")
            .forEach(i -> {
              if (UNIT_FIGURES.contains(i.path("key").asString())) {
                put(figures, label + " " + i.path("key").asString(), i.path("value"));
              }
            });
      }
      facility
          .path("totals")
          .forEach(total -> {
            String key = total.path("key").asString();
            boolean line =
                expected.path("lines").has(label) && key.equals("clinker-facility-total");
            boolean unit = expected.path("units").has(label) && key.equals("total");
            if (line || unit) {
              put(figures, label + " " + key, total.path("value"));
            }
          });
    }
    return sorted(figures);
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
