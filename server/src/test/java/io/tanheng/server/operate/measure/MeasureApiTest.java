package io.tanheng.server.operate.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient;
import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.ApiFixture;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ApiTest
class MeasureApiTest {
  @Autowired ApiFixture fixture;

  private static String planItem(String yearFrom, String yearTo) {
    return """
    {"use": "SOURCE", "method": "gbt-32151-5@2015", "yearFrom": %s, "yearTo": %s,
     "position": 1, "source": "fossil-fuel-combustion", "item": "coal",
     "itemName": {"zh": "煤", "en": "coal"}, "labels": {}, "facilityUnitId": null,
     "processUnitId": null, "inputs": {}, "whenMissing": [], "noRowWhenIdle": null}
    """
        .formatted(yearFrom, yearTo);
  }

  private static String parameter(String name) {
    return """
    {"sheet": "化石燃料", "labels": ["煤", "购入量"], "name": %s, "unit": "吨", "kind": "FLOW",
     "signRule": "NONNEGATIVE", "obtainedBy": "MEASURED", "responsible": "",
     "validFrom": "2024-01-01"}
    """
        .formatted(name);
  }

  @Test
  void a_plan_without_an_end_is_given_to_another_enterprise_as_it_was_read() {
    EnterpriseId one = fixture.enterprise();
    EnterpriseId other = fixture.enterprise();
    ApiClient giver = fixture.signIn(one, Role.CARBON_MANAGER);
    ApiClient taker = fixture.signIn(other, Role.CARBON_MANAGER);
    giver.post(plans(one), planItem("2024", "null"));

    JsonNode read = giver.get(plans(one) + "?year=2060").json().at("/items/0/items/0/definition");
    Answer taken = taker.post(plans(other), read.toString());

    assertThat(read.path("yearTo").isNull()).isTrue();
    assertThat(taken.status()).isEqualTo(201);
    assertThat(taken.json().path("definition")).isEqualTo(read);
  }

  @Test
  void years_outside_this_century_are_told_in_both_languages() {
    EnterpriseId enterprise = fixture.enterprise();
    ApiClient client = fixture.signIn(enterprise, Role.CARBON_MANAGER);

    List<Answer> answers =
        List.of(
            client.post(plans(enterprise), planItem("2024", "9999")),
            client.post(plans(enterprise), planItem("1999", "null")),
            client.get(plans(enterprise) + "?year=999999999"),
            client.get(plans(enterprise) + "?year=-1"));

    assertThat(answers)
        .allSatisfy(answer -> {
          assertThat(answer.status()).isEqualTo(400);
          assertThat(answer.code()).isEqualTo("request.year-range");
          assertThat(answer.json().at("/messages/zh").asString()).contains("2000", "2100", "年份");
          assertThat(answer.json().at("/messages/en").asString()).contains("2000", "2100", "year");
        });
    assertThat(client.get(plans(enterprise) + "?year=abc").code()).isEqualTo("request.date-format");
  }

  @Test
  void a_parameter_has_a_name_in_each_language_and_shows_the_chinese_one_where_english_lacks() {
    EnterpriseId enterprise = fixture.enterprise();
    ApiClient client = fixture.signIn(enterprise, Role.CARBON_MANAGER);
    String path = "/api/v1/enterprises/" + enterprise + "/parameters";

    JsonNode made = client.post(path, parameter("{\"zh\": \"煤 购入量\"}")).json();
    JsonNode changed =
        client
            .patch(
                path + "/" + made.path("id").asString(),
                1,
                parameter("{\"zh\": \"煤 购入量\", \"en\": \"Coal, bought\"}"))
            .json();
    JsonNode found = client.get(path + "?year=2025&q=coal,%20bought").json();
    JsonNode row =
        client.get("/api/v1/enterprises/" + enterprise + "/ledger?year=2025").json().at("/rows/0");

    assertThat(made.path("name").toString()).isEqualTo("{\"zh\":\"煤 购入量\",\"en\":null}");
    assertThat(changed.at("/name/en").asString()).isEqualTo("Coal, bought");
    assertThat(found.at("/items/0/id")).isEqualTo(made.path("id"));
    assertThat(row.at("/parameter/name/en").asString()).isEqualTo("Coal, bought");
  }

  private static String plans(EnterpriseId enterprise) {
    return "/api/v1/enterprises/" + enterprise + "/method-plans";
  }
}
