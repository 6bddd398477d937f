package io.tanheng.server.operate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tanheng.server.ApiClient;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.testkit.Clause;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// Uncertainties people enter, and the estimates made of them.
@ApiTest
@Clause("6.3.3-d")
class UncertaintyApiTest {
  @Autowired ApplicationContext beans;

  private EvaluatedPlant plant;
  private String run = "";

  @BeforeEach
  void a_works_with_a_result() {
    plant = EvaluatedPlant.make(beans);
    run = plant.run(2025);
  }

  private String input(String target, String statedAs, String stated, String shared) {
    return """
    {"method": "gbt-32151-5@2015", %s, "shape": "NORMAL", "statedAs": "%s", "stated": "%s",
     "shared": "%s", "basis": "CALIBRATION", "evidence": "检定证书 2025-017"}
    """
        .formatted(target, statedAs, stated, shared);
  }

  private JsonNode enter(String target, String stated, String shared) {
    return plant.post("evaluation/uncertainty/inputs", input(target, "HALF_WIDTH", stated, shared));
  }

  private JsonNode estimate(int trials, int seed) {
    JsonNode asked =
        plant.post(
            "evaluation/estimates",
            "{\"inventoryId\": \"%s\", \"trials\": %d, \"seed\": %d}".formatted(run, trials, seed));
    String id = asked.path("id").asString();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() ->
            !plant.get("evaluation/estimates/" + id).path("state").asString().equals("RUNNING"));
    return plant.get("evaluation/estimates/" + id);
  }

  private static double number(JsonNode node) {
    return Double.parseDouble(node.asString());
  }

  @Test
  void names_every_value_of_the_run_and_the_entry_that_holds_for_it() {
    String id =
        enter("\"source\": \"flux\", \"symbol\": \"P\"", "1.5", "ITEM").path("id").asString();

    JsonNode shown = plant.get("evaluation/uncertainty?inventoryId=" + run);

    JsonNode limestone =
        shown
            .path("values")
            .valueStream()
            .filter(one -> one.path("symbol").asString().equals("P"))
            .findFirst()
            .orElseThrow();
    assertThat(limestone.path("itemName").path("zh").asString()).isEqualTo("石灰石");
    assertThat(limestone.path("rows").asInt()).isEqualTo(12);
    assertThat(limestone.path("input").asString()).isEqualTo(id);
    assertThat(shown.path("values").valueStream().filter(one -> one.path("published").asBoolean()))
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.path("factor").path("zh").asString()).isNotBlank());
    assertThat(shown.path("proposals")).isNotEmpty();
  }

  /// 12 months of 440 t with one error of 2 % in common: U is 2 % of 5280 t; power is certain.
  @Test
  void an_error_all_months_share_does_not_average_out() {
    enter("\"source\": \"flux\", \"symbol\": \"P\"", "2", "ITEM");

    JsonNode done = estimate(100_000, 7);

    JsonNode result = done.path("result");
    assertThat(done.path("state").asString()).isEqualTo("DONE");
    assertThat(number(result.path("propagated").path("half"))).isBetween(105.5, 105.7);
    assertThat(number(result.path("simulated").path("deviation"))).isBetween(53.0, 54.8);
    assertThat(number(result.path("simulated").path("low")))
        .isLessThan(number(result.path("value")))
        .isGreaterThan(number(result.path("value")) - 115);
    assertThat(result.path("simulated").path("histogram").path("counts")).hasSize(60);
    assertThat(result.path("contributors").path(0).path("symbol").asString()).isEqualTo("P");
    assertThat(number(result.path("contributors").path(0).path("share"))).isEqualTo(100);
  }

  /// The same error of each month on its own: divided by the root of 12.
  @Test
  void errors_of_single_months_average_out() {
    enter("\"source\": \"flux\", \"symbol\": \"P\"", "2", "NONE");

    JsonNode result = estimate(10_000, 7).path("result");

    assertThat(number(result.path("propagated").path("half"))).isBetween(30.4, 30.6);
  }

  @Test
  void the_same_seed_gives_the_same_result() {
    enter("\"source\": \"flux\", \"symbol\": \"P\"", "2", "ITEM");

    assertThat(estimate(5_000, 11).path("result")).isEqualTo(estimate(5_000, 11).path("result"));
    assertThat(estimate(5_000, 12).path("result").path("simulated"))
        .isNotEqualTo(estimate(5_000, 11).path("result").path("simulated"));
  }

  @Test
  void the_closest_entry_wins() {
    enter("\"source\": null", "50", "ITEM");
    String close =
        enter("\"source\": \"flux\", \"item\": \"limestone\"", "1", "ITEM").path("id").asString();

    JsonNode values = plant.get("evaluation/uncertainty?inventoryId=" + run).path("values");

    assertThat(values.valueStream().filter(one -> one.path("source").asString().equals("flux")))
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.path("input").asString()).isEqualTo(close));
  }

  /// u = 1.96, U = 2 * MPE / sqrt(3).
  @ParameterizedTest
  @CsvSource({"STANDARD, 1, 1.96", "HALF_WIDTH, 1, 1.00000", "MAXIMUM_ERROR, 1, 1.15470"})
  void takes_a_number_in_the_sense_it_was_stated(String sense, String stated, String percent) {
    JsonNode entered =
        plant.post(
            "evaluation/uncertainty/inputs", input("\"source\": null", sense, stated, "ITEM"));

    assertThat(number(entered.path("percent"))).isEqualTo(Double.parseDouble(percent));
  }

  @Test
  void an_estimate_says_when_the_entries_changed_since() {
    JsonNode entry = enter("\"source\": \"flux\", \"symbol\": \"P\"", "2", "ITEM");
    JsonNode done = estimate(1000, 1);

    plant.manager.sendWith(
        "PUT",
        plant.path + "evaluation/uncertainty/inputs/" + entry.path("id").asString(),
        input("\"source\": \"flux\", \"symbol\": \"P\"", "HALF_WIDTH", "3", "ITEM"),
        "If-Match",
        "\"1\"");

    assertThat(done.path("upToDate").asBoolean()).isTrue();
    JsonNode later = plant.get("evaluation/estimates/" + done.path("id").asString());
    assertThat(later.path("upToDate").asBoolean()).isFalse();
    assertThat(later.path("result")).isEqualTo(done.path("result"));
  }

  @Test
  void correlations_that_contradict_each_other_fail_with_words() {
    String a = enter("\"source\": \"flux\", \"symbol\": \"P\"", "2", "NONE").path("id").asString();
    String b =
        enter("\"source\": \"purchased-electricity\", \"symbol\": \"AD\"", "2", "NONE")
            .path("id")
            .asString();
    plant.post(
        "evaluation/uncertainty/correlations",
        """
        {"method": "gbt-32151-5@2015", "input": "%s", "other": "%s", "coefficient": "0.9",
         "evidence": "同一化验室"}
        """
            .formatted(a, b));

    JsonNode done = estimate(1000, 1);

    assertThat(done.path("state").asString()).isEqualTo("FAILED");
    assertThat(done.path("failure").path("zh").asString()).contains("相关系数");
  }

  @Test
  void a_full_correlation_adds_the_errors() {
    String a = enter("\"source\": \"flux\", \"symbol\": \"P\"", "2", "ALL").path("id").asString();
    String b =
        enter("\"source\": \"purchased-electricity\", \"symbol\": \"AD\"", "2", "ALL")
            .path("id")
            .asString();
    JsonNode apart = estimate(1000, 1).path("result").path("propagated");
    plant.post(
        "evaluation/uncertainty/correlations",
        """
        {"method": "gbt-32151-5@2015", "input": "%s", "other": "%s", "coefficient": "1",
         "evidence": "同一台仪表"}
        """
            .formatted(a, b));

    JsonNode together = estimate(1000, 1).path("result").path("propagated");

    assertThat(number(together.path("percent"))).isBetween(1.99, 2.01);
    assertThat(number(apart.path("percent"))).isLessThan(1.9);
  }

  @Test
  void twice_the_same_values_or_too_many_trials_are_refused() {
    assertThat(
            plant
                .manager
                .post(
                    plant.path + "evaluation/estimates",
                    "{\"inventoryId\": \"%s\", \"trials\": 1000}".formatted(run))
                .code())
        .isEqualTo("evaluation.nothing-uncertain");
    enter("\"source\": \"flux\"", "2", "ITEM");

    String again = input("\"source\": \"flux\"", "HALF_WIDTH", "3", "ITEM");
    String elsewhere = input("\"source\": \"no-source\"", "HALF_WIDTH", "3", "ITEM");
    String inputs = plant.path + "evaluation/uncertainty/inputs";
    assertThat(plant.manager.post(inputs, again).code()).isEqualTo("evaluation.already-entered");
    assertThat(plant.manager.post(inputs, elsewhere).code()).isEqualTo("evaluation.source-unknown");
    assertThat(
            plant
                .manager
                .post(
                    plant.path + "evaluation/estimates",
                    "{\"inventoryId\": \"%s\", \"trials\": 1000001}".formatted(run))
                .status())
        .isEqualTo(422);
  }

  @Test
  void a_withdrawn_entry_no_longer_counts_and_can_be_entered_again() {
    String id = enter("\"source\": \"flux\"", "2", "ITEM").path("id").asString();
    String withdrawal = plant.path + "evaluation/uncertainty/inputs/" + id + "/withdrawal";

    assertThat(plant.manager.post(withdrawal, 9, "{\"reason\": \"登记有误\"}").code())
        .isEqualTo("evaluation.entry-changed");
    assertThat(plant.manager.post(withdrawal, 1, "{\"reason\": \"登记有误\"}").status()).isEqualTo(204);

    assertThat(plant.get("evaluation/uncertainty?inventoryId=" + run).path("inputs")).isEmpty();
    assertThat(enter("\"source\": \"flux\"", "3", "ITEM").path("version").asInt()).isEqualTo(3);
  }

  @Test
  void who_only_reads_sees_it_and_enters_nothing() {
    ApiClient verifier = plant.signIn(Role.VERIFIER);

    assertThat(verifier.get(plant.path + "evaluation/uncertainty?inventoryId=" + run).status())
        .isEqualTo(200);
    assertThat(
            verifier
                .post(
                    plant.path + "evaluation/uncertainty/inputs",
                    input("\"source\": null", "HALF_WIDTH", "1", "ITEM"))
                .status())
        .isEqualTo(403);
  }
}
