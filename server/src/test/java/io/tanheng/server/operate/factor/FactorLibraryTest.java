package io.tanheng.server.operate.factor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient;
import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.ApiFixture;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.testkit.Clause;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A works that uses limestone in two months: its own factor from entry to use, what it would
/// change, and confirmations of the catalogue.
@Clause("6.3.1-c")
@ApiTest
class FactorLibraryTest {
  private static final String METHOD = "gbt-32151-5@2015";
  private static final String DEFAULT =
      """
      {"table": "gbt-32151-5/2015/tables/process-factors", "row": "limestone", "column": "EF"}
      """;

  @Autowired ApiFixture fixture;
  @Autowired JsonMapper json;

  private EnterpriseId enterprise;
  private ApiClient officer;
  private ApiClient manager;

  @BeforeEach
  void staff() {
    enterprise = fixture.enterprise();
    officer = fixture.signIn(enterprise, Role.ACCOUNTING_OFFICER);
    manager = fixture.signIn(enterprise, Role.CARBON_MANAGER);
  }

  private String path(String rest) {
    return "/api/v1/enterprises/" + enterprise + rest;
  }

  private static JsonNode ok(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    return answer.json();
  }

  private static String id(JsonNode node) {
    return node.path("id").asString("");
  }

  private String report() {
    byte[] pdf = ("%PDF-1.7\n石灰石化验报告" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    return ok(officer.upload(path("/factor-library/files"), "化验报告.pdf", pdf, Map.of()))
        .path("digest")
        .asString("");
  }

  private String body(String value, String from, String to, String digest) {
    return """
    {"name": {"zh": "石灰石实测因子", "en": "Measured limestone factor"}, "kind": "MEASURED",
     "factorSet": null, "method": "%s", "source": "flux", "symbol": "EF",
     "facilityUnitId": null, "value": "%s", "unit": "tCO2/t", "validFrom": "%s",
     "validTo": "%s", "laboratory": "厂化验室", "reportNumber": "HY-2025-017",
     "reportDigest": %s, "remark": ""}
    """
        .formatted(METHOD, value, from, to, digest.isEmpty() ? "null" : "\"" + digest + "\"");
  }

  private JsonNode enter(String value) {
    return ok(
        officer.post(path("/own-factors"), body(value, "2025-01-01", "2025-12-31", report())));
  }

  private JsonNode submit(JsonNode factor) {
    return ok(
        officer.post(
            path("/approvals"),
            "{\"subjectType\": \"factor\", \"subjectId\": \"" + id(factor) + "\"}"));
  }

  private JsonNode approved(String value) {
    JsonNode factor = enter(value);
    ok(manager.post(path("/approvals/" + id(submit(factor)) + "/approve"), "{\"step\": 0}"));
    return ok(officer.get(path("/own-factors/" + id(factor))));
  }

  private String limestone() {
    JsonNode parameter =
        ok(
            officer.post(
                path("/parameters"),
                """
                {"sheet": "台账", "labels": ["石灰石"], "name": {"zh": "石灰石"}, "unitId": null,
                 "unit": "t", "kind": "FLOW", "signRule": "ANY", "obtainedBy": "MEASURED",
                 "responsible": "", "validFrom": "2025-01-01"}
                """));
    for (String month : new String[] {"2025-05", "2025-06"}) {
      ok(
          officer.put(
              path("/ledger/lines"),
              """
              {"lines": [{"parameterId": "%s", "month": "%s", "value": "1000.1", "unit": "t",
                          "version": 0}]}
              """
                  .formatted(id(parameter), month)));
    }
    return id(parameter);
  }

  private static String planItem(String parameter, String factor) {
    String binding =
        factor.isEmpty()
            ? ""
            : ", \"EF\": {\"kind\": \"FACTOR\", \"table\": \"enterprise\", \"row\": \"%s\","
                    .formatted(factor)
                + " \"column\": \"EF\"}";
    return """
    {"use": "SOURCE", "method": "%s", "yearFrom": 2025, "yearTo": 2025, "position": 1,
     "source": "flux", "item": "limestone", "itemName": {"zh": "石灰石", "en": "limestone"},
     "labels": {"material": "limestone"}, "facilityUnitId": null, "processUnitId": null,
     "inputs": {"P": {"kind": "PARAMETER", "parameterId": "%s"}%s}, "whenMissing": [],
     "noRowWhenIdle": null}
    """
        .formatted(METHOD, parameter, binding);
  }

  private JsonNode run() {
    return ok(
        officer.post(
            path("/inventories"),
            """
            {"period": {"from": "2025-05", "to": "2025-06"}, "method": "%s"}
            """
                .formatted(METHOD)));
  }

  private Answer changePlan(JsonNode item, String body) {
    return officer.sendWith(
        "PUT",
        path("/method-plans/" + id(item)),
        body,
        "If-Match",
        "\"" + item.path("version").asInt() + "\"");
  }

  private JsonNode trial(JsonNode inventory, JsonNode item, String factor) {
    return ok(officer.post(
            path("/inventories/" + id(inventory) + "/trial"),
            """
            {"planned": [{"planItemId": "%s", "symbol": "EF", "factor": %s}]}
            """
                .formatted(id(item), factor)))
        .path("comparison");
  }

  private static String own(JsonNode factor) {
    return "{\"table\": \"enterprise\", \"row\": \"" + id(factor) + "\", \"column\": \"EF\"}";
  }

  private static String total(JsonNode inventory) {
    return inventory.path("total").path("value").asString("");
  }

  @Test
  void a_measured_factor_is_approved_by_another_person_and_then_used() {
    String parameter = limestone();
    JsonNode factor = enter("0.4312");
    JsonNode item = ok(officer.post(path("/method-plans"), planItem(parameter, "")));

    assertThat(changePlan(item, planItem(parameter, id(factor))).code())
        .isEqualTo("measure.own-factor-not-approved");
    JsonNode round = submit(factor);
    assertThat(officer.post(path("/approvals/" + id(round) + "/approve"), "{\"step\": 0}").code())
        .isIn("approval.not-asked", "approval.own-work");
    ok(manager.post(path("/approvals/" + id(round) + "/approve"), "{\"step\": 0}"));
    ok(changePlan(item, planItem(parameter, id(factor))));
    JsonNode inventory = run();

    // 2000.2 t x 0.4312
    assertThat(total(inventory)).isEqualTo("862.486240");
    JsonNode trace =
        ok(officer.get(path("/inventories/" + id(inventory) + "/figures/row:1/trace")));
    assertThat(trace.toString()).contains("0.4312", "HY-2025-017", "企业因子第1号");
    JsonNode uses =
        ok(officer.get(path("/factor-library/uses?table=enterprise&column=EF&row=" + id(factor))));
    assertThat(uses.path("items")).hasSize(1);
    assertThat(uses.path("items").path(0).path("value").asString("")).isEqualTo("862.486240");
  }

  @Test
  @Clause("4.2-d")
  void a_new_factor_moves_nothing_until_somebody_restates_with_a_reason() {
    String parameter = limestone();
    JsonNode item = ok(officer.post(path("/method-plans"), planItem(parameter, "")));
    JsonNode before = run();
    String stored = officer.get(path("/inventories/" + id(before))).text();
    JsonNode factor = approved("0.4312");

    JsonNode wouldChange = trial(before, item, own(factor));

    // 2000.2 t x 0.440 becomes x 0.4312
    assertThat(wouldChange.path("total").path("a").asString("")).isEqualTo("880.088000");
    assertThat(wouldChange.path("total").path("b").asString("")).isEqualTo("862.486240");
    assertThat(wouldChange.path("total").path("difference").asString("")).isEqualTo("-17.601760");
    assertThat(wouldChange.path("items")).hasSize(1);
    assertThat(officer.get(path("/inventories/" + id(before))).text()).isEqualTo(stored);
    assertThat(ok(officer.get(path("/inventories?year=2025"))).path("items")).hasSize(1);

    ok(changePlan(item, planItem(parameter, id(factor))));
    Answer silent =
        manager.post(path("/inventories/" + id(before) + "/restate"), "{\"reason\": \" \"}");
    assertThat(silent.code()).isEqualTo("request.invalid-fields");
    JsonNode after =
        ok(
            manager.post(
                path("/inventories/" + id(before) + "/restate"),
                "{\"reason\": \"改用实测因子 HY-2025-017\"}"));

    assertThat(total(after)).isEqualTo("862.486240");
    assertThat(after.path("reason").asString("")).isEqualTo("改用实测因子 HY-2025-017");
    JsonNode difference =
        ok(officer.get(path("/inventories/" + id(before) + "/compare/" + id(after))));
    assertThat(difference.path("total").path("difference").asString("")).isEqualTo("-17.601760");
    JsonNode change = difference.path("factors").path(0);
    assertThat(change.path("a").path("value").asString("")).isEqualTo("0.440");
    assertThat(change.path("b").path("value").asString("")).isEqualTo("0.4312");

    JsonNode old = ok(officer.get(path("/inventories/" + id(before))));
    assertThat(old.path("digest")).isEqualTo(before.path("digest"));
    assertThat(total(old)).isEqualTo("880.088000");
    JsonNode again = trial(before, item, DEFAULT);
    assertThat(new BigDecimal(again.path("total").path("difference").asString("")))
        .isEqualByComparingTo("0");
    assertThat(again.path("total").path("b").asString("")).isEqualTo("880.088000");
  }

  @Test
  void a_trial_shows_a_factor_that_is_not_approved_yet_but_a_run_refuses_it() {
    String parameter = limestone();
    JsonNode item = ok(officer.post(path("/method-plans"), planItem(parameter, "")));
    JsonNode before = run();
    JsonNode draft = enter("0.5");

    assertThat(trial(before, item, own(draft)).path("total").path("b").asString(""))
        .isEqualTo("1000.100000");
    Answer chosen =
        officer.post(
            path("/inventories"),
            """
            {"period": {"from": "2025-05", "to": "2025-06"}, "method": "%s",
             "factorChoices": {"flux": %s}}
            """
                .formatted(METHOD, own(draft)));
    assertThat(chosen.json().path("problems").path(0).path("code").asString(""))
        .isEqualTo("inventory.own-factor-not-approved");
  }

  @Test
  void a_month_outside_the_validity_stops_the_run() {
    String parameter = limestone();
    JsonNode factor =
        ok(officer.post(path("/own-factors"), body("0.43", "2025-01-01", "2025-06-29", report())));
    ok(manager.post(path("/approvals/" + id(submit(factor)) + "/approve"), "{\"step\": 0}"));
    ok(officer.post(path("/method-plans"), planItem(parameter, id(factor))));

    Answer refused =
        officer.post(
            path("/inventories"),
            """
            {"period": {"from": "2025-05", "to": "2025-06"}, "method": "%s"}
            """
                .formatted(METHOD));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("problems")).hasSize(1);
    JsonNode problem = refused.json().path("problems").path(0);
    assertThat(problem.path("code").asString("")).isEqualTo("inventory.own-factor-not-valid");
    assertThat(problem.path("message").path("zh").asString("")).contains("2025-06");
  }

