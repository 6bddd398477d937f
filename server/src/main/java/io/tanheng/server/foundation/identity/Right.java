package io.tanheng.server.foundation.identity;

import io.tanheng.server.foundation.problem.Text;

/// What a handler may ask for with [Permission], and what a [Role] gives.
public enum Right {
  /// No session needed. For the way in only: session, set-up, demo log-ins.
  ANYONE("无需登录", "no log-in"),
  /// Any session; for what is the same for every enterprise, such as the catalogue of methods.
  SIGNED_IN("登录", "being signed in"),

  ACCOUNT_MANAGE("管理账号", "manage accounts"),
  ENTERPRISE_CREATE("新建企业", "create enterprises"),

  ENTERPRISE_READ("查看企业", "see the enterprise"),
  ENTERPRISE_EDIT("修改企业信息", "change the enterprise"),
  BOUNDARY_READ("查看组织边界", "see the boundary"),
  BOUNDARY_EDIT("修改组织边界", "change the boundary"),
  PARAMETER_READ("查看监测参数", "see monitoring parameters"),
  PARAMETER_EDIT("修改监测参数", "change monitoring parameters"),
  LEDGER_READ("查看台账", "see the ledger"),
  LEDGER_ENTER("填报台账", "enter ledger values"),
  LEDGER_CONFIRM("确认台账", "confirm ledger values"),
  LEDGER_REOPEN("退回已确认的台账", "reopen confirmed ledger values"),
  VOUCHER_READ("查看原始凭证", "see vouchers"),
  VOUCHER_ADD("上传原始凭证", "add vouchers"),
  IMPORT_READ("查看导入记录", "see imports"),
  IMPORT_RUN("导入文件", "import files"),
  CROSSCHECK_READ("查看交叉核对", "see the cross-check"),
  CROSSCHECK_IMPORT("导入合同、发票和结算单", "import contracts, invoices and settlements"),
  CROSSCHECK_EDIT("确认对应关系和允许差", "confirm matches and tolerances"),
  CROSSCHECK_EXPLAIN("说明差异和遗漏", "explain differences and gaps"),
  CROSSCHECK_ACCEPT("接受差异说明", "accept explanations of differences"),
  EVALUATION_EDIT("登记评价所需数据", "enter what evaluations need"),
  EVALUATION_ACCEPT("接受评价记录", "accept entries of evaluations"),
  INVENTORY_READ("查看核算结果", "see inventories"),
  INVENTORY_RUN("运行核算", "run inventories"),
  INVENTORY_RESTATE("更正核算", "restate inventories"),
  APPROVAL_READ("查看审批", "see approvals"),
  APPROVAL_ACT("办理审批", "act on approvals"),
  APPROVAL_DEFINE("设置审批流程", "define approvals"),
  FACTOR_READ("查看企业因子", "see the enterprise's factors"),
  FACTOR_EDIT("修改企业因子", "change the enterprise's factors"),
  FACTOR_CONFIRM("确认企业因子", "confirm the enterprise's factors"),
  REPORT_READ("查看报告", "see reports"),
  REPORT_EDIT("编制报告", "compile reports"),
  REPORT_REVIEW("审核报告", "review reports"),
  REPORT_SUBMIT("报送报告", "hand in reports"),
  REPORT_VERIFY("登记核查意见", "enter the verifier's findings"),
  REPORT_ARCHIVE("存档报告", "archive reports");

  private final String zh;
  private final String en;

  Right(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /// What the right lets a person do.
  public Text words() {
    return new Text(zh, en);
  }
}
