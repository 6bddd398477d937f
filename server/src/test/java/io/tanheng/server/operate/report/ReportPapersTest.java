package io.tanheng.server.operate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tanheng.server.ApiFixture;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Language;
import io.tanheng.server.operate.inventory.Inventories;
import io.tanheng.server.operate.inventory.InventoryId;
import io.tanheng.server.operate.ledger.Ledger;
import io.tanheng.server.operate.measure.MethodPlans;
import io.tanheng.server.operate.measure.Parameters;
import io.tanheng.server.operate.report.StoredReport.Version;
import io.tanheng.server.operate.report.content.ReportContent;
import io.tanheng.server.operate.report.content.ReportContent.Cell;
import io.tanheng.server.operate.report.content.ReportContent.Figure;
import io.tanheng.server.operate.report.content.ReportContent.Line;
import io.tanheng.server.operate.report.content.ReportContent.Part;
import io.tanheng.server.operate.report.content.ReportContent.Role;
import io.tanheng.server.operate.report.content.ReportContent.Table;
import io.tanheng.standard.EditionStatus;
import io.tanheng.standard.Standards;
import io.tanheng.testkit.Clause;
import io.tanheng.units.Rational;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// For every method edition with a confirmed text a small plant, made from a worked example of the
/// standard, reaches its report: the total is that of the example twelve times, printed sums are
/// the sums of printed lines, and the Word file and the workbook say the same when LibreOffice has
/// opened them.
@ApiTest
class ReportPapersTest {
  /// The methods of the guideline's industries and the frame they stand in.
  private static final int METHODS = 16;

  @Autowired ApiFixture fixture;
  @Autowired Parameters parameters;
  @Autowired MethodPlans plans;
  @Autowired Ledger ledger;
  @Autowired Inventories inventories;
  @Autowired Reports reports;
  @Autowired ReportPapers papers;

  private WorkedPlant plant;

  @BeforeEach
  void a_works() {
    plant = new WorkedPlant(parameters, plans, ledger, inventories);
  }

  private static boolean inForce(String method) {
    return Standards.packaged().edition(method).require().status() == EditionStatus.IN_FORCE;
  }

  private static List<String> methods() {
    var catalogue = Standards.packaged();
    return catalogue.editionIds().stream()
        .filter(id -> {
          EditionStatus status = catalogue.edition(id).require().status();
          return status == EditionStatus.IN_FORCE || status == EditionStatus.REPLACED;
        })
        .toList();
  }

  /// One edition's report with the files it was printed to.
  private record Printed(
      String method, StoredReport report, ReportContent content, byte[] word, byte[] sheets) {}