  @Test
  void a_change_makes_the_running_approval_void_and_an_approved_factor_never_changes() {
    JsonNode factor = enter("0.4312");
    JsonNode round = submit(factor);
    ok(
        officer.patch(
            path("/own-factors/" + id(factor)),
            1,
            body("0.4313", "2025-01-01", "2025-12-31", report())));

    assertThat(ok(manager.get(path("/approvals/" + id(round)))).path("state").asString(""))
        .isEqualTo("VOID");
    ok(manager.post(path("/approvals/" + id(submit(factor)) + "/approve"), "{\"step\": 0}"));
    assertThat(
            officer
                .patch(
                    path("/own-factors/" + id(factor)),
                    2,
                    body("0.44", "2025-01-01", "2025-12-31", report()))
                .code())
        .isEqualTo("factor.not-changeable");
  }

  @Test
  void a_measured_factor_needs_its_report_and_the_right_unit() {
    JsonNode factor =
        ok(officer.post(path("/own-factors"), body("0.43", "2025-01-01", "2025-12-31", "")));

    assertThat(
            officer
                .post(
                    path("/approvals"),
                    "{\"subjectType\": \"factor\", \"subjectId\": \"" + id(factor) + "\"}")
                .code())
        .isEqualTo("factor.report-missing");
    assertThat(
            officer
                .post(
                    path("/own-factors"),
                    body("0.43", "2025-01-01", "2025-12-31", report()).replace("tCO2/t", "GJ/t"))
                .code())
        .isEqualTo("factor.unit-unlike");
  }

