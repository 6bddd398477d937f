package io.tanheng.server.operate.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.InventoryPeriod;
import io.tanheng.server.operate.inventory.InventorySnapshot;
import io.tanheng.server.operate.report.content.ReportContent.Line;
import io.tanheng.server.operate.report.content.ReportContent.Role;
import io.tanheng.server.operate.report.content.ReportContent.Table;
import io.tanheng.server.operate.report.layout.ReportLayout;
import io.tanheng.server.operate.report.layout.ReportLayout.SummaryLine;
import io.tanheng.units.Rational;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A total is rounded from its own value, and what the printed lines lack stands below it.
class SummaryTableTest {
  private static final Printing HALF_UP = new Printing(RoundingMode.HALF_UP);

  @Test
  void shows_what_the_printed_lines_lack() {
    // 3 x 0.335 = 1.005: printed 0.34 each, and 1.01
    Table table = SummaryTable.of(layout(null), run("0.335", "0.335", "0.335"), HALF_UP);

    assertThat(printed(table)).containsExactly("0.34", "0.34", "0.34", "1.01", "-0.01");
    assertThat(table.lines().getLast().role()).isEqualTo(Role.DIFFERENCE);
  }

  @Test
  void has_no_difference_where_the_lines_add_up() {
    Table table = SummaryTable.of(layout(null), run("1.10", "2.20", "3.30"), HALF_UP);

    assertThat(printed(table)).containsExactly("1.10", "2.20", "3.30", "6.60");
  }

  @Test
  void a_total_in_whole_tonnes_says_what_was_cut_off() {
    Table table = SummaryTable.of(layout(0), run("1.10", "2.20", "3.00"), HALF_UP);

    assertThat(printed(table)).containsExactly("1.10", "2.20", "3.00", "6", "-0.30");
  }

  @Test
  void rounds_a_third_once() {
    Table table = SummaryTable.of(layout(null), run("1/3", "1/3", "1/3"), HALF_UP);

    assertThat(printed(table)).containsExactly("0.33", "0.33", "0.33", "1.00", "0.01");
  }

  private static List<String> printed(Table table) {
    List<String> printed = new ArrayList<>();
    for (Line line : table.lines()) {
      line.cells().stream()
          .map(ReportContent.Cell::figure)
          .filter(figure -> figure != null)
          .forEach(figure -> printed.add(figure.printed()));
    }
    return printed;
  }

  private static ReportLayout.Part.Summary layout(@Nullable Integer totalDecimals) {
    return new ReportLayout.Part.Summary(
        new ReportLayout.Caption("A.1", new Text("汇总", "Summary"), false, null),
        2,
        false,
        false,
        List.of(
            new SummaryLine.OfSource("a", null),
            new SummaryLine.OfSource("b", null),
            new SummaryLine.OfSource("c", null),
            new SummaryLine.OfTotal("total", totalDecimals, null)));
  }

  private static InventorySnapshot run(String a, String b, String c) {
    Map<String, Integer> signs = new LinkedHashMap<>(Map.of("a", 1, "b", 1, "c", 1));
    return new InventorySnapshot(
        UUID.randomUUID(),
        1,
        InventoryPeriod.of(Year.of(2025)),
        new InventorySnapshot.Method("m@1", "M", new Text("方法", "Method")),
        null,
        false,
        0,
        false,
        "0".repeat(64),
        Instant.EPOCH,
        UUID.randomUUID(),
        List.of(new InventorySnapshot.Total("total", new Text("总量", "Total"), "tCO2", true, signs)),
        List.of(source("a"), source("b"), source("c")),
        List.of(row("a", a), row("b", b), row("c", c)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static InventorySnapshot.Source source(String key) {
    return new InventorySnapshot.Source(key, new Text(key, key), "fuel", "tCO2", 1);
  }

  private static InventorySnapshot.Row row(String source, String result) {
    return new InventorySnapshot.Row(
        "row:1",
        "item:1",
        source,
        "i",
        new Text(source, source),
        null,
        YearMonth.of(2025, 1),
        null,
        Rational.of(result),
        "tCO2",
        Map.of(),
        Map.of());
  }
}
