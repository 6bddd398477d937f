package io.tanheng.server.operate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient;
import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.ApiFixture;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.testkit.Clause;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ApiTest
@Clause("6.2.2.2")
class LedgerApiTest {
  @Autowired ApiFixture fixture;

  private String base;
  private ApiClient client;
  private EnterpriseId enterprise;

  @BeforeEach
  void signIn() {
    enterprise = fixture.enterprise();
    client = fixture.signIn(enterprise, Role.CARBON_MANAGER);
    base = "/api/v1/enterprises/" + enterprise;
  }

  private String parameter(String label) {
    return client
        .post(
            base + "/parameters",
            """
            {"sheet": "化石燃料", "labels": ["%s"], "name": {"zh": "%s", "en": "Coal"}, "unit": "吨",
             "kind": "FLOW", "signRule": "ANY", "obtainedBy": "MEASURED", "responsible": "",
             "validFrom": "2025-01-01"}
            """
                .formatted(label, label))
        .json()
        .path("id")
        .asString();
  }

  private Answer enter(String parameter, String month, String value, long version) {
    return client.put(
        base + "/ledger/lines",
        """
        {"lines": [{"parameterId": "%s", "month": "%s", "value": %s, "unit": "吨", "version": %d}]}
        """
            .formatted(parameter, month, value, version));
  }

  private static String line(Answer answer) {
    JsonNode cell = answer.json().at("/lines/0/cell");
    return "{\"lineId\": \"%s\", \"version\": %d}"
        .formatted(cell.path("lineId").asString(), cell.path("version").asLong());
  }

  @Test
  void a_month_in_which_there_was_nothing_is_entered_as_zero_and_confirmed() {
    Answer zero = enter(parameter("煤"), "2025-03", "\"0\"", 0);

    Answer confirmed = client.post(base + "/ledger/confirm", "{\"lines\": [" + line(zero) + "]}");

    assertThat(zero.status()).isEqualTo(200);
    assertThat(confirmed.json().at("/lines/0/cell/state").asString()).isEqualTo("CONFIRMED");
    assertThat(confirmed.json().at("/lines/0/cell/value").asString()).isEqualTo("0");
  }

  @Test
  void an_empty_line_is_refused_by_name_or_skipped_when_asked() {
    String coal = parameter("煤");
    String filled = line(enter(parameter("焦炭"), "2025-03", "\"5\"", 0));
    enter(coal, "2025-03", "\"1\"", 0);
    String empty = line(enter(coal, "2025-03", "null", 1));
    String lines = "\"lines\": [" + filled + ", " + empty + "]";

    Answer refused = client.post(base + "/ledger/confirm", "{" + lines + "}");
    Answer skipped = client.post(base + "/ledger/confirm", "{" + lines + ", \"empty\": \"SKIP\"}");

    assertThat(refused.code()).isEqualTo("ledger.line-empty");
    JsonNode problem = refused.json().at("/problems/0");
    assertThat(problem.at("/message/zh").asString()).contains("煤", "2025-03", "填 0");
    assertThat(problem.at("/args/parameterId").asString()).isEqualTo(coal);
    assertThat(problem.at("/args/month").asString()).isEqualTo("2025-03");
    assertThat(problem.at("/args/slot").asString()).isEqualTo("MONTH");
    assertThat(skipped.json().at("/lines/0/cell/state").asString()).isEqualTo("CONFIRMED");
    assertThat(skipped.json().at("/skipped/0/parameterId").asString()).isEqualTo(coal);
    assertThat(skipped.json().at("/skipped/0/cell/state").asString()).isEqualTo("OPEN");
  }

  @Test
  void a_refused_entry_says_which_line_it_is() {
    String coal = parameter("煤");

    Answer refused =
        client.put(
            base + "/ledger/lines",
            """
            {"lines": [{"parameterId": "%s", "month": "2025-03", "value": "1", "unit": "GJ",
                        "version": 0}]}
            """
                .formatted(coal));

    assertThat(refused.json().at("/problems/0/args/parameterId").asString()).isEqualTo(coal);
    assertThat(refused.json().at("/problems/0/args/month").asString()).isEqualTo("2025-03");
  }

  @Test
  void the_list_speaks_the_language_of_its_reader_and_holds_no_formula() {
    enter(parameter("=cmd|'/c calc'!A1"), "2025-03", "\"-12.5\"", 0);

    String english = client.in("en").get(base + "/ledger.csv?year=2025").text();
    String chinese = client.in("en").get(base + "/ledger.csv?year=2025&language=ZH").text();

    assertThat(english)
        .contains("Sheet,Parameter,Month,Value,Unit,State", ",-12.5,t,Open")
        .contains("'=cmd");
    assertThat(chinese).contains("工作表,参数,月份,数值,单位,状态", ",-12.5,t,待确认");
  }

  @Test
  void a_refusal_names_the_right_in_words() {
    ApiClient verifier = fixture.signIn(enterprise, Role.VERIFIER);

    Answer refused = verifier.put(base + "/ledger/lines", "{}");

    assertThat(refused.json().at("/messages/zh").asString())
        .contains("填报台账")
        .doesNotContain("LEDGER_ENTER");
    assertThat(refused.json().at("/messages/en").asString()).contains("enter ledger values");
  }

  @Test
  void a_chinese_text_file_is_read_in_the_encoding_its_owner_states() {
    byte[] gbk = "指标,计量单位,2025-01\n燃煤消耗量,吨,12\n".getBytes(Charset.forName("GBK"));

    JsonNode refused =
        client.upload(base + "/imports", "化石燃料.csv", gbk, Map.of("year", "2025")).json();
    JsonNode read =
        client
            .upload(base + "/imports", "化石燃料.csv", gbk, Map.of("year", "2025", "encoding", "GBK"))
            .json();
    JsonNode again = client.get(base + "/imports/" + read.path("id").asString()).json();

    assertThat(refused.at("/problems/0/code").asString()).isEqualTo("intake.encoding-not-utf8");
    assertThat(refused.at("/problems/0/message/zh").asString()).contains("选择 GBK 编码");
    assertThat(refused.at("/sheets").size()).isZero();
    assertThat(read.at("/sheets/0/rows/0/labels/0").asString()).isEqualTo("燃煤消耗量");
    assertThat(again.path("sheets")).isEqualTo(read.path("sheets"));
    assertThat(
            client
                .upload(
                    base + "/imports",
                    "a.csv",
                    "煤,1\n".getBytes(StandardCharsets.UTF_8),
                    Map.of("year", "2025", "encoding", "LATIN"))
                .status())
        .isEqualTo(400);
  }
}
