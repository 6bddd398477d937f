package io.tanheng.server.plan.organization;

/// Levels of the boundary tree below the enterprise, from the outside in.
public enum UnitKind {
  /// 厂区.
  SITE,
  /// 工序.
  PROCESS,
  /// 设施.
  FACILITY;

  /// A site stands directly under the enterprise; processes and facilities stand under a unit of
  /// their own or an outer kind.
  boolean fitsUnder(UnitKind parent) {
    return this != SITE && parent.compareTo(this) <= 0;
  }
}
