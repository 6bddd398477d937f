package io.tanheng.server.operate.intake;

import io.tanheng.server.operate.intake.RowDecision.Choice;
import io.tanheng.server.operate.intake.RowDecision.NewParameter;
import io.tanheng.server.operate.intake.RowPlan.Target;
import io.tanheng.server.operate.intake.workbook.Meaning;
import io.tanheng.server.operate.intake.workbook.Series;
import io.tanheng.server.operate.intake.workbook.UnitChecks;
import io.tanheng.server.operate.intake.workbook.Vocabulary;
import io.tanheng.server.operate.measure.DefineParameter;
import io.tanheng.server.operate.measure.ObtainedBy;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.ParameterKind;
import io.tanheng.server.operate.measure.ParameterName;
import io.tanheng.server.operate.measure.SignRule;
import java.time.Year;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the parameter each row means: decided, remembered, same labels, else similar or new.
final class RowMatching {
  /// Labels this alike may mean the same; below, a new parameter is proposed. Choice of this
  /// product.
  private static final double SIMILAR = 0.8;

  private final Map<ParameterId, Parameter> byId;
  private final Map<String, Parameter> byKey;
  private final Map<String, Choice> decisions;
  private final Map<String, Optional<ParameterId>> remembered;
  private final Vocabulary vocabulary;
  private final Year year;
  private final Map<ParameterId, Set<String>> pairsOf = new HashMap<>();

  /// @param parameters all of the enterprise; one that begins after the year may be meant where
  ///   none of the year has its labels, and is then to be watched earlier
  /// @param remembered by [Parameter#key]; empty means ignored
  RowMatching(
      List<Parameter> parameters,
      Map<String, Choice> decisions,
      Map<String, Optional<ParameterId>> remembered,
      Vocabulary vocabulary,
      Year year) {
    this.byId = new LinkedHashMap<>();
    this.byKey = new HashMap<>();
    parameters.stream()
        .filter(parameter -> parameter.isValidIn(year))
        .forEach(parameter -> {
          byId.put(parameter.id(), parameter);
          byKey.put(parameter.key(), parameter);
        });
    parameters.stream()
        .filter(parameter -> parameter.beginsAfter(year))
        .sorted(Comparator.comparing(Parameter::validFrom))
        .filter(parameter -> byKey.putIfAbsent(parameter.key(), parameter) == null)
        .forEach(parameter -> byId.put(parameter.id(), parameter));
    this.decisions = decisions;
    this.remembered = remembered;
    this.vocabulary = vocabulary;
    this.year = year;
  }

  /// Where a row goes, and what else it may mean.
  record Match(Target target, Optional<Parameter> suggestion) {}

  Map<Series, Match> match(List<Series> series) {
    Map<Series, Optional<Target>> sure = new LinkedHashMap<>();
    Set<ParameterId> taken = new HashSet<>();
    for (Series one : series) {
      Optional<Target> target = sure(one);
      target.ifPresent(found -> {
        if (found instanceof Target.Existing(Parameter parameter)) {
          taken.add(parameter.id());
        }
      });
      sure.put(one, target);
    }
    Map<Series, Match> matches = new LinkedHashMap<>();
    sure.forEach((one, target) ->
        matches.put(
            one,
            target
                .map(found -> new Match(found, Optional.empty()))
                .orElseGet(() -> guess(one, taken))));
    return matches;
  }

  private Optional<Target> sure(Series series) {
    Choice decided = decisions.get(series.id());
    if (decided != null) {
      return Optional.of(decided(series, decided));
    }
    String key = key(series);
    Optional<ParameterId> meaning = remembered.get(key);
    if (meaning != null) {
      if (meaning.isEmpty()) {
        return Optional.of(new Target.Ignored());
      }
      Parameter parameter = byId.get(meaning.get());
      if (parameter != null) {
        return Optional.of(new Target.Existing(parameter));
      }
    }
    Parameter same = byKey.get(key);
    return same == null ? Optional.empty() : Optional.of(new Target.Existing(same));
  }

  private Target decided(Series series, Choice choice) {
    return switch (choice) {
      case Choice.Take(ParameterId id) -> {
        Parameter parameter = byId.get(id);
        yield parameter == null ? new Target.Undecided() : new Target.Existing(parameter);
      }
      case Choice.Create(NewParameter wanted) -> new Target.Proposed(proposal(series, wanted));
      case Choice.Ignore() -> new Target.Ignored();
    };
  }

  private Match guess(Series series, Set<ParameterId> taken) {
    Parameter best = null;
    double likeness = SIMILAR;
    for (Parameter parameter : byId.values()) {
      double alike = taken.contains(parameter.id()) ? 0 : likeness(series, parameter);
      if (alike >= likeness) {
        best = parameter;
        likeness = alike;
      }
    }
    return best == null
        ? new Match(
            new Target.Proposed(proposal(series, NewParameter.AS_PROPOSED)), Optional.empty())
        : new Match(new Target.Undecided(), Optional.of(best));
  }

  /// Share of letter pairs in common (Dice), among rows that measure the same kind of thing.
  private double likeness(Series series, Parameter parameter) {
    boolean comparable =
        UnitChecks.unit(series).filter(parameter.measuredIn()::convertsTo).isPresent();
    if (!comparable) {
      return 0;
    }
    Set<String> one = pairs(String.join("", series.labels()));
    Set<String> other =
        pairsOf.computeIfAbsent(parameter.id(), _ -> pairs(String.join("", parameter.labels())));
    long common = one.stream().filter(other::contains).count();
    return one.isEmpty() || other.isEmpty() ? 0 : 2.0 * common / (one.size() + other.size());
  }

  private static Set<String> pairs(String text) {
    String normal = Vocabulary.normalise(text);
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < normal.length(); i++) {
      pairs.add(normal.substring(i, i + 2));
    }
    return pairs;
  }

  private DefineParameter proposal(Series series, NewParameter wanted) {
    Meaning meaning = Meaning.of(series, vocabulary);
    return new DefineParameter(
        series.sheet(),
        series.labels(),
        wanted.name() == null ? ParameterName.of(series.name()) : wanted.name(),
        wanted.unitId(),
        series.unitText(),
        wanted.kind() == null ? kind(meaning.kind()) : wanted.kind(),
        wanted.signRule() == null
            ? (meaning.mayBeNegative() ? SignRule.ANY : SignRule.NONNEGATIVE)
            : wanted.signRule(),
        wanted.obtainedBy() == null ? obtainedBy(series) : wanted.obtainedBy(),
        wanted.responsible() == null ? "" : wanted.responsible(),
        year.atDay(1));
  }

  /// Calculated where the plant's own book calculates it.
  private static ObtainedBy obtainedBy(Series series) {
    long formulas =
        series.months().values().stream().filter(cell -> cell.cell().formula().isPresent()).count();
    return formulas * 2 > series.months().size() ? ObtainedBy.CALCULATED : ObtainedBy.MEASURED;
  }

  private static ParameterKind kind(Meaning.Kind kind) {
    return switch (kind) {
      case FLOW -> ParameterKind.FLOW;
      case STOCK -> ParameterKind.STOCK;
      case QUALITY -> ParameterKind.QUALITY;
      case OUTPUT -> ParameterKind.OUTPUT;
      case STATE -> ParameterKind.STATE;
    };
  }

  static String key(Series series) {
    return Parameter.key(series.sheet(), series.labels());
  }
}
