package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.operate.inventory.InventoryStore.StoredRow;
import io.tanheng.units.Rational;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Takes an inventory out of the house: as a case that `tanheng calc --check` computes again to the
/// same digits, and as a workbook with result, rows, factors and ledger lines.
@Component
class InventoryExports {
  private static final TypeReference<Map<String, StoredInput>> INPUTS = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};
  private static final String PROGRAM = "Tanheng";

  private final InventoryStore store;
  private final JsonMapper json;

  InventoryExports(InventoryStore store, JsonMapper json) {
    this.store = store;
    this.json = json;
  }

  /// One case in the form of the worked examples, with the results as `expected`.
  String caseFile(EnterpriseId enterprise, InventoryHead head) {
    Map<String, List<Object>> inputs = new LinkedHashMap<>();
    for (StoredRow row : store.rows(enterprise, head.id())) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("item", row.item());
      one.put("month", row.month().toString());
      one.putAll(json.readValue(row.labels(), LABELS));
      json.readValue(row.inputs(), INPUTS)
          .forEach((symbol, input) ->
              one.put(symbol, Map.of("value", input.value(), "unit", input.unit())));
      inputs.computeIfAbsent(row.source(), source -> new ArrayList<>()).add(one);
    }
    InventoryView view = head.view();
    Map<String, String> expected = new LinkedHashMap<>();
    view.bySource().forEach(source -> expected.put(source.key(), source.value()));
    view.totals().stream()
        .filter(total -> !total.subtotal())
        .forEach(total -> expected.put(total.key(), total.value()));
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("method", head.method());
    item.put("case", "inventory-" + head.number());
    item.put("note", "digest " + head.digest());
    InventoryView.Named set = view.factorSet();
    if (set != null) {
      item.put("factorSet", set.id());
    }
    List<String> memos =
        view.bySource().stream()
            .filter(source -> source.sign().equals("NONE"))
            .map(InventoryView.Source::key)
            .toList();
    if (!memos.isEmpty()) {
      item.put("memo_items_not_in_total", memos);
    }
    item.put("inputs", inputs);
    item.put("expected", expected);
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(List.of(item));
  }

  byte[] workbook(EnterpriseId enterprise, InventoryHead head) {
    List<StoredRow> rows = store.rows(enterprise, head.id());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, PROGRAM, "1.0")) {
      result(new Table(book.newWorksheet("结果 Result")), head);
      rows(new Table(book.newWorksheet("明细 Rows")), head, rows);
      factors(new Table(book.newWorksheet("因子 Factors")), rows);
      lines(new Table(book.newWorksheet("台账 Ledger")), rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void result(Table table, InventoryHead head) {
    InventoryView view = head.view();
    table.row("核算结果编号 Inventory", String.valueOf(head.number()));
    table.row("核算方法 Method", view.method().number() + " (" + head.method() + ")");
    table.row("期间 Period", head.period().from() + " – " + head.period().to());
    table.row("状态 State", head.provisional() ? "未确认 provisional" : "已确认 confirmed");
    table.row("核算时间 Run at", head.createdAt().toString());
    table.row("摘要 Digest (SHA-256)", head.digest());
    table.row();
    table.heading("排放源 Source", "", "数值 Value", "单位 Unit", "计入总量 In total");
    for (InventoryView.Source source : view.bySource()) {
      table.row(
          source.name().zh(),
          source.name().en(),
          number(source.value()),
          source.unit(),
          switch (source.sign()) {
            case "PLUS" -> "+";
            case "MINUS" -> "−";
            default -> "";
          });
    }
    for (InventoryView.Total total : view.totals()) {
      table.row(total.name().zh(), total.name().en(), number(total.value()), total.unit());
    }
    table.row();
    List<Object> heading = new ArrayList<>(List.of("月份 Month", "总量 Total"));
    view.bySource().forEach(source -> heading.add(source.name().zh()));
    table.heading(heading.toArray());
    for (InventoryView.Month month : view.byMonth()) {
      List<Object> cells = new ArrayList<>(List.of(month.month(), number(month.value())));
      month.sources().forEach(source -> cells.add(number(source.value())));
      table.row(cells.toArray());
    }
    table.row();
    table.heading("强度 Intensity", "", "数值 Value", "单位 Unit");
    for (InventoryView.Intensity intensity : view.intensities()) {
      table.row(
          intensity.name().zh(),
          intensity.name().en(),
          number(intensity.value()),
          intensity.unit());
    }
  }

  private void rows(Table table, InventoryHead head, List<StoredRow> rows) {
    Map<String, String> names = new LinkedHashMap<>();
    head.view()
        .items()
        .forEach(item ->
            names.put(
                item.source() + "\n" + item.key() + "\n" + item.facility(), item.name().zh()));
    table.heading(
        "行 Row",
        "排放源 Source",
        "核算项 Item",
        "设施 Facility",
        "月份 Month",
        "公式 Formula",
        "代入数值 With values",
        "结果 Result",
        "单位 Unit");
    for (StoredRow row : rows) {
      RowTrace trace = json.readValue(row.trace(), RowTrace.class);
      String key = row.source() + "\n" + row.item() + "\n" + row.facility();
      table.row(
          new BigDecimal(row.position()),
          row.source(),
          names.getOrDefault(key, row.item()),
          row.facility(),
          row.month().toString(),
          trace.step().formula().text(),
          trace.step().substituted().text(),
          number(Shown.result(Rational.of(row.exact()))),
          row.unit());
    }
  }

  private void factors(Table table, List<StoredRow> rows) {
    table.heading(
        "表 Table", "行 Row", "列 Column", "数值 Value", "单位 Unit", "出处 Source", "可信度 Confidence");
    Map<String, RowTrace.Factor> used = new LinkedHashMap<>();
    rows.forEach(row -> collect(json.readValue(row.trace(), RowTrace.class).step(), used));
    for (RowTrace.Factor factor : used.values()) {
      table.row(
          factor.tableTitle().zh(),
          factor.rowName().zh(),
          factor.columnName().zh(),
          number(factor.value()),
          factor.unit(),
          factor.citation().zh(),
          factor.confidence());
    }
  }

  private static void collect(RowTrace.Step step, Map<String, RowTrace.Factor> used) {
    for (RowTrace.Input input : step.inputs()) {
      RowTrace.Factor factor = input.factor();
      if (factor != null) {
        used.putIfAbsent(factor.table() + "#" + factor.row() + "." + factor.column(), factor);
      }
      if (input.route() != null) {
        collect(input.route().step(), used);
      }
    }
  }

  private void lines(Table table, List<StoredRow> rows) {
    table.heading(
        "行 Row",
        "符号 Symbol",
        "监测参数 Parameter",
        "月份 Month",
        "数值 Value",
        "单位 Unit",
        "填报值 As written",
        "版本 Version",
        "状态 State",
        "来源文件 File",
        "工作表 Sheet",
        "单元格 Cell");
    for (StoredRow row : rows) {
      json.readValue(row.inputs(), INPUTS)
          .forEach((symbol, input) -> input.lines().forEach(l -> line(table, row, symbol, l)));
    }
  }

  private static void line(Table table, StoredRow row, String symbol, StoredInput.Line line) {
    StoredInput.Imported imported = line.imported();
    table.row(
        new BigDecimal(row.position()),
        symbol,
        line.parameter().zh(),
        line.month() + (line.slot().equals("OPENING") ? " 期初 opening" : ""),
        number(line.value()),
        line.unit(),
        (line.asWritten() == null ? line.value() : line.asWritten()) + " " + line.asWrittenUnit(),
        new BigDecimal(line.version()),
        line.state(),
        imported == null ? null : imported.file(),
        imported == null ? null : imported.sheet(),
        imported == null ? null : imported.cell());
  }

  private static BigDecimal number(String value) {
    return new BigDecimal(value);
  }

  /// Writes cells downwards. Numbers are numbers, everything else is text, so that a name that
  /// begins with `=` stays a name.
  private static final class Table {
    private final Worksheet sheet;
    private int next;

    Table(Worksheet sheet) {
      this.sheet = sheet;
    }

    void heading(Object... cells) {
      int row = next;
      row(cells);
      sheet.range(row, 0, row, Math.max(0, cells.length - 1)).style().bold().set();
    }

    void row(@Nullable Object... cells) {
      for (int column = 0; column < cells.length; column++) {
        Object cell = cells[column];
        if (cell instanceof BigDecimal value) {
          sheet.value(next, column, value);
        } else if (cell != null) {
          sheet.value(next, column, cell.toString());
        }
      }
      next++;
    }
  }
}
