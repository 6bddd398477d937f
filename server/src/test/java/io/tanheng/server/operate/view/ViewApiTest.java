package io.tanheng.server.operate.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient;
import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.server.operate.evaluation.EvaluatedPlant;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// 5280 t CO2 of limestone and 1200 MWh of power, seen by ISO 14064-1.
@ApiTest
class ViewApiTest {
  private static final String ISO = "iso-14064-1-2018";

  @Autowired ApplicationContext beans;

  private EvaluatedPlant plant;
  private String run = "";

  @BeforeEach
  void a_works_with_a_result() {
    plant = EvaluatedPlant.make(beans);
    run = plant.run(2025);
  }

  private JsonNode show() {
    return plant.get("views/" + ISO + "?inventoryId=" + run);
  }

  private static String entries(String amounts, String contracts, String rest) {
    return "{\"amounts\": [%s], \"contracts\": [%s], \"judgements\": [] %s}"
        .formatted(amounts, contracts, rest);
  }

  private Answer enter(ApiClient client, int version, String json) {
    return client.sendWith(
        "PUT",
        plant.path + "views/" + ISO + "/entries?year=2025",
        json,
        "If-Match",
        "\"" + version + "\"");
  }

  private static BigDecimal number(JsonNode node) {
    return new BigDecimal(node.asString());
  }

  private static final String COMMUTING =
      """
      {"place": "3.3", "name": "员工通勤", "gas": "CO2", "tonnes": "120.5", "basis": "问卷 2025-11"}
      """;
  private static final String BIOGENIC =
      """
      {"place": "biogenic-co2-emission", "name": "木质燃料", "gas": "CO2", "tonnes": "30",
       "basis": "过磅单"}
      """;

  private static String certificate(String mwh, String reference) {
    return """
    {"kind": "CERTIFICATE", "mwh": "%s", "contractFactor": "0", "reference": "%s"}
    """
        .formatted(mwh, reference);
  }

  private static final String RESIDUAL =
      ", \"residual\": {\"residualFactor\": \"0.5\", \"basis\": \"剩余电量因子\"}";

