package io.tanheng.server.operate.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.evaluation.EvaluatedPlant;
import io.tanheng.server.operate.measure.Binding;
import io.tanheng.server.operate.measure.MethodPlans;
import io.tanheng.server.operate.measure.NewPlanItem;
import io.tanheng.server.operate.measure.PlanUse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// 5280 t CO2 of limestone a year, and 200 t of steel a year.
@ApiTest
class IntensityApiTest {
  private static final String METHOD = "gbt-32151-5@2015";

  @Autowired ApplicationContext beans;
  @Autowired MethodPlans plans;

  private EvaluatedPlant plant;

  @BeforeEach
  void a_works_that_makes_steel() {
    plant = EvaluatedPlant.make(beans);
    plans.addAll(
        new CallContext(AccountId.next(), plant.enterprise, Instant.EPOCH, null),
        List.of(
            new NewPlanItem(
                PlanUse.PRODUCTION,
                METHOD,
                Year.of(2024),
                null,
                9,
                "crude-steel",
                "crude-steel",
                new Text("粗钢", "crude steel"),
                Map.of(),
                null,
                null,
                Map.of(
                    "value",
                    new Binding.Constant(new BigDecimal("200"), "t", new Text("台秤", "scale"))),
                List.of(),
                null)));
  }

  private Answer define(String entries) {
    return plant.manager.send(
        "PUT", plant.path + "intensities?method=" + METHOD, "{\"intensities\": [" + entries + "]}");
  }

  private static String entry(String name, String numerator) {
    return """
    {"name": {"zh": "%s", "en": "%s"}, %s, "facilities": [], "per": "crude-steel"}
    """
        .formatted(name, name, numerator);
  }

  private JsonNode intensities(String run) {
    return plant.get("inventories/" + run).path("intensities");
  }

  @Test
  void without_a_choice_the_total_per_unit_of_each_output_is_shown() {
    JsonNode shown = intensities(plant.run(2025));

    assertThat(shown).hasSize(1);
    assertThat(shown.at("/0/name/zh").asString()).isEqualTo("单位粗钢排放强度");
    assertThat(shown.at("/0/denominator/value").asString()).isEqualTo("200");
    assertThat(shown.at("/0/unit").asString()).isEqualTo("tCO2/t");
  }

  @Test
  void what_is_chosen_is_shown_after_the_next_run_and_never_before() {
    String before = plant.run(2025);

    assertThat(define(entry("熔剂", "\"sources\": [\"flux\"], \"total\": null")).status())
        .isEqualTo(204);

    assertThat(intensities(before).at("/0/name/zh").asString()).isEqualTo("单位粗钢排放强度");
    JsonNode after = plant.post("inventories/" + before + "/restate", "{\"reason\": \"改看熔剂强度\"}");
    assertThat(after.at("/intensities/0/name/zh").asString()).isEqualTo("熔剂");
    // 5280 t / 200 t
    assertThat(after.at("/intensities/0/value").asString()).isEqualTo("26.400000");
    JsonNode offered = plant.get("intensities?year=2025&method=" + METHOD);
    assertThat(offered.path("definitions")).hasSize(1);
    assertThat(offered.at("/outputs/0/key").asString()).isEqualTo("crude-steel");
    assertThat(offered.path("totals")).isNotEmpty();
  }

  @Test
  void what_the_method_does_not_know_is_refused_and_nothing_changes() {
    assertThat(define(entry("x", "\"sources\": [], \"total\": \"luck\"")).text())
        .contains("inventory.unknown-numerator");
    assertThat(define(entry("x", "\"sources\": [], \"total\": null")).text())
        .contains("inventory.numerator-unclear");
    String twice = entry("x", "\"sources\": [\"flux\"], \"total\": null");
    assertThat(define(twice + "," + twice).code()).isEqualTo("inventory.intensity-twice");
    assertThat(plant.get("intensities?year=2025&method=" + METHOD).path("definitions")).isEmpty();
    assertThat(
            plant
                .signIn(Role.VERIFIER)
                .send("PUT", plant.path + "intensities?method=" + METHOD, "{\"intensities\": []}")
                .status())
        .isEqualTo(403);
  }
}
