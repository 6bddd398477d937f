package io.tanheng.server.operate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient;
import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.ApiFixture;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.testkit.Clause;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A month of the ledger is the work of several departments, each under its own account and within
/// its own duty. Commitment and training, the rest of the clause, are not shown here.
@ApiTest
@Clause("4.2-e")
class SharedWorkTest {
  @Autowired ApiFixture fixture;

  private String base;
  private ApiClient manager;
  private ApiClient production;
  private ApiClient finance;
  private ApiClient topManagement;

  @BeforeEach
  void everybodySignsIn() {
    EnterpriseId enterprise = fixture.enterprise();
    base = "/api/v1/enterprises/" + enterprise;
    manager = fixture.signIn(enterprise, Role.CARBON_MANAGER);
    production = fixture.signIn(enterprise, Role.PRODUCTION_DEPT);
    finance = fixture.signIn(enterprise, Role.FINANCE);
    topManagement = fixture.signIn(enterprise, Role.TOP_MANAGEMENT);
  }

  @Test
  void each_department_does_its_part_and_the_record_keeps_who() {
    String coal = parameter();

    Answer entered = enter(production, coal);
    Answer proved = attach(finance, entered);
    Answer confirmed = manager.post(base + "/ledger/confirm", lines(entered));

    assertThat(entered.status()).isEqualTo(200);
    assertThat(proved.status()).isEqualTo(201);
    assertThat(confirmed.status()).isEqualTo(200);
    JsonNode record = topManagement.get(base + "/ledger/lines/" + lineId(entered)).json();
    assertThat(record.at("/versions/0/cell/state").asString()).isEqualTo("CONFIRMED");
    assertThat(record.at("/vouchers/0/fileName").asString()).isEqualTo("发票.txt");
    assertThat(record.findValuesAsString("enteredById")).contains(accountOf(production));
  }

  @Test
  void nobody_does_the_part_of_another() {
    String coal = parameter();
    Answer entered = enter(production, coal);

    assertThat(enter(finance, coal).status()).isEqualTo(403);
    assertThat(enter(topManagement, coal).status()).isEqualTo(403);
    assertThat(production.post(base + "/ledger/confirm", lines(entered)).status()).isEqualTo(403);
    assertThat(attach(topManagement, entered).status()).isEqualTo(403);
  }

  private String parameter() {
    return manager
        .post(
            base + "/parameters",
            """
            {"sheet": "化石燃料", "labels": ["原煤"], "name": {"zh": "原煤消耗量"}, "unit": "吨",
             "kind": "FLOW", "signRule": "NONNEGATIVE", "obtainedBy": "MEASURED",
             "responsible": "生产部", "validFrom": "2025-01-01"}
            """)
        .json()
        .path("id")
        .asString();
  }

  private Answer enter(ApiClient who, String parameter) {
    return who.put(
        base + "/ledger/lines",
        """
        {"lines": [{"parameterId": "%s", "month": "2025-03", "value": "125.4", "unit": "吨",
                    "version": 0}]}
        """
            .formatted(parameter));
  }

  private Answer attach(ApiClient who, Answer entered) {
    return who.upload(
        base + "/ledger/lines/" + lineId(entered) + "/vouchers",
        "发票.txt",
        "原煤 125.4 吨".getBytes(StandardCharsets.UTF_8),
        Map.of());
  }

  private static String lineId(Answer entered) {
    return entered.json().at("/lines/0/cell/lineId").asString();
  }

  private static String lines(Answer entered) {
    return "{\"lines\": [{\"lineId\": \"%s\", \"version\": %d}]}"
        .formatted(lineId(entered), entered.json().at("/lines/0/cell/version").asLong());
  }

  private static String accountOf(ApiClient who) {
    return who.get("/api/v1/session").json().at("/account/id").asString();
  }
}
