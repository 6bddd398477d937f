package io.tanheng.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient;
import io.tanheng.testkit.Clause;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The sample enterprises as people evaluate them: differences with documents, gaps, year on year.
@DemoTest
class DemoEvaluationTest {
  private static final BigDecimal ROUNDING = new BigDecimal("0.001");

  @Autowired DemoLoader loader;
  @Autowired DemoProgress progress;
  @LocalServerPort int port;

  @BeforeEach
  void wait_for_the_sample_data() throws InterruptedException {
    assertThat(loader.await(Duration.ofMinutes(5))).isTrue();
    assertThat(progress.snapshot().failed()).isNull();
  }

  private record Plant(ApiClient client, String path) {
    JsonNode get(String rest) {
      ApiClient.Answer answer = client.get(path + rest);
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      return answer.json();
    }
  }

  private Plant plant(String code) {
    ApiClient client = new ApiClient(port);
    JsonNode session = client.signIn(code + ".manager", DemoPosts.PASSWORD).json();
    return new Plant(
        client,
        "/api/v1/enterprises/" + session.path("enterprises").path(0).path("id").asString() + "/");
  }

  @Clause("6.3.1-e")
  @ParameterizedTest
  @CsvSource({"steel, 8", "cement, 7", "power, 7"})
  void shows_the_seeded_differences(String code, int seeded) {
    JsonNode found = plant(code).get("crosscheck/differences?year=2025");

    assertThat(found.path("items")).hasSize(seeded);
    assertThat(found.path("unmatched")).isEmpty();
  }

  @Clause("6.3.3-a")
  @ParameterizedTest
  @CsvSource({
    "steel, gbt-32151-5@2015",
    "steel, mee-steel@v01-2024",
    "cement, gbt-32151-8@2023",
    "cement, mee-cement@v01-2024",
    "power, gbt-32151-1@2015",
    "power, mee-power@2022"
  })
  void splits_the_change_of_the_year_without_a_rest(String code, String method) {
    Plant plant = plant(code);
    JsonNode effects =
        plant.get(
            "inventories/" + run(plant, 2024, method) + "/effects/" + run(plant, 2025, method));

    BigDecimal change = number(effects, "after").subtract(number(effects, "before"));
    JsonNode total = effects.path("total");
    assertThat(change.signum()).isNotZero();
    assertThat(number(total, "sum").subtract(change).abs()).isLessThan(ROUNDING);
    assertThat(number(effects, "rest").abs()).isLessThan(ROUNDING);
    for (JsonNode source : effects.path("sources")) {
      BigDecimal own = number(source, "after").subtract(number(source, "before"));
      assertThat(number(source.path("effects"), "sum").subtract(own).abs())
          .as(source.path("key").asString())
          .isLessThan(ROUNDING);
    }
    assertThat(number(total, "activity").signum()).isNotZero();
  }

  @Clause("6.3.3-a")
  @Test
  void a_fuel_that_is_new_this_year_is_a_change_of_the_boundary() {
    Plant plant = plant("cement");
    String method = "gbt-32151-8@2023";
    JsonNode effects =
        plant.get(
            "inventories/" + run(plant, 2024, method) + "/effects/" + run(plant, 2025, method));

    assertThat(number(effects.path("total"), "boundary").signum()).isPositive();
  }

  private static String run(Plant plant, int year, String method) {
    JsonNode runs = plant.get("inventories?year=" + year + "&method=" + method);
    return runs.path("items").path(0).path("id").asString();
  }

  private static BigDecimal number(JsonNode node, String member) {
    return new BigDecimal(node.path(member).asString());
  }
}
