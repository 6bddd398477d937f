package io.tanheng.server.operate.report.print;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.report.content.ReportContent;
import io.tanheng.server.operate.report.content.ReportContent.Block;
import io.tanheng.server.operate.report.content.ReportContent.Cell;
import io.tanheng.server.operate.report.content.ReportContent.Chapter;
import io.tanheng.server.operate.report.content.ReportContent.Chart;
import io.tanheng.server.operate.report.content.ReportContent.Column;
import io.tanheng.server.operate.report.content.ReportContent.Line;
import io.tanheng.server.operate.report.content.ReportContent.Paragraph;
import io.tanheng.server.operate.report.content.ReportContent.Role;
import io.tanheng.server.operate.report.content.ReportContent.Signatures;
import io.tanheng.server.operate.report.content.ReportContent.Table;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/// Writes chapters and tables into a Word document, before one of its paragraphs.
final class WordBody {
  private static final int HEADING = 14;
  private static final int TEXT = 11;
  private static final int TABLE = 9;
  private static final int ROOM = 9026;
  private static final int WIDE_ROOM = 13958;
  static final int SMALL = 6;
  private static final String GREY = "7A7A7A";
  private static final String HEAD_FILL = "E6F0EF";
  private static final String TOTAL_FILL = "F3F3F3";

  private final XWPFDocument document;
  private final XWPFParagraph before;
  private final Paper paper;

  /// Whether the section being written lies across.
  private boolean across;

  WordBody(XWPFDocument document, XWPFParagraph before, Paper paper) {
    this.document = document;
    this.before = before;
    this.paper = paper;
  }

  void write(ReportContent content) {
    for (Chapter chapter : content.chapters()) {
      turn(!chapter.blocks().isEmpty() && isWide(chapter.blocks().getFirst()));
      heading(chapter.number() + "　" + paper.in(chapter.title()));
      for (Block block : chapter.blocks()) {
        turn(isWide(block));
        write(block);
      }
    }
    turn(false);
    note(
        new Text(
            "每行末尾的编号是该行数字的溯源编号，扫描封面二维码后按编号查看。◐、○表示所依据的因子尚未核对标准原文。",
            "The number at the end of a line opens the trace of its figures. ◐ and ○: rests on a"
                + " factor not yet compared with the printed standard."));
  }

  /// One table by its number; a report without it says so.
  void write(String number, List<Table> tables) {
    if (tables.isEmpty()) {
      note(new Text("（本报告没有表" + number + "）", "(this report has no table " + number + ")"));
    }
    for (Table table : tables) {
      turn(table.landscape());
      write(table);
    }
    turn(false);
  }

  private static boolean isWide(Block block) {
    return block instanceof Table table && table.landscape();
  }

  /// Goes on in a section that lies as wanted; the one before ends only where they differ.
  private void turn(boolean wanted) {
    if (wanted != across) {
      endSection();
      across = wanted;
    }
  }

  private void write(Block block) {
    switch (block) {
      case Paragraph(Text text) -> run(paragraph(), paper.in(text), TEXT, false);
      case Table table -> write(table);
      case Chart chart -> WordChart.insert(document, paragraph(), chart, paper);
      case Signatures(List<Text> roles) ->
          roles.forEach(
              role -> run(paragraph(), paper.in(role) + "：________________", TEXT, false));
    }
  }

  private void heading(String words) {
    XWPFParagraph paragraph = paragraph();
    paragraph.setSpacingBefore(240);
    paragraph.setSpacingAfter(120);
    paragraph.setKeepNext(true);
    properties(paragraph).addNewOutlineLvl().setVal(BigInteger.ZERO);
    run(paragraph, words, HEADING, true);
  }

  private void note(Text words) {
    XWPFRun run = run(paragraph(), paper.in(words), TABLE, false);
    run.setColor(GREY);
  }

  private void write(Table table) {
    XWPFParagraph caption = paragraph();
    caption.setAlignment(ParagraphAlignment.CENTER);
    caption.setKeepNext(true);
    run(caption, "表" + table.number() + "　" + paper.in(table.title()), TEXT, true);
    grid(table);
    if (table.note() != null) {
      note(new Text("注：" + table.note().zh(), "Note: " + table.note().en()));
    } else {
      run(paragraph(), "", SMALL, false);
    }
  }