  @Test
  void a_confirmation_raises_the_mark_until_it_is_revoked() {
    JsonNode recalled = first("recalled");
    String request =
        """
        {"table": "%s", "row": "%s", "column": "%s", "edition": "2015年第1版", "page": "第12页",
         "remark": "表A.1"}
        """
            .formatted(
                recalled.path("table").asString(""),
                recalled.path("row").asString(""),
                recalled.path("column").asString(""));

    JsonNode confirmation = ok(officer.post(path("/factor-library/confirmations"), request));

    assertThat(library(recalled).path("raised").asBoolean()).isTrue();
    assertThat(library(recalled).path("confidence").asString("")).isEqualTo("recalled");
    assertThat(confirmation.path("printed")).isEqualTo(recalled.path("value"));
    assertThat(officer.post(path("/factor-library/confirmations"), request).code())
        .isEqualTo("factor.already-confirmed");

    String revoke = path("/factor-library/confirmations/" + id(confirmation) + "/revoke");
    assertThat(officer.post(revoke, "{\"reason\": \"\"}").code())
        .isEqualTo("factor.reason-missing");
    assertThat(officer.post(revoke, "{\"reason\": \"看错行\"}").status()).isEqualTo(204);
    assertThat(library(recalled).path("raised").asBoolean()).isFalse();
    JsonNode kept = ok(officer.get(path("/factor-library/confirmations"))).path("items").path(0);
    assertThat(kept.path("revokedReason").asString("")).isEqualTo("看错行");
  }

