package io.tanheng.server.operate.report.content;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.InventorySnapshot;
import io.tanheng.server.operate.inventory.InventorySnapshot.Derived;
import io.tanheng.server.operate.inventory.InventorySnapshot.Origin;
import io.tanheng.server.operate.inventory.InventorySnapshot.Row;
import io.tanheng.server.operate.inventory.InventorySnapshot.Value;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.report.content.ReportContent.Cell;
import io.tanheng.server.operate.report.content.ReportContent.Column;
import io.tanheng.server.operate.report.content.ReportContent.Figure;
import io.tanheng.server.operate.report.content.ReportContent.Role;
import io.tanheng.server.operate.report.content.ReportContent.Table;
import io.tanheng.server.operate.report.layout.ReportLayout.EvidenceItem;
import io.tanheng.server.operate.report.layout.ReportLayout.Field;
import io.tanheng.server.operate.report.layout.ReportLayout.Part;
import io.tanheng.server.plan.organization.BoundaryUnit;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Units;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The tables that add nothing up: facts about the enterprise, its boundary, its plan, its products
/// and the factors it rests on.
final class PlainTables {
  private static final int INTENSITY_DECIMALS = 4;

  /// Factors are printed as they are, up to this.
  private static final int FACTOR_DECIMALS = 8;

  private final CompileInput input;
  private final Printing printing;

  PlainTables(CompileInput input, Printing printing) {
    this.input = input;
    this.printing = printing;
  }

  Table fields(Part.Fields part) {
    TableDraft draft =
        new TableDraft(
            part.caption(), List.of(text("name", "信息项", "Item"), text("value", "填报内容", "Content")));
    for (Field field : part.fields()) {
      draft.add(
          field.key(),
          Role.LINE,
          List.of(Cell.of(field.label()), Cell.of(input.words(field.key()))));
    }
    return draft.finish();
  }

  Table products(Part.Products part) {
    TableDraft draft =
        new TableDraft(
            part.caption(),
            List.of(
                text("name", "产品或指标", "Product or indicator"),
                new Column("value", new Text("数值", "Value"), null, true),
                text("origin", "数据来源", "Origin")));
    InventorySnapshot inventory = input.inventory();
    for (InventorySnapshot.Product product : inventory.products()) {
      Value value = product.values().get("value");
      if (value != null) {
        Figure figure =
            printing.print(
                new Printing.Draft(
                    draft.nextId() + ".value",
                    value.value(),
                    part.decimals(),
                    value.unit(),
                    true,
                    null,
                    null));
        draft.add(
            "product/" + product.key() + "/" + product.facility(),
            Role.LINE,
            List.of(Cell.of(product.name()), Cell.of(figure), Cell.of(ItemRows.source(value))));
      }
    }
    inventory.intensities().forEach(one -> addDerived(draft, one, INTENSITY_DECIMALS));
    return draft.finish();
  }

  Table derived(Part.Derived part) {
    TableDraft draft =
        new TableDraft(
            part.caption(),
            List.of(
                text("name", "指标", "Indicator"),
                new Column("value", new Text("数值", "Value"), null, true),
                text("origin", "数据来源", "Origin")));
    part.lines()
        .forEach(line ->
            input.inventory().indicators().stream()
                .filter(one -> one.key().equals(line.key()))
                .forEach(one -> addDerived(draft, one, line.decimals())));
    return draft.finish();
  }

  private void addDerived(TableDraft draft, Derived derived, int decimals) {
    Figure figure =
        printing.print(
            new Printing.Draft(
                draft.nextId() + ".value",
                derived.value(),
                decimals,
                derived.unit(),
                true,
                derived.figure(),
                null));
    draft.add(
        derived.figure(),
        Role.LINE,
        List.of(
            Cell.of(withFacility(derived)),
            Cell.of(figure),
            Cell.of(new Text("计算值", "calculated"))));
  }

  private Text withFacility(Derived derived) {
    return input.inventory().facilities().stream()
        .filter(facility -> facility.label().equals(derived.facility()))
        .findFirst()
        .map(facility ->
            new Text(
                facility.name().zh() + " " + derived.name().zh(),
                facility.name().en() + ", " + derived.name().en()))
        .orElse(derived.name());
  }

