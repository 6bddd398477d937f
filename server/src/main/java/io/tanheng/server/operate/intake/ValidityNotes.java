package io.tanheng.server.operate.intake;

import io.tanheng.server.operate.intake.RowPlan.Target;
import io.tanheng.server.operate.intake.workbook.Finding;
import io.tanheng.server.operate.intake.workbook.IntakeProblem;
import io.tanheng.server.operate.intake.workbook.Place;
import io.tanheng.server.operate.intake.workbook.Series;
import io.tanheng.server.operate.measure.DefineParameter;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.units.Text;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells of rows whose parameter is not watched in the year of the ledger, sheet by sheet: one that
/// begins later is to begin with the year, one that ended before is followed by a new one.
final class ValidityNotes {
  private ValidityNotes() {}

  /// @param parameters all of the enterprise
  static List<Finding> of(List<RowPlan> rows, List<Parameter> parameters, Year year) {
    Set<String> ended =
        parameters.stream()
            .filter(parameter -> parameter.endedBefore(year))
            .map(Parameter::key)
            .collect(Collectors.toSet());
    List<Series> beginLater = new ArrayList<>();
    List<Series> endedBefore = new ArrayList<>();
    for (RowPlan row : rows) {
      if (row.target() instanceof Target.Existing(Parameter parameter)
          && parameter.beginsAfter(year)) {
        beginLater.add(row.series());
      }
      if (row.target() instanceof Target.Proposed(DefineParameter _)
          && ended.contains(RowMatching.key(row.series()))) {
        endedBefore.add(row.series());
      }
    }
    List<Finding> notes = new ArrayList<>();
    notes.addAll(bySheet(IntakeProblem.PARAMETER_BEGINS_LATER, beginLater, year));
    notes.addAll(bySheet(IntakeProblem.PARAMETER_ENDED, endedBefore, year));
    return notes;
  }

  private static List<Finding> bySheet(IntakeProblem code, List<Series> series, Year year) {
    Map<String, List<Series>> sheets =
        series.stream()
            .collect(Collectors.groupingBy(Series::sheet, LinkedHashMap::new, Collectors.toList()));
    List<Finding> notes = new ArrayList<>();
    sheets.forEach((sheet, some) -> {
      List<String> names = some.stream().map(Series::name).toList();
      notes.add(
          Finding.of(
                  code,
                  Place.sheet(sheet),
                  Map.of(
                      "sheet", Text.same(sheet),
                      "count", Text.same(Integer.toString(some.size())),
                      "labels", new Text(String.join("、", names), String.join(", ", names)),
                      "year", Text.same(year.toString()),
                      "from", Text.same(year.atDay(1).toString())))
              .withRelated(some.stream().map(one -> sheet + "!" + one.anchor()).toList()));
    });
    return notes;
  }
}
