package io.tanheng.server.operate.report.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/// The Word template of the house: a cover with number and QR code, then the whole report. An
/// enterprise takes it as the start of its own.
public final class DefaultTemplate {
  /// Changes whenever the template does, because reports name the version they were made with.
  public static final int VERSION = 1;

  private static final BigInteger A4_WIDTH = BigInteger.valueOf(11906);
  private static final BigInteger A4_HEIGHT = BigInteger.valueOf(16838);
  private static final BigInteger MARGIN = BigInteger.valueOf(1300);

  private DefaultTemplate() {}

  public static byte[] docx() {
    try (XWPFDocument document = new XWPFDocument()) {
      defaults(document);
      page(document);
      cover(document);
      line(document, ParagraphAlignment.LEFT, 11, false, "{{body}}");
      footer(document);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void defaults(XWPFDocument document) {
    CTRPr run =
        document.createStyles().getCtStyles().addNewDocDefaults().addNewRPrDefault().addNewRPr();
    CTFonts fonts = run.addNewRFonts();
    fonts.setAscii("Times New Roman");
    fonts.setHAnsi("Times New Roman");
    fonts.setEastAsia("宋体");
    run.addNewSz().setVal(BigInteger.valueOf(21));
  }

  private static void page(XWPFDocument document) {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(A4_WIDTH);
    size.setH(A4_HEIGHT);
    CTPageMar margin = section.addNewPgMar();
    margin.setTop(MARGIN);
    margin.setBottom(MARGIN);
    margin.setLeft(MARGIN);
    margin.setRight(MARGIN);
  }

  private static void cover(XWPFDocument document) {
    line(
        document,
        ParagraphAlignment.RIGHT,
        10,
        false,
        "报告编号：{{report.number}}　第{{report.version}}版");
    for (String blank : List.of("", "", "")) {
      line(document, ParagraphAlignment.CENTER, 22, false, blank);
    }
    line(document, ParagraphAlignment.CENTER, 24, true, "{{report.title}}");
    line(document, ParagraphAlignment.CENTER, 16, false, "（{{report.period}}）");
    for (String blank : List.of("", "", "")) {
      line(document, ParagraphAlignment.CENTER, 22, false, blank);
    }
    line(document, ParagraphAlignment.CENTER, 14, false, "报告主体：{{enterprise.name}}");
    line(document, ParagraphAlignment.CENTER, 12, false, "统一社会信用代码：{{enterprise.creditCode}}");
    line(document, ParagraphAlignment.CENTER, 12, false, "核算依据：{{method.number}}");
    line(document, ParagraphAlignment.CENTER, 12, false, "编制日期：{{report.date}}");
    line(document, ParagraphAlignment.CENTER, 12, false, "");
    line(document, ParagraphAlignment.CENTER, 12, false, "{{@qr}}");
    line(
        document,
        ParagraphAlignment.CENTER,
        8,
        false,
        "扫码查看每个数字的来源　核算结果第{{inventory.number}}号　摘要 {{inventory.digest}}");
    document.createParagraph().createRun().addBreak(BreakType.PAGE);
  }

  private static void line(
      XWPFDocument document, ParagraphAlignment alignment, int size, boolean bold, String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(alignment);
    XWPFRun run = paragraph.createRun();
    run.setFontSize(size);
    run.setBold(bold);
    run.setText(text);
  }

  private static void footer(XWPFDocument document) {
    XWPFFooter footer = document.createFooter(HeaderFooterType.DEFAULT);
    XWPFParagraph paragraph = footer.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    XWPFRun before = paragraph.createRun();
    before.setFontSize(8);
    before.setText("{{report.number}}　第 ");
    paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
    XWPFRun between = paragraph.createRun();
    between.setFontSize(8);
    between.setText(" 页　共 ");
    paragraph.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    XWPFRun after = paragraph.createRun();
    after.setFontSize(8);
    after.setText(" 页");
  }
}