  /// Sources by facility. A source's line beside its facilities adds nothing up here: the summary
  /// does.
  Table facilities(Part.Facilities part) {
    InventorySnapshot inventory = input.inventory();
    TableDraft draft =
        new TableDraft(
            part.caption(),
            List.of(
                text("facility", "设施", "Facility"),
                text("source", "排放源", "Source"),
                new Column("value", new Text("排放量", "Emissions"), null, true)));
    Map<String, List<Row>> groups = new LinkedHashMap<>();
    inventory
        .facilities()
        .forEach(facility ->
            inventory.rows().stream()
                .filter(row -> facility.label().equals(row.facility()))
                .forEach(row ->
                    groups
                        .computeIfAbsent(
                            facility.label() + "\n" + row.source(), key -> new ArrayList<>())
                        .add(row)));
    groups.values().forEach(rows -> addFacility(draft, rows, part.decimals()));
    return draft.finish();
  }

  private void addFacility(TableDraft draft, List<Row> rows, int decimals) {
    InventorySnapshot inventory = input.inventory();
    Row first = rows.getFirst();
    String label = String.valueOf(first.facility());
    Text facility =
        inventory.facilities().stream()
            .filter(one -> one.label().equals(label))
            .findFirst()
            .map(InventorySnapshot.Facility::name)
            .orElse(new Text(label, label));
    Text source =
        inventory.sources().stream()
            .filter(one -> one.key().equals(first.source()))
            .findFirst()
            .map(InventorySnapshot.Source::name)
            .orElse(new Text(first.source(), first.source()));
    Figure figure =
        printing.print(
            new Printing.Draft(
                draft.nextId() + ".value",
                Rational.sum(rows.stream().map(Row::result).toList()),
                decimals,
                first.unit(),
                true,
                "facility:" + label + ":" + first.source(),
                null));
    draft.add(
        label + "/" + first.source(),
        Role.LINE,
        List.of(Cell.of(facility), Cell.of(source), Cell.of(figure)));
  }

  Table boundary(Part.Boundary part) {
    TableDraft draft =
        new TableDraft(
            part.caption(),
            List.of(
                text("code", "编号", "Code"),
                text("name", "名称", "Name"),
                text("kind", "层级", "Level"),
                text("place", "所属单元", "Part of"),
                text("parameters", "主要技术参数", "Key technical parameters"),
                text("from", "起用日期", "In use since")));
    for (BoundaryUnit unit : input.units()) {
      draft.add(
          "unit/" + unit.description().code(),
          Role.LINE,
          List.of(
              Cell.of(unit.description().code()),
              Cell.of(new Text(unit.description().name(), unit.description().nameEn())),
              Cell.of(kind(unit)),
              Cell.of(parent(unit)),
              Cell.of(technical(unit)),
              Cell.of(unit.validity().from().toString())));
    }
    return draft.finish();
  }

  private static Text kind(BoundaryUnit unit) {
    return switch (unit.kind()) {
      case SITE -> new Text("厂区", "site");
      case PROCESS -> new Text("工序", "process");
      case FACILITY -> new Text("设施", "facility");
    };
  }

  private String parent(BoundaryUnit unit) {
    return input.units().stream()
        .filter(other -> other.id().equals(unit.parent()))
        .findFirst()
        .map(other -> other.description().name())
        .orElse("—");
  }

  private static String technical(BoundaryUnit unit) {
    String words =
        unit.description().technicalParameters().stream()
            .map(one -> one.name() + " " + one.value() + " " + one.unit())
            .collect(Collectors.joining("；"));
    return words.isBlank() ? "—" : words;
  }

  Table parameters(Part.Parameters part) {
    TableDraft draft =
        new TableDraft(
            part.caption(),
            List.of(
                text("name", "参数名称", "Parameter"),
                text("unit", "单位", "Unit"),
                text("place", "监测位置", "Place"),
                text("way", "获取方式", "Obtained by"),
                text("record", "记录台账", "Record"),
                text("frequency", "记录频次", "Recorded"),
                text("missing", "数据缺失处理", "When missing"),
                text("responsible", "负责部门", "Responsible")));
    for (Parameter parameter : input.parameters()) {
      draft.add(
          "parameter/" + parameter.key(),
          Role.LINE,
          List.of(
              Cell.of(parameter.name().text()),
              Cell.of(UnitText.of(parameter.unit())),
              Cell.of(place(parameter)),
              Cell.of(way(parameter)),
              Cell.of(parameter.sheet()),
              Cell.of(new Text("每月", "monthly")),
              Cell.of(entered("missing", "按方案的保守值处理", "conservative value of the plan")),
              Cell.of(parameter.responsible().isBlank() ? "—" : parameter.responsible())));
    }
    return draft.finish();
  }

  private Text entered(String field, String zh, String en) {
    String own = input.entered().getOrDefault(field, "").strip();
    return own.isEmpty() ? new Text(zh, en) : new Text(own, own);
  }

