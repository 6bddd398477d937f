package io.tanheng.server.operate.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient;
import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.ApiFixture;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A sample enterprise with its ledger, its documents and the confirmed matches, entered over HTTP.
record SampleCrossCheck(EnterpriseId enterprise, ApiClient manager, String path) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static SampleCrossCheck withLedger(ApiFixture fixture, String sample) {
    EnterpriseId enterprise = fixture.enterprise();
    ApiClient manager = fixture.signIn(enterprise, Role.CARBON_MANAGER);
    String base = "/api/v1/enterprises/" + enterprise;
    JsonNode preview =
        ok(manager.upload(
                base + "/imports",
                "ledger-2025.xlsx",
                resource(sample + "/ledger-2025.xlsx"),
                Map.of("year", "2025", "kind", "ledger")))
            .json();
    ok(manager.post(base + "/imports/" + preview.path("id").asString() + "/commit", "{}"));
    return new SampleCrossCheck(enterprise, manager, base + "/crosscheck/");
  }

  static SampleCrossCheck complete(ApiFixture fixture, String sample) {
    SampleCrossCheck made = withLedger(fixture, sample);
    made.bring(sample, "contracts-2025.csv", "CONTRACT");
    made.bring(sample, "invoices-2025.csv", "INVOICE");
    made.bring(sample, "settlements-2025.csv", "SETTLEMENT");
    ok(made.manager.put(made.path + "matches", made.matches(sample)));
    return made;
  }

  Answer bring(String sample, String file, String kind) {
    return ok(upload(resource(sample + "/" + file), file, kind));
  }

  Answer upload(byte[] content, String name, String kind) {
    return manager.upload(path + "files", name, content, Map.of("kind", kind));
  }

  JsonNode differences() {
    return ok(manager.get(path + "differences?year=2025")).json();
  }

  /// The matches of the demonstration with the parameters of this enterprise.
  private String matches(String sample) {
    Map<String, String> byPath = new HashMap<>();
    ok(manager.get("/api/v1/enterprises/" + enterprise + "/parameters?year=2025"))
        .json()
        .path("items")
        .forEach(one -> {
          StringBuilder key = new StringBuilder(one.path("sheet").asString());
          one.path("labels").forEach(label -> key.append('/').append(label.asString()));
          byPath.put(key.toString(), one.path("id").asString());
        });
    Map<String, List<Map<String, Object>>> file =
        new Yaml()
            .load(
                new String(
                    resource(sample + "/matches.yaml"), java.nio.charset.StandardCharsets.UTF_8));
    List<Map<String, Object>> items = new ArrayList<>();
    for (Map<String, Object> match : Objects.requireNonNull(file.get("matches"))) {
      List<String> ids = new ArrayList<>();
      for (Object parameter : (List<?>) Objects.requireNonNull(match.get("parameters"))) {
        ids.add(Objects.requireNonNull(byPath.get(parameter.toString()), parameter.toString()));
      }
      items.add(
          Map.of(
              "direction", Objects.requireNonNull(match.get("direction")),
              "item", Objects.requireNonNull(match.get("item")),
              "meteringPoint", Objects.requireNonNull(match.get("point")),
              "parameters", ids,
              "version", 0));
    }
    return JSON.writeValueAsString(Map.of("year", 2025, "items", items));
  }

  static JsonNode expected(String sample) {
    return JSON.readTree(resource("crosscheck-expected.json")).path(sample);
  }

  static byte[] resource(String name) {
    try (InputStream stream = SampleCrossCheck.class.getResourceAsStream("/demo/" + name)) {
      return Objects.requireNonNull(stream, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Answer ok(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
    return answer;
  }
}
