package io.tanheng.server.operate.intake.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Workbooks for tests: the samples, the broken ones, and small ones made of rows.
final class WorkbookFixture {
  static final Vocabulary WORDS = Vocabulary.standard();

  private WorkbookFixture() {}

  static byte[] resource(String path) {
    try (InputStream in = WorkbookFixture.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Workbook sample(String enterprise, int year) {
    return read(resource("/demo/" + enterprise + "/ledger-" + year + ".xlsx"));
  }

  static Workbook read(byte[] file) {
    return switch (new WorkbookReader(Limits.STATED).read(file, "test.xlsx")) {
      case Reading.Read(Workbook workbook) -> workbook;
      case Reading.Refused(List<Finding> findings) ->
          throw new IllegalStateException(findings.getFirst().message().en());
    };
  }

  static LedgerBook recognise(Workbook workbook, int year) {
    return new LedgerRecogniser(WORDS).recognise(workbook, Year.of(year), Set.of());
  }

  static List<Finding> check(Workbook workbook, int year) {
    return check(workbook, year, LedgerChecks.Known.byWords(WORDS));
  }

  static List<Finding> check(Workbook workbook, int year, LedgerChecks.Known known) {
    return new LedgerChecks(WORDS).check(workbook, recognise(workbook, year), known);
  }

  /// What the year before closed with, by sheet and labels.
  static LedgerChecks.Known after(LedgerBook lastYear) {
    return new LedgerChecks.Known(
        series -> Meaning.of(series, WORDS),
        _ -> Optional.empty(),
        series -> lastClosing(lastYear, series),
        _ -> false);
  }

  private static Optional<BigDecimal> lastClosing(LedgerBook lastYear, Series series) {
    return lastYear.series().stream()
        .filter(other -> other.sheet().equals(series.sheet()))
        .filter(other -> other.labelKey().equals(series.labelKey()))
        .filter(other -> Meaning.of(other, WORDS).kind() == Meaning.Kind.STOCK)
        .findFirst()
        .map(other -> other.values().get(other.values().lastKey()));
  }

  /// One sheet of texts and numbers; null leaves a cell empty.
  static byte[] workbook(String sheet, Object[]... rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var workbook = new org.dhatim.fastexcel.Workbook(bytes, "test", "1.0")) {
      var worksheet = workbook.newWorksheet(sheet);
      for (int row = 0; row < rows.length; row++) {
        for (int column = 0; column < rows[row].length; column++) {
          switch (rows[row][column]) {
            case String text -> worksheet.value(row, column, text);
            case Number number -> worksheet.value(row, column, number);
            case null -> {}
            default -> throw new IllegalArgumentException("only texts and numbers");
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Object[] row(Object... cells) {
    return cells;
  }
}
