package io.tanheng.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.tanheng.accounting.Case;
import io.tanheng.accounting.CaseCheck;
import io.tanheng.accounting.CaseFile;
import io.tanheng.server.ApiClient;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.operate.ledger.Ledger;
import io.tanheng.server.operate.ledger.LedgerLine;
import io.tanheng.standard.Catalogue;
import io.tanheng.standard.MethodEdition;
import io.tanheng.standard.Standards;
import io.tanheng.testkit.Clause;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What one can do with the sample data: go down to the cell a figure came from, take an inventory
/// out and compute it again, start a second time.
@DemoTest
class DemoLoaderTest {
  @Autowired DemoLoader loader;
  @Autowired DemoProgress progress;
  @Autowired DemoStepStore steps;
  @Autowired DemoStructure structure;
  @Autowired Ledger ledger;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  @BeforeEach
  void wait_for_the_sample_data() throws InterruptedException {
    assertThat(loader.await(Duration.ofMinutes(5))).isTrue();
    assertThat(progress.snapshot().failed()).isNull();
  }

  @Clause("4.2-d")
  @Test
  void a_total_leads_down_to_the_cell_of_the_workbook() throws IOException {
    Session steel = new Session("steel", "gbt-32151-5@2015", 2025);

    JsonNode total = steel.trace("total");
    JsonNode source = steel.trace("source:fossil-fuel-combustion");
    JsonNode month = steel.trace("month:2025-03:fossil-fuel-combustion");
    JsonNode row = steel.trace(month.path("parts").path(0).path("figure").asString());

    assertThat(sum(total)).isEqualByComparingTo(value(total));
    assertThat(sum(source)).isCloseTo(value(source), within(12));
    assertThat(sum(month)).isCloseTo(value(month), within(10));
    assertThat(row.path("formula").path("latex").asString()).contains("\\frac{44}{12}");
    JsonNode factor = input(row, "OF").path("factor");
    assertThat(factor.path("row").asString()).isEqualTo("washed-coal");
    assertThat(factor.path("confidence").asString()).isEqualTo("verified");
    JsonNode bought = input(input(row, "FC").path("route"), "Q_in").path("ledger");
    assertThat(bought.path("importFile").asString()).isEqualTo("ledger-2025.xlsx");
    assertThat(bought.path("sheet").asString()).isEqualTo("化石燃料");
    assertThat(bought.path("cell").asString()).isEqualTo("I7");
    assertThat(bought.path("enteredBy").path("name").asString()).startsWith("碳排放管理岗");
    assertThat(cell("steel", 2025, "化石燃料", "I7"))
        .isEqualByComparingTo(
            new BigDecimal(input(input(row, "FC").path("route"), "Q_in").path("value").asString()));
  }

  @Test
  void a_value_put_together_from_several_rows_shows_each_of_them() {
    Session cement = new Session("cement", "mee-cement@v01-2024", 2025);

    JsonNode month = cement.trace("month:2025-06:net-purchased-electricity");
    JsonNode row = cement.trace(month.path("parts").path(0).path("figure").asString());

    JsonNode route = input(row, "AD").path("route");
    assertThat(route.path("inputs")).hasSize(3);
    assertThat(route.path("inputs").path(2).path("ledger").path("parameter").path("zh").asString())
        .contains("绿电");
  }

  @Clause("6.3.1-d")
  @Test
  void a_missing_test_says_which_rule_replaced_it() {
    Session power = new Session("power", "mee-power@2022", 2024);

    JsonNode month = power.trace("month:2024-08:fossil-fuel-combustion");
    List<String> notes = new ArrayList<>();
    for (JsonNode part : month.path("parts")) {
      power
          .trace(part.path("figure").asString())
          .path("notes")
          .forEach(note -> notes.add(note.path("zh").asString()));
    }

    assertThat(notes).singleElement().asString().contains("未检测");
  }

  @Test
  void indicators_and_intensities_can_be_opened() {
    Session power = new Session("power", "mee-power@2022", 2025);

    JsonNode intensity = power.trace("intensity:combustion-per-generation");
    JsonNode supplied = power.trace("indicator:S_gd:1#");
    JsonNode load = power.trace("indicator:X:2#");

    assertThat(value(intensity)).isEqualByComparingTo("1.068478");
    assertThat(value(supplied)).isEqualByComparingTo("0.893904");
    assertThat(supplied.path("parts")).isNotEmpty();
    assertThat(value(load)).isEqualByComparingTo("48.743609");
    assertThat(load.path("inputs")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"gbt-32151-5@2015", "mee-steel@v01-2024"})
  void the_split_by_process_sums_to_the_accounted_total(String method) {
    Session steel = new Session("steel", method, 2025);

    JsonNode inventory = steel.get("");
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode process : inventory.path("byProcess")) {
      sum = sum.add(new BigDecimal(process.path("value").asString()));
    }