  @Test
  void a_run_stands_in_six_categories_that_lead_back_to_its_total() {
    JsonNode shown = show();

    assertThat(shown.path("categories")).hasSize(6);
    JsonNode direct = shown.at("/categories/0");
    assertThat(direct.path("value").asString()).isEqualTo("5280.000000");
    JsonNode process = direct.at("/parts/2");
    assertThat(process.path("id").asString()).isEqualTo("1.3");
    assertThat(process.at("/lines/0/figure").asString()).isEqualTo("source:flux");
    assertThat(shown.at("/gases/0/value").asString()).isEqualTo("5280.000000");
    BigDecimal steps =
        shown
            .path("reconciliation")
            .valueStream()
            .map(line -> number(line.path("value")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(number(shown.path("methodTotal")).add(steps))
        .isEqualByComparingTo(number(shown.path("total")));
  }

  @Test
  void what_is_entered_enters_the_view_and_never_the_run() {
    String before = plant.manager.get(plant.path + "inventories/" + run).text();
    BigDecimal total = number(show().path("total"));

    assertThat(enter(plant.manager, 0, entries(COMMUTING + "," + BIOGENIC, "", "")).status())
        .isEqualTo(204);

    JsonNode shown = show();
    assertThat(number(shown.path("total")))
        .isEqualByComparingTo(total.add(new BigDecimal("120.5")));
    assertThat(shown.at("/categories/2/value").asString()).isEqualTo("120.500000");
    assertThat(shown.at("/memos/0/value").asString()).isEqualTo("30.000000");
    assertThat(shown.path("version").asInt()).isEqualTo(1);
    assertThat(shown.at("/history/0/by").asString()).isNotBlank();
    assertThat(plant.manager.get(plant.path + "inventories/" + run).text()).isEqualTo(before);
  }

  @Test
  void certificates_stand_beside_the_location_based_electricity() {
    JsonNode before = show();

    enter(plant.manager, 0, entries("", certificate("600", "GEC-1"), RESIDUAL));

    JsonNode shown = show();
    JsonNode electricity = shown.path("electricity");
    assertThat(electricity.path("bought").asString()).isEqualTo("1200.000000");
    assertThat(electricity.path("market").asString()).isEqualTo("300.000000");
    assertThat(electricity.path("coveredPercent").asString()).isEqualTo("50.00");
    assertThat(electricity.path("location")).isEqualTo(before.at("/categories/1/value"));
    assertThat(shown.path("total")).isEqualTo(before.path("total"));
    assertThat(shown.at("/categories/0")).isEqualTo(before.at("/categories/0"));
  }

  @Test
  void more_certificates_than_electricity_are_named_and_count_nothing() {
    enter(plant.manager, 0, entries("", certificate("1201", "GEC-1"), RESIDUAL));

    JsonNode shown = show();

    assertThat(shown.path("electricity").isNull()).isTrue();
    assertThat(shown.at("/problems/0/message/en").asString()).contains("1201").contains("1200");
  }

  @Test
  void indirect_emissions_are_judged_by_score_or_by_size() {
    String criteria =
        """
        , "criteria": {"weights": {"magnitude": "2", "influence": "1"}, "threshold": "2",
                       "largePercent": "1"}
        """;
    String judged =
        """
        {"amounts": [%s], "contracts": [],
         "judgements": [
           {"place": "3.3", "scores": {"magnitude": "1", "influence": "1"}},
           {"place": "4.1", "scores": {"magnitude": "3", "influence": "0"},
            "excluded": "供应商数据不足"}] %s}
        """
            .formatted(COMMUTING, criteria);

    assertThat(enter(plant.manager, 0, judged).status()).isEqualTo(204);

    JsonNode significance = show().path("significance");
    assertThat(significance.at("/0/score").asString()).isEqualTo("1.00");
    assertThat(significance.at("/0/byScore").asBoolean()).isFalse();
    assertThat(significance.at("/0/bySize").asBoolean()).isTrue();
    assertThat(significance.at("/1/score").asString()).isEqualTo("2.00");
    assertThat(significance.at("/1/significant").asBoolean()).isTrue();
    assertThat(significance.at("/1/excluded").asString()).isEqualTo("供应商数据不足");
  }

  @Test
  void wrong_entries_are_all_named_and_nothing_is_kept() {
    String wrong =
        """
        {"amounts": [{"place": "9.9", "name": "?", "gas": "CO2", "tonnes": "1", "basis": "?"}],
         "contracts": [%s, %s],
         "judgements": [{"place": "1.1", "scores": {"luck": "1"}}]}
        """
            .formatted(certificate("1", "GEC-1"), certificate("2", "GEC-1"));

    Answer refused = enter(plant.manager, 0, wrong);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(
            refused
                .json()
                .path("problems")
                .valueStream()
                .map(one -> one.path("code").asString())
                .toList())
        .containsExactlyInAnyOrderElementsOf(
            List.of(
                "view.unknown-place",
                "view.reference-twice",
                "view.residual-missing",
                "view.unknown-criterion",
                "view.not-indirect"));
    assertThat(show().path("version").asInt()).isZero();
    assertThat(enter(plant.manager, 0, entries(COMMUTING.replace("120.5", "-1"), "", "")).status())
        .isEqualTo(422);
  }

  @Test
  void who_changes_an_old_version_is_told_and_a_reader_changes_nothing() {
    enter(plant.manager, 0, entries(COMMUTING, "", ""));

    assertThat(enter(plant.manager, 0, entries("", "", "")).code())
        .isEqualTo("view.entries-changed");
    assertThat(enter(plant.signIn(Role.VERIFIER), 1, entries("", "", "")).status()).isEqualTo(403);
    assertThat(show().at("/categories/2/value").asString()).isEqualTo("120.500000");
  }

  @Test
  void an_unknown_view_names_those_there_are() {
    Answer unknown = plant.manager.get(plant.path + "views/none?inventoryId=" + run);

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.text()).contains(ISO).contains("gbt-32150");
  }
}
