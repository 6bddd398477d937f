package io.tanheng.server.operate.intake.workbook;

import io.tanheng.units.ProblemCode;
import io.tanheng.units.Severity;

/// What can be wrong with an uploaded ledger; errors stop the import, warnings never do.
public enum IntakeProblem implements ProblemCode {
  FILE_TOO_LARGE(Severity.ERROR),
  FILE_EMPTY(Severity.ERROR),
  UNPACKED_TOO_LARGE(Severity.ERROR),
  NOT_AN_XLSX(Severity.ERROR),
  FILE_ENCRYPTED(Severity.ERROR),
  MACRO_NOT_ALLOWED(Severity.ERROR),
  DAMAGED_WORKBOOK(Severity.ERROR),
  ENCODING_NOT_UTF8(Severity.ERROR),
  ENCODING_NOT_AS_STATED(Severity.ERROR),
  TOO_MANY_SHEETS(Severity.ERROR),
  SHEET_TOO_LARGE(Severity.ERROR),
  FORMULAS_NOT_CALCULATED(Severity.ERROR),

  NO_LEDGER_FOUND(Severity.ERROR),
  MISSING_SHEET(Severity.ERROR),
  HEADER_MISMATCH(Severity.ERROR),
  DUPLICATE_MONTH(Severity.ERROR),
  WRONG_YEAR(Severity.ERROR),
  MONTH_NOT_RECOGNISED(Severity.ERROR),
  DUPLICATE_ROW(Severity.ERROR),
  ROW_WITHOUT_LABEL(Severity.ERROR),

  NOT_A_NUMBER(Severity.ERROR),
  NUMBER_STORED_AS_TEXT(Severity.ERROR),
  FORMULA_ERROR(Severity.ERROR),
  NEGATIVE_NOT_ALLOWED(Severity.ERROR),
  UNIT_MISMATCH(Severity.ERROR),
  UNIT_UNKNOWN(Severity.ERROR),
  UNIT_MISSING(Severity.ERROR),
  LINE_CONFIRMED(Severity.ERROR),
  ROW_NOT_MAPPED(Severity.ERROR),
  TOO_MANY_ERRORS(Severity.ERROR),
  TOO_MANY_WARNINGS(Severity.WARNING),

  TOTAL_IS_NOT_SUM(Severity.WARNING),
  SUBTOTAL_IS_NOT_SUM(Severity.WARNING),
  STOCK_DOES_NOT_BALANCE(Severity.WARNING),
  SUB_LEDGER_DOES_NOT_BALANCE(Severity.WARNING),
  OPENING_DIFFERS_FROM_LAST_CLOSING(Severity.WARNING),
  OUTLIER(Severity.WARNING),
  RATIO_OUT_OF_BAND(Severity.WARNING),
  MISSING_TEST(Severity.WARNING),
  IMPOSSIBLE_HOURS(Severity.WARNING),
  SHEET_IGNORED(Severity.WARNING),
  PARAMETER_BEGINS_LATER(Severity.WARNING),
  PARAMETER_ENDED(Severity.WARNING),
  SAME_FILE_COMMITTED(Severity.WARNING);

  private final Severity severity;

  IntakeProblem(Severity severity) {
    this.severity = severity;
  }

  Severity severity() {
    return severity;
  }
}
