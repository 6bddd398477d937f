package io.tanheng.server.operate.report.print;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.report.content.ReportContent;
import io.tanheng.server.operate.report.content.ReportContent.Cell;
import io.tanheng.server.operate.report.content.ReportContent.Column;
import io.tanheng.server.operate.report.content.ReportContent.Figure;
import io.tanheng.server.operate.report.content.ReportContent.Line;
import io.tanheng.server.operate.report.content.ReportContent.Part;
import io.tanheng.server.operate.report.content.ReportContent.Role;
import io.tanheng.server.operate.report.content.ReportContent.Table;
import io.tanheng.server.operate.report.content.UnitText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/// A report as a workbook: one sheet per table with the printed values, sums as formulas, and a
/// last sheet that leads from each figure to its trace.
public final class SheetReport {
  private static final int FIRST_LINE = 2;
  private static final int WIDE = 28 * 256;
  private static final int NARROW = 14 * 256;

  private final ReportContent content;
  private final Paper paper;
  private final XSSFWorkbook book = new XSSFWorkbook();
  private final Map<String, CellStyle> styles = new HashMap<>();

  private SheetReport(ReportContent content, Paper paper) {
    this.content = content;
    this.paper = paper;
  }

  public static byte[] print(ReportContent content, Paper paper) {
    SheetReport report = new SheetReport(content, paper);
    try (XSSFWorkbook book = report.book) {
      content.tables().forEach(report::sheet);
      report.traces();
      XSSFFormulaEvaluator.evaluateAllFormulaCells(book);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sheet(Table table) {
    String name = WorkbookUtil.createSafeSheetName(table.number() + " " + paper.in(table.title()));
    XSSFSheet sheet = book.createSheet(name);
    text(sheet.createRow(0), 0, "表" + table.number() + "　" + paper.in(table.title()), "title");
    XSSFRow head = sheet.createRow(1);
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      text(head, i, paper.head(column), "head");
      sheet.setColumnWidth(i, column.numeric() ? NARROW : WIDE);
    }
    text(head, table.columns().size(), paper.in(new Text("溯源", "Trace")), "head");
    Map<String, String> addresses = addresses(table);
    for (int i = 0; i < table.lines().size(); i++) {
      row(sheet.createRow(FIRST_LINE + i), table, table.lines().get(i), addresses);
    }
    sheet.createFreezePane(1, FIRST_LINE);
  }

  private static Map<String, String> addresses(Table table) {
    Map<String, String> addresses = new HashMap<>();
    for (int i = 0; i < table.lines().size(); i++) {
      List<Cell> cells = table.lines().get(i).cells();
      for (int j = 0; j < cells.size(); j++) {
        Figure figure = cells.get(j).figure();
        if (figure != null) {
          addresses.put(figure.id(), new CellReference(FIRST_LINE + i, j).formatAsString());
        }
      }
    }
    return addresses;
  }

  private void row(XSSFRow row, Table table, Line line, Map<String, String> addresses) {
    String kind = line.role() == Role.HEADING ? "head" : "text";
    for (int i = 0; i < line.cells().size(); i++) {
      Cell cell = line.cells().get(i);
      Figure figure = cell.figure();
      if (figure == null) {
        text(row, i, paper.words(cell), kind);
      } else {
        number(row.createCell(i), figure, rest(table, line, i, addresses), addresses);
      }
    }
    if (line.cells().stream().anyMatch(cell -> cell.figure() != null)) {
      text(row, table.columns().size(), line.id(), "small");
    }
  }

  /// The cell with the rounding difference of a sum: the line below it, or the column for it.
  private static @Nullable String rest(
      Table table, Line line, int column, Map<String, String> addresses) {
    int index = table.lines().indexOf(line);
    if (index + 1 < table.lines().size()) {
      Line next = table.lines().get(index + 1);
      Figure below = next.cells().get(column).figure();
      if (next.role() == Role.DIFFERENCE && below != null) {
        return addresses.get(below.id());
      }
    }
    for (int i = 0; i < table.columns().size(); i++) {
      Figure beside = line.cells().get(i).figure();
      if (table.columns().get(i).key().equals("difference") && beside != null && i != column) {
        return addresses.get(beside.id());
      }
    }
    return null;
  }

  private void number(
      XSSFCell cell, Figure figure, @Nullable String rest, Map<String, String> addresses) {
    cell.setCellStyle(numberStyle(figure));
    if (figure.sum().isEmpty()) {
      // A workbook holds doubles; the printed value is far within their precision.
      cell.setCellValue(new BigDecimal(figure.printed()).doubleValue());
      return;
    }
    List<String> terms = new ArrayList<>();
    for (Part part : figure.sum()) {
      terms.add((part.sign() < 0 ? "-" : "+") + addresses.get(part.figure()));
    }
    if (rest != null) {
      terms.add("+" + rest);
    }
    cell.setCellFormula("ROUND(" + String.join("", terms) + "," + figure.decimals() + ")");
  }

  private void traces() {
    XSSFSheet sheet = book.createSheet(paper.in(new Text("溯源", "Traces")));
    XSSFRow head = sheet.createRow(0);
    List<Text> names =
        List.of(
            new Text("溯源编号", "Trace"),
            new Text("印出数值", "Printed"),
            new Text("精确数值", "Exact"),
            new Text("单位", "Unit"),
            new Text("核算结果中的编号", "Figure of the inventory"));
    for (int i = 0; i < names.size(); i++) {
      text(head, i, paper.in(names.get(i)), "head");
      sheet.setColumnWidth(i, WIDE);
    }
    text(head, names.size(), paper.link(), "small");
    int[] next = {1};
    content
        .figures()
        .forEach(figure -> {
          XSSFRow row = sheet.createRow(next[0]++);
          text(row, 0, figure.id(), "text");
          text(row, 1, figure.printed(), "text");
          text(row, 2, figure.exact(), "text");
          text(row, 3, UnitText.of(figure.unit()), "text");
          text(row, 4, figure.trace() == null ? "" : figure.trace(), "text");
        });
  }

  /// Text cells hold text even where it begins with `=`.
  private void text(XSSFRow row, int column, String words, String kind) {
    XSSFCell cell = row.createCell(column);
    cell.setCellValue(words);
    cell.setCellStyle(styles.computeIfAbsent(kind, this::textStyle));
  }

  private CellStyle textStyle(String kind) {
    CellStyle style = book.createCellStyle();
    Font font = book.createFont();
    style.setFont(font);
    style.setWrapText(kind.equals("head"));
    switch (kind) {
      case "title" -> {
        font.setBold(true);
        font.setFontHeightInPoints((short) 13);
      }
      case "head" -> {
        font.setBold(true);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      }
      case "small" -> font.setFontHeightInPoints((short) 8);
      default -> style.setQuotePrefixed(true);
    }
    return style;
  }

  private CellStyle numberStyle(Figure figure) {
    String places = figure.decimals() == 0 ? "0" : "0." + "0".repeat(figure.decimals());
    String format =
        figure.unitShown() ? places + "\" " + UnitText.of(figure.unit()) + "\"" : places;
    return styles.computeIfAbsent(
        "number " + format,
        key -> {
          CellStyle style = book.createCellStyle();
          style.setDataFormat(book.createDataFormat().getFormat(format));
          return style;
        });
  }
}
