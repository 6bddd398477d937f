package io.tanheng.server.operate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.testkit.Clause;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// Missing data: found in a run, recorded with the way that is allowed, accepted by somebody else.
@ApiTest
@Clause("6.3.1-d")
class DataGapApiTest {
  @Autowired ApplicationContext beans;

  private EvaluatedPlant plant;
  private String run = "";

  @BeforeEach
  void a_works_with_a_result() {
    plant = EvaluatedPlant.make(beans);
    run = plant.run(2025);
  }

  private String gap(String from, String to) {
    return """
    {"inventoryId": "%s", "source": "flux", "item": "limestone", "symbol": "P", "from": "%s",
     "to": "%s", "cause": "皮带秤停用检修", "way": "CONTROL_PLAN", "basis": "数据质量控制方案 3.2",
     "value": "1000", "unit": "t"}
    """
        .formatted(run, from, to);
  }

  private JsonNode show() {
    return plant.get("evaluation/data-gaps?inventoryId=" + run);
  }

  private String record() {
    return plant
        .post("evaluation/data-gaps", gap("2025-03", "2025-04"))
        .path("gaps")
        .path(0)
        .path("id")
        .asString();
  }

  @Test
  void a_gap_is_kept_with_cause_way_and_person() {
    record();

    JsonNode gap = show().path("gaps").path(0);
    assertThat(gap.path("sourceName").path("zh").asString()).isNotBlank();
    assertThat(gap.path("itemName").path("zh").asString()).isEqualTo("石灰石");
    assertThat(gap.path("symbolName").path("en").asString()).isNotBlank();
    assertThat(gap.path("cause").asString()).isEqualTo("皮带秤停用检修");
    assertThat(gap.path("state").asString()).isEqualTo("HELD");
    assertThat(gap.path("recordedBy").asString()).isNotBlank();
    assertThat(gap.path("acceptedBy").isNull()).isTrue();
  }

  @Test
  void somebody_else_accepts_it_once() {
    String path = plant.path + "evaluation/data-gaps/" + record() + "/acceptance";
    ApiClient reviewer = plant.signIn(Role.REPORT_REVIEWER);

    assertThat(plant.manager.post(path, 1, "{}").code()).isEqualTo("evaluation.accepts-own-entry");
    assertThat(reviewer.post(path, 1, "{}").status()).isEqualTo(204);
    assertThat(reviewer.post(path, 2, "{}").code()).isEqualTo("evaluation.already-accepted");

    JsonNode gap = show().path("gaps").path(0);
    assertThat(gap.path("state").asString()).isEqualTo("ACCEPTED");
    assertThat(gap.path("acceptedBy").asString()).isNotBlank();
  }

  @Test
  void a_change_takes_the_acceptance_back() {
    String id = record();
    plant
        .signIn(Role.REPORT_REVIEWER)
        .post(plant.path + "evaluation/data-gaps/" + id + "/acceptance", 1, "{}");

    plant.manager.sendWith(
        "PUT",
        plant.path + "evaluation/data-gaps/" + id,
        gap("2025-03", "2025-04").replace("1000", "990"),
        "If-Match",
        "\"2\"");

    assertThat(show().path("gaps").path(0).path("state").asString()).isEqualTo("HELD");
  }

  @Test
  void months_outside_the_result_and_a_value_without_unit_are_refused() {
    String path = plant.path + "evaluation/data-gaps";

    assertThat(plant.manager.post(path, gap("2025-04", "2025-03")).code())
        .isEqualTo("evaluation.gap-months");
    assertThat(plant.manager.post(path, gap("2024-12", "2025-01")).code())
        .isEqualTo("evaluation.gap-months");
    assertThat(
            plant
                .manager
                .post(path, gap("2025-03", "2025-03").replace("\"unit\": \"t\"", "\"unit\": null"))
                .code())
        .isEqualTo("evaluation.value-without-unit");
    assertThat(
            plant
                .manager
                .post(path, gap("2025-03", "2025-03").replace("\"unit\": \"t\"", "\"unit\": \"斗\""))
                .code())
        .isEqualTo("evaluation.unit-unknown");
  }

  /// In March the limestone scale had no value and the plan replaces it by a constant.
  @Test
  void a_replaced_value_is_found_and_open_until_recorded() {
    plant.change("石灰石", 2025, 3, null);
    run = plant.restate(2025);

    JsonNode found = show().path("found").path(0);
    assertThat(found.path("code").asString()).isEqualTo("replaced-missing");
    assertThat(found.path("itemName").path("zh").asString()).isEqualTo("石灰石");
    assertThat(found.path("open").path(0).asString()).isEqualTo("2025-03");
    assertThat(found.path("figures").path(0).asString()).startsWith("row:");

    record();
    assertThat(show().path("found").path(0).path("open")).isEmpty();
  }
}
