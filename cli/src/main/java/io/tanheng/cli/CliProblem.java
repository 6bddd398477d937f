package io.tanheng.cli;

import io.tanheng.units.ProblemCode;

/// What can be wrong with a command.
enum CliProblem implements ProblemCode {
  BAD_NUMBER,
  FILE_UNREADABLE,
  MISSING_ARGUMENT,
  NO_CASES,
  NOTHING_EXPECTED,
  NO_FOLDER,
  UNKNOWN_COMMAND,
  UNKNOWN_OPTION,
  UNKNOWN_VIEW,
  WRONG_METHOD
}
