package io.tanheng.server.operate.measure;

/// How the months of a parameter relate to each other.
public enum ParameterKind {
  /// What passed in a month; months add up.
  FLOW,
  /// What is there at the end of a month.
  STOCK,
  /// A property: heating value, content, factor.
  QUALITY,
  /// What was produced in a month; months add up.
  OUTPUT,
  /// How a facility ran: hours, load.
  STATE
}
