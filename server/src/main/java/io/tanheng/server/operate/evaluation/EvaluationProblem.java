package io.tanheng.server.operate.evaluation;

import io.tanheng.server.foundation.problem.ProblemCode;
import io.tanheng.server.foundation.problem.ProblemKind;

/// Why something of an evaluation is refused.
public enum EvaluationProblem implements ProblemCode {
  ENTRY_UNKNOWN(ProblemKind.NOT_FOUND),
  ENTRY_CHANGED(ProblemKind.VERSION_CONFLICT),
  ALREADY_ENTERED(ProblemKind.CONFLICT),
  SUBJECT_FIXED(ProblemKind.CONFLICT),
  REASON_MISSING(ProblemKind.INVALID),
  ALREADY_ACCEPTED(ProblemKind.CONFLICT),
  ACCEPTS_OWN_ENTRY(ProblemKind.CONFLICT),
  SOURCE_UNKNOWN(ProblemKind.INVALID),
  CORRELATED_WITH_ITSELF(ProblemKind.INVALID),
  NOTHING_UNCERTAIN(ProblemKind.INVALID),
  ESTIMATE_UNKNOWN(ProblemKind.NOT_FOUND),
  TOO_MANY_ESTIMATES(ProblemKind.CONFLICT),
  CORRELATION_IMPOSSIBLE(ProblemKind.INVALID),
  ESTIMATE_FAILED(ProblemKind.INVALID),
  RULE_UNKNOWN(ProblemKind.INVALID),
  RULE_REFUSED(ProblemKind.INVALID),
  RULE_INPUT_UNKNOWN(ProblemKind.INVALID),
  RULE_INPUT_UNCLEAR(ProblemKind.INVALID),
  RULE_FIGURE_UNFIT(ProblemKind.INVALID),
  INTENSITY_UNKNOWN(ProblemKind.INVALID),
  BENCHMARK_UNIT(ProblemKind.INVALID),
  BASE_YEAR_REASON(ProblemKind.INVALID),
  BASE_YEAR_WITHOUT_RESULT(ProblemKind.INVALID),
  GAP_MONTHS(ProblemKind.INVALID),
  VALUE_WITHOUT_UNIT(ProblemKind.INVALID),
  UNIT_UNKNOWN(ProblemKind.INVALID),
  FLUE_GAS_REFUSED(ProblemKind.INVALID),
  FLUE_GAS_TWICE(ProblemKind.INVALID),
  FLUE_GAS_FORM(ProblemKind.INVALID),
  FLUE_GAS_NEGATIVE(ProblemKind.INVALID),
  FLUE_GAS_UNIT(ProblemKind.INVALID),
  FLUE_GAS_NOTHING(ProblemKind.INVALID),
  FLUE_GAS_NOT_EXPLAINED(ProblemKind.CONFLICT),
  CSV_ENCODING(ProblemKind.INVALID),
  CSV_EMPTY(ProblemKind.INVALID),
  CSV_TOO_LONG(ProblemKind.INVALID),
  CSV_COLUMN(ProblemKind.INVALID),
  CSV_CELL(ProblemKind.INVALID);

  private final ProblemKind kind;

  EvaluationProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