  private void grid(Table table) {
    ColumnWidths widths = ColumnWidths.of(table, paper, room(table.landscape()));
    int size = widths.fontSize();
    XWPFTable grid = document.insertNewTbl(before.getCTP().newCursor());
    grid.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    grid.setWidthType(TableWidthType.DXA);
    grid.setWidth(widths.widths().stream().mapToInt(Integer::intValue).sum());
    CTTblGrid columns = grid.getCTTbl().addNewTblGrid();
    widths.widths().forEach(width -> columns.addNewGridCol().setW(BigInteger.valueOf(width)));
    XWPFTableRow head = grid.getRow(0);
    head.setRepeatHeader(true);
    head.setCantSplitRow(true);
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      XWPFTableCell cell = cell(head, i);
      cell.setColor(HEAD_FILL);
      put(cell, paper.head(column), size, true, ParagraphAlignment.CENTER);
    }
    XWPFTableCell corner = cell(head, table.columns().size());
    corner.setColor(HEAD_FILL);
    put(corner, paper.in(new Text("溯源", "Trace")), SMALL, false, ParagraphAlignment.CENTER);
    Line above = null;
    for (Line line : table.lines()) {
      XWPFTableRow row = grid.createRow();
      row(row, table, line, size);
      if (above != null && isSameItem(above, line)) {
        join(grid.getRow(grid.getNumberOfRows() - 2), row);
      }
      above = line;
    }
    grid.getRows()
        .forEach(row -> {
          int cells = row.getCtRow().sizeOfTcArray();
          for (int i = 0; i < cells && cells == widths.widths().size(); i++) {
            row.getCell(i).setWidth(String.valueOf(widths.widths().get(i)));
          }
        });
  }

  /// The width between the margins, in twentieths of a point.
  private int room(boolean across) {
    CTSectPr section = document.getDocument().getBody().getSectPr();
    if (section == null || !section.isSetPgSz() || !section.isSetPgMar()) {
      return across ? WIDE_ROOM : ROOM;
    }
    BigInteger width = number(across ? section.getPgSz().getH() : section.getPgSz().getW());
    return width
        .subtract(number(section.getPgMar().getLeft()))
        .subtract(number(section.getPgMar().getRight()))
        .intValue();
  }

  private static BigInteger number(Object twips) {
    return new BigInteger(twips.toString());
  }

  /// Several parameters of one item: its name stands once beside them.
  private boolean isSameItem(Line above, Line line) {
    Cell upper = above.cells().getFirst();
    Cell lower = line.cells().getFirst();
    return above.role() == Role.LINE
        && line.role() == Role.LINE
        && upper.figure() == null
        && lower.figure() == null
        && !paper.words(lower).isEmpty()
        && paper.words(upper).equals(paper.words(lower));
  }

  private static void join(XWPFTableRow above, XWPFTableRow row) {
    CTTcPr upper = properties(above.getCell(0));
    if (!upper.isSetVMerge()) {
      upper.addNewVMerge().setVal(STMerge.RESTART);
    }
    XWPFTableCell cell = row.getCell(0);
    properties(cell).addNewVMerge().setVal(STMerge.CONTINUE);
    cell.getParagraphs().getFirst().getRuns().forEach(run -> run.setText("", 0));
  }

  private static CTTcPr properties(XWPFTableCell cell) {
    return cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
  }

  private void row(XWPFTableRow row, Table table, Line line, int size) {
    row.setCantSplitRow(true);
    if (line.role() == Role.HEADING) {
      headingRow(row, table, line, size);
      return;
    }
    boolean strong = line.role() == Role.TOTAL || line.role() == Role.SUBTOTAL;
    for (int i = 0; i < table.columns().size(); i++) {
      Cell content = line.cells().get(i);
      XWPFTableCell cell = cell(row, i);
      if (strong) {
        cell.setColor(TOTAL_FILL);
      }
      ParagraphAlignment alignment =
          table.columns().get(i).numeric() ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT;
      XWPFRun run = put(cell, paper.words(content), size, strong, alignment);
      if (content.figure() != null) {
        mark(run, Paper.mark(content.figure()));
      }
    }
    boolean figures = line.cells().stream().anyMatch(cell -> cell.figure() != null);
    XWPFRun id =
        put(
            cell(row, table.columns().size()),
            figures ? line.id() : "",
            SMALL,
            false,
            ParagraphAlignment.LEFT);
    id.setColor(GREY);
  }

  /// Its words stand across all columns.
  private void headingRow(XWPFTableRow row, Table table, Line line, int size) {
    int columns = table.columns().size() + 1;
    for (int i = row.getCtRow().sizeOfTcArray() - 1; i > 0; i--) {
      row.getCtRow().removeTc(i);
    }
    XWPFTableCell cell = row.getCell(0);
    cell.setColor(TOTAL_FILL);
    cell.getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(columns));
    put(cell, paper.words(line.cells().getFirst()), size, true, ParagraphAlignment.LEFT);
  }

  private static void mark(XWPFRun beside, String mark) {
    if (!mark.isEmpty() && beside.getParent() instanceof XWPFParagraph paragraph) {
      run(paragraph, mark, SMALL, false).setColor(GREY);
    }
  }

  private static XWPFTableCell cell(XWPFTableRow row, int index) {
    XWPFTableCell there = row.getCell(index);
    return there == null ? row.createCell() : there;
  }

  private static XWPFRun put(
      XWPFTableCell cell, String words, int size, boolean bold, ParagraphAlignment alignment) {
    XWPFParagraph paragraph = cell.getParagraphs().getFirst();
    paragraph.setAlignment(alignment);
    return run(paragraph, words, size, bold);
  }

  private static XWPFRun run(XWPFParagraph paragraph, String words, int size, boolean bold) {
    XWPFRun run = paragraph.createRun();
    run.setFontSize(size);
    run.setBold(bold);
    run.setText(words);
    return run;
  }

  private XWPFParagraph paragraph() {
    XmlCursor cursor = before.getCTP().newCursor();
    XWPFParagraph paragraph = document.insertNewParagraph(cursor);
    cursor.close();
    return paragraph;
  }

  private static CTPPr properties(XWPFParagraph paragraph) {
    return paragraph.getCTP().isSetPPr()
        ? paragraph.getCTP().getPPr()
        : paragraph.getCTP().addNewPPr();
  }

  /// Ends the section so far, upright or across; the page is that of the document turned round.
  private void endSection() {
    XWPFParagraph last = paragraph();
    last.setSpacingBefore(0);
    last.setSpacingAfter(0);
    last.setSpacingBetween(1, LineSpacingRule.EXACT);
    run(last, "", 1, false);
    CTSectPr section = properties(last).addNewSectPr();
    CTSectPr whole = document.getDocument().getBody().getSectPr();
    if (whole == null) {
      return;
    }
    section.set(whole);
    if (across && section.isSetPgSz()) {
      CTPageSz size = section.getPgSz();
      Object width = size.getW();
      size.setW(size.getH());
      size.setH(width);
      size.setOrient(STPageOrientation.LANDSCAPE);
    }
  }
}
