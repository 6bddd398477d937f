package io.tanheng.standard;

import io.tanheng.units.ProblemCode;

/// What can be wrong with the files of a standard.
public enum StandardProblem implements ProblemCode {
  BAD_VALUE,
  CYCLIC_TOTAL,
  DUPLICATE_KEY,
  EXAMPLE_MISSING,
  FILE_MISSING,
  ID_DIFFERS_FROM_FOLDER,
  INPUT_UNUSED,
  INVALID_YAML,
  KEY_MISSING,
  LEAD_UNKNOWN,
  NO_EXAMPLES,
  NOT_A_LIST,
  NOT_A_MAP,
  NOT_A_TEXT,
  ROUTE_UNREACHABLE,
  UNITS_DIFFER,
  UNKNOWN_EDITION,
  UNKNOWN_EDITION_SUGGESTION,
  UNKNOWN_KEY,
  UNKNOWN_REFERENCE
}
