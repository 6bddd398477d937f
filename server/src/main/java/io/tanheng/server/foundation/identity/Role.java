package io.tanheng.server.foundation.identity;

import static io.tanheng.server.foundation.identity.Right.ACCOUNT_MANAGE;
import static io.tanheng.server.foundation.identity.Right.APPROVAL_ACT;
import static io.tanheng.server.foundation.identity.Right.APPROVAL_DEFINE;
import static io.tanheng.server.foundation.identity.Right.APPROVAL_READ;
import static io.tanheng.server.foundation.identity.Right.BOUNDARY_EDIT;
import static io.tanheng.server.foundation.identity.Right.BOUNDARY_READ;
import static io.tanheng.server.foundation.identity.Right.CROSSCHECK_ACCEPT;
import static io.tanheng.server.foundation.identity.Right.CROSSCHECK_EDIT;
import static io.tanheng.server.foundation.identity.Right.CROSSCHECK_EXPLAIN;
import static io.tanheng.server.foundation.identity.Right.CROSSCHECK_IMPORT;
import static io.tanheng.server.foundation.identity.Right.CROSSCHECK_READ;
import static io.tanheng.server.foundation.identity.Right.ENTERPRISE_CREATE;
import static io.tanheng.server.foundation.identity.Right.ENTERPRISE_EDIT;
import static io.tanheng.server.foundation.identity.Right.ENTERPRISE_READ;
import static io.tanheng.server.foundation.identity.Right.EVALUATION_ACCEPT;
import static io.tanheng.server.foundation.identity.Right.EVALUATION_EDIT;
import static io.tanheng.server.foundation.identity.Right.FACTOR_CONFIRM;
import static io.tanheng.server.foundation.identity.Right.FACTOR_EDIT;
import static io.tanheng.server.foundation.identity.Right.FACTOR_READ;
import static io.tanheng.server.foundation.identity.Right.IMPORT_READ;
import static io.tanheng.server.foundation.identity.Right.IMPORT_RUN;
import static io.tanheng.server.foundation.identity.Right.INVENTORY_READ;
import static io.tanheng.server.foundation.identity.Right.INVENTORY_RESTATE;
import static io.tanheng.server.foundation.identity.Right.INVENTORY_RUN;
import static io.tanheng.server.foundation.identity.Right.LEDGER_CONFIRM;
import static io.tanheng.server.foundation.identity.Right.LEDGER_ENTER;
import static io.tanheng.server.foundation.identity.Right.LEDGER_READ;
import static io.tanheng.server.foundation.identity.Right.LEDGER_REOPEN;
import static io.tanheng.server.foundation.identity.Right.PARAMETER_EDIT;
import static io.tanheng.server.foundation.identity.Right.PARAMETER_READ;
import static io.tanheng.server.foundation.identity.Right.REPORT_ARCHIVE;
import static io.tanheng.server.foundation.identity.Right.REPORT_EDIT;
import static io.tanheng.server.foundation.identity.Right.REPORT_READ;
import static io.tanheng.server.foundation.identity.Right.REPORT_REVIEW;
import static io.tanheng.server.foundation.identity.Right.REPORT_SUBMIT;
import static io.tanheng.server.foundation.identity.Right.REPORT_VERIFY;
import static io.tanheng.server.foundation.identity.Right.VOUCHER_ADD;
import static io.tanheng.server.foundation.identity.Right.VOUCHER_READ;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Roles of the guideline (management-system catalogue §2), each with its rights at one enterprise.
///
/// [#IT_ADMIN] alone is held for the whole installation: it manages accounts and enterprises and
/// sees no business data unless another role is granted to the same person.
public enum Role {
  /// 最高管理者.
  TOP_MANAGEMENT(reading(), REPORT_REVIEW, APPROVAL_ACT, APPROVAL_DEFINE),
  /// 碳排放管理机构.
  CARBON_OFFICE(
      reading(),
      REPORT_EDIT,
      REPORT_REVIEW,
      REPORT_SUBMIT,
      REPORT_VERIFY,
      REPORT_ARCHIVE,
      CROSSCHECK_IMPORT,
      CROSSCHECK_EDIT,
      CROSSCHECK_EXPLAIN,
      CROSSCHECK_ACCEPT,
      EVALUATION_EDIT,
      EVALUATION_ACCEPT,
      ENTERPRISE_EDIT,
      BOUNDARY_EDIT,
      PARAMETER_EDIT,
      LEDGER_ENTER,
      LEDGER_CONFIRM,
      LEDGER_REOPEN,
      VOUCHER_ADD,
      IMPORT_RUN,
      INVENTORY_RUN,
      INVENTORY_RESTATE,
      APPROVAL_ACT,
      APPROVAL_DEFINE,
      FACTOR_EDIT,
      FACTOR_CONFIRM),
  /// 碳排放管理人员.
  CARBON_MANAGER(
      reading(),
      REPORT_EDIT,
      REPORT_REVIEW,
      REPORT_SUBMIT,
      REPORT_VERIFY,
      REPORT_ARCHIVE,
      CROSSCHECK_IMPORT,
      CROSSCHECK_EDIT,
      CROSSCHECK_EXPLAIN,
      CROSSCHECK_ACCEPT,
      EVALUATION_EDIT,
      EVALUATION_ACCEPT,
      ENTERPRISE_EDIT,
      BOUNDARY_EDIT,
      PARAMETER_EDIT,
      LEDGER_ENTER,
      LEDGER_CONFIRM,
      LEDGER_REOPEN,
      VOUCHER_ADD,
      IMPORT_RUN,
      INVENTORY_RUN,
      INVENTORY_RESTATE,
      APPROVAL_ACT,
      FACTOR_EDIT,
      FACTOR_CONFIRM),
  /// 监测采集人员.
  MONITORING_STAFF(
      reading(),
      REPORT_REVIEW,
      APPROVAL_ACT,
      LEDGER_ENTER,
      VOUCHER_ADD,
      IMPORT_RUN,
      CROSSCHECK_EXPLAIN),
  /// 核算人员.
  ACCOUNTING_OFFICER(
      reading(),
      REPORT_EDIT,
      CROSSCHECK_IMPORT,
      CROSSCHECK_EDIT,
      CROSSCHECK_EXPLAIN,
      CROSSCHECK_ACCEPT,
      EVALUATION_EDIT,
      PARAMETER_EDIT,
      LEDGER_ENTER,
      LEDGER_CONFIRM,
      VOUCHER_ADD,
      IMPORT_RUN,
      INVENTORY_RUN,
      APPROVAL_ACT,
      FACTOR_EDIT,
      FACTOR_CONFIRM),
  /// 报告内审人员.
  REPORT_REVIEWER(reading(), REPORT_REVIEW, APPROVAL_ACT, CROSSCHECK_ACCEPT, EVALUATION_ACCEPT),
  /// 交易与碳资产人员.
  TRADING_OFFICER(reading(), APPROVAL_ACT, EVALUATION_EDIT),
  /// 披露人员.
  DISCLOSURE_OFFICER(reading(), APPROVAL_ACT),
  /// 内审员.
  INTERNAL_AUDITOR(reading(), REPORT_REVIEW, APPROVAL_ACT, CROSSCHECK_ACCEPT, EVALUATION_ACCEPT),
  /// 人力培训.
  HR_TRAINING(EnumSet.of(ENTERPRISE_READ, BOUNDARY_READ, APPROVAL_READ), APPROVAL_ACT),
  /// 财务.
  FINANCE(
      reading(), REPORT_REVIEW, APPROVAL_ACT, VOUCHER_ADD, CROSSCHECK_IMPORT, CROSSCHECK_EXPLAIN),
  /// 采购.
  PROCUREMENT(
      reading(), REPORT_REVIEW, APPROVAL_ACT, VOUCHER_ADD, CROSSCHECK_IMPORT, CROSSCHECK_EXPLAIN),
  /// 责任部门.
  PRODUCTION_DEPT(
      reading(), REPORT_REVIEW, APPROVAL_ACT, LEDGER_ENTER, VOUCHER_ADD, CROSSCHECK_EXPLAIN),
  /// 设备计量部门.
  EQUIPMENT_DEPT(
      reading(), REPORT_REVIEW, APPROVAL_ACT, LEDGER_ENTER, VOUCHER_ADD, CROSSCHECK_EXPLAIN),
  /// 核查人员: reads, and says what was found.
  VERIFIER(reading(), REPORT_VERIFY),
  /// 系统管理员.
  IT_ADMIN(EnumSet.of(ACCOUNT_MANAGE, ENTERPRISE_CREATE, ENTERPRISE_READ, ENTERPRISE_EDIT));

  @SuppressWarnings("ImmutableEnumChecker") // the set is unmodifiable
  private final Set<Right> rights;

  Role(Set<Right> reading, Right... more) {
    EnumSet<Right> all = EnumSet.copyOf(reading);
    Collections.addAll(all, more);
    rights = Collections.unmodifiableSet(all);
  }

  public Set<Right> rights() {
    return rights;
  }

  /// Held for the whole installation rather than at one enterprise.
  public boolean isInstallationWide() {
    return this == IT_ADMIN;
  }

  private static EnumSet<Right> reading() {
    return EnumSet.of(
        ENTERPRISE_READ,
        BOUNDARY_READ,
        PARAMETER_READ,
        LEDGER_READ,
        VOUCHER_READ,
        IMPORT_READ,
        CROSSCHECK_READ,
        REPORT_READ,
        INVENTORY_READ,
        APPROVAL_READ,
        FACTOR_READ);
  }
}
