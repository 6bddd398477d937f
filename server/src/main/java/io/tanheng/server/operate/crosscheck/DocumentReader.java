package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.Problem.Place;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.crosscheck.DocumentColumns.Column;
import io.tanheng.server.operate.crosscheck.DocumentColumns.Field;
import io.tanheng.server.operate.intake.workbook.Cell;
import io.tanheng.server.operate.intake.workbook.CellRef;
import io.tanheng.server.operate.intake.workbook.Finding;
import io.tanheng.server.operate.intake.workbook.Limits;
import io.tanheng.server.operate.intake.workbook.Reading;
import io.tanheng.server.operate.intake.workbook.Sheet;
import io.tanheng.server.operate.intake.workbook.Workbook;
import io.tanheng.server.operate.intake.workbook.WorkbookReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a file of contracts, invoices or settlements: `.xlsx`, or comma-separated text in UTF-8 or
/// GBK. All problems at once, each at its cell; with one problem nothing of the file is taken.
///
/// Limits are those of the ledger import, [Limits#STATED]: 10 MB, 5,000 rows, 200 columns.
final class DocumentReader {
  private static final Charset CHINESE = Charset.forName("GB18030");
  private static final int LAST_HEADING_ROW = 10;
  private static final int FEWEST_COLUMNS = 3;
  private static final int MOST_PROBLEMS = 200;

  private final String fileName;
  private final DocumentKind kind;
  private final FileId file;
  private final List<Problem> problems = new ArrayList<>();

  private DocumentReader(String fileName, DocumentKind kind, FileId file) {
    this.fileName = fileName;
    this.kind = kind;
    this.file = file;
  }

  /// The documents of the file, or a [ProblemException] with everything that is wrong in it.
  static List<Document> read(byte[] content, String fileName, DocumentKind kind, FileId file) {
    DocumentReader reader = new DocumentReader(fileName, kind, file);
    List<Document> documents = reader.documents(content);
    if (!reader.problems.isEmpty()) {
      throw reader.refused();
    }
    return documents;
  }

  private ProblemException refused() {
    int count = problems.size();
    problems.sort(
        Comparator.comparingInt((Problem one) -> orZero(one.place().row()))
            .thenComparingInt(one -> orEmpty(one.place().column()).length())
            .thenComparing(one -> orEmpty(one.place().column())));
    List<Problem> listed = new ArrayList<>(problems.subList(0, Math.min(count, MOST_PROBLEMS)));
    if (count > MOST_PROBLEMS) {
      listed.add(
          Problem.error(
              CrosscheckProblem.TOO_MANY_PROBLEMS, Map.of("count", count - MOST_PROBLEMS)));
    }
    return new ProblemException(
        CrosscheckProblem.FILE_REFUSED, Map.of("file", fileName, "count", count), listed);
  }

  private static int orZero(@Nullable Integer row) {
    return row == null ? 0 : row;
  }

  private static String orEmpty(@Nullable String column) {
    return column == null ? "" : column;
  }

  private List<Document> documents(byte[] content) {
    return switch (new WorkbookReader(Limits.STATED).read(inUtf8(content), fileName)) {
      case Reading.Refused(List<Finding> findings) -> {
        findings.forEach(finding -> problems.add(problem(finding)));
        yield List.of();
      }
      case Reading.Read(Workbook workbook) -> documents(workbook);
    };
  }

  private static Problem problem(Finding finding) {
    return new Problem(
        finding.code().key(),
        Problem.Severity.ERROR,
        new Text(finding.message().zh(), finding.message().en()),
        new Place(
            finding.place().sheet(),
            finding.place().row(),
            finding.place().column(),
            finding.place().cell(),
            null),
        Map.of());
  }

  /// Text in GBK as UTF-8; everything else as it is.
  private static byte[] inUtf8(byte[] content) {
    if (isText(content, StandardCharsets.UTF_8) || !isText(content, CHINESE)) {
      return content;
    }
    return new String(content, CHINESE).getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isText(byte[] content, Charset charset) {
    try {
      return charset
          .newDecoder()
          .decode(ByteBuffer.wrap(content))
          .chars()
          .noneMatch(c -> c < ' ' && c != '\t' && c != '\r' && c != '\n');
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /// Where the heading stands: its row, and the column of each field.
  private record Heading(Sheet sheet, int row, Map<Field, Integer> columns) {}

  private List<Document> documents(Workbook workbook) {
    Heading best = null;
    for (Sheet sheet : workbook.sheets()) {
      for (int row = 1; row <= Math.min(LAST_HEADING_ROW, sheet.lastRow()); row++) {
        Heading found = heading(sheet, row);
        if (best == null || found.columns().size() > best.columns().size()) {
          best = found;
        }
      }
    }
    List<Column> columns = DocumentColumns.STATED.of(kind);
    if (best == null || best.columns().size() < FEWEST_COLUMNS) {
      problems.add(
          Problem.error(
              CrosscheckProblem.NO_TABLE,
              Map.of(
                  "file",
                  fileName,
                  "kind",
                  KindWords.of(kind),
                  "headings",
                  columns.stream()
                      .filter(Column::required)
                      .map(Column::name)
                      .collect(Collectors.joining("、")))));
      return List.of();
    }
    checkHeading(best);
    return problems.isEmpty() ? rows(best) : List.of();
  }

  private Heading heading(Sheet sheet, int row) {
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    for (Column column : DocumentColumns.STATED.of(kind)) {
      for (Cell cell : sheet.row(row)) {
        if (column.isCalled(cell.content().shown())) {
          columns.putIfAbsent(column.field(), cell.ref().column());
        }
      }
    }
    return new Heading(sheet, row, columns);
  }

  private void checkHeading(Heading heading) {
    for (Column column : DocumentColumns.STATED.of(kind)) {
      Map<String, String> name = Map.of("heading", column.name());
      long times =
          heading.sheet().row(heading.row()).stream()
              .filter(cell -> column.isCalled(cell.content().shown()))
              .count();
      if (times == 0 && column.required()) {
        problems.add(
            Problem.error(CrosscheckProblem.COLUMN_MISSING, name)
                .at(Place.row(heading.sheet().name(), heading.row())));
      } else if (times > 1) {
        problems.add(
            Problem.error(CrosscheckProblem.COLUMN_TWICE, name)
                .at(Place.row(heading.sheet().name(), heading.row())));
      }
    }
  }

  private List<Document> rows(Heading heading) {
    List<Document> documents = new ArrayList<>();
    for (int row = heading.row() + 1; row <= heading.sheet().lastRow(); row++) {
      if (!heading.sheet().row(row).isEmpty()) {
        int before = problems.size();
        DocumentRow cells =
            new DocumentRow(heading.sheet(), row, heading.columns(), kind, this::report);
        Document document = cells.toDocument(file);
        if (problems.size() == before) {
          documents.add(document);
        }
      }
    }
    if (documents.isEmpty() && problems.isEmpty()) {
      problems.add(
          Problem.error(
                  CrosscheckProblem.CELL_EMPTY,
                  Map.of("heading", DocumentColumns.STATED.of(kind).getFirst().name()))
              .at(Place.row(heading.sheet().name(), heading.row() + 1)));
    }
    return documents;
  }

  private void report(CrosscheckProblem code, CellRef at, String sheet, Map<String, String> args) {
    problems.add(
        Problem.error(code, args)
            .at(
                Place.cell(
                    sheet, at.row(), CellRef.letters(at.column()).toUpperCase(Locale.ROOT))));
  }
}
