package io.tanheng.server.operate.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient;
import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.ApiFixture;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.server.operate.ledger.Ledger;
import io.tanheng.server.operate.ledger.LedgerLine;
import io.tanheng.server.operate.ledger.LineOrigin;
import io.tanheng.server.operate.ledger.Slot;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterName;
import io.tanheng.server.operate.measure.Parameters;
import io.tanheng.testkit.Clause;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ApiTest
@Clause({"6.2.2.1", "6.2.2.2"})
class ImportsTest {
  private static final Year YEAR = Year.of(2025);

  @Autowired ApiFixture fixture;
  @Autowired Ledger ledger;
  @Autowired Parameters parameters;

  private EnterpriseId enterprise;
  private ApiClient manager;
  private String imports;

  @BeforeEach
  void signIn() {
    enterprise = fixture.enterprise();
    manager = fixture.signIn(enterprise, Role.CARBON_MANAGER);
    imports = "/api/v1/enterprises/" + enterprise + "/imports";
  }

  private Answer upload(byte[] file, String name, int year) {
    return manager.upload(
        imports, name, file, Map.of("year", Integer.toString(year), "kind", "ledger"));
  }

  private JsonNode preview(String sample, int year) {
    Answer answer =
        upload(resource("/demo/" + sample + "/ledger-" + year + ".xlsx"), "台账.xlsx", year);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  private Answer commit(JsonNode preview) {
    return manager.post(
        imports + "/" + preview.path("id").asString() + "/commit",
        "{\"fingerprint\":\"" + preview.path("fingerprint").asString() + "\"}");
  }

  @ParameterizedTest
  @CsvSource({"steel, 159", "cement, 97", "power, 84"})
  void brings_a_sample_ledger_into_an_empty_enterprise(String sample, int rows) {
    JsonNode preview = preview(sample, 2025);

    assertThat(preview.path("state").asString()).isEqualTo("PREVIEW");
    assertThat(preview.path("counts").path("created").asInt()).isEqualTo(rows);
    assertThat(ledger.lines(enterprise, YEAR)).isEmpty();
    assertThat(parameters.listAll(enterprise)).isEmpty();

    Answer done = commit(preview);

    assertThat(done.status()).as(done.text()).isEqualTo(200);
    assertThat(done.json().path("state").asString()).isEqualTo("COMMITTED");
    assertThat(parameters.listAll(enterprise)).hasSize(rows);
    assertThat(ledger.lines(enterprise, YEAR))
        .hasSize(preview.path("counts").path("values").asInt());
  }

  @Test
  void keeps_file_sheet_and_cell_of_every_value() {
    commit(preview("steel", 2025));

    Parameter coal =
        parameters.findByLabels(enterprise, "化石燃料", List.of("原料场", "洗精煤", "月末库存")).orElseThrow();
    LedgerLine january = line(coal, YearMonth.of(2025, 1), Slot.MONTH);
    LedgerLine opening = line(coal, YearMonth.of(2025, 1), Slot.OPENING);

    assertThat(january.value()).isEqualByComparingTo("204150.58");
    assertThat(opening.value()).isEqualByComparingTo("209155.15");
    assertThat(january.origin())
        .isInstanceOfSatisfying(
            LineOrigin.Imported.class,
            from -> {
              assertThat(from.sheet() + "!" + from.cell()).isEqualTo("化石燃料!G11");
              assertThat(from.fileDigest()).hasSize(64);
            });
  }

  private LedgerLine line(Parameter parameter, YearMonth month, Slot slot) {
    return ledger.lines(enterprise, List.of(parameter.id()), month, month).stream()
        .filter(line -> line.slot() == slot)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void remembers_the_rows_and_sees_the_opening_stock_differ_from_last_year() {
    commit(preview("steel", 2024));

    JsonNode next = preview("steel", 2025);

    assertThat(next.path("counts").path("mapped").asInt()).isEqualTo(159);
    assertThat(codes(next)).contains("intake.opening-differs-from-last-closing");
  }

  @Test
  void extends_the_parameters_of_a_later_year_back_to_an_earlier_one() {
    commit(preview("steel", 2025));

    JsonNode earlier = preview("steel", 2024);

    assertThat(errors(earlier)).isEmpty();
    assertThat(earlier.path("counts").path("mapped").asInt()).isEqualTo(159);
    assertThat(earlier.path("counts").path("created").asInt()).isZero();
    assertThat(messages(earlier, "intake.parameter-begins-later"))
        .anySatisfy(message -> assertThat(message).contains("化石燃料", "2024-01-01", "洗精煤"));
    assertThat(parameters.list(enterprise, Year.of(2024))).isEmpty();

    Answer done = commit(earlier);

    assertThat(done.status()).as(done.text()).isEqualTo(200);
    assertThat(parameters.listAll(enterprise))
        .hasSize(159)
        .allMatch(one -> one.validFrom().equals(LocalDate.of(2024, 1, 1)) && one.version() == 2);
    assertThat(ledger.lines(enterprise, Year.of(2024)))
        .hasSize(earlier.path("counts").path("values").asInt());
    assertThat(ledger.lines(enterprise, YEAR)).isNotEmpty();
    assertThat(codes(preview("steel", 2024))).doesNotContain("intake.parameter-begins-later");
  }

  @Test
  void follows_a_parameter_that_ended_before_the_year_with_a_new_one_and_says_so() {
    commit(preview("steel", 2024));
    Parameter coal =
        parameters.findByLabels(enterprise, "化石燃料", List.of("原料场", "洗精煤", "月末库存")).orElseThrow();
    Answer ended =
        manager.post(
            "/api/v1/enterprises/" + enterprise + "/parameters/" + coal.id() + "/end",
            coal.version(),
            "{\"validTo\":\"2024-12-31\"}");
    assertThat(ended.status()).as(ended.text()).isEqualTo(200);

    JsonNode next = preview("steel", 2025);

    assertThat(messages(next, "intake.parameter-ended"))
        .singleElement()
        .satisfies(message -> assertThat(message).contains("化石燃料", "2025-01-01", "洗精煤"));
    Answer done = commit(next);
    assertThat(done.status()).as(done.text()).isEqualTo(200);
    assertThat(parameters.listAll(enterprise)).hasSize(160);
  }

  @Test
  void shows_that_the_same_file_changes_nothing() {
    commit(preview("power", 2025));

    JsonNode again = preview("power", 2025);

    assertThat(again.path("counts").path("same").asInt())
        .isEqualTo(again.path("counts").path("values").asInt());
    assertThat(again.path("counts").path("changed").asInt()).isZero();
    assertThat(codes(again)).contains("intake.same-file-committed");
    assertThat(commit(again).json().path("counts").path("written").asInt()).isZero();
  }

  @Test
  void refuses_a_second_commit() {
    JsonNode preview = preview("power", 2025);

    assertThat(commit(preview).status()).isEqualTo(200);
    assertThat(commit(preview).code()).isEqualTo("import.already-committed");
  }

  @Test
  void commits_once_when_two_people_commit_at_the_same_time() throws Exception {
    JsonNode preview = preview("power", 2025);
    CyclicBarrier start = new CyclicBarrier(2);
    List<Integer> statuses = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        running.add(
            threads.submit(() -> {
              start.await();
              return commit(preview).status();
            }));
      }
      for (Future<Integer> one : running) {
        statuses.add(one.get());
      }
    }

    assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    assertThat(parameters.listAll(enterprise)).hasSize(84);
  }

