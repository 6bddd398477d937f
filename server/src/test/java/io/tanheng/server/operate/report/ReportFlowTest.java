package io.tanheng.server.operate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanheng.server.ApiClient;
import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.ApiFixture;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.server.operate.inventory.Inventories;
import io.tanheng.server.operate.ledger.Ledger;
import io.tanheng.server.operate.measure.MethodPlans;
import io.tanheng.server.operate.measure.Parameters;
import io.tanheng.testkit.Clause;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// The way of a report over HTTP: compiled, reviewed by two departments, signed, handed in, revised
/// after a finding, final, archived and restored.
@ApiTest
class ReportFlowTest {
  private static final String METHOD = "gbt-32151-5@2015";
  private static final String ENTERED =
      """
      {"nature": "有限责任公司", "legalRepresentative": "法人", "filler": "填报人",
       "phone": "0700-1234567", "changes": "无", "quality": "台账每月复核"}
      """;

  @Autowired ApiFixture fixture;
  @Autowired Parameters parameters;
  @Autowired MethodPlans plans;
  @Autowired Ledger ledger;
  @Autowired Inventories inventories;
  @Autowired JdbcClient jdbc;

  private EnterpriseId enterprise;
  private ApiClient office;
  private ApiClient reviewer;
  private ApiClient production;
  private ApiClient top;
  private ApiClient verifier;
  private String path;

  @BeforeEach
  void a_plant_with_its_people() throws IOException {
    enterprise = fixture.enterprise();
    office = fixture.signIn(enterprise, Role.CARBON_OFFICE);
    reviewer = fixture.signIn(enterprise, Role.REPORT_REVIEWER);
    production = fixture.signIn(enterprise, Role.FINANCE);
    top = fixture.signIn(enterprise, Role.TOP_MANAGEMENT);
    verifier = fixture.signIn(enterprise, Role.VERIFIER);
    path = "/api/v1/enterprises/" + enterprise + "/reports";
    new WorkedPlant(parameters, plans, ledger, inventories)
        .run(enterprise, METHOD, WorkedPlant.example(METHOD));
    long version = office.get("/api/v1/enterprises/" + enterprise).json().path("version").asLong();
    office.patch(
        "/api/v1/enterprises/" + enterprise,
        version,
        """
        {"address": "湖北省某市某路1号", "industryCode": "黑色金属冶炼 3120",
         "creditCode": "%s", "boundary": "全厂"}
        """
            .formatted(CreditCodes.next()));
  }

