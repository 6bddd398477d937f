package io.tanheng.server.operate.intake.workbook;

import static io.tanheng.server.operate.intake.workbook.WorkbookFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;

class WorkbookReaderTest {
  private static final byte[] SMALL = WorkbookFixture.workbook("表", row("甲", 1), row("乙", 2.5));

  @Test
  void reads_texts_and_numbers() {
    Sheet sheet = WorkbookFixture.read(SMALL).sheet("表").orElseThrow();

    assertThat(sheet.at(1, 1).orElseThrow().content()).isEqualTo(new Content.Words("甲"));
    assertThat(sheet.at(2, 2).orElseThrow().content())
        .isEqualTo(new Content.Figure(new BigDecimal("2.5")));
  }

  @Test
  void refuses_a_file_above_the_limit_of_bytes() {
    Limits tight = new Limits(SMALL.length - 1, 1 << 20, 100, 50, 5000, 200);

    assertThat(refusal(SMALL, tight)).isEqualTo(IntakeProblem.FILE_TOO_LARGE);
    assertThat(new WorkbookReader(limit(SMALL.length)).read(SMALL, "a.xlsx"))
        .isInstanceOf(Reading.Read.class);
  }

  @Test
  void refuses_what_unpacks_beyond_the_limit() {
    Limits tight = new Limits(10 << 20, 1000, 100, 50, 5000, 200);

    assertThat(refusal(SMALL, tight)).isEqualTo(IntakeProblem.UNPACKED_TOO_LARGE);
  }

  @Test
  void refuses_an_empty_file() {
    assertThat(refusal(new byte[0])).isEqualTo(IntakeProblem.FILE_EMPTY);
  }

  @Test
  void refuses_macros_whatever_the_name() {
    byte[] file = with(SMALL, "xl/vbaProject.bin", "x");

    assertThat(refusal(file)).isEqualTo(IntakeProblem.MACRO_NOT_ALLOWED);
  }

  @Test
  void refuses_a_zip_without_a_workbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
      zip.write('x');
    }

    assertThat(refusal(bytes.toByteArray())).isEqualTo(IntakeProblem.NOT_AN_XLSX);
  }

  @Test
  void refuses_a_document_type_and_never_reads_what_it_names() {
    String sheet =
        "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&x;</v></c></row>"
            + "</sheetData></worksheet>";

    byte[] file = with(SMALL, "xl/worksheets/sheet1.xml", sheet);

    assertThat(refusal(file)).isEqualTo(IntakeProblem.DAMAGED_WORKBOOK);
  }

  @Test
  void refuses_an_encrypted_workbook() {
    byte[] magic = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(magic);
    bytes.writeBytes(new byte[512]);
    bytes.writeBytes("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));

    assertThat(refusal(bytes.toByteArray())).isEqualTo(IntakeProblem.FILE_ENCRYPTED);
  }

  @Test
  void refuses_a_damaged_sheet() {
    assertThat(refusal(with(SMALL, "xl/worksheets/sheet1.xml", "<worksheet><row>")))
        .isEqualTo(IntakeProblem.DAMAGED_WORKBOOK);
  }

  @Test
  void refuses_rows_beyond_the_limit_and_reads_the_last_allowed_one() {
    assertThat(refusal(SMALL, new Limits(1 << 20, 1 << 20, 100, 50, 1, 200)))
        .isEqualTo(IntakeProblem.SHEET_TOO_LARGE);
    assertThat(new WorkbookReader(new Limits(1 << 20, 1 << 20, 100, 50, 2, 2)).read(SMALL, "a"))
        .isInstanceOf(Reading.Read.class);
  }

  @Test
  void understands_a_shared_formula_in_its_other_cells() {
    String sheet =
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\"><f t=\"shared\" ref=\"A2:B2\" si=\"0\">A1+$A$1</f><v>2</v></c>"
            + "<c r=\"B2\"><f t=\"shared\" si=\"0\"/><v>3</v></c></row></sheetData></worksheet>";

    Sheet read =
        WorkbookFixture.read(with(SMALL, "xl/worksheets/sheet1.xml", sheet)).sheets().getFirst();

    assertThat(read.at(2, 2).orElseThrow().formula()).contains("B1+$A$1");
  }

  @Test
  void remembers_where_a_formula_holds_no_result() {
    String sheet =
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c>"
            + "<c r=\"B1\" t=\"str\"><f>IF(A1=1,\"\",1)</f><v></v></c></row>"
            + "<row r=\"2\"><c r=\"A2\"><f>A1+1</f><v></v></c><c r=\"B2\"><f>A2</f></c></row>"
            + "</sheetData></worksheet>";

    Sheet read =
        WorkbookFixture.read(with(SMALL, "xl/worksheets/sheet1.xml", sheet)).sheets().getFirst();

    assertThat(read.uncalculated()).extracting(CellRef::toString).containsExactly("A2", "B2");
    assertThat(read.at(2, 1)).isEmpty();
  }

  @Test
  void reads_comma_separated_text_with_quotes() {
    byte[] csv = "\uFEFF参数,月份,数值\r\n\"煤, 原\",2025-01,12.5\r\n".getBytes(StandardCharsets.UTF_8);

    Sheet sheet = WorkbookFixture.read(csv).sheets().getFirst();

    assertThat(sheet.at(2, 1).orElseThrow().content()).isEqualTo(new Content.Words("煤, 原"));
    assertThat(sheet.at(2, 3).orElseThrow().content())
        .isEqualTo(new Content.Figure(new BigDecimal("12.5")));
  }

  private static Limits limit(long bytes) {
    return new Limits(bytes, 50 << 20, 100, 50, 5000, 200);
  }

  private static IntakeProblem refusal(byte[] file) {
    return refusal(file, Limits.STATED);
  }

  private static IntakeProblem refusal(byte[] file, Limits limits) {
    return switch (new WorkbookReader(limits).read(file, "a.xlsx")) {
      case Reading.Refused(List<Finding> findings) -> findings.getFirst().code();
      case Reading.Read _ -> throw new AssertionError("the file was read");
    };
  }

  /// The workbook with one part replaced or added.
  private static byte[] with(byte[] file, String part, String content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile in = ZipFile.builder().setByteArray(file).get();
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
        if (!entry.getName().equals(part)) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          in.getInputStream(entry).transferTo(out);
        }
      }
      out.putNextEntry(new ZipEntry(part));
      out.write(content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
