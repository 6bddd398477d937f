package io.tanheng.server.operate.intake.workbook;

import static io.tanheng.server.operate.intake.workbook.WorkbookFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One row per month: a column per parameter, or a list.
class MonthsDownTest {
  @Test
  void reads_a_column_per_parameter_with_units_in_the_heading() {
    byte[] file =
        WorkbookFixture.workbook(
            "电力热力",
            row("电力台账"),
            row("月份", "1#机组发电量（万kWh）", "运行小时数(h)", "备注"),
            row("2025-01", 120.5, 744, "正常"),
            row("2025-02", 110, 672, null));

    LedgerBook book = WorkbookFixture.recognise(WorkbookFixture.read(file), 2025);

    assertThat(book.findings()).isEmpty();
    assertThat(book.layout()).isEqualTo(LedgerSheet.Layout.MONTHS_AS_ROWS);
    assertThat(book.series()).hasSize(2);
    Series power = book.series().getFirst();
    assertThat(power.labels()).containsExactly("1#机组发电量");
    assertThat(power.unitText()).isEqualTo("万kWh");
    assertThat(power.value(YearMonth.of(2025, 2))).contains(new BigDecimal("110"));
    assertThat(power.requireCell(YearMonth.of(2025, 2)).ref()).hasToString("B4");
  }

  @Test
  void reads_a_row_of_units_an_opening_and_a_total() {
    byte[] file =
        WorkbookFixture.workbook(
            "化石燃料",
            row("月份", "原煤库存", "原煤消耗量"),
            row("单位", "吨", "吨"),
            row("年初库存", 50, null),
            row("1月", 40, 30),
            row("2月", 45, 25),
            row("合计", null, 56));

    List<Finding> findings = WorkbookFixture.check(WorkbookFixture.read(file), 2025);
    Series stock = WorkbookFixture.recognise(WorkbookFixture.read(file), 2025).series().getFirst();

    assertThat(stock.opening().flatMap(SeriesCell::value)).contains(new BigDecimal("50"));
    assertThat(stock.unitText()).isEqualTo("吨");
    assertThat(findings)
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo(IntakeProblem.TOTAL_IS_NOT_SUM);
          assertThat(finding.place().cell()).isEqualTo("C6");
        });
  }

  @Test
  void reads_a_list_of_parameter_month_value_and_unit() {
    byte[] file =
        WorkbookFixture.workbook(
            "导入",
            row("设备", "参数", "月份", "数值", "单位"),
            row("1#锅炉", "原煤消耗量", "2025-01", 100, "吨"),
            row("1#锅炉", "原煤消耗量", "2025-02", 90, "吨"),
            row("2#锅炉", "原煤消耗量", "2025-01", 80, "吨"));

    LedgerBook book = WorkbookFixture.recognise(WorkbookFixture.read(file), 2025);

    assertThat(book.findings()).isEmpty();
    assertThat(book.series()).extracting(Series::name).containsExactly("1#锅炉 原煤消耗量", "2#锅炉 原煤消耗量");
    assertThat(book.series().getFirst().values()).hasSize(2);
  }

  @Test
  void refuses_a_month_that_stands_twice() {
    byte[] file =
        WorkbookFixture.workbook(
            "导入",
            row("参数", "月份", "数值", "单位"),
            row("原煤消耗量", "2025-01", 100, "吨"),
            row("原煤消耗量", "2025-01", 90, "吨"));

    List<Finding> findings = WorkbookFixture.check(WorkbookFixture.read(file), 2025);

    assertThat(findings)
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo(IntakeProblem.DUPLICATE_MONTH);
          assertThat(finding.place().cell()).isEqualTo("C3");
        });
  }

  @Test
  void says_so_when_no_sheet_names_months() {
    byte[] file = WorkbookFixture.workbook("表1", row("姓名", "电话"), row("甲", "乙"));

    List<Finding> findings = WorkbookFixture.check(WorkbookFixture.read(file), 2025);

    assertThat(findings)
        .extracting(Finding::code)
        .containsExactlyInAnyOrder(IntakeProblem.NO_LEDGER_FOUND, IntakeProblem.SHEET_IGNORED);
  }
}
