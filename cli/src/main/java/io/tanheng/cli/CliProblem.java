package io.tanheng.cli;

import io.tanheng.units.ProblemCode;

/// What can be wrong with a command.
enum CliProblem implements ProblemCode {
  FILE_UNREADABLE,
  MISSING_ARGUMENT,
  NO_CASES,
  NOTHING_EXPECTED,
  NO_FOLDER,
  UNKNOWN_COMMAND,
  UNKNOWN_OPTION,
  WRONG_METHOD
}
