package io.tanheng.server.operate.intake;

import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.operate.intake.workbook.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// The uploaded workbook with a comment and a fill at each problem, and a first sheet that lists
/// them all with links.
///
/// Only files that [io.tanheng.server.operate.intake.workbook.WorkbookReader] has accepted come
/// here; the program's own limits are set all the same.
final class AnnotatedCopy {
  private static final String LIST = "问题清单";
  private static final String AUTHOR = "Tanheng";
  private static final int MARKED_MAX = 2_000;
  private static final int COMMENT_COLUMNS = 5;
  private static final int COMMENT_ROWS = 8;
  private static final int UNITS_OF_CHARACTER = 256;

  static {
    ZipSecureFile.setMaxEntrySize(Limits.STATED.unpackedBytes());
    ZipSecureFile.setMinInflateRatio(1.0 / Limits.STATED.compressionRatio());
  }

  private final XSSFWorkbook workbook;
  private final Map<String, CellStyle> filled = new HashMap<>();

  private AnnotatedCopy(XSSFWorkbook workbook) {
    this.workbook = workbook;
  }

  static boolean canAnnotate(byte[] file) {
    return file.length > 1 && file[0] == 'P' && file[1] == 'K';
  }

  static byte[] of(byte[] file, List<Problem> problems) {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      new AnnotatedCopy(workbook).mark(problems);
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void mark(List<Problem> problems) {
    Map<String, List<Problem>> byCell = new LinkedHashMap<>();
    for (Problem problem : problems.subList(0, Math.min(MARKED_MAX, problems.size()))) {
      if (problem.place().sheet() != null && problem.place().cell() != null) {
        byCell
            .computeIfAbsent(
                problem.place().sheet() + "!" + problem.place().cell(), _ -> new ArrayList<>())
            .add(problem);
      }
    }
    byCell.values().forEach(this::markCell);
    list(problems);
  }

  private void markCell(List<Problem> problems) {
    Problem.Place place = problems.getFirst().place();
    XSSFSheet sheet = workbook.getSheet(place.sheet());
    if (sheet == null) {
      return;
    }
    Cell cell = cell(sheet, new CellReference(place.cell()));
    boolean isError =
        problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
    cell.setCellStyle(fill(cell.getCellStyle(), isError));
    StringBuilder text = new StringBuilder();
    if (cell.getCellComment() != null) {
      text.append(cell.getCellComment().getString().getString()).append("\n\n");
      cell.removeCellComment();
    }
    for (Problem problem : problems) {
      text.append(problem.message().zh()).append('\n').append(problem.message().en()).append('\n');
    }
    XSSFClientAnchor anchor =
        new XSSFClientAnchor(
            0,
            0,
            0,
            0,
            cell.getColumnIndex() + 1,
            cell.getRowIndex(),
            cell.getColumnIndex() + 1 + COMMENT_COLUMNS,
            cell.getRowIndex() + COMMENT_ROWS);
    XSSFComment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
    comment.setString(new XSSFRichTextString(text.toString().strip()));
    comment.setAuthor(AUTHOR);
    cell.setCellComment(comment);
  }

  private static Cell cell(XSSFSheet sheet, CellReference at) {
    Row row = sheet.getRow(at.getRow());
    if (row == null) {
      row = sheet.createRow(at.getRow());
    }
    Cell cell = row.getCell(at.getCol());
    return cell == null ? row.createCell(at.getCol()) : cell;
  }

  /// The style of the cell with another fill; made once for each style.
  private CellStyle fill(CellStyle own, boolean isError) {
    return filled.computeIfAbsent(
        own.getIndex() + (isError ? "e" : "w"),
        _ -> {
          CellStyle style = workbook.createCellStyle();
          style.cloneStyleFrom(own);
          style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
          style.setFillForegroundColor(
              (isError ? IndexedColors.ROSE : IndexedColors.LIGHT_YELLOW).getIndex());
          return style;
        });
  }

  private void list(List<Problem> problems) {
    String name = LIST;
    for (int i = 2; workbook.getSheet(name) != null; i++) {
      name = LIST + i;
    }
    XSSFSheet sheet = workbook.createSheet(name);
    CellStyle bold = workbook.createCellStyle();
    XSSFFont font = workbook.createFont();
    font.setBold(true);
    bold.setFont(font);
    CellStyle wrapped = workbook.createCellStyle();
    wrapped.setWrapText(true);
    row(sheet, 0, bold, "级别 Severity", "工作表 Sheet", "单元格 Cell", "问题", "Problem");
    for (int i = 0; i < problems.size(); i++) {
      Problem problem = problems.get(i);
      Problem.Place place = problem.place();
      row(
          sheet,
          i + 1,
          wrapped,
          problem.severity() == Problem.Severity.ERROR ? "错误 error" : "提示 warning",
          place.sheet() == null ? "" : place.sheet(),
          place.cell() == null ? "" : place.cell(),
          problem.message().zh(),
          problem.message().en());
      if (place.cell() != null
          && place.sheet() != null
          && workbook.getSheet(place.sheet()) != null) {
        XSSFHyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + place.sheet().replace("'", "''") + "'!" + place.cell());
        sheet.getRow(i + 1).getCell(2).setHyperlink(link);
      }
    }
    int[] widths = {14, 14, 10, 70, 70};
    for (int column = 0; column < widths.length; column++) {
      sheet.setColumnWidth(column, widths[column] * UNITS_OF_CHARACTER);
    }
    sheet.createFreezePane(0, 1);
    workbook.setSheetOrder(name, 0);
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      workbook.getSheetAt(i).setSelected(i == 0);
    }
    workbook.setActiveSheet(0);
  }

  private static void row(XSSFSheet sheet, int at, CellStyle style, String... texts) {
    Row row = sheet.createRow(at);
    for (int column = 0; column < texts.length; column++) {
      Cell cell = row.createCell(column);
      cell.setCellValue(texts[column]);
      cell.setCellStyle(style);
    }
  }
}
