package io.tanheng.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An inventory of a sample enterprise as its manager sees it, and what a separate program found.
final class DemoInventory {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Enterprise, method and year of every run of the demonstration.
  static final List<String> RUNS =
      List.of(
          "steel gbt-32151-5@2015 2024",
          "steel gbt-32151-5@2015 2025",
          "steel mee-steel@v01-2024 2024",
          "steel mee-steel@v01-2024 2025",
          "cement gbt-32151-8@2023 2024",
          "cement gbt-32151-8@2023 2025",
          "cement mee-cement@v01-2024 2024",
          "cement mee-cement@v01-2024 2025",
          "power gbt-32151-1@2015 2024",
          "power gbt-32151-1@2015 2025",
          "power mee-power@2022 2024",
          "power mee-power@2022 2025");

  private final ApiClient client;
  private final String path;
  private final JsonNode shown;
  private final JsonNode expected;
  private final Map<String, JsonNode> traces = new HashMap<>();

  private DemoInventory(ApiClient client, String path, JsonNode shown, JsonNode expected) {
    this.client = client;
    this.path = path;
    this.shown = shown;
    this.expected = expected;
  }

  /// @param run one of [#RUNS]
  static DemoInventory open(int port, String run) throws IOException {
    String[] words = run.split(" ");
    ApiClient client = new ApiClient(port);
    JsonNode session = client.signIn(words[0] + ".manager", DemoPosts.PASSWORD).json();
    String id = session.path("enterprises").path(0).path("id").asString();
    String path = "/api/v1/enterprises/" + id + "/inventories";
    JsonNode runs = client.get(path + "?year=" + words[2] + "&method=" + words[1]).json();
    assertThat(runs.path("items")).hasSize(1);
    String one = path + "/" + runs.path("items").path(0).path("id").asString();
    try (InputStream stream = DemoInventory.class.getResourceAsStream("/demo/expected.json")) {
      JsonNode expected =
          JSON.readTree(Objects.requireNonNull(stream))
              .path(words[0])
              .path(words[1])
              .path(words[2]);
      return new DemoInventory(client, one, client.get(one).json(), expected);
    }
  }

  JsonNode shown() {
    return shown;
  }

  JsonNode expected() {
    return expected;
  }

  byte[] workbook() {
    return client.get(path + "/export.xlsx").bytes();
  }

  JsonNode trace(String figure) {
    return traces.computeIfAbsent(figure, this::load);
  }

  private JsonNode load(String figure) {
    String name = URLEncoder.encode(figure, StandardCharsets.UTF_8).replace("+", "%20");
    ApiClient.Answer answer = client.get(path + "/figures/" + name + "/trace");
    assertThat(answer.status()).as(figure).isEqualTo(200);
    return answer.json();
  }
}
