package io.tanheng.server.operate.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient;
import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.ApiFixture;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.testkit.Clause;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A difference is explained by one person and accepted by another, about the figures they saw.
@ApiTest
@Clause("6.3.1-e")
class DifferencesTest {
  @Autowired ApiFixture fixture;

  private static JsonNode quantity(SampleCrossCheck check) {
    return check
        .differences()
        .path("items")
        .valueStream()
        .filter(one -> one.path("kind").asString().equals("QUANTITY_DIFFERS"))
        .findFirst()
        .orElseThrow();
  }

  private static Answer say(
      ApiClient who, SampleCrossCheck check, JsonNode about, String act, String words) {
    return who.post(
        check.path() + "differences/" + about.path("id").asString() + "/" + act,
        "{\"year\":2025,\"figures\":\"%s\",\"words\":\"%s\"}"
            .formatted(about.path("figures").asString(), words));
  }

  @Test
  void another_person_accepts_what_one_person_explained() {
    SampleCrossCheck check = SampleCrossCheck.complete(fixture, "power");
    ApiClient reviewer = fixture.signIn(check.enterprise(), Role.REPORT_REVIEWER);
    JsonNode found = quantity(check);

    assertThat(found.path("state").asString()).isEqualTo("FOUND");
    assertThat(say(reviewer, check, found, "acceptance", "").code())
        .isEqualTo("crosscheck.not-explained");
    assertThat(say(check.manager(), check, found, "explanation", " ").code())
        .isEqualTo("crosscheck.reason-missing");
    assertThat(say(reviewer, check, found, "explanation", "途损").status()).isEqualTo(403);
    assertThat(say(check.manager(), check, found, "explanation", "途损扣吨").status()).isEqualTo(200);
    assertThat(say(check.manager(), check, found, "acceptance", "").code())
        .isEqualTo("crosscheck.accepts-own-words");
    Answer accepted = say(reviewer, check, found, "acceptance", "附磅单");
    assertThat(accepted.json().path("state").asString()).isEqualTo("ACCEPTED");
    assertThat(accepted.json().path("remarks")).hasSize(2);
    assertThat(say(check.manager(), check, found, "explanation", "再说一次").code())
        .isEqualTo("crosscheck.already-accepted");
  }

  @Test
  void is_open_again_when_the_figures_change() {
    SampleCrossCheck check = SampleCrossCheck.complete(fixture, "power");
    JsonNode before = quantity(check);
    say(check.manager(), check, before, "explanation", "途损扣吨");
    String parameter = before.path("comparisons").path(0).path("parameters").path(0).asString();

    String line = "/api/v1/enterprises/" + check.enterprise() + "/ledger/lines";
    SampleCrossCheck.ok(
        check
            .manager()
            .put(
                line,
                """
                {"reason": "复核", "lines": [{"parameterId": "%s", "month": "2025-01",
                 "value": "120000", "unit": "t", "version": 1}]}
                """
                    .formatted(parameter)));

    JsonNode after = quantity(check);
    assertThat(after.path("id").asString()).isEqualTo(before.path("id").asString());
    assertThat(after.path("state").asString()).isEqualTo("FOUND");
    assertThat(after.path("remarks").path(0).path("current").asBoolean()).isFalse();
    assertThat(say(check.manager(), check, before, "explanation", "旧数").code())
        .isEqualTo("crosscheck.figures-changed");
  }

  @Test
  void a_wider_tolerance_needs_a_reason_and_silences_the_difference() {
    SampleCrossCheck check = SampleCrossCheck.complete(fixture, "power");
    String tolerances = check.path() + "tolerances";

    assertThat(
            check
                .manager()
                .put(tolerances, "{\"subject\":\"FLOW\",\"percent\":\"2\",\"reason\":\" \"}")
                .code())
        .isEqualTo("crosscheck.reason-missing");
    SampleCrossCheck.ok(
        check
            .manager()
            .put(tolerances, "{\"subject\":\"FLOW\",\"percent\":\"2\",\"reason\":\"合同约定途损2%\"}"));

    assertThat(check.differences().path("items").valueStream())
        .noneMatch(one -> one.path("kind").asString().equals("QUANTITY_DIFFERS"));
  }

  @Test
  void proposes_parameters_by_name_for_items_nobody_matched() {
    SampleCrossCheck check = SampleCrossCheck.withLedger(fixture, "steel");
    check.bring("steel", "invoices-2025.csv", "INVOICE");
    check.bring("steel", "settlements-2025.csv", "SETTLEMENT");

    JsonNode items = check.manager().get(check.path() + "matches?year=2025").json().path("items");

    assertThat(items).hasSize(22);
    assertThat(items.valueStream().filter(one -> one.path("suggested").size() == 1).count())
        .isGreaterThanOrEqualTo(20);
    assertThat(check.differences().path("unmatched")).hasSize(22);
  }
}
