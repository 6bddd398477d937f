package io.tanheng.server.operate.intake.workbook;

import io.tanheng.units.Problem;
import io.tanheng.units.Severity;
import io.tanheng.units.Text;
import java.util.List;
import java.util.Map;

/// A problem at its place in the uploaded file.
///
/// `related` names the other cells the person has to look at, as `sheet!cell`.
public record Finding(
    IntakeProblem code, Place place, Map<String, Text> args, List<String> related) {
  public Finding {
    args = Map.copyOf(args);
    related = List.copyOf(related);
  }

  public static Finding of(IntakeProblem code, Place place, Map<String, Text> args) {
    return new Finding(code, place, args, List.of());
  }

  public Finding withRelated(List<String> cells) {
    return new Finding(code, place, args, cells);
  }

  public Severity severity() {
    return code.severity();
  }

  public boolean isError() {
    return severity() == Severity.ERROR;
  }

  /// What is wrong, where, and what to do, in both languages.
  public Text message() {
    Problem problem = Problem.of(code);
    for (Map.Entry<String, Text> arg : args.entrySet()) {
      problem = problem.with(arg.getKey(), arg.getValue());
    }
    return problem.text();
  }
}
