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

/// The base year of a method and the history against it.
@ApiTest
@Clause("6.3.3-a")
class BaseYearApiTest {
  @Autowired ApplicationContext beans;

  private EvaluatedPlant plant;

  @BeforeEach
  void a_works_with_two_years() {
    plant = EvaluatedPlant.make(beans);
    plant.run(2024);
    plant.run(2025);
  }

  private static String choice(int year, String reason, int version) {
    return """
    {"method": "gbt-32151-5@2015", "year": %d, "reason": "%s", "version": %d}
    """
        .formatted(year, reason, version);
  }

  private Answer choose(int year, String reason, int version) {
    return plant.manager.put(plant.path + "evaluation/base-year", choice(year, reason, version));
  }

  private JsonNode show() {
    return plant.get("evaluation/base-year?method=gbt-32151-5@2015");
  }

  @Test
  void history_is_shown_before_a_base_year_is_chosen() {
    JsonNode shown = show();

    assertThat(shown.path("base").isNull()).isTrue();
    assertThat(shown.path("history").valueStream().map(year -> year.path("year").asInt()))
        .containsExactly(2024, 2025);
    assertThat(shown.path("history").path(1).path("total").path("changePercent").isNull()).isTrue();
  }

  @Test
  void results_are_held_against_the_base_year() {
    plant.change("石灰石", 2025, 1, "2000");
    plant.restate(2025);

    JsonNode shown = EvaluatedPlant.ok(choose(2024, "首个经核查的年度", 0));

    assertThat(shown.path("base").path("year").asInt()).isEqualTo(2024);
    assertThat(shown.path("base").path("reason").asString()).isEqualTo("首个经核查的年度");
    // 440 t more than 5912.52 t
    assertThat(shown.path("history").path(1).path("total").path("changePercent").asString())
        .isEqualTo("7.44");
    assertThat(shown.path("history").path(0).path("total").path("changePercent").isNull()).isTrue();
  }

  @Test
  void another_base_year_keeps_the_earlier_choice_with_its_reason() {
    choose(2024, "首个年度", 0);

    JsonNode shown = EvaluatedPlant.ok(choose(2025, "边界重大变化后重定基准年", 1));

    assertThat(shown.path("choices")).hasSize(2);
    assertThat(shown.path("choices").path(0).path("reason").asString()).isEqualTo("首个年度");
    assertThat(shown.path("base").path("year").asInt()).isEqualTo(2025);
  }

  @Test
  void a_restated_base_year_is_said() {
    choose(2024, "首个年度", 0);
    plant.change("石灰石", 2024, 1, "1100");
    plant.restate(2024);

    assertThat(show().path("restated").asBoolean()).isTrue();
    EvaluatedPlant.ok(choose(2024, "按更正后的结果", 1));
    assertThat(show().path("restated").asBoolean()).isFalse();
  }

  @Test
  void a_year_without_result_a_stale_version_and_readers_are_refused() {
    assertThat(choose(2020, "没有结果", 0).code()).isEqualTo("evaluation.base-year-without-result");
    assertThat(choose(2024, " ", 0).status()).isEqualTo(422);
    choose(2024, "首个年度", 0);
    assertThat(choose(2025, "别人先改了", 0).code()).isEqualTo("evaluation.entry-changed");
    assertThat(
            plant
                .signIn(Role.REPORT_REVIEWER)
                .put(plant.path + "evaluation/base-year", choice(2025, "只读", 1))
                .status())
        .isEqualTo(403);
  }
}
