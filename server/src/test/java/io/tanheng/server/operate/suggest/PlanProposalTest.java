package io.tanheng.server.operate.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient;
import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.ApiFixture;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Role;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A steelworks without parameters and plan uploads its own workbook.
@ApiTest
class PlanProposalTest {
  private static final String METHOD = "gbt-32151-5@2015";

  @Autowired ApiFixture fixture;

  private String base;
  private ApiClient client;

  @BeforeEach
  void signIn() {
    EnterpriseId enterprise = fixture.enterprise();
    client = fixture.signIn(enterprise, Role.CARBON_MANAGER);
    base = "/api/v1/enterprises/" + enterprise;
  }

  private JsonNode upload() throws IOException {
    try (InputStream in =
        PlanProposalTest.class.getResourceAsStream("/demo/steel/ledger-2025.xlsx")) {
      Answer answer =
          client.upload(
              base + "/imports", "ledger-2025.xlsx", in.readAllBytes(), Map.of("year", "2025"));
      assertThat(answer.status()).as(answer.text()).isEqualTo(201);
      return answer.json();
    }
  }

  @Test
  void the_preview_offers_for_each_new_row_what_it_may_feed() throws IOException {
    JsonNode preview = upload();

    JsonNode first =
        preview
            .at("/sheets")
            .valueStream()
            .filter(sheet -> sheet.path("name").asString().equals("化石燃料"))
            .findFirst()
            .orElseThrow()
            .at("/rows/0");
    assertThat(first.at("/newParameter/name/zh").asString()).contains("洗精煤");
    assertThat(first.at("/bindings/0/method").asString()).isEqualTo(METHOD);
    assertThat(first.at("/bindings/0/source").asString()).isEqualTo("fossil-fuel-combustion");
    assertThat(first.at("/bindings/0/labels/fuel").asString()).isEqualTo("washed-coal");
    assertThat(first.at("/bindings/0/symbol").asString()).isEqualTo("Q_in");
    assertThat(first.at("/bindings/0/likelihood").asString()).isEqualTo("HIGH");
  }

  @Test
  void the_proposal_is_a_plan_that_can_be_taken_over_and_nothing_is_before() throws IOException {
    JsonNode preview = upload();
    String path = base + "/imports/" + preview.path("id").asString() + "/commit";
    assertThat(client.post(path, "{}").status()).isEqualTo(200);

    JsonNode proposal = client.get(base + "/plan-proposal?year=2025&method=" + METHOD).json();
    JsonNode before = client.get(base + "/method-plans?year=2025").json();
    Map<String, JsonNode> items = new HashMap<>();
    proposal
        .path("items")
        .forEach(item ->
            items.put(
                item.at("/definition/source").asString()
                    + " "
                    + item.at("/definition/item").asString(),
                item));

    assertThat(before.path("items").size()).isZero();
    JsonNode coal = items.get("fossil-fuel-combustion washed-coal");
    assertThat(List.copyOf(coal.at("/definition/inputs").propertyNames()))
        .containsExactlyInAnyOrder("Q_in", "S_open", "S_close", "NCV");
    assertThat(coal.path("likelihood").asString()).isEqualTo("HIGH");
    assertThat(coal.at("/definition/inputs/S_open/kind").asString()).isEqualTo("OPENING");
    JsonNode power = items.get("purchased-electricity purchased-electricity");
    assertThat(power.at("/definition/inputs/AD/kind").asString()).isEqualTo("PARAMETER");
    assertThat(power.at("/toChoose/0/zh").asString()).contains("电力排放因子");
    assertThat(items.keySet())
        .contains(
            "fossil-fuel-combustion anthracite",
            "fossil-fuel-combustion bituminous",
            "fossil-fuel-combustion coke",
            "fossil-fuel-combustion natural-gas",
            "fossil-fuel-combustion diesel",
            "fossil-fuel-combustion gasoline",
            "flux limestone",
            "flux dolomite",
            "exported-electricity exported-electricity",
            "purchased-heat purchased-heat",
            "exported-heat exported-heat")
        .doesNotContain(
            "fossil-fuel-combustion blast-furnace-gas",
            "fossil-fuel-combustion converter-gas",
            "fossil-fuel-combustion coke-oven-gas");
    assertThat(
            proposal
                .path("left")
                .valueStream()
                .filter(one -> one.at("/reason/en").asString().contains("by-product gas"))
                .map(one -> one.at("/name/zh").asString()))
        .anyMatch(name -> name.contains("高炉煤气"))
        .anyMatch(name -> name.contains("转炉煤气"));
    List<Integer> statuses = new ArrayList<>();
    proposal
        .path("items")
        .forEach(item ->
            statuses.add(
                client.post(base + "/method-plans", item.path("definition").toString()).status()));
    assertThat(statuses).isNotEmpty().containsOnly(201);
    JsonNode after = client.get(base + "/plan-proposal?year=2025&method=" + METHOD).json();
    assertThat(
            after.path("items").valueStream().map(item -> item.at("/definition/item").asString()))
        .doesNotContain("washed-coal", "natural-gas");
  }

  @Test
  void a_method_nobody_knows_has_no_proposal() {
    assertThat(client.get(base + "/plan-proposal?year=2025&method=no@1").status()).isEqualTo(404);
  }
}
