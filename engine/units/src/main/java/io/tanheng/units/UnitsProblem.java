package io.tanheng.units;

/// What can be wrong with a unit somebody wrote.
public enum UnitsProblem implements ProblemCode {
  NO_UNIT,
  UNKNOWN_UNIT,
  UNKNOWN_UNIT_SUGGESTION,
  UNITS_DIFFER
}
