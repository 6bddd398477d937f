package io.tanheng.server.foundation.identity;

import io.tanheng.server.foundation.problem.Text;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Roles as people call them, for slots and refusals.
public final class RoleNames {
  private static final Map<Role, Text> NAMES = new EnumMap<>(Role.class);

  static {
    NAMES.put(Role.TOP_MANAGEMENT, new Text("最高管理者", "top management"));
    NAMES.put(Role.CARBON_OFFICE, new Text("碳排放管理机构", "carbon office"));
    NAMES.put(Role.CARBON_MANAGER, new Text("碳排放管理人员", "carbon manager"));
    NAMES.put(Role.MONITORING_STAFF, new Text("监测采集人员", "monitoring staff"));
    NAMES.put(Role.ACCOUNTING_OFFICER, new Text("核算人员", "accounting officer"));
    NAMES.put(Role.REPORT_REVIEWER, new Text("报告内审人员", "report reviewer"));
    NAMES.put(Role.TRADING_OFFICER, new Text("交易与碳资产人员", "trading officer"));
    NAMES.put(Role.DISCLOSURE_OFFICER, new Text("披露人员", "disclosure officer"));
    NAMES.put(Role.INTERNAL_AUDITOR, new Text("内审员", "internal auditor"));
    NAMES.put(Role.HR_TRAINING, new Text("人力培训", "personnel and training"));
    NAMES.put(Role.FINANCE, new Text("财务", "finance"));
    NAMES.put(Role.PROCUREMENT, new Text("采购", "procurement"));
    NAMES.put(Role.PRODUCTION_DEPT, new Text("责任部门", "production department"));
    NAMES.put(Role.EQUIPMENT_DEPT, new Text("设备计量部门", "equipment and metering department"));
    NAMES.put(Role.VERIFIER, new Text("核查人员", "verifier"));
    NAMES.put(Role.IT_ADMIN, new Text("系统管理员", "system administrator"));
  }

  private RoleNames() {}

  public static Text of(Role role) {
    Text name = NAMES.get(role);
    if (name == null) {
      throw new IllegalStateException("no name for " + role);
    }
    return name;
  }

  public static Text of(Collection<Role> roles) {
    return new Text(
        roles.stream().sorted().map(role -> of(role).zh()).collect(Collectors.joining("、")),
        roles.stream().sorted().map(role -> of(role).en()).collect(Collectors.joining(", ")));
  }
}
