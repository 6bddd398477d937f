package io.tanheng.server.operate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.testkit.Clause;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// Runs held against the rules of carbon markets. The works emits 5,280 t directly in a year.
@ApiTest
@Clause("6.3.3-b")
class AllowanceApiTest {
  private static final String DEVIATION = "rules/ets/intensity-2025-2026";

  @Autowired ApplicationContext beans;

  private EvaluatedPlant plant;
  private String run = "";

  @BeforeEach
  void a_works_with_a_result() {
    plant = EvaluatedPlant.make(beans);
    run = plant.run(2025);
  }

  private String ask(String rule, String unit, String inputs) {
    return """
    {"inventoryId": "%s", "rule": "%s", "unit": "%s", "obligation": "DIRECT", "labels": {},
     "inputs": {%s}}
    """
        .formatted(run, rule, unit, inputs);
  }

  /// (4000 + 1000) t / 5000 t = 1 t/t against a balance of 2 t/t: X = 0.5, capped at +3 %.
  private static String deviation(String hotMetal) {
    return """
    "verifiedEmission": {"figure": "direct"}, "balanceValue": {"value": "2", "evidence": "平台公布"},
    "ironmakingEmission": {"value": "4000"}, "sinteringEmission": {"value": "1000"},
    "hotMetalOutputT": {"value": "%s"}
    """
        .formatted(hotMetal);
  }

  private JsonNode show() {
    return plant.get("evaluation/allowance?inventoryId=" + run);
  }

