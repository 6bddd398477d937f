package io.tanheng.server.operate.report.content;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.report.content.ReportContent.Cell;
import io.tanheng.server.operate.report.content.ReportContent.Column;
import io.tanheng.server.operate.report.content.ReportContent.Figure;
import io.tanheng.server.operate.report.content.ReportContent.Part;
import io.tanheng.server.operate.report.content.ReportContent.Role;
import io.tanheng.server.operate.report.content.ReportContent.Table;
import io.tanheng.server.operate.report.layout.ReportLayout;
import io.tanheng.server.operate.view.ViewSnapshot;
import io.tanheng.server.operate.view.ViewSnapshot.Category;
import io.tanheng.server.operate.view.ViewSnapshot.Electricity;
import io.tanheng.server.operate.view.ViewSnapshot.Judged;
import io.tanheng.server.operate.view.ViewSnapshot.Line;
import io.tanheng.units.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tables of a run in the order of another standard, such as the six categories of ISO 14064-1.
final class ViewTables {
  private static final String VALUE = "value";
  private static final String UNIT = "tCO2e";
  private static final Rational HUNDRED = Rational.of(100);
  private static final int PERCENT_DECIMALS = 2;
  private static final Text NOT_QUANTIFIED = new Text("未量化", "not quantified");

  private final ReportLayout.Part.View part;
  private final ViewSnapshot view;
  private final Printing printing;
  private final TableDraft draft;

  private ViewTables(
      ReportLayout.Part.View part, ViewSnapshot view, Printing printing, List<Column> columns) {
    this.part = part;
    this.view = view;
    this.printing = printing;
    draft = new TableDraft(part.caption(), columns);
  }

  static Table of(ReportLayout.Part.View part, ViewSnapshot view, Printing printing) {
    ViewTables tables = new ViewTables(part, view, printing, columns(part.kind()));
    switch (part.kind()) {
      case CATEGORIES -> tables.categories();
      case GASES -> tables.gases();
      case MEMOS -> tables.memos();
      case RECONCILIATION -> tables.reconciliation();
      case ELECTRICITY -> tables.electricity();
      case SIGNIFICANCE -> tables.significance();
    }
    return tables.draft.finish();
  }

  private static List<Column> columns(ReportLayout.ViewTable kind) {
    Column name = new Column("name", new Text("项目", "Item"), null, false);
    Column gas = new Column("gas", new Text("气体", "Gas"), null, false);
    Column value = new Column(VALUE, new Text("排放量", "Emissions"), UNIT, true);
    Column share = new Column("share", new Text("占比", "Share"), "%", true);
    Column remark = new Column("remark", new Text("依据和说明", "Basis and remark"), null, false);
    return switch (kind) {
      case CATEGORIES -> List.of(name, gas, value, share, remark);
      case GASES -> List.of(gas, value);
      case MEMOS -> List.of(name, gas, value, remark);
      case RECONCILIATION -> List.of(name, value, remark);
      case ELECTRICITY ->
          List.of(name, new Column(VALUE, new Text("数值", "Value"), null, true), remark);
      case SIGNIFICANCE ->
          List.of(
              name,
              value,
              new Column(
                  "share", new Text("占直接排放和输入能源", "Of direct and energy emissions"), "%", true),
              new Column("score", new Text("得分", "Score"), null, true),
              new Column("significant", new Text("是否重大", "Significant"), null, false),
              remark);
    };
  }

  private void categories() {
    List<Figure> sums = new ArrayList<>();
    for (Category category : view.categories()) {
      draft.add(
          "heading/" + category.id(),
          Role.HEADING,
          List.of(Cell.of(numbered(category.id(), category.name()))));
      List<Figure> lines = new ArrayList<>();
      for (ViewSnapshot.Part place : category.parts()) {
        if (place.lines().isEmpty()) {
          draft.add(
              "place/" + place.id(),
              Role.LINE,
              List.of(Cell.of(numbered(place.id(), place.name())), Cell.of(NOT_QUANTIFIED)));
        }
        for (Line line : place.lines()) {
          Figure figure = figure(line.value(), trace(line), List.of());
          lines.add(figure);
          draft.add(
              key("place/" + place.id(), line),
              Role.LINE,
              List.of(
                  Cell.of(of(numbered(place.id(), place.name()), line.name())),
                  Cell.of(gas(line.gas())),
                  Cell.of(figure),
                  share(line.value()),
                  remark(line)));
        }
      }
      Text sumName = new Text("类别" + category.id() + "小计", "Sum of category " + category.id());
      if (lines.isEmpty()) {
        // Nothing was quantified, which is not the same as nothing emitted.
        draft.add(
            "category/" + category.id(),
            Role.SUBTOTAL,
            List.of(Cell.of(sumName), Cell.of(NOT_QUANTIFIED)));
      } else {
        sums.add(sum("category/" + category.id(), sumName, Role.SUBTOTAL, category.sum(), lines));
      }
    }
    sum("total", new Text("六类合计", "Sum of the categories"), Role.TOTAL, view.total(), sums);
  }

  private void gases() {
    List<Figure> lines = new ArrayList<>();
    view.gases()
        .forEach((gas, amount) -> {
          Figure figure = figure(amount, null, List.of());
          lines.add(figure);
          draft.add("gas/" + gas, Role.LINE, List.of(Cell.of(gas(gas)), Cell.of(figure)));
        });
    Rational whole = Rational.sum(List.copyOf(view.gases().values()));
    sum("gases", new Text("直接排放合计", "Direct emissions"), Role.SUBTOTAL, whole, lines);
  }