  @Clause({"6.3.2-a", "6.3.2-b", "6.3.2-c", "6.3.2-d"})
  @Test
  void goes_from_draft_to_the_archive_with_one_finding() {
    JsonNode report = compile();
    String id = report.path("head").path("id").asString();
    String own = path + "/" + id;
    assertThat(report.path("head").path("errors").asInt())
        .as(report.path("shown").path("findings").toString())
        .isZero();

    // Review: one department is not enough, an open remark neither.
    report = move(office, own + "/review", report);
    assertThat(comment(production, own, "财务部", "REMARK").status()).isEqualTo(201);
    Answer early = post(office, own + "/approval", revision(own), "{}");
    assertThat(early.code()).isEqualTo("report.too-few-departments");
    assertThat(comment(reviewer, own, "安环部", "AGREE").status()).isEqualTo(201);
    assertThat(post(office, own + "/approval", revision(own), "{}").code())
        .isEqualTo("report.comment-open");
    String remark = office.get(own).json().path("comments").path(0).path("id").asString();
    answer(own, remark);

    sign(id, own);
    report = move(office, own + "/submission", office.get(own).json());
    assertThat(report.path("head").path("state").asString()).isEqualTo("SUBMITTED");

    // The verifier finds something; the revision is a new version, marked against the old one.
    Answer found =
        post(
            verifier,
            own + "/findings",
            null,
            """
            {"kind": "DATA", "place": "A.2-3", "words": "烟煤消耗量与结算单不一致"}
            """);
    assertThat(found.status()).isEqualTo(201);
    assertThat(post(office, own + "/final", revision(own), "{}").code())
        .isEqualTo("report.finding-open");
    Answer revised =
        post(
            office,
            own + "/versions",
            revision(own),
            """
            {"reason": "按不符合项1更正", "inventory": null, "template": null, "entered": %s}
            """
                .formatted(ENTERED.replace("\"changes\": \"无\"", "\"changes\": \"更正烟煤\"")));
    assertThat(revised.status()).as(revised.toString()).isEqualTo(201);
    JsonNode comparison = office.get(own + "/compare/1/2").json();
    assertThat(comparison.path("changes")).hasSize(1);
    assertThat(comparison.path("changes").path(0).path("after").path("zh").asString())
        .isEqualTo("更正烟煤");
    String finding = found.json().path("findings").path(0).path("id").asString();
    assertThat(
            post(
                    office,
                    own + "/findings/" + finding + "/correction",
                    null,
                    """
                    {"cause": "录入错误", "correction": "按结算单更正"}
                    """)
                .status())
        .isEqualTo(200);

    report = move(office, own + "/review", office.get(own).json());
    sign(id, own);
    move(office, own + "/submission", office.get(own).json());
    assertThat(
            post(
                    verifier,
                    own + "/findings/" + finding + "/conclusion",
                    null,
                    """
                    {"conclusion": "CONFORMING"}
                    """)
                .status())
        .isEqualTo(200);
    report = move(office, own + "/final", office.get(own).json());
    assertThat(report.path("head").path("state").asString()).isEqualTo("FINAL");

    // Archived, exported, restored.
    report = move(office, own + "/archives", report);
    assertThat(report.path("head").path("state").asString()).isEqualTo("ARCHIVED");
    String archive = report.path("archives").path(0).path("id").asString();
    Answer restored = post(office, own + "/archives/" + archive + "/restore", null, "{}");
    assertThat(restored.status()).isEqualTo(200);
    assertThat(restored.json().path("archives").path(0).path("restoredAt").isNull()).isFalse();
    assertThat(office.get(own).json().path("versions")).hasSize(2);
  }

  @Test
  void an_altered_archive_is_refused() {
    JsonNode report = compile();
    String own = path + "/" + report.path("head").path("id").asString();
    // Straight to final: what is tested here is the seal.
    jdbc.sql("update report.report set state = 'FINAL' where report_id = :id")
        .param("id", UUID.fromString(report.path("head").path("id").asString()))
        .update();
    report = move(office, own + "/archives", report);
    String archive = report.path("archives").path(0).path("id").asString();
    jdbc.sql(
            """
            update report.archive
               set sealed = set_byte(sealed, 100, get_byte(sealed, 100) # 1)
             where archive_id = :id
            """)
        .param("id", UUID.fromString(archive))
        .update();

    Answer refused = post(office, own + "/archives/" + archive + "/restore", null, "{}");

    assertThat(refused.code()).isEqualTo("report.archive-damaged");
  }

  @Test
  void a_report_with_errors_does_not_reach_review() {
    Answer compiled =
        post(
            office,
            path,
            null,
            """
            {"kind": "ANNUAL", "period": "2025", "method": "%s", "inventory": null,
             "template": null, "entered": {}}
            """
                .formatted(METHOD));
    String own = path + "/" + compiled.json().path("head").path("id").asString();

    Answer refused = post(office, own + "/review", revision(own), "{}");

    assertThat(refused.code()).isEqualTo("report.has-errors");
    assertThat(compiled.json().path("shown").path("findings").toString())
        .contains("法定代表人", "report.field-missing");
  }

