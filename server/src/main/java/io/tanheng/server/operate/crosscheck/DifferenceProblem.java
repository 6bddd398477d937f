package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.problem.ProblemCode;
import io.tanheng.server.foundation.problem.ProblemKind;

/// What the cross-check found. None of them stops anything: a person explains it.
public enum DifferenceProblem implements ProblemCode {
  /// 数量不符: outside the tolerance, nothing tells why.
  QUANTITY_DIFFERS,
  /// 缺凭证: a partner with a contract has no document in the month.
  MISSING_DOCUMENT,
  /// 时间性差异: two months differ by opposite amounts.
  PERIOD_SHIFT,
  /// 台账缺值: documents, but no ledger value.
  LEDGER_MISSING,
  /// 重复登记: the same number twice.
  DUPLICATE_DOCUMENT,
  /// 金额计算不符.
  AMOUNT_ARITHMETIC,
  /// 合同未登记.
  UNKNOWN_CONTRACT,
  /// 超合同量.
  CONTRACT_EXCEEDED,
  /// 结算量与示值不符.
  SETTLEMENT_ARITHMETIC,
  /// 示值不连续.
  REGISTER_CHAIN_BROKEN,
  /// 单位不能换算.
  UNIT_DIFFERS_IN_KIND;

  @Override
  public ProblemKind kind() {
    return ProblemKind.INVALID;
  }
}
