package io.tanheng.server.operate.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient;
import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.ApiFixture;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.testkit.Clause;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Files of documents come in whole or not at all, with every problem at its cell.
@ApiTest
@Clause("6.3.1-e")
class DocumentsTest {
  private static final String HEADING =
      "发票号码,开票日期,所属期,方向,对方单位,合同编号,品名,数量,单位,不含税单价(元),不含税金额(元),税率,税额(元),价税合计(元)";
  private static final String ROW =
      "25422431733148494882,2025-01-28,2025-01,购入,甲公司,HT-1,烟煤,100.5,吨,10.00,1005.00,13%,130.65,1135.65";

  @Autowired ApiFixture fixture;

  private ApiClient manager = new ApiClient(0);
  private String files = "";

  @BeforeEach
  void signIn() {
    EnterpriseId enterprise = fixture.enterprise();
    manager = fixture.signIn(enterprise, Role.CARBON_MANAGER);
    files = "/api/v1/enterprises/" + enterprise + "/crosscheck/files";
  }

  private Answer upload(String content, Charset charset) {
    return upload(content.getBytes(charset), "发票.csv");
  }

  private Answer upload(byte[] content, String name) {
    return manager.upload(files, name, content, Map.of("kind", "INVOICE"));
  }

  private JsonNode kept() {
    return manager.get(files).json().path("items");
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "GBK"})
  void takes_text_in_either_encoding(String charset) {
    Answer answer = upload(HEADING + "\r\n" + ROW + "\r\n", Charset.forName(charset));

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.json().path("rows").asInt()).isEqualTo(1);
    assertThat(answer.json().path("digest").asString()).hasSize(64);
  }

  @Test
  void says_every_problem_with_its_cell_and_keeps_nothing() {
    String bad =
        "25422431733148494883,2025-02-30,2025-13,退货,,HT-1,烟煤,1千,斗,10.00,1005.00,13%,130.65,1135.65";

    Answer answer = upload(HEADING + "\n" + ROW + "\n" + bad + "\n", StandardCharsets.UTF_8);

    assertThat(answer.code()).isEqualTo("crosscheck.file-refused");
    List<String> problems =
        answer
            .json()
            .path("problems")
            .valueStream()
            .map(one -> one.path("cell").asString() + " " + one.path("code").asString())
            .toList();
    assertThat(problems)
        .containsExactlyInAnyOrder(
            "B3 crosscheck.not-a-date",
            "C3 crosscheck.not-a-month",
            "D3 crosscheck.direction-unknown",
            "E3 crosscheck.cell-empty",
            "H3 crosscheck.not-a-number",
            "I3 crosscheck.unit-unknown");
    assertThat(kept()).isEmpty();
  }

  @Test
  void names_the_columns_that_are_missing() {
    Answer answer = upload("发票号码,所属期,方向,品名,数量\n1,2025-01,购入,烟煤,5\n", StandardCharsets.UTF_8);

    assertThat(
            answer
                .json()
                .path("problems")
                .valueStream()
                .map(one -> one.path("message").path("zh").asString()))
        .anyMatch(text -> text.contains("对方单位"))
        .anyMatch(text -> text.contains("单位"))
        .anyMatch(text -> text.contains("开票日期"));
    assertThat(kept()).isEmpty();
  }

  @Test
  void refuses_a_file_without_such_a_table() {
    assertThat(
            upload("甲,乙\n1,2\n", StandardCharsets.UTF_8)
                .json()
                .path("problems")
                .path(0)
                .path("code")
                .asString())
        .isEqualTo("crosscheck.no-table");
  }

  @Test
  void refuses_the_same_file_until_it_is_withdrawn() {
    String content = HEADING + "\n" + ROW + "\n";
    String id = upload(content, StandardCharsets.UTF_8).json().path("id").asString();

    assertThat(upload(content, StandardCharsets.UTF_8).code()).isEqualTo("crosscheck.same-file");
    assertThat(manager.post(files + "/" + id + "/withdrawal", "{\"reason\":\" \"}").code())
        .isEqualTo("crosscheck.reason-missing");
    assertThat(manager.post(files + "/" + id + "/withdrawal", "{\"reason\":\"传错文件\"}").status())
        .isEqualTo(200);
    assertThat(upload(content, StandardCharsets.UTF_8).status()).isEqualTo(201);
    assertThat(kept()).hasSize(2);
  }

  @Test
  void sees_that_a_spreadsheet_lost_the_end_of_an_invoice_number() throws IOException {
    Answer answer = upload(workbook(true), "发票.xlsx");

    assertThat(answer.json().path("problems").path(0).path("code").asString())
        .isEqualTo("crosscheck.number-lost-digits");
    assertThat(answer.json().path("problems").path(0).path("cell").asString()).isEqualTo("A2");
    assertThat(upload(workbook(false), "发票.xlsx").status()).isEqualTo(201);
  }

  private static byte[] workbook(boolean numberAsNumber) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      var sheet = book.createSheet("发票");
      Row heading = sheet.createRow(0);
      Row row = sheet.createRow(1);
      String[] names = HEADING.split(",");
      String[] values = ROW.split(",");
      for (int i = 0; i < names.length; i++) {
        heading.createCell(i).setCellValue(names[i]);
        if ((i == 0 && numberAsNumber) || i == 7) {
          row.createCell(i).setCellValue(Double.parseDouble(values[i]));
        } else {
          row.createCell(i).setCellValue(values[i]);
        }
      }
      book.write(out);
      return out.toByteArray();
    }
  }
}