  @Test
  void a_version_is_never_changed() {
    JsonNode report = compile();
    UUID id = UUID.fromString(report.path("head").path("id").asString());

    assertThatThrownBy(() ->
            jdbc.sql("update report.version set reason = 'x' where report_id = :id")
                .param("id", id)
                .update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void a_template_with_an_unknown_placeholder_is_kept_and_not_used() throws IOException {
    byte[] docx = Templates.docx("{{enterprise.nmae}} {{body}}");

    Answer uploaded =
        office.upload(
            "/api/v1/enterprises/" + enterprise + "/report-templates",
            "own.docx",
            docx,
            Map.of("name", "own"));

    assertThat(uploaded.status()).as(uploaded.toString()).isEqualTo(201);
    assertThat(uploaded.json().path("problems").path(0).path("message").path("zh").asString())
        .contains("enterprise.nmae");
    Answer refused =
        post(
            office,
            path,
            null,
            """
            {"kind": "ANNUAL", "period": "2025", "method": "%s", "inventory": null,
             "template": "%s", "entered": {}}
            """
                .formatted(METHOD, uploaded.json().path("id").asString()));
    assertThat(refused.code()).isEqualTo("report.template-has-problems");
  }

  @Test
  void a_template_needs_a_name_people_can_read() throws IOException {
    byte[] docx = Templates.docx("{{body}}");
    String target = "/api/v1/enterprises/" + enterprise + "/report-templates";

    for (String name : new String[] {"  ", "名".repeat(61)}) {
      Answer refused = office.upload(target, "own.docx", docx, Map.of("name", name));
      assertThat(refused.code()).isEqualTo("report.template-name");
    }
  }

  private JsonNode compile() {
    Answer compiled =
        post(
            office,
            path,
            null,
            """
            {"kind": "ANNUAL", "period": "2025", "method": "%s", "inventory": null,
             "template": null, "entered": %s}
            """
                .formatted(METHOD, ENTERED));
    assertThat(compiled.status()).as(compiled.toString()).isEqualTo(201);
    return compiled.json();
  }

  private static Answer comment(ApiClient who, String own, String department, String verdict) {
    return post(
        who,
        own + "/comments",
        null,
        """
        {"department": "%s", "verdict": "%s", "place": null, "words": "请核对电力数据"}
        """
            .formatted(department, verdict));
  }

  private void answer(String own, String remark) {
    assertThat(
            post(
                    office,
                    own + "/comments/" + remark + "/answer",
                    null,
                    """
                    {"words": "已与结算单核对"}
                    """)
                .status())
        .isEqualTo(200);
  }

  /// Asks for approval, and everybody who is asked signs.
  private void sign(String id, String own) {
    Answer asked = post(office, own + "/approval", revision(own), "{}");
    assertThat(asked.status()).as(asked.toString()).isEqualTo(200);
    String approvals = "/api/v1/enterprises/" + enterprise + "/approvals";
    for (ApiClient who : new ApiClient[] {reviewer, top}) {
      JsonNode round = who.get(approvals + "/of/report/" + id).json().path("rounds").path(0);
      Answer signed =
          post(
              who,
              approvals + "/" + round.path("id").asString() + "/approve",
              null,
              "{\"step\": " + round.path("step").asInt() + "}");
      assertThat(signed.status()).as(signed.toString()).isEqualTo(200);
    }
    assertThat(office.get(own).json().path("head").path("state").asString()).isEqualTo("APPROVED");
  }

  private static JsonNode move(ApiClient who, String step, JsonNode report) {
    Answer moved = post(who, step, report.path("head").path("revision").asLong(), "{}");
    assertThat(moved.status()).as(moved.toString()).isBetween(200, 201);
    return moved.json();
  }

  private static Answer post(ApiClient who, String target, @Nullable Long revision, String json) {
    return revision == null
        ? who.post(target, json)
        : who.sendWith("POST", target, json, "If-Match", "\"" + revision + "\"");
  }

  private long revision(String own) {
    return office.get(own).json().path("head").path("revision").asLong();
  }
}