  private static JsonNode rule(JsonNode shown, String id) {
    return shown
        .path("rules")
        .valueStream()
        .filter(rule -> rule.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String proposed(JsonNode rule, String input) {
    return rule.path("inputs")
        .valueStream()
        .filter(one -> one.path("name").asString().equals(input))
        .map(one -> one.path("proposed").asString(""))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void offers_every_rule_and_says_which_suits_the_run() {
    JsonNode shown = show();

    assertThat(shown.path("rules")).hasSize(16);
    JsonNode deviation = rule(shown, DEVIATION);
    assertThat(deviation.path("suits").asBoolean()).isTrue();
    assertThat(deviation.path("status").asString()).isEqualTo("DRAFT");
    assertThat(deviation.path("citation").path("zh").asString()).contains("征求意见稿");
    assertThat(proposed(deviation, "verifiedEmission")).isEqualTo("direct");
    assertThat(proposed(rule(shown, "rules/ets/power-2023-2024-unit"), "verifiedEmission"))
        .as("the emissions of the enterprise are not those of a unit")
        .isEmpty();
    assertThat(rule(shown, "rules/ets/sca-2024").path("suits").asBoolean()).isFalse();
    assertThat(rule(shown, "rules/ets/power-2025-2026-draft").path("suits").asBoolean()).isFalse();
  }

  @Test
  void the_national_obligation_leaves_out_purchased_power() {
    JsonNode direct = show().path("obligations").path(0);
    JsonNode total = show().path("obligations").path(1);

    assertThat(direct.path("key").asString()).isEqualTo("DIRECT");
    assertThat(direct.path("value").asString()).isEqualTo("5280.000000");
    assertThat(direct.path("leftOut")).hasSize(1);
    assertThat(total.path("value").asString()).isEqualTo("5912.520000");
    assertThat(total.path("figure").asString()).isEqualTo("total");
  }

  @Test
  void computes_with_a_figure_of_the_run_and_entered_values() {
    JsonNode kept =
        plant.post("evaluation/allowance/assessments", ask(DEVIATION, "", deviation("5000")));

    JsonNode computed = kept.path("content").path("computed");
    assertThat(computed.path("allowance").asString()).isEqualTo("5438.000000");
    assertThat(computed.path("emissions").asString()).isEqualTo("5280.000000");
    assertThat(computed.path("surplus").asString()).isEqualTo("158.000000");
    assertThat(computed.path("surplusPercent").asString()).isEqualTo("2.99");
    assertThat(computed.path("steps").valueStream().map(step -> step.path("key").asString()))
        .containsExactly(
            "intensity", "deviationX", "alpha", "allocationExact", "allocation", "surplus");
    assertThat(computed.path("steps").path(0).path("substituted").asString()).contains("4000");
    assertThat(show().path("balances").path(0).path("surplus").asString()).isEqualTo("158.000000");
  }

  @Test
  void a_year_that_gets_what_it_emitted_has_neither_gap_nor_surplus() {
    run = plant.run(2024);

    JsonNode computed =
        plant
            .post(
                "evaluation/allowance/calculation",
                ask("rules/ets/sca-2024", "", "\"verifiedEmission\": {\"figure\": \"direct\"}"))
            .path("computed");

    assertThat(computed.path("allowance").asString()).isEqualTo("5280.000000");
    assertThat(computed.path("surplus").asString()).isEqualTo("0.000000");
    assertThat(plant.get("evaluation/allowance?inventoryId=" + run).path("assessments")).isEmpty();
  }

  @Test
  void units_of_one_rule_add_up_and_a_second_entry_of_a_unit_replaces_the_first() {
    plant.post("evaluation/allowance/assessments", ask(DEVIATION, "1#", deviation("2500")));
    plant.post("evaluation/allowance/assessments", ask(DEVIATION, "1#", deviation("5000")));
    plant.post("evaluation/allowance/assessments", ask(DEVIATION, "2#", deviation("5000")));

    JsonNode shown = show();

    assertThat(shown.path("assessments")).hasSize(2);
    assertThat(shown.path("balances").path(0).path("units").asInt()).isEqualTo(2);
    assertThat(shown.path("balances").path(0).path("allowance").asString())
        .isEqualTo("10876.000000");
  }

  @Test
  void the_benchmarks_of_a_rule_are_named_with_their_source() {
    JsonNode computed =
        plant
            .post(
                "evaluation/allowance/calculation",
                """
                {"inventoryId": "%s", "rule": "rules/ets/power-2023-2024-unit", "unit": "1#",
                 "obligation": "DIRECT", "labels": {"planYear": "2024", "unitClass": "I"},
                 "inputs": {"powerGenerationMWh": {"value": "3200000"},
                            "heatSupplyGJ": {"value": "1500000"}, "loadFactorPct": {"value": "58.00"}}}
                """
                    .formatted(run))
            .path("computed");

    assertThat(computed.path("allowance").asString()).isEqualTo("2857519.000000");
    assertThat(computed.path("parameters").path(0).path("value").asString()).isEqualTo("0.791");
    assertThat(computed.path("parameters").path(0).path("confidence").asString())
        .isEqualTo("verified");
    assertThat(computed.path("parameters").path(0).path("citation").path("en").asString())
        .isNotBlank();
  }

  @Test
  void everything_that_is_missing_or_wrong_is_said_at_once() {
    String path = plant.path + "evaluation/allowance/calculation";
    Answer missing = plant.manager.post(path, ask(DEVIATION, "", ""));
    Answer unknown = plant.manager.post(path, ask("rules/ets/none", "", ""));
    Answer unfit =
        plant.manager.post(
            path,
            ask(
                DEVIATION,
                "",
                "\"verifiedEmission\": {}, \"balanceValue\": {\"figure\": \"direct\"},"
                    + " \"nothing\": {\"value\": \"1\"}"));

    assertThat(missing.code()).isEqualTo("evaluation.rule-refused");
    assertThat(missing.json().path("problems")).isNotEmpty();
    assertThat(unknown.code()).isEqualTo("evaluation.rule-unknown");
    assertThat(unfit.json().path("problems").valueStream().map(one -> one.path("code").asString()))
        .containsExactlyInAnyOrder(
            "evaluation.rule-input-unclear",
            "evaluation.rule-figure-unfit",
            "evaluation.rule-input-unknown");
  }

  @Test
  void who_only_reads_sees_the_assessments_and_keeps_none() {
    var verifier = plant.signIn(Role.VERIFIER);

    assertThat(verifier.get(plant.path + "evaluation/allowance?inventoryId=" + run).status())
        .isEqualTo(200);
    assertThat(
            verifier
                .post(
                    plant.path + "evaluation/allowance/assessments",
                    ask(DEVIATION, "", deviation("5000")))
                .status())
        .isEqualTo(403);
  }
}
