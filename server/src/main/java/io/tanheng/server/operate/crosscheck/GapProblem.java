package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.problem.ProblemCode;
import io.tanheng.server.foundation.problem.ProblemKind;

/// What the completeness check found. A person accounts for it or says why it does not apply.
public enum GapProblem implements ProblemCode {
  /// 已购入未核算, seen in documents.
  DOCUMENT_ITEM_NOT_ACCOUNTED,
  /// 已购入未核算, seen in the ledger.
  LEDGER_ITEM_NOT_ACCOUNTED,
  /// 工序或设施没有排放源.
  UNIT_WITHOUT_SOURCE,
  /// 标准中的排放源没有任何输入.
  SOURCE_WITHOUT_INPUT;

  @Override
  public ProblemKind kind() {
    return ProblemKind.INVALID;
  }
}
