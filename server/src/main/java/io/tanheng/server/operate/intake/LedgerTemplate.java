package io.tanheng.server.operate.intake;

import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterKind;
import io.tanheng.units.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// An empty ledger of a year for one enterprise, made from its parameters: months as columns, units
/// to choose from, headings protected. The import reads it back.
final class LedgerTemplate {
  private static final String HEADING_FILL = "D9E1F2";
  private static final String INPUT_FILL = "FFF2CC";
  private static final List<List<String>> LABEL_HEADINGS =
      List.of(
          List.of("指标"),
          List.of("设备", "指标"),
          List.of("工序/设备", "品种", "指标"),
          List.of("车间", "工序/设备", "品种", "指标"));
  private static final int MONTHS = 12;
  private static final int SPARE_ROWS = 20;

  private final Year year;

  private LedgerTemplate(Year year) {
    this.year = year;
  }

  /// @param sheets the sheets to offer where the enterprise has no parameters yet
  static byte[] of(Year year, String enterprise, List<Parameter> parameters, List<String> sheets) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LedgerTemplate template = new LedgerTemplate(year);
    try (Workbook workbook = new Workbook(bytes, "Tanheng", "1.0")) {
      template.instructions(workbook.newWorksheet("填报说明"), enterprise);
      Set<String> names = new LinkedHashSet<>();
      parameters.forEach(parameter -> names.add(parameter.sheet()));
      if (names.isEmpty()) {
        names.addAll(sheets);
      }
      for (String name : names) {
        template.sheet(
            workbook.newWorksheet(name),
            parameters.stream().filter(parameter -> parameter.sheet().equals(name)).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void instructions(Worksheet sheet, String enterprise) {
    List<Text> lines =
        List.of(
            new Text(enterprise + " " + year + "年月度台账", enterprise + " monthly ledger " + year),
            new Text(
                "1. 每行是一个监测参数，每列是一个月；只填黄色单元格，没有数据的月份留空，停产月份填0。",
                "1. One row per monitoring parameter, one column per month. Fill the yellow cells"
                    + " only; leave months without data empty, enter 0 for months without"
                    + " operation."),
            new Text(
                "2. 只填数字，不写千位分隔符、单位或“约”；未检测的化验值写“未检测”。",
                "2. Numbers only: no thousand separators, units or \"about\". Write 未检测 for a"
                    + " missing test."),
            new Text(
                "3. 单位可在下拉框中选择；不要改动表头、名称和列的次序。",
                "3. Choose units from the list; keep headings, names and the order of columns."),
            new Text(
                "4. 库存填月末值，“年初库存”填年初值；合计由公式计算。",
                "4. Stocks are month-end values; 年初库存 is the stock at the start of the year."
                    + " Totals are formulas."));
    for (int line = 0; line < lines.size(); line++) {
      sheet.value(2 * line, 0, lines.get(line).zh());
      sheet.value(2 * line + 1, 0, lines.get(line).en());
    }
    sheet.range(0, 0, 1, 0).style().bold().fontSize(14).set();
    sheet.width(0, 110);
    sheet.protect("");
  }

  private void sheet(Worksheet sheet, List<Parameter> parameters) {
    int labels =
        parameters.stream().mapToInt(parameter -> parameter.labels().size()).max().orElse(2);
    List<String> headings =
        new ArrayList<>(Collections.nCopies(Math.max(0, labels - LABEL_HEADINGS.size()), "项目"));
    headings.addAll(LABEL_HEADINGS.get(Math.min(labels, LABEL_HEADINGS.size()) - 1));
    headings.add("计量单位");
    headings.add("年初库存");
    for (int month = 1; month <= MONTHS; month++) {
      headings.add(year.atMonth(month).toString());
    }
    headings.add("合计");
    headings.add("备注");
    for (int column = 0; column < headings.size(); column++) {
      sheet.value(0, column, headings.get(column));
      sheet.width(column, column < labels ? 20 : 13);
    }
    sheet.range(0, 0, 0, headings.size() - 1).style().bold().fillColor(HEADING_FILL).set();
    sheet.freezePane(labels + 1, 1);
    int row = 1;
    for (Parameter parameter : parameters) {
      row(sheet, row, labels, parameter);
      row++;
    }
    if (parameters.isEmpty()) {
      sheet
          .range(1, 0, SPARE_ROWS, headings.size() - 1)
          .style()
          .protectionOption(ProtectionOption.LOCKED, false)
          .set();
    }
    sheet.protect("");
  }

  private void row(Worksheet sheet, int row, int labels, Parameter parameter) {
    List<String> own = parameter.labels();
    for (int i = 0; i < own.size(); i++) {
      sheet.value(row, i, own.get(i));
    }
    sheet.value(row, labels, parameter.unitAsWritten());
    sheet
        .range(row, labels, row, labels)
        .style()
        .protectionOption(ProtectionOption.LOCKED, false)
        .set();
    Set<String> units = new LinkedHashSet<>(List.of(parameter.unitAsWritten(), parameter.unit()));
    sheet
        .range(row, labels, row, labels)
        .validateWithListByFormula('"' + String.join(",", units) + '"');
    int first = parameter.kind() == ParameterKind.STOCK ? labels + 1 : labels + 2;
    sheet
        .range(row, first, row, labels + 1 + MONTHS)
        .style()
        .fillColor(INPUT_FILL)
        .protectionOption(ProtectionOption.LOCKED, false)
        .set();
    boolean adds =
        parameter.kind() == ParameterKind.FLOW || parameter.kind() == ParameterKind.OUTPUT;
    if (adds) {
      String from = column(labels + 2) + (row + 1);
      String to = column(labels + 1 + MONTHS) + (row + 1);
      sheet.formula(row, labels + 2 + MONTHS, "SUM(" + from + ":" + to + ")");
    }
  }

  private static String column(int index) {
    return io.tanheng.server.operate.intake.workbook.CellRef.letters(index + 1);
  }
}
