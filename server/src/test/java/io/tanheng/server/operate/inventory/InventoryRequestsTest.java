package io.tanheng.server.operate.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient;
import io.tanheng.server.ApiFixture;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What the inventory endpoints refuse before anything is accounted, and what they say.
@ApiTest
class InventoryRequestsTest {
  @Autowired ApiFixture fixture;

  private String path = "";
  private ApiClient client = new ApiClient(0);

  @BeforeEach
  void a_manager_of_an_enterprise() {
    EnterpriseId enterprise = fixture.enterprise();
    client = fixture.signIn(enterprise, Role.CARBON_MANAGER);
    path = "/api/v1/enterprises/" + enterprise.value() + "/inventories";
  }

  @Test
  void a_choice_of_nothing_is_an_invalid_field() {
    ApiClient.Answer answer =
        client.post(
            path,
            """
            {"year": 2025, "method": "gbt-32151-5@2015",
             "factorChoices": {"purchased-electricity": null}}
            """);

    assertThat(answer.status()).isBetween(400, 422);
    assertThat(answer.text()).contains("purchased-electricity");
  }

  @Test
  void a_choice_for_an_unknown_source_names_the_known_ones() {
    ApiClient.Answer answer =
        client.post(
            path,
            """
            {"year": 2025, "method": "gbt-32151-5@2015", "factorChoices": {"power": {
              "table": "common/electricity/announcement-2025-47", "row": "china", "column": "EF"}}}
            """);

    assertThat(answer.code()).isEqualTo("inventory.unknown-source");
    assertThat(answer.text()).contains("purchased-electricity");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"from\": \"1999-01\", \"to\": \"1999-12\"}",
        "{\"from\": \"2101-01\", \"to\": \"2101-02\"}",
      })
  void a_period_out_of_range_is_refused(String period) {
    ApiClient.Answer answer =
        client.post(path, "{\"method\": \"gbt-32151-5@2015\", \"period\": " + period + "}");

    assertThat(answer.code()).isEqualTo("inventory.period-range");
    assertThat(client.get(path + "?year=99999").code()).isEqualTo("inventory.period-range");
  }

  @Test
  void a_method_says_its_sector_in_both_languages() {
    JsonNode methods = client.get("/api/v1/methods").json().path("items");

    assertThat(methods.valueStream().map(m -> m.path("sectorName").path("zh").asString()))
        .contains("钢铁", "水泥", "发电")
        .doesNotContain("");
  }
}
