package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.InventoryStore.StoredRow;
import io.tanheng.units.Rational;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
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

  /// Local time of the plants, with its offset so that nobody has to guess.
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private static final Map<String, String> WORDS =
      Map.of(
          "verified", "已核实 verified",
          "recalled", "凭记忆 recalled",
          "unsure", "存疑 unsure",
          "OPEN", "未确认 open",
          "CONFIRMED", "已确认 confirmed",
          "LOCKED", "已锁定 locked");

  private final InventoryStore store;
  private final Editions editions;
  private final JsonMapper json;

  InventoryExports(InventoryStore store, Editions editions, JsonMapper json) {
    this.store = store;
    this.editions = editions;
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
            .map(InventoryView.Source::key)
            .filter(editions.require(head.method()).memos()::contains)
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
      result(new ExportSheet(book.newWorksheet("结果 Result")), head);
      rows(new ExportSheet(book.newWorksheet("明细 Rows")), head, rows);
      factors(new ExportSheet(book.newWorksheet("因子 Factors")), rows);
      lines(new ExportSheet(book.newWorksheet("台账 Ledger")), head, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void result(ExportSheet table, InventoryHead head) {
    InventoryView view = head.view();
    InventoryView.Named set = view.factorSet();
    table.row("核算结果编号 Inventory", new BigDecimal(head.number()));
    table.row("核算方法 Method", view.method().number(), both(view.method().title()));
    table.row("缺省值 Defaults", set == null ? "" : both(set.name()));
    table.row("期间 Period", head.period().from() + " – " + head.period().to());
    table.row("状态 State", head.provisional() ? "未确认 provisional" : "已确认 confirmed");
    table.row("核算时间 Run at", TIME.format(head.createdAt()));
    table.row("摘要 Digest (SHA-256)", head.digest());
    table.row();
    table.heading("排放源 Source", "数值 Value", "单位 Unit", "计入总量 In total");
    for (InventoryView.Source source : view.bySource()) {
      table.row(
          both(source.name()),
          number(source.value()),
          source.unit(),
          switch (source.sign()) {
            case "PLUS" -> "计入 added";
            case "MINUS" -> "扣减 subtracted";
            default -> "不计入 not counted";
          });
    }
    for (InventoryView.Total total : view.totals()) {
      table.row(both(total.name()), number(total.value()), total.unit());
    }
    months(table, view);
    table.row();
    table.heading("强度 Intensity", "数值 Value", "单位 Unit");
    for (InventoryView.Intensity intensity : view.intensities()) {
      table.row(both(intensity.name()), number(intensity.value()), intensity.unit());
    }
    if (!view.indicators().isEmpty()) {
      table.row();
      table.heading("指标 Indicator", "数值 Value", "单位 Unit", "设施 Facility");
      for (InventoryView.Indicator one : view.indicators()) {
        table.row(both(one.name()), number(one.value()), one.unit(), one.facility());
      }
    }
  }

  private static void months(ExportSheet table, InventoryView view) {
    table.row();
    List<Object> heading = new ArrayList<>();
    heading.add("月份 Month");
    heading.add("总量 Total (" + view.total().unit() + ")");
    view.bySource()
        .forEach(source -> heading.add(both(source.name()) + " (" + source.unit() + ")"));
    table.heading(heading.toArray());
    for (InventoryView.Month month : view.byMonth()) {
      List<Object> cells = new ArrayList<>(List.of(month.month(), number(month.value())));
      month.sources().forEach(source -> cells.add(number(source.value())));
      table.row(cells.toArray());
    }
  }

  private void rows(ExportSheet table, InventoryHead head, List<StoredRow> rows) {
    Names names = Names.of(head.view());
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
      table.row(
          new BigDecimal(row.position()),
          names.source(row),
          names.item(row),
          row.facility(),
          row.month().toString(),
          trace.step().formula().text(),
          trace.step().substituted().text(),
          number(Shown.result(Rational.of(row.exact()))),
          row.unit());
    }
  }

  private void factors(ExportSheet table, List<StoredRow> rows) {
    table.heading(
        "表 Table", "行 Row", "列 Column", "数值 Value", "单位 Unit", "出处 Source", "可信度 Confidence");
    Map<String, RowTrace.Factor> used = new LinkedHashMap<>();
    rows.forEach(row -> collect(json.readValue(row.trace(), RowTrace.class).step(), used));
    for (RowTrace.Factor factor : used.values()) {
      table.row(
          both(factor.tableTitle()),
          both(factor.rowName()),
          both(factor.columnName()),
          number(factor.value()),
          factor.unit(),
          both(factor.citation()),
          WORDS.getOrDefault(factor.confidence(), factor.confidence()));
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

  private void lines(ExportSheet table, InventoryHead head, List<StoredRow> rows) {
    Names names = Names.of(head.view());
    table.heading(
        "行 Row",
        "核算项 Item",
        "符号 Symbol",
        "监测参数 Parameter",
        "月份 Month",
        "数值 Value",
        "单位 Unit",
        "填报值 As written",
        "填报单位 Unit as written",
        "版本 Version",
        "状态 State",
        "填报时间 Entered at",
        "来源文件 File",
        "工作表 Sheet",
        "单元格 Cell");
    for (StoredRow row : rows) {
      json.readValue(row.inputs(), INPUTS)
          .forEach((symbol, input) ->
              input.lines().forEach(l -> line(table, row, names.item(row), symbol, l)));
    }
  }

  private static void line(
      ExportSheet table, StoredRow row, String item, String symbol, StoredInput.Line line) {
    StoredInput.Imported imported = line.imported();
    table.row(
        new BigDecimal(row.position()),
        item,
        symbol,
        both(line.parameter()),
        line.month() + (line.slot().equals("OPENING") ? " 期初 opening" : ""),
        line.value().isEmpty() ? null : number(line.value()),
        line.unit(),
        line.asWritten() == null ? line.value() : line.asWritten(),
        line.asWrittenUnit(),
        new BigDecimal(line.version()),
        WORDS.getOrDefault(line.state(), line.state()),
        TIME.format(line.enteredAt()),
        imported == null ? null : imported.file(),
        imported == null ? null : imported.sheet(),
        imported == null ? null : imported.cell());
  }

  private static String both(Text text) {
    return text.zh().equals(text.en()) ? text.zh() : text.zh() + " " + text.en();
  }

  /// Names of sources and items by what a stored row knows of them.
  private record Names(Map<String, String> sources, Map<ItemPlace, String> items) {
    static Names of(InventoryView view) {
      Map<String, String> sources = new LinkedHashMap<>();
      view.bySource().forEach(source -> sources.put(source.key(), both(source.name())));
      Map<ItemPlace, String> items = new LinkedHashMap<>();
      view.items()
          .forEach(item ->
              items.put(
                  new ItemPlace(item.source(), item.key(), item.facility()), both(item.name())));
      return new Names(sources, items);
    }

    String source(StoredRow row) {
      return sources.getOrDefault(row.source(), row.source());
    }

    String item(StoredRow row) {
      ItemPlace place = new ItemPlace(row.source(), row.item(), row.facility());
      return items.getOrDefault(place, row.item());
    }
  }

  private static BigDecimal number(String value) {
    return new BigDecimal(value);
  }
}
