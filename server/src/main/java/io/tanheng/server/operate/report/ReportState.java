package io.tanheng.server.operate.report;

/// How far a report has come.
public enum ReportState {
  /// Compiled, may be compiled anew.
  DRAFT,
  /// Departments look at it (跨部门内部审核).
  IN_REVIEW,
  /// Waits for signatures.
  IN_APPROVAL,
  APPROVED,
  /// Handed in.
  SUBMITTED,
  /// The verifier found something; a revision is due.
  IN_VERIFICATION,
  /// Nothing is open any more (最终版).
  FINAL,
  /// Sealed and put away.
  ARCHIVED
}