  @Clause("6.3.2-a")
  @Test
  void a_plant_of_every_method_reaches_its_report() throws IOException {
    List<Printed> all = new ArrayList<>();
    for (String method : methods()) {
      all.add(print(method));
    }
    assertThat(all.stream().map(one -> one.method().replaceAll("@.*", "")).distinct())
        .as("methods with a confirmed text")
        .hasSize(METHODS);

    // LibreOffice opens those in force, one of each method: opening them all takes minutes.
    List<Printed> opened = all.stream().filter(one -> inForce(one.method())).toList();
    assertThat(opened).hasSize(METHODS);
    List<byte[]> pdfs = ReadBack.pdfs(opened.stream().map(Printed::word).toList());
    List<byte[]> books = ReadBack.recalculated(opened.stream().map(Printed::sheets).toList());

    for (int i = 0; i < opened.size(); i++) {
      Printed one = opened.get(i);
      keep(one, pdfs.get(i));
      String text = ReadBack.text(pdfs.get(i));
      assertThat(text).as(one.method()).contains(one.report().number(), "核算边界", "真实性声明");
      ReadBack.assertAllFiguresIn(one.method(), text, one.content());
      try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(books.get(i)))) {
        assertThat(ReadBack.assertSheetsMatch(book, one.content())).as(one.method()).isPositive();
      }
    }
  }

  /// For people who want to look at the papers.
  private static void keep(Printed one, byte[] pdf) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "printed-reports"));
    Files.write(folder.resolve(one.method() + ".docx"), one.word());
    Files.write(folder.resolve(one.method() + ".xlsx"), one.sheets());
    Files.write(folder.resolve(one.method() + ".pdf"), pdf);
  }

  private Printed print(String method) throws IOException {
    EnterpriseId enterprise = fixture.enterprise();
    CallContext call = new CallContext(AccountId.next(), enterprise, Instant.EPOCH, null);
    JsonNode example = WorkedPlant.example(method);
    InventoryId run = plant.run(enterprise, method, example);
    ReportId id =
        reports.compile(
            call,
            new NewReport(
                ReportKind.ANNUAL,
                WorkedPlant.YEAR.toString(),
                method,
                run.value(),
                null,
                Map.of("nature", "有限责任公司", "filler", "填报人")));
    StoredReport report = reports.require(enterprise, id);
    Version version = reports.requireVersion(enterprise, id, 1);
    ReportContent content = version.content();
    assertTotalIsThatOfTheExample(method, content, example);
    assertEverySourceHasItsLine(method, content, example);
    content.tables().forEach(ReportPapersTest::assertPrintedSumsAddUp);
    content.figures().forEach(ReportPapersTest::assertPrintedOnce);
    return new Printed(
        method,
        report,
        content,
        papers.word(enterprise, report, version, Language.ZH),
        papers.workbook(enterprise, report, version, Language.ZH));
  }

  private static void assertTotalIsThatOfTheExample(
      String method, ReportContent content, JsonNode example) {
    Figure total = ReportPapers.total(content).orElseThrow();
    BigDecimal expected =
        new BigDecimal(example.path("expected").path("total").asString())
            .multiply(BigDecimal.valueOf(WorkedPlant.MONTHS));
    assertThat(Rational.of(total.exact()).toDecimal(6, RoundingMode.HALF_UP))
        .as(method)
        .isCloseTo(expected, within(new BigDecimal("0.00001")));
  }

  /// No source of the run is left out of the tables.
  private static void assertEverySourceHasItsLine(
      String method, ReportContent content, JsonNode example) {
    List<String> lines =
        content.tables().flatMap(table -> table.lines().stream()).map(Line::key).toList();
    example
        .path("inputs")
        .properties()
        .forEach(source -> {
          if (!source.getValue().isEmpty() && !source.getKey().equals("product-output")) {
            assertThat(lines)
                .as(method + " " + source.getKey())
                .anyMatch(key ->
                    key.equals("source/" + source.getKey())
                        || key.startsWith(source.getKey() + "/"));
          }
        });
  }

  private static void assertPrintedOnce(Figure figure) {
    assertThat(new BigDecimal(figure.printed()).scale()).isEqualTo(figure.decimals());
    assertThat(Rational.of(figure.exact()).toDecimal(figure.decimals(), RoundingMode.HALF_UP))
        .as(figure.id())
        .isEqualByComparingTo(new BigDecimal(figure.printed()));
  }

  /// A printed sum less its printed lines is zero, or stands there as the rounding difference.
  private static void assertPrintedSumsAddUp(Table table) {
    Map<String, BigDecimal> printed = new HashMap<>();
    table
        .lines()
        .forEach(line ->
            line.cells()
                .forEach(cell -> {
                  if (cell.figure() != null) {
                    printed.put(cell.figure().id(), new BigDecimal(cell.figure().printed()));
                  }
                }));
    for (int i = 0; i < table.lines().size(); i++) {
      Line line = table.lines().get(i);
      for (int j = 0; j < line.cells().size(); j++) {
        Figure figure = line.cells().get(j).figure();
        if (figure == null || figure.sum().isEmpty()) {
          continue;
        }
        BigDecimal rest = new BigDecimal(figure.printed());
        for (Part part : figure.sum()) {
          rest =
              rest.subtract(printed.get(part.figure()).multiply(BigDecimal.valueOf(part.sign())));
        }
        assertThat(rest).as(figure.id()).isEqualByComparingTo(shownDifference(table, i, j));
      }
    }
  }

  private static BigDecimal shownDifference(Table table, int line, int column) {
    if (line + 1 < table.lines().size()) {
      Line next = table.lines().get(line + 1);
      if (next.role() == Role.DIFFERENCE && next.cells().get(column).figure() != null) {
        return new BigDecimal(next.cells().get(column).figure().printed());
      }
    }
    for (int i = 0; i < table.columns().size(); i++) {
      Cell cell = table.lines().get(line).cells().get(i);
      if (table.columns().get(i).key().equals("difference") && cell.figure() != null) {
        return new BigDecimal(cell.figure().printed());
      }
    }
    return BigDecimal.ZERO;
  }
}
