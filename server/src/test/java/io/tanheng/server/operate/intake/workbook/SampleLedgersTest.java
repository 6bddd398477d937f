package io.tanheng.server.operate.intake.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The six ledgers of the sample enterprises as their plants keep them.
class SampleLedgersTest {
  @ParameterizedTest
  @CsvSource({
    "steel,  2024, 159", "steel,  2025, 159",
    "cement, 2024, 92", "cement, 2025, 97",
    "power,  2024, 84", "power,  2025, 84"
  })
  void reads_every_row_with_a_known_unit(String enterprise, int year, int rows) {
    LedgerBook book = WorkbookFixture.recognise(WorkbookFixture.sample(enterprise, year), year);

    assertThat(book.hasErrors()).isFalse();
    assertThat(book.series()).hasSize(rows);
    assertThat(book.series()).allMatch(series -> UnitChecks.unit(series).isPresent());
    assertThat(book.layout()).isEqualTo(LedgerSheet.Layout.MONTHS_AS_COLUMNS);
  }

  static Stream<Arguments> seeded() {
    return Stream.of(
        Arguments.of("steel", 2024, List.of("total-is-not-sum 化石燃料!S43", "outlier 化验数据!O12")),
        Arguments.of(
            "steel",
            2025,
            List.of(
                "sub-ledger-does-not-balance 化石燃料!O74",
                "opening-differs-from-last-closing 化石燃料!F11")),
        Arguments.of(
            "cement",
            2024,
            List.of("stock-does-not-balance 产品产量!O10", "ratio-out-of-band 原辅料!M10")),
        Arguments.of("cement", 2025, List.of("total-is-not-sum 化石燃料!Q5", "outlier 化验数据!K7")),
        Arguments.of("power", 2024, List.of("missing-test 化验数据!L19", "impossible-hours 电力热力!M13")),
        Arguments.of("power", 2025, List.of("subtotal-is-not-sum 化石燃料!G16")));
  }

  /// What only readings can show (`ledger-differs-from-readings`) is not among them.
  @ParameterizedTest
  @MethodSource("seeded")
  void finds_each_seeded_defect_at_its_cell_and_nothing_else(
      String enterprise, int year, List<String> expected) {
    LedgerChecks.Known known =
        year == 2024
            ? LedgerChecks.Known.byWords(WorkbookFixture.WORDS)
            : WorkbookFixture.after(
                WorkbookFixture.recognise(WorkbookFixture.sample(enterprise, 2024), 2024));

    List<Finding> findings =
        WorkbookFixture.check(WorkbookFixture.sample(enterprise, year), year, known);

    assertThat(findings).noneMatch(Finding::isError);
    assertThat(findings.stream().map(SampleLedgersTest::short_form))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String short_form(Finding finding) {
    String code = finding.code().key().substring("intake.".length());
    return code + " " + finding.place().sheet() + "!" + finding.place().cell();
  }

  @Test
  void names_the_shipment_among_the_cells_of_a_stock_that_does_not_balance() {
    Finding stock =
        WorkbookFixture.check(WorkbookFixture.sample("cement", 2024), 2024).stream()
            .filter(finding -> finding.code() == IntakeProblem.STOCK_DOES_NOT_BALANCE)
            .findFirst()
            .orElseThrow();

    assertThat(stock.related()).contains("产品产量!O9");
    assertThat(stock.message().zh()).contains("相差 5200");
  }

  @Test
  void keeps_fifteen_digits_of_a_cached_double() {
    LedgerBook book = WorkbookFixture.recognise(WorkbookFixture.sample("steel", 2025), 2025);

    Series diesel = find(book, "化石燃料!A45");

    assertThat(diesel.value(YearMonth.of(2025, 1))).contains(new BigDecimal("203.71"));
    assertThat(diesel.opening().flatMap(SeriesCell::value)).contains(new BigDecimal("145.1"));
  }

  @Test
  void reads_rich_text_units_and_labels_merged_downwards() {
    LedgerBook steel = WorkbookFixture.recognise(WorkbookFixture.sample("steel", 2025), 2025);
    LedgerBook cement = WorkbookFixture.recognise(WorkbookFixture.sample("cement", 2025), 2025);

    assertThat(find(steel, "化石燃料!A36").unitText()).isEqualTo("万Nm3");
    assertThat(find(cement, "原辅料!A6").labels()).containsExactly("1#生料磨", "砂岩消耗量");
    assertThat(find(cement, "产品产量!A10").block()).contains("一、熟料");
  }

  private static Series find(LedgerBook book, String rowId) {
    String sheet = rowId.substring(0, rowId.indexOf('!'));
    int row = CellRef.parse(rowId.substring(rowId.indexOf('!') + 1)).orElseThrow().row();
    return book.series().stream()
        .filter(series -> series.sheet().equals(sheet) && series.anchor().row() == row)
        .findFirst()
        .orElseThrow();
  }

  /// As a program writes it that does not calculate: formulas in cells of months lose their
  /// results.
  @Test
  void formulas_without_results_are_named_where_values_are_read() throws IOException {
    byte[] file;
    try (XSSFWorkbook workbook =
            new XSSFWorkbook(
                new ByteArrayInputStream(
                    WorkbookFixture.resource("/demo/steel/ledger-2025.xlsx")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      workbook.forEach(sheet ->
          sheet.forEach(row ->
              row.forEach(cell -> {
                if (cell.getCellType() == CellType.FORMULA) {
                  String formula = cell.getCellFormula();
                  cell.setBlank();
                  cell.setCellFormula(formula);
                  if (((XSSFCell) cell).getCTCell().isSetV()) {
                    ((XSSFCell) cell).getCTCell().unsetV();
                  }
                }
              })));
      workbook.write(bytes);
      file = bytes.toByteArray();
    }

    List<Finding> findings =
        WorkbookFixture.check(WorkbookFixture.read(file), 2025).stream()
            .filter(finding -> finding.code() == IntakeProblem.FORMULAS_NOT_CALCULATED)
            .toList();

    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().place().cell()).isNotBlank();
    assertThat(findings.getFirst().message().en()).contains("formulas hold no result");
  }
}