  @ParameterizedTest
  @CsvSource({
    "01-text-in-number-cell.xlsx, not-a-number",
    "02-wrong-unit.xlsx, unit-mismatch",
    "05-missing-sheet.xlsx, missing-sheet",
    "06-wrong-year.xlsx, wrong-year",
    "07-formula-error.xlsx, formula-error",
    "09-numbers-as-text.xlsx, number-stored-as-text",
    "10-gbk-encoded.csv, encoding-not-utf8",
    "11-zip-bomb.xlsx, unpacked-too-large",
    "12-xls-renamed.xlsx, not-an-xlsx"
  })
  void imports_nothing_of_a_broken_file(String file, String code) {
    Answer answer = upload(resource("dirty/" + file), file, 2025);

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.json().path("state").asString()).isEqualTo("REJECTED");
    assertThat(errors(answer.json())).containsOnly("intake." + code);
    assertThat(commit(answer.json()).code()).isEqualTo("import.not-committable");
    assertThat(ledger.lines(enterprise, YEAR)).isEmpty();
    assertThat(parameters.listAll(enterprise)).isEmpty();
  }

  @Test
  void maps_ignores_and_remembers_as_decided() {
    JsonNode preview = preview("power", 2025);
    String ignored = row(preview, "化石燃料", 0).path("id").asString();
    String created = row(preview, "化石燃料", 1).path("id").asString();

    Answer decided =
        manager.put(
            imports + "/" + preview.path("id").asString() + "/mapping",
            """
            {"rows":[{"rowId":"%s","action":"IGNORE"},
                     {"rowId":"%s","action":"NEW","newParameter":{"name":{"zh":"贫瘦煤进厂","en":"Lean coal, received"}}}]}
            """
                .formatted(ignored, created));
    assertThat(decided.status()).as(decided.text()).isEqualTo(200);
    commit(decided.json());

    assertThat(parameters.listAll(enterprise))
        .hasSize(83)
        .anyMatch(one -> one.name().equals(new ParameterName("贫瘦煤进厂", "Lean coal, received")));
    JsonNode next = preview("power", 2025);
    assertThat(row(next, "化石燃料", 0).path("action").asString()).isEqualTo("IGNORE");
    assertThat(next.path("counts").path("mapped").asInt()).isEqualTo(83);
  }

  @Test
  void shows_differences_before_they_are_written_and_refuses_confirmed_ones() {
    commit(preview("power", 2025));
    LedgerLine line = ledger.lines(enterprise, YEAR).getFirst();
    String ledgerPath = "/api/v1/enterprises/" + enterprise + "/ledger";
    Answer changed =
        manager.put(
            ledgerPath + "/lines",
            """
            {"lines":[{"parameterId":"%s","month":"%s","slot":"%s","value":"1","unit":"%s","version":%d}]}
            """
                .formatted(
                    line.parameterId(),
                    line.month(),
                    line.slot(),
                    line.unitAsWritten(),
                    line.version()));
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);

    JsonNode differing = preview("power", 2025);
    assertThat(differing.path("counts").path("changed").asInt()).isEqualTo(1);
    assertThat(differing.path("state").asString()).isEqualTo("PREVIEW");

    Answer confirmed =
        manager.post(
            ledgerPath + "/confirm",
            "{\"lines\":[{\"lineId\":\"%s\",\"version\":%d}]}"
                .formatted(line.id(), line.version() + 1));
    assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);

    assertThat(commit(differing).code()).isEqualTo("import.not-committable");
    assertThat(errors(preview("power", 2025))).containsOnly("intake.line-confirmed");
  }

  @Test
  void refuses_a_commit_of_a_preview_that_is_out_of_date() {
    JsonNode first = preview("power", 2025);
    JsonNode second = preview("power", 2025);
    commit(first);

    assertThat(commit(second).code()).isEqualTo("import.preview-outdated");
  }

  @Test
  void returns_a_copy_with_every_problem_at_its_cell() throws IOException {
    Answer answer = upload(resource("dirty/01-text-in-number-cell.xlsx"), "01.xlsx", 2025);

    Answer copy =
        manager.get(imports + "/" + answer.json().path("id").asString() + "/annotated.xlsx");

    assertThat(copy.status()).isEqualTo(200);
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(copy.bytes()))) {
      var cell = workbook.getSheet("电力热力").getRow(7).getCell(8);
      assertThat(cell.getStringCellValue()).isEqualTo("约3.2");
      assertThat(cell.getCellComment().getString().getString())
          .contains("不是数字")
          .contains("is not a number");
      assertThat(workbook.getSheetAt(0).getSheetName()).isEqualTo("问题清单");
      assertThat(workbook.getSheetAt(0).getRow(1).getCell(2).getHyperlink().getAddress())
          .isEqualTo("'电力热力'!I8");
    }
    try (var second =
        new org.dhatim.fastexcel.reader.ReadableWorkbook(new ByteArrayInputStream(copy.bytes()))) {
      assertThat(second.getSheets().count()).isEqualTo(6);
    }
  }

  @Test
  void makes_a_template_that_imports_back() throws IOException {
    commit(preview("steel", 2025));
    Answer template = manager.get("/api/v1/enterprises/" + enterprise + "/template.xlsx?year=2026");
    byte[] filled = fillFirstMonth(template.bytes());

    Answer preview = upload(filled, "模板.xlsx", 2026);

    assertThat(preview.status()).as(preview.text()).isEqualTo(201);
    assertThat(errors(preview.json())).isEmpty();
    assertThat(preview.json().path("counts").path("mapped").asInt()).isEqualTo(159);
    assertThat(preview.json().path("counts").path("values").asInt()).isEqualTo(159);
    assertThat(commit(preview.json()).status()).isEqualTo(200);
  }

  /// Writes 1 into January of every row.
  private static byte[] fillFirstMonth(byte[] template) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template));
        var bytes = new java.io.ByteArrayOutputStream()) {
      for (int i = 1; i < workbook.getNumberOfSheets(); i++) {
        var sheet = workbook.getSheetAt(i);
        int january = 0;
        while (!sheet.getRow(0).getCell(january).getStringCellValue().equals("2026-01")) {
          january++;
        }
        for (int row = 1; row <= sheet.getLastRowNum(); row++) {
          sheet.getRow(row).createCell(january).setCellValue(1);
        }
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  @Test
  void reads_its_own_export_back_without_a_difference() {
    commit(preview("cement", 2025));
    Answer export = manager.get("/api/v1/enterprises/" + enterprise + "/ledger.xlsx?year=2025");

    JsonNode again = upload(export.bytes(), "导出.xlsx", 2025).json();

    assertThat(errors(again)).isEmpty();
    assertThat(again.path("counts").path("changed").asInt()).isZero();
    assertThat(again.path("counts").path("mapped").asInt()).isEqualTo(97);
  }

  @Test
  void lets_nobody_else_see_or_commit_an_import() {
    JsonNode preview = preview("power", 2025);
    String id = preview.path("id").asString();
    EnterpriseId other = fixture.enterprise();
    ApiClient stranger = fixture.signIn(other, Role.CARBON_MANAGER);

    assertThat(stranger.get(imports + "/" + id).status()).isEqualTo(404);
    assertThat(stranger.get("/api/v1/enterprises/" + other + "/imports/" + id).code())
        .isEqualTo("import.unknown");
    assertThat(
            fixture
                .signIn(enterprise, Role.VERIFIER)
                .post(imports + "/" + id + "/commit", "{}")
                .status())
        .isEqualTo(403);
  }

  @Test
  void shows_who_entered_a_value_from_which_cell_and_the_voucher_that_proves_it() {
    commit(preview("power", 2025));
    LedgerLine line = ledger.lines(enterprise, YEAR).getFirst();
    String path = "/api/v1/enterprises/" + enterprise + "/ledger/lines/" + line.id();

    Answer attached =
        manager.upload(
            path + "/vouchers",
            "磅单.txt",
            "净重 12.5 t".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            Map.of());
    JsonNode history = manager.get(path).json();

    assertThat(attached.status()).as(attached.text()).isEqualTo(201);
    assertThat(history.path("vouchers").path(0).path("fileName").asString()).isEqualTo("磅单.txt");
    assertThat(history.path("versions").path(0).path("enteredBy").asString()).isEqualTo("测试人员");
    assertThat(history.path("versions").path(0).path("source").path("file").asString())
        .isEqualTo("台账.xlsx");
    String digest = history.path("vouchers").path(0).path("digest").asString();
    assertThat(manager.get("/api/v1/enterprises/" + enterprise + "/vouchers/" + digest).text())
        .contains("净重");
  }

  private static JsonNode row(JsonNode preview, String sheet, int index) {
    return preview
        .path("sheets")
        .valueStream()
        .filter(one -> one.path("name").asString().equals(sheet))
        .findFirst()
        .orElseThrow()
        .path("rows")
        .path(index);
  }

  private static List<String> codes(JsonNode preview) {
    return preview.path("problems").valueStream().map(one -> one.path("code").asString()).toList();
  }

  private static List<String> messages(JsonNode preview, String code) {
    return preview
        .path("problems")
        .valueStream()
        .filter(one -> one.path("code").asString().equals(code))
        .map(one -> one.at("/message/zh").asString())
        .toList();
  }

  private static List<String> errors(JsonNode preview) {
    return preview
        .path("problems")
        .valueStream()
        .filter(one -> one.path("severity").asString().equals("error"))
        .map(one -> one.path("code").asString())
        .toList();
  }

  private static byte[] resource(String path) {
    try (InputStream in = ImportsTest.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