  private String place(Parameter parameter) {
    return input.units().stream()
        .filter(unit -> unit.id().value().equals(parameter.unitId()))
        .findFirst()
        .map(unit -> unit.description().name())
        .orElse("全厂");
  }

  private static Text way(Parameter parameter) {
    return switch (parameter.obtainedBy()) {
      case MEASURED -> new Text("实测值", "measured");
      case CALCULATED -> new Text("计算值", "calculated");
      case DEFAULT -> new Text("缺省值", "default");
      case SUPPLIER -> new Text("供应商提供", "from the supplier");
    };
  }

  /// Every value a factor table or a constant gave, once.
  Table factors(Part.Factors part) {
    TableDraft draft =
        new TableDraft(
            part.caption(),
            List.of(
                text("item", "项目", "Item"),
                text("name", "因子", "Factor"),
                new Column("value", new Text("数值", "Value"), null, true),
                text("source", "出处", "Source"),
                text("confidence", "可信度", "Confidence")));
    Set<String> seen = new HashSet<>();
    for (Row row : input.inventory().rows()) {
      row.symbols()
          .forEach((symbol, value) -> {
            boolean given = value.origin() == Origin.FACTOR || value.origin() == Origin.CONSTANT;
            String key = row.source() + "/" + row.item() + "/" + symbol + "=" + value.value();
            if (given && value.source() != null && seen.add(key)) {
              addFactor(draft, row, symbol, value);
            }
          });
    }
    return draft.finish();
  }

  private void addFactor(TableDraft draft, Row row, String symbol, Value value) {
    Quantity quantity = new Quantity(value.value(), Units.standard().require(value.unit()));
    int decimals =
        value.value().isDecimal()
            ? Math.clamp(value.value().toDecimal().scale(), 0, FACTOR_DECIMALS)
            : FACTOR_DECIMALS;
    Figure figure =
        printing.print(
            new Printing.Draft(
                draft.nextId() + ".value",
                quantity.value(),
                decimals,
                value.unit(),
                true,
                row.figure(),
                value.confidence()));
    draft.add(
        row.source() + "/" + row.item() + "/" + symbol + "/" + value.value(),
        Role.LINE,
        List.of(
            Cell.of(row.itemName()),
            Cell.of(value.name()),
            Cell.of(figure),
            Cell.of(ItemRows.source(value)),
            Cell.of(confidence(value))));
  }

  /// The files of a month by what they prove; an item without a file has a line of its own.
  Table evidence(Part.Evidence part) {
    TableDraft draft =
        new TableDraft(
            part.caption(),
            List.of(
                text("item", "存证内容", "To be proved"),
                text("must", "要求", "Needed"),
                text("parameter", "参数", "Parameter"),
                text("file", "文件", "File"),
                text("digest", "SHA-256", "SHA-256"),
                text("by", "上传人", "Uploaded by"),
                text("at", "上传日期", "Uploaded on")));
    for (EvidenceItem item : part.items()) {
      List<EvidenceFile> files =
          input.evidence().stream().filter(file -> file.belongsTo(item)).toList();
      Text must = item.required() ? new Text("必报", "required") : new Text("选报", "optional");
      if (files.isEmpty()) {
        Text none = new Text("本月无此类数据", "no such data in this month");
        draft.add(
            item.key() + "/none",
            Role.LINE,
            List.of(Cell.of(item.name()), Cell.of(must), Cell.of(none)));
      }
      for (EvidenceFile file : files) {
        draft.add(
            item.key() + "/" + file.parameter() + "/" + file.digest(),
            Role.LINE,
            List.of(
                Cell.of(item.name()),
                Cell.of(must),
                Cell.of(file.parameter()),
                Cell.of(file.exists() ? same(file.name()) : new Text("缺少文件", "missing")),
                Cell.of(file.digest()),
                Cell.of(file.storedBy()),
                Cell.of(file.storedAt())));
      }
    }
    return draft.finish();
  }

  private static Text same(String words) {
    return new Text(words, words);
  }

  private static Text confidence(Value value) {
    return switch (String.valueOf(value.confidence())) {
      case "verified" -> new Text("● 已核实", "● verified");
      case "recalled" -> new Text("◐ 待核对原文", "◐ recalled");
      case "unsure" -> new Text("○ 存疑", "○ unsure");
      default -> new Text("企业给定", "set by the enterprise");
    };
  }

  private static Column text(String key, String zh, String en) {
    return new Column(key, new Text(zh, en), null, false);
  }
}
