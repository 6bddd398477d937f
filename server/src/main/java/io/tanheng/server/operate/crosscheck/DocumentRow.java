package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.operate.crosscheck.Document.Money;
import io.tanheng.server.operate.crosscheck.Document.Registers;
import io.tanheng.server.operate.crosscheck.DocumentColumns.Column;
import io.tanheng.server.operate.crosscheck.DocumentColumns.Field;
import io.tanheng.server.operate.intake.workbook.Cell;
import io.tanheng.server.operate.intake.workbook.CellRef;
import io.tanheng.server.operate.intake.workbook.Content;
import io.tanheng.server.operate.intake.workbook.Sheet;
import io.tanheng.units.Result;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One row of a file: its cells as fields of a [Document], each fault reported at its cell.
record DocumentRow(
    Sheet sheet, int row, Map<Field, Integer> columns, DocumentKind kind, Report report) {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");
  private static final Pattern MONTH =
      Pattern.compile("((?:19|20)[0-9]{2})[-/.年]?(0?[1-9]|1[0-2])月?");
  private static final Pattern DATE =
      Pattern.compile("((?:19|20)[0-9]{2})[-/.年](0?[1-9]|1[0-2])[-/.月](0?[1-9]|[12][0-9]|3[01])日?");
  private static final int DIGITS_OF_A_SPREADSHEET = 15;

  /// Told of a fault and the cell it stands in.
  interface Report {
    void of(CrosscheckProblem code, CellRef at, String sheet, Map<String, String> args);
  }

  /// The document; to be thrown away when a fault was reported.
  Document toDocument(FileId file) {
    String unitAsWritten = words(Field.UNIT).orElse("1");
    LocalDate from = date(Field.VALID_FROM).orElse(null);
    LocalDate to = date(Field.VALID_TO).orElse(null);
    if (from != null && to != null && to.isBefore(from)) {
      fault(
          CrosscheckProblem.DATES_REVERSED,
          Field.VALID_TO,
          Map.of("from", from.toString(), "to", to.toString()));
    }
    return new Document(
        DocumentId.next(),
        file,
        row,
        kind,
        number(),
        direction(),
        words(Field.PARTNER).orElse(""),
        words(Field.ITEM).orElse(""),
        decimal(Field.QUANTITY).orElse(BigDecimal.ZERO),
        unit(unitAsWritten),
        unitAsWritten,
        decimal(Field.PRICE).orElse(null),
        month().orElse(null),
        from,
        to,
        words(Field.CONTRACT_NUMBER).orElse(null),
        new Money(
            decimal(Field.NET).orElse(null),
            percent(),
            decimal(Field.TAX).orElse(null),
            decimal(Field.GROSS).orElse(null)),
        words(Field.METERING_POINT).orElse(""),
        registers(),
        words(Field.NOTE).orElse(null));
  }

  /// Text as it stands; empty and reported where it must not be missing.
  private Optional<String> words(Field field) {
    Optional<String> shown =
        cell(field).map(cell -> cell.content().shown().strip()).filter(text -> !text.isEmpty());
    if (shown.isEmpty() && column(field).map(Column::required).orElse(false)) {
      fault(CrosscheckProblem.CELL_EMPTY, field, Map.of());
    }
    return shown;
  }

  /// The number of the document. A spreadsheet keeps 15 digits of a number; an invoice has 20.
  private String number() {
    String text = words(Field.NUMBER).orElse("");
    boolean lost =
        text.length() > DIGITS_OF_A_SPREADSHEET
            && text.matches("[0-9]+")
            && text.substring(DIGITS_OF_A_SPREADSHEET).matches("0+")
            && cell(Field.NUMBER).filter(c -> c.content() instanceof Content.Figure).isPresent();
    if (lost) {
      fault(CrosscheckProblem.NUMBER_LOST_DIGITS, Field.NUMBER, Map.of("content", text));
    }
    return text;
  }

  private Direction direction() {
    String text = words(Field.DIRECTION).orElse("");
    return switch (DocumentColumns.plain(text)) {
      case "购入", "采购", "买入", "进", "in" -> Direction.IN;
      case "销售", "外销", "外供", "卖出", "售出", "out" -> Direction.OUT;
      case "" -> Direction.IN;
      default -> {
        fault(CrosscheckProblem.DIRECTION_UNKNOWN, Field.DIRECTION, Map.of("content", text));
        yield Direction.IN;
      }
    };
  }

  private String unit(String written) {
    return switch (Units.standard().parse(written)) {
      case Result.Success<Unit>(Unit unit) -> unit.symbol();
      case Result.Failure<Unit> _ -> {
        fault(CrosscheckProblem.UNIT_UNKNOWN, Field.UNIT, Map.of("content", written));
        yield "1";
      }
    };
  }

  private Optional<BigDecimal> decimal(Field field) {
    Optional<Cell> cell = cell(field);
    if (cell.isEmpty()) {
      if (column(field).map(Column::required).orElse(false)) {
        fault(CrosscheckProblem.CELL_EMPTY, field, Map.of());
      }
      return Optional.empty();
    }
    if (cell.get().content() instanceof Content.Figure(BigDecimal value)) {
      return Optional.of(value);
    }
    String text = cell.get().content().shown().strip();
    if (NUMBER.matcher(text).matches()) {
      return Optional.of(new BigDecimal(text));
    }
    if (!text.isEmpty()) {
      fault(CrosscheckProblem.NOT_A_NUMBER, field, Map.of("content", text));
    }
    return Optional.empty();
  }

  /// The rate of tax in per cent: `13%`, or 0.13 in a cell shown as per cent.
  private @Nullable BigDecimal percent() {
    Optional<Cell> cell = cell(Field.TAX_RATE);
    if (cell.isEmpty()) {
      return null;
    }
    if (cell.get().content() instanceof Content.Figure(BigDecimal value)) {
      return value.compareTo(BigDecimal.ONE) < 0 ? value.movePointRight(2) : value;
    }
    String text = DocumentColumns.plain(cell.get().content().shown()).replaceFirst("%$", "");
    if (NUMBER.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    if (!text.matches("免税|不征税|")) {
      fault(CrosscheckProblem.NOT_A_NUMBER, Field.TAX_RATE, Map.of("content", text));
    }
    return null;
  }

  private Optional<YearMonth> month() {
    if (kind == DocumentKind.CONTRACT) {
      return Optional.empty();
    }
    if (cell(Field.MONTH).map(Cell::content).orElse(null) instanceof Content.Moment(var time)) {
      return Optional.of(YearMonth.from(time));
    }
    Optional<String> text = words(Field.MONTH);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = MONTH.matcher(DocumentColumns.plain(text.get()));
    if (matcher.matches()) {
      return Optional.of(
          YearMonth.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
    }
    fault(CrosscheckProblem.NOT_A_MONTH, Field.MONTH, Map.of("content", text.get()));
    return Optional.empty();
  }

  private Optional<LocalDate> date(Field field) {
    if (cell(field).map(Cell::content).orElse(null) instanceof Content.Moment(var time)) {
      return Optional.of(time.toLocalDate());
    }
    Optional<String> text = columns.containsKey(field) ? words(field) : Optional.empty();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = DATE.matcher(DocumentColumns.plain(text.get()));
    if (matcher.matches()) {
      try {
        return Optional.of(
            LocalDate.parse(
                "%s-%2s-%2s"
                    .formatted(matcher.group(1), matcher.group(2), matcher.group(3))
                    .replace(' ', '0')));
      } catch (DateTimeParseException _) {
        // The 30th of February: reported below like any other text that is no date.
      }
    }
    fault(CrosscheckProblem.NOT_A_DATE, field, Map.of("content", text.get()));
    return Optional.empty();
  }

  private @Nullable Registers registers() {
    Optional<BigDecimal> start = decimal(Field.REGISTER_START);
    Optional<BigDecimal> end = decimal(Field.REGISTER_END);
    Optional<BigDecimal> multiplier = decimal(Field.MULTIPLIER);
    if (start.isPresent() && end.isPresent() && multiplier.isPresent()) {
      return new Registers(
          words(Field.METER_NUMBER).orElse(null), start.get(), end.get(), multiplier.get());
    }
    if (start.isPresent() || end.isPresent()) {
      fault(CrosscheckProblem.REGISTERS_INCOMPLETE, Field.REGISTER_START, Map.of());
    }
    return null;
  }

  private Optional<Cell> cell(Field field) {
    return Optional.ofNullable(columns.get(field)).flatMap(column -> sheet.at(row, column));
  }

  private Optional<Column> column(Field field) {
    return DocumentColumns.STATED.of(kind).stream().filter(c -> c.field() == field).findFirst();
  }

  private void fault(CrosscheckProblem code, Field field, Map<String, String> args) {
    Map<String, String> all = new java.util.HashMap<>(args);
    column(field).ifPresent(column -> all.put("heading", column.name()));
    report.of(code, new CellRef(row, columns.getOrDefault(field, 1)), sheet.name(), all);
  }
}
