package io.tanheng.server.operate.intake;

import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.intake.workbook.Finding;
import io.tanheng.server.operate.intake.workbook.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Findings of the workbook as problems of the API.
final class FindingProblems {
  private FindingProblems() {}

  static List<Problem> of(List<Finding> findings) {
    return findings.stream().map(FindingProblems::of).toList();
  }

  static Problem of(Finding finding) {
    Map<String, Object> args = new HashMap<>();
    finding
        .args()
        .forEach((name, text) ->
            args.put(
                name, text.zh().equals(text.en()) ? text.zh() : new Text(text.zh(), text.en())));
    if (!finding.related().isEmpty()) {
      args.put("related", finding.related());
    }
    Place place = finding.place();
    return new Problem(
        finding.code().key(),
        finding.isError() ? Problem.Severity.ERROR : Problem.Severity.WARNING,
        new Text(finding.message().zh(), finding.message().en()),
        new Problem.Place(place.sheet(), place.row(), place.column(), place.cell(), null),
        args);
  }
}
