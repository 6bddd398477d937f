package io.tanheng.server.operate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tanheng.server.operate.report.content.ReportContent;
import io.tanheng.server.operate.report.content.ReportContent.Figure;
import io.tanheng.server.operate.report.print.PdfConverter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Opens printed reports with LibreOffice and compares every number with the content.
final class ReadBack {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
  private static final PdfConverter OFFICE =
      PdfConverter.find()
          .orElseThrow(() ->
              new IllegalStateException(
                  "this test opens reports with LibreOffice; ./tanheng test installs it"));

  private ReadBack() {}

  static List<byte[]> pdfs(List<byte[]> documents) {
    return OFFICE.convertAll(documents, "docx", "pdf");
  }

  static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  /// Every printed figure stands in the text at least as often as in the content.
  static void assertAllFiguresIn(String method, String text, ReportContent content) {
    Map<String, Integer> there = new HashMap<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      there.merge(matcher.group(), 1, Integer::sum);
    }
    Map<String, Integer> wanted = new HashMap<>();
    content.figures().forEach(figure -> wanted.merge(figure.printed(), 1, Integer::sum));
    List<String> missing =
        wanted.entrySet().stream()
            .filter(entry -> there.getOrDefault(entry.getKey(), 0) < entry.getValue())
            .map(entry ->
                entry.getKey()
                    + " "
                    + there.getOrDefault(entry.getKey(), 0)
                    + " of "
                    + entry.getValue())
            .toList();
    assertThat(missing).as("printed figures missing in the document of " + method).isEmpty();
  }

  /// Workbooks with their formulas computed by LibreOffice: what POI computed is thrown away first.
  static List<byte[]> recalculated(List<byte[]> workbooks) throws IOException {
    List<byte[]> bare = new ArrayList<>();
    for (byte[] workbook : workbooks) {
      bare.add(withoutResults(workbook));
    }
    return OFFICE.convertAll(bare, "xlsx", "xlsx");
  }

  private static byte[] withoutResults(byte[] xlsx) throws IOException {
    ByteArrayOutputStream bare = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
      for (Sheet sheet : book) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.FORMULA) {
              String formula = cell.getCellFormula();
              cell.setBlank();
              cell.setCellFormula(formula);
            }
          }
        }
      }
      book.write(bare);
    }
    return bare.toByteArray();
  }

  /// Every number cell is the printed figure, and every sum is computed by a formula.
  static int assertSheetsMatch(XSSFWorkbook book, ReportContent content) {
    int[] formulas = {0};
    int[] sheet = {0};
    content
        .tables()
        .forEach(table -> {
          Sheet shown = book.getSheetAt(sheet[0]++);
          for (int i = 0; i < table.lines().size(); i++) {
            Row row = shown.getRow(2 + i);
            for (int j = 0; j < table.columns().size(); j++) {
              Figure figure = table.lines().get(i).cells().get(j).figure();
              if (figure == null) {
                continue;
              }
              Cell cell = row.getCell(j);
              BigDecimal unit = BigDecimal.ONE.movePointLeft(figure.decimals() + 2);
              assertThat(new BigDecimal(cell.getNumericCellValue()))
                  .as(figure.id())
                  .isCloseTo(new BigDecimal(figure.printed()), within(unit));
              if (!figure.sum().isEmpty()) {
                assertThat(cell.getCellType()).as(figure.id()).isEqualTo(CellType.FORMULA);
                formulas[0]++;
              }
            }
          }
        });
    return formulas[0];
  }
}