  @Test
  void a_trace_shows_who_confirmed_a_factor_without_the_run_changing() {
    String parameter =
        id(
            ok(
                officer.post(
                    path("/parameters"),
                    """
                    {"sheet": "台账", "labels": ["无烟煤"], "name": {"zh": "无烟煤"}, "unitId": null,
                     "unit": "t", "kind": "FLOW", "signRule": "ANY", "obtainedBy": "MEASURED",
                     "responsible": "", "validFrom": "2025-01-01"}
                    """)));
    for (String month : new String[] {"2025-05", "2025-06"}) {
      ok(
          officer.put(
              path("/ledger/lines"),
              """
              {"lines": [{"parameterId": "%s", "month": "%s", "value": "10", "unit": "t",
                          "version": 0}]}
              """
                  .formatted(parameter, month)));
    }
    ok(
        officer.post(
            path("/method-plans"),
            planItem(parameter, "")
                .replace("\"flux\"", "\"fossil-fuel-combustion\"")
                .replace("\"material\": \"limestone\"", "\"fuel\": \"anthracite\"")
                .replace("\"P\"", "\"FC\"")));
    JsonNode inventory =
        ok(
            officer.post(
                path("/inventories"),
                """
                {"period": {"from": "2025-05", "to": "2025-06"}, "method": "%s",
                 "factorSet": "unified-2015"}
                """
                    .formatted(METHOD)));
    JsonNode recalled =
        factors()
            .path("items")
            .valueStream()
            .filter(one -> one.path("uses").asInt() > 0)
            .filter(one -> !one.path("confidence").asString("").equals("verified"))
            .findFirst()
            .orElseThrow();
    String trace = path("/inventories/" + id(inventory) + "/figures/row:1/trace");
    assertThat(officer.get(trace).text()).doesNotContain("与原文核对");

    ok(
        officer.post(
            path("/factor-library/confirmations"),
            """
            {"table": "%s", "row": "%s", "column": "%s", "edition": "2015年第1版", "page": "第12页"}
            """
                .formatted(
                    recalled.path("table").asString(""),
                    recalled.path("row").asString(""),
                    recalled.path("column").asString(""))));

    assertThat(officer.get(trace).text()).contains("与原文核对（2015年第1版, 第12页）");
    assertThat(ok(officer.get(path("/inventories/" + id(inventory)))).path("digest"))
        .isEqualTo(inventory.path("digest"));
  }

  @Test
  void what_is_verified_already_is_not_confirmed() {
    JsonNode verified = first("verified");

    assertThat(
            officer
                .post(
                    path("/factor-library/confirmations"),
                    """
                    {"table": "%s", "row": "%s", "column": "%s", "edition": "1", "page": "1"}
                    """
                        .formatted(
                            verified.path("table").asString(""),
                            verified.path("row").asString(""),
                            verified.path("column").asString("")))
                .code())
        .isEqualTo("factor.already-verified");
  }

  @Test
  void the_library_names_the_methods_that_use_a_table() {
    JsonNode limestone =
        factors()
            .path("items")
            .valueStream()
            .filter(one ->
                one.path("id").asString("").endsWith("process-factors#limestone.EF")
                    && one.path("table").asString("").startsWith("gbt-32151-5/"))
            .findFirst()
            .orElseThrow();

    assertThat(limestone.path("methods").toString()).contains(METHOD);
    assertThat(limestone.path("sectors").toString()).contains("steel");
  }

  private JsonNode factors() {
    return ok(officer.get(path("/factor-library")));
  }

  private JsonNode first(String confidence) {
    return factors()
        .path("items")
        .valueStream()
        .filter(one -> one.path("confidence").asString("").equals(confidence))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode library(JsonNode factor) {
    return factors()
        .path("items")
        .valueStream()
        .filter(one -> one.path("id").equals(factor.path("id")))
        .findFirst()
        .orElseThrow();
  }
}
