package io.tanheng.server.operate.report;

/// What was done to a report.
enum ReportAction {
  COMPILE,
  REVISE,
  START_REVIEW,
  COMMENT,
  ANSWER,
  ASK_APPROVAL,
  APPROVE,
  APPROVAL_ENDED,
  SUBMIT,
  FIND,
  CORRECT,
  CONCLUDE,
  FINALISE,
  ARCHIVE,
  RESTORE
}