  private void memos() {
    for (ViewSnapshot.Part memo : view.memos()) {
      for (Line line : memo.lines()) {
        draft.add(
            key("memo/" + memo.id(), line),
            Role.MEMO,
            List.of(
                Cell.of(of(memo.name(), line.name())),
                Cell.of(gas(line.gas())),
                Cell.of(figure(line.value(), trace(line), List.of())),
                remark(line)));
      }
    }
  }

  private void reconciliation() {
    List<Figure> lines = new ArrayList<>();
    Figure method = figure(view.methodTotal(), "total", List.of());
    lines.add(method);
    draft.add(
        "method",
        Role.LINE,
        List.of(Cell.of(new Text("核算方法的排放总量", "Total by the method")), Cell.of(method)));
    for (Line line : view.reconciliation()) {
      Figure figure = figure(line.value(), trace(line), List.of());
      lines.add(figure);
      draft.add(
          key("difference", line),
          Role.LINE,
          List.of(Cell.of(line.name()), Cell.of(figure), remark(line)));
    }
    sum("view", new Text("六类合计", "Sum of the categories"), Role.SUBTOTAL, view.total(), lines);
  }

  private void electricity() {
    Electricity electricity = view.electricity();
    if (electricity == null) {
      draft.add(
          "none",
          Role.LINE,
          List.of(
              Cell.of(
                  new Text(
                      "本年度没有录入绿电合同或绿证，输入电力只按位置法列示",
                      "No contract or certificate was entered for the year: imported electricity is"
                          + " stated by the location-based method only"))));
      return;
    }
    String trace = "source:" + electricity.source();
    power("bought", new Text("输入电量", "Electricity bought"), electricity.bought(), "MWh", trace);
    power(
        "covered", new Text("合同和绿证电量", "Covered by contracts"), electricity.covered(), "MWh", null);
    power("residual", new Text("其余电量", "Not covered"), electricity.residual(), "MWh", null);
    power("location", new Text("位置法排放量", "Location-based"), electricity.location(), UNIT, trace);
    power("market", new Text("市场法排放量", "Market-based"), electricity.market(), UNIT, null);
  }

  private void power(String key, Text name, Rational value, String unit, @Nullable String trace) {
    Figure figure =
        printing.print(
            new Printing.Draft(
                draft.nextId() + "." + VALUE, value, part.decimals(), unit, true, trace, null));
    draft.add(key, Role.LINE, List.of(Cell.of(name), Cell.of(figure)));
  }

  private void significance() {
    for (Judged judged : view.judged()) {
      String id = draft.nextId();
      draft.add(
          "judged/" + judged.name().zh(),
          Role.LINE,
          List.of(
              Cell.of(judged.name()),
              Cell.of(figure(judged.sum(), null, List.of())),
              Cell.of(number(id + ".share", judged.share().times(HUNDRED), "%")),
              Cell.of(number(id + ".score", judged.score(), "1")),
              Cell.of(judged.significant() ? new Text("重大", "yes") : new Text("不重大", "no")),
              Cell.of(judged.excluded() == null ? "" : judged.excluded())));
    }
  }

  private Figure sum(String key, Text name, Role role, Rational exact, List<Figure> of) {
    List<Part> parts = of.stream().map(one -> new Part(one.id(), 1)).toList();
    Figure sum = figure(exact, null, parts);
    draft.add(key, role, around(name, sum, role == Role.TOTAL ? Cell.of("") : share(exact)));
    BigDecimal rest = new BigDecimal(sum.printed());
    for (Figure one : of) {
      rest = rest.subtract(new BigDecimal(one.printed()));
    }
    if (!of.isEmpty() && rest.signum() != 0) {
      Figure difference = figure(Rational.of(rest), null, List.of());
      draft.add(
          key + "/difference",
          Role.DIFFERENCE,
          around(SummaryTable.DIFFERENCE, difference, Cell.empty()));
    }
    return sum;
  }

  /// The cells of a sum: a gas column before it and a share after it, where the table has them.
  private List<Cell> around(Text name, Figure figure, Cell share) {
    return switch (part.kind()) {
      case CATEGORIES -> List.of(Cell.of(name), Cell.empty(), Cell.of(figure), share);
      default -> List.of(Cell.of(name), Cell.of(figure));
    };
  }

  private Figure figure(Rational exact, @Nullable String trace, List<Part> sum) {
    return printing.print(
        new Printing.Draft(
            draft.nextId() + "." + VALUE, exact, part.decimals(), UNIT, false, trace, null),
        sum);
  }

  private Figure number(String id, Rational exact, String unit) {
    return printing.print(new Printing.Draft(id, exact, PERCENT_DECIMALS, unit, false, null, null));
  }

  private Cell share(Rational value) {
    return view.total().isZero()
        ? Cell.of("—")
        : Cell.of(
            number(draft.nextId() + ".share", value.times(HUNDRED).dividedBy(view.total()), "%"));
  }

  private static @Nullable String trace(Line line) {
    return line.source() == null ? null : "source:" + line.source();
  }

  private static String key(String place, Line line) {
    return place + "/" + (line.source() == null ? line.name().zh() : line.source());
  }

  private static Cell remark(Line line) {
    return line.remark() == null ? Cell.empty() : Cell.of(line.remark());
  }

  private static Text numbered(String id, Text name) {
    return new Text(id + " " + name.zh(), id + " " + name.en());
  }

  private static Text of(Text place, Text line) {
    return place.zh().endsWith(line.zh())
        ? place
        : new Text(place.zh() + "：" + line.zh(), place.en() + ": " + line.en());
  }

  private static String gas(String gas) {
    return UnitText.of(gas);
  }
}
