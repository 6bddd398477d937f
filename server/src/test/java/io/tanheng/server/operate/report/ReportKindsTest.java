package io.tanheng.server.operate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tanheng.server.ApiClient;
import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.ApiFixture;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.server.operate.inventory.Inventories;
import io.tanheng.server.operate.ledger.Ledger;
import io.tanheng.server.operate.ledger.LedgerLine;
import io.tanheng.server.operate.measure.MethodPlans;
import io.tanheng.server.operate.measure.Parameters;
import io.tanheng.testkit.Clause;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The reports beside the annual one: control plan, supplementary data, monthly evidence.
@ApiTest
class ReportKindsTest {
  private static final String METHOD = "gbt-32151-5@2015";

  @Autowired ApiFixture fixture;
  @Autowired Parameters parameters;
  @Autowired MethodPlans plans;
  @Autowired Ledger ledger;
  @Autowired Inventories inventories;

  private EnterpriseId enterprise;
  private ApiClient office;
  private String path;

  @BeforeEach
  void a_plant() throws IOException {
    enterprise = fixture.enterprise();
    office = fixture.signIn(enterprise, Role.CARBON_OFFICE);
    path = "/api/v1/enterprises/" + enterprise;
    new WorkedPlant(parameters, plans, ledger, inventories)
        .run(enterprise, METHOD, WorkedPlant.example(METHOD));
  }

  @Test
  void the_control_plan_lists_every_parameter() {
    JsonNode plan = compile("QUALITY_PLAN", "2025");

    List<String> names = new ArrayList<>();
    table(plan, "B.4")
        .path("lines")
        .forEach(line -> names.add(line.path("cells").path(0).path("text").path("zh").asString()));
    assertThat(names).hasSameSizeAs(parameters.listAll(enterprise));
    assertThat(plan.path("shown").path("findings").toString()).contains("版本号");
  }

  @Test
  void the_iso_report_leads_from_the_method_to_six_categories() {
    JsonNode iso = compile("ISO_14064", "2025");
    JsonNode annual = compile("ANNUAL", "2025");

    List<String> headings = new ArrayList<>();
    BigDecimal categories = BigDecimal.ZERO;
    for (JsonNode line : table(iso, "5").path("lines")) {
      if (line.path("role").asString().equals("HEADING")) {
        headings.add(line.path("cells").path(0).path("text").path("zh").asString());
      } else if (line.path("role").asString().equals("SUBTOTAL")
          && line.path("cells").path(2).path("figure").isObject()) {
        categories = categories.add(printed(line.path("cells").path(2)));
      }
    }
    assertThat(headings).hasSize(6);
    assertThat(table(iso, "5").path("lines").toString()).contains("未量化");
    assertThat(headings.getFirst()).startsWith("1 直接温室气体排放");
    JsonNode bridge = table(iso, "9").path("lines");
    assertThat(printed(bridge.path(0).path("cells").path(1)))
        .isEqualTo(new BigDecimal(annual.path("head").path("total").path("value").asString()));
    assertThat(new BigDecimal(iso.path("head").path("total").path("value").asString()))
        .isCloseTo(categories, within(new BigDecimal("0.03")));
    assertThat(table(iso, "8").path("lines").path(0).path("cells").path(0).toString())
        .contains("只按位置法列示");
  }

  private static BigDecimal printed(JsonNode cell) {
    return new BigDecimal(cell.path("figure").path("printed").asString());
  }

  @Test
  void the_supplementary_sheet_has_the_total_of_the_run() {
    JsonNode sheet = compile("SUPPLEMENT", "2025");
    JsonNode annual = compile("ANNUAL", "2025");

    assertThat(sheet.path("head").path("total")).isEqualTo(annual.path("head").path("total"));
    assertThat(sheet.path("head").path("total").path("value").asString()).isNotEmpty();
  }

  @Clause("6.3.2-d")
  @Test
  void a_month_of_evidence_is_a_package_of_files_with_digests() throws IOException {
    LedgerLine line =
        ledger.lines(enterprise, WorkedPlant.YEAR).stream()
            .filter(one -> one.month().getMonthValue() == 6)
            .findFirst()
            .orElseThrow();
    byte[] proof = "结算单 2025-06".getBytes(StandardCharsets.UTF_8);
    Answer stored =
        office.upload(
            path + "/ledger/lines/" + line.id().value() + "/vouchers",
            "settlement.txt",
            proof,
            Map.of());
    assertThat(stored.status()).as(stored.toString()).isBetween(200, 201);

    JsonNode month = compile("MONTHLY_EVIDENCE", "2025-06");

    String digest = ContentDigest.of(proof);
    assertThat(table(month, "E.2").toString()).contains("settlement.txt", digest);
    String findings = month.path("shown").path("findings").toString();
    assertThat(findings).contains("report.evidence-missing", "report.evidence-late", "2025-08-09");
    String own = path + "/reports/" + month.path("head").path("id").asString();
    Answer zip = office.get(own + "/versions/1/evidence.zip");
    assertThat(zip.status()).isEqualTo(200);
    try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip.bytes()))) {
      String sums = "";
      List<String> names = new ArrayList<>();
      for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
        names.add(entry.getName());
        if (entry.getName().equals("SHA256SUMS")) {
          sums = new String(files.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
      assertThat(names).contains("list.docx", "list.xlsx");
      assertThat(sums).contains(digest + "  files/");
    }
  }

  private JsonNode compile(String kind, String period) {
    Answer compiled =
        office.post(
            path + "/reports",
            """
            {"kind": "%s", "period": "%s", "method": null, "inventory": null, "template": null,
             "entered": {}}
            """
                .formatted(kind, period));
    assertThat(compiled.status()).as(compiled.text()).isEqualTo(201);
    return compiled.json();
  }

  private static JsonNode table(JsonNode report, String number) {
    List<JsonNode> found = new ArrayList<>();
    report
        .path("shown")
        .path("content")
        .path("chapters")
        .forEach(chapter ->
            chapter
                .path("blocks")
                .forEach(block -> {
                  if (block.path("number").asString("").equals(number)) {
                    found.add(block);
                  }
                }));
    assertThat(found).as("table " + number).hasSize(1);
    return found.getFirst();
  }
}