    assertThat(sum).isCloseTo(value(inventory.path("total")), within(12));
    assertThat(inventory.path("processComplete").asBoolean()).isTrue();
    assertThat(inventory.path("byProcess").path(0).path("name").path("zh").asString())
        .isEqualTo("炼铁");
  }

  /// The guideline has fuels of the processes as sources of their own that enter no total; the
  /// picture is of the enterprise total all the same.
  @ParameterizedTest
  @CsvSource({"gbt-32151-5@2015", "mee-steel@v01-2024"})
  void the_flow_leads_through_processes_to_emissions_and_balances(String method) {
    Session steel = new Session("steel", method, 2025);

    JsonNode flow = steel.get("/flow");
    Map<String, BigDecimal> in = new HashMap<>();
    Map<String, BigDecimal> out = new HashMap<>();
    for (JsonNode link : flow.path("links")) {
      in.merge(link.path("to").asString(), value(link), BigDecimal::add);
      out.merge(link.path("from").asString(), value(link), BigDecimal::add);
    }
    Map<String, Integer> kinds = new HashMap<>();
    BigDecimal emitted = BigDecimal.ZERO;
    for (JsonNode node : flow.path("nodes")) {
      String id = node.path("id").asString();
      kinds.merge(node.path("kind").asString(), 1, Integer::sum);
      if (node.path("kind").asString().equals("SOURCE")) {
        emitted = emitted.add(in.get(id));
      }
      if (in.containsKey(id) && out.containsKey(id)) {
        assertThat(in.get(id)).as(id).isCloseTo(out.get(id), within(60));
      }
    }

    assertThat(kinds.get("PROCESS")).isGreaterThanOrEqualTo(7);
    assertThat(kinds).containsKeys("INPUT", "SOURCE", "PRODUCT");
    // what stock-taking leaves over is in the total and in no process
    assertThat(emitted).isCloseTo(value(steel.get("").path("total")), withinPercentage(3));
    assertThat(steel.get("").path("processComplete").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"gbt-32151-5@2015", "mee-steel@v01-2024"})
  void the_flow_has_no_circle_and_only_positive_links(String method) {
    Session steel = new Session("steel", method, 2025);

    JsonNode flow = steel.get("/flow");
    Map<String, List<String>> next = new HashMap<>();
    for (JsonNode link : flow.path("links")) {
      assertThat(new BigDecimal(link.path("value").asString())).isPositive();
      next.computeIfAbsent(link.path("from").asString(), from -> new ArrayList<>())
          .add(link.path("to").asString());
    }

    next.keySet().forEach(node -> assertThat(reach(node, next)).doesNotContain(node));
  }

  @ParameterizedTest
  @CsvSource({
    "steel, gbt-32151-5@2015", "steel, mee-steel@v01-2024",
    "cement, gbt-32151-8@2023", "cement, mee-cement@v01-2024",
    "power, gbt-32151-1@2015", "power, mee-power@2022",
  })
  void an_exported_case_is_computed_again_to_the_same_digits(String enterprise, String method) {
    Session session = new Session(enterprise, method, 2025);

    String exported = session.text("/export.json");
    Catalogue catalogue = Standards.packaged();
    List<Case> cases = CaseFile.read("export.json", exported).require();
    MethodEdition edition = catalogue.edition(method).require();
    Case only = cases.getFirst();
    CaseCheck check = CaseCheck.of(only, edition, only.run(edition));

    assertThat(check.compared()).hasSizeGreaterThan(2).allMatch(CaseCheck.Line::agrees);
  }

  @Test
  void an_exported_workbook_opens_in_another_program() throws IOException {
    Session power = new Session("power", "gbt-32151-1@2015", 2025);

    byte[] bytes = power.bytes("/export.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      assertThat(book.getNumberOfSheets()).isEqualTo(4);
      assertThat(book.getSheetAt(1).getLastRowNum()).isEqualTo(120);
      assertThat(book.getSheetAt(1).getRow(1).getCell(7).getNumericCellValue()).isPositive();
    }
  }

  @Test
  void a_second_start_enters_nothing_and_overwrites_nothing() {
    Map<String, Integer> before = counts();

    loader.load();

    assertThat(counts()).isEqualTo(before);
    assertThat(progress.snapshot().finished()).isTrue();
  }

  @Test
  void a_start_after_a_crash_goes_on_where_it_stopped() {
    Map<String, Integer> before = counts();
    jdbc.sql("delete from demo.finished_step where step like 'power.%'").update();

    loader.load();

    assertThat(progress.snapshot().failed()).isNull();
    assertThat(counts()).isEqualTo(before);
    assertThat(steps.finished()).contains("power.plan", "power.ledger-2024", "power.inventory");
  }

  private Map<String, Integer> counts() {
    Map<String, Integer> counts = new HashMap<>();
    for (DemoFiles files : DemoFiles.all()) {
      EnterpriseId enterprise = structure.requireEnterprise(files);
      for (int year : files.years()) {
        List<LedgerLine> lines = ledger.lines(enterprise, Year.of(year));
        counts.put(files.code() + year, lines.size());
        counts.put(files.code() + year + "v", lines.stream().mapToInt(LedgerLine::version).sum());
      }
    }
    for (String table : List.of("inventory.run", "measure.plan_item", "measure.parameter")) {
      counts.put(table, jdbc.sql("select count(*) from " + table).query(Integer.class).single());
    }
    return counts;
  }

  private static BigDecimal cell(String enterprise, int year, String sheet, String name)
      throws IOException {
    DemoFiles files =
        DemoFiles.all().stream().filter(f -> f.code().equals(enterprise)).findFirst().orElseThrow();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(files.workbook(year)))) {
      CellReference at = new CellReference(name);
      return new BigDecimal(
          book.getSheet(sheet).getRow(at.getRow()).getCell(at.getCol()).getRawValue());
    }
  }

  private static JsonNode input(JsonNode step, String symbol) {
    for (JsonNode input : step.path("inputs")) {
      if (input.path("symbol").asString().equals(symbol)) {
        return input;
      }
    }
    throw new AssertionError("no input " + symbol + " in " + step);
  }

  private static BigDecimal value(JsonNode figure) {
    return new BigDecimal(figure.path("value").asString());
  }

  private static BigDecimal sum(JsonNode figure) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode part : figure.path("parts")) {
      BigDecimal value = value(part);
      sum = part.path("sign").asString().equals("-") ? sum.subtract(value) : sum.add(value);
    }
    return sum;
  }

  /// Parts are rounded one by one, so that their sum may be off by half a unit of the last digit
  /// each.
  private static Offset<BigDecimal> within(int parts) {
    return Offset.offset(new BigDecimal("0.0000005").multiply(BigDecimal.valueOf(parts + 1L)));
  }

  private static Set<String> reach(String from, Map<String, List<String>> next) {
    Set<String> reached = new HashSet<>();
    List<String> todo = new ArrayList<>(next.getOrDefault(from, List.of()));
    while (!todo.isEmpty()) {
      String node = todo.removeLast();
      if (reached.add(node)) {
        todo.addAll(next.getOrDefault(node, List.of()));
      }
    }
    return reached;
  }

  /// A carbon manager looking at one inventory.
  private final class Session {
    private final ApiClient client = new ApiClient(port);
    private final String inventory;

    Session(String enterprise, String method, int year) {
      JsonNode session = client.signIn(enterprise + ".manager", DemoPosts.PASSWORD).json();
      String id = session.path("enterprises").path(0).path("id").asString();
      String path = "/api/v1/enterprises/" + id + "/inventories";
      JsonNode runs = client.get(path + "?year=" + year + "&method=" + method).json();
      inventory = path + "/" + runs.path("items").path(0).path("id").asString();
    }

    JsonNode trace(String figure) {
      String name = URLEncoder.encode(figure, StandardCharsets.UTF_8);
      return get("/figures/" + name + "/trace");
    }

    JsonNode get(String path) {
      ApiClient.Answer answer = client.get(inventory + path);
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      return answer.json();
    }

    String text(String path) {
      return client.get(inventory + path).text();
    }

    byte[] bytes(String path) {
      return client.get(inventory + path).bytes();
    }
  }
}
