package io.tanheng.server.operate.intake.workbook;

import io.tanheng.server.operate.intake.workbook.Vocabulary.Expectation;
import io.tanheng.units.Result;
import io.tanheng.units.Text;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads the unit of a series and checks that it can measure what the labels say.
public final class UnitChecks {
  private final Vocabulary vocabulary;

  public UnitChecks(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// The unit as written, understood; empty when it is missing or unknown.
  public static Optional<Unit> unit(Series series) {
    return series.unitText().isBlank()
        ? Optional.empty()
        : switch (Units.standard().parse(series.unitText())) {
          case Result.Success<Unit>(Unit unit) -> Optional.of(unit);
          case Result.Failure<Unit> _ -> Optional.empty();
        };
  }

  /// @param parameterUnit the unit of the parameter the series is known to be, when it is known
  List<Finding> check(Series series, Optional<String> parameterUnit) {
    if (series.months().isEmpty() && series.opening().isEmpty()) {
      return List.of();
    }
    if (series.unitText().isBlank()) {
      return List.of(finding(IntakeProblem.UNIT_MISSING, series, Map.of()));
    }
    return switch (Units.standard().parse(series.unitText())) {
      case Result.Failure<Unit>(var problems) ->
          List.of(
              finding(
                  IntakeProblem.UNIT_UNKNOWN,
                  series,
                  Map.of("reason", problems.getFirst().text())));
      case Result.Success<Unit>(Unit unit) -> mismatch(series, unit, parameterUnit);
    };
  }

  private List<Finding> mismatch(Series series, Unit unit, Optional<String> parameterUnit) {
    List<String> wanted =
        parameterUnit.map(List::of).or(() -> expectedUnits(series)).orElse(List.of());
    boolean fits =
        wanted.isEmpty()
            || wanted.stream().anyMatch(text -> unit.convertsTo(Units.standard().require(text)));
    if (fits) {
      return List.of();
    }
    return List.of(
        finding(
            IntakeProblem.UNIT_MISMATCH,
            series,
            Map.of(
                "kind", unit.describe(),
                "expected", new Text(String.join("、", wanted), String.join(", ", wanted)),
                "expectedKind", Units.standard().require(wanted.getFirst()).describe())));
  }

  private Optional<List<String>> expectedUnits(Series series) {
    for (Expectation expectation : vocabulary.expectations()) {
      if (vocabulary.mentionsAny(expectation.wordsKey(), series.labels())) {
        return Optional.of(expectation.units());
      }
    }
    return Optional.empty();
  }

  private static Finding finding(IntakeProblem code, Series series, Map<String, Text> more) {
    Map<String, Text> args =
        more.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    args.put("sheet", Text.same(series.sheet()));
    args.put("cell", Text.same(series.unitCell().toString()));
    args.put("label", Text.same(series.name()));
    args.put("unit", Text.same(series.unitText()));
    return Finding.of(code, Place.cell(series.sheet(), series.unitCell()), args);
  }
}
