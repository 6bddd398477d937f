package io.tanheng.accounting;

import io.tanheng.units.ProblemCode;

/// Why figures cannot be calculated from what was entered. Each names the source, the row and the
/// symbol, and carries them as arguments `source`, `rowId` and `symbol`.
public enum AccountingProblem implements ProblemCode {
  DECLARED_BESIDE_OTHERS,
  DIVISION_BY_ZERO,
  EDITION_NOT_CONFIRMED,
  ENTRY_UNIT_DIFFERS,
  INDEX_GAP,
  INVALID_JSON,
  INVALID_SHAPE,
  MISSING_FACTOR,
  MISSING_FACTOR_LABEL,
  MISSING_ONE_OF,
  MISSING_VALUE,
  MORE_POWER_THAN_BOUGHT,
  NEGATIVE_RESULT,
  NEGATIVE_VALUE,
  NOT_A_NUMBER,
  NOT_IN_VIEW,
  SECOND_ROUTE,
  SYMBOL_NOT_USED,
  UNIT_DIFFERS,
  UNKNOWN_ENTRY,
  UNKNOWN_ENTRY_SUGGESTION,
  UNKNOWN_FACTOR,
  UNKNOWN_FACTOR_SET,
  UNKNOWN_FIELD,
  UNKNOWN_PRODUCTION,
  UNKNOWN_SOURCE,
  UNKNOWN_SYMBOL,
  VALUE_TOO_LARGE
}
