package io.tanheng.server.operate.intake;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.operate.intake.RowDecision.Choice;
import io.tanheng.server.operate.intake.RowPlan.CellPlan;
import io.tanheng.server.operate.intake.RowPlan.Change;
import io.tanheng.server.operate.intake.RowPlan.Target;
import io.tanheng.server.operate.intake.workbook.Finding;
import io.tanheng.server.operate.intake.workbook.IntakeProblem;
import io.tanheng.server.operate.intake.workbook.LedgerBook;
import io.tanheng.server.operate.intake.workbook.LedgerChecks;
import io.tanheng.server.operate.intake.workbook.LedgerRecogniser;
import io.tanheng.server.operate.intake.workbook.Meaning;
import io.tanheng.server.operate.intake.workbook.Place;
import io.tanheng.server.operate.intake.workbook.Series;
import io.tanheng.server.operate.intake.workbook.SeriesCell;
import io.tanheng.server.operate.intake.workbook.UnitChecks;
import io.tanheng.server.operate.intake.workbook.Vocabulary;
import io.tanheng.server.operate.intake.workbook.Workbook;
import io.tanheng.server.operate.ledger.Ledger;
import io.tanheng.server.operate.ledger.LedgerLine;
import io.tanheng.server.operate.ledger.LineKey;
import io.tanheng.server.operate.ledger.LineState;
import io.tanheng.server.operate.ledger.Slot;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.ParameterKind;
import io.tanheng.server.operate.measure.ParameterName;
import io.tanheng.server.operate.measure.Parameters;
import io.tanheng.server.operate.measure.SignRule;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Text;
import io.tanheng.units.Unit;
import java.math.BigDecimal;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Plans an import: which parameter each row means, and how each value relates to the ledger.
@Component
class Planner {
  private final Parameters parameters;
  private final Ledger ledger;
  private final Vocabulary vocabulary = Vocabulary.standard();
  private final LedgerRecogniser recogniser = new LedgerRecogniser(vocabulary);
  private final LedgerChecks checks = new LedgerChecks(vocabulary);

  Planner(Parameters parameters, Ledger ledger) {
    this.parameters = parameters;
    this.ledger = ledger;
  }

  ImportPlan plan(
      EnterpriseId enterprise,
      Year year,
      Workbook workbook,
      Map<String, Choice> decisions,
      Map<String, Optional<ParameterId>> remembered) {
    List<Parameter> all = parameters.listAll(enterprise);
    Set<String> sheets =
        all.stream()
            .filter(parameter -> parameter.isValidIn(year))
            .map(Parameter::sheet)
            .collect(Collectors.toSet());
    LedgerBook book = recogniser.recognise(workbook, year, sheets);

    RowMatching matching = new RowMatching(all, decisions, remembered, vocabulary, year);
    Map<Series, RowMatching.Match> matches = matching.match(book.series());
    Map<LineKey, LedgerLine> lines =
        ledger.lines(enterprise, year).stream()
            .collect(Collectors.toMap(LedgerLine::key, Function.identity()));
    List<RowPlan> rows =
        book.series().stream()
            .map(series -> row(series, require(matches, series), lines, year))
            .toList();

    List<Finding> findings =
        new ArrayList<>(checks.check(workbook, book, known(matches, enterprise, year)));
    rows.forEach(row -> findings.addAll(mappingFindings(row)));
    findings.addAll(sameParameterTwice(rows));
    findings.addAll(ValidityNotes.of(rows, all, year));
    findings.sort(java.util.Comparator.comparing(Finding::severity));
    return new ImportPlan(book.sheets(), rows, findings);
  }

  private static <V> V require(Map<Series, V> map, Series series) {
    V value = map.get(series);
    if (value == null) {
      throw new IllegalStateException("no match for " + series.id());
    }
    return value;
  }

  /// What parameters and last year's ledger tell the checks.
  private LedgerChecks.Known known(
      Map<Series, RowMatching.Match> matches, EnterpriseId enterprise, Year year) {
    Year before = Year.of(year.getValue() - 1);
    Map<LineKey, LedgerLine> lastYear = new HashMap<>();
    ledger.lines(enterprise, before).forEach(line -> lastYear.put(line.key(), line));
    return new LedgerChecks.Known(
        series ->
            parameter(matches, series)
                .map(Planner::meaning)
                .orElseGet(() -> Meaning.of(series, vocabulary)),
        series -> parameter(matches, series).map(Parameter::unit),
        series ->
            parameter(matches, series)
                .filter(parameter -> parameter.kind() == ParameterKind.STOCK)
                .map(parameter ->
                    lastYear.get(new LineKey(parameter.id(), before.atMonth(12), Slot.MONTH)))
                .flatMap(line -> valueIn(line, UnitChecks.unit(series))),
        series -> require(matches, series).target() instanceof Target.Ignored);
  }

  private static Optional<Parameter> parameter(
      Map<Series, RowMatching.Match> matches, Series series) {
    return require(matches, series).target() instanceof Target.Existing(Parameter parameter)
        ? Optional.of(parameter)
        : Optional.empty();
  }

  private static Meaning meaning(Parameter parameter) {
    Meaning.Kind kind =
        switch (parameter.kind()) {
          case FLOW -> Meaning.Kind.FLOW;
          case STOCK -> Meaning.Kind.STOCK;
          case QUALITY -> Meaning.Kind.QUALITY;
          case OUTPUT -> Meaning.Kind.OUTPUT;
          case STATE -> Meaning.Kind.STATE;
        };
    return new Meaning(kind, parameter.signRule() == SignRule.ANY);
  }

  private static Optional<BigDecimal> valueIn(LedgerLine line, Optional<Unit> unit) {
    return line.quantity()
        .filter(quantity -> unit.filter(quantity.unit()::convertsTo).isPresent())
        .map(quantity -> quantity.in(unit.orElseThrow()).value())
        .filter(Rational::isDecimal)
        .map(Rational::toDecimal);
  }

  private RowPlan row(
      Series series, RowMatching.Match match, Map<LineKey, LedgerLine> lines, Year year) {
    Optional<Unit> unit = UnitChecks.unit(series);
    Optional<Parameter> parameter =
        match.target() instanceof Target.Existing(Parameter existing)
            ? Optional.of(existing)
            : Optional.empty();
    boolean isStock =
        switch (match.target()) {
          case Target.Existing(Parameter existing) -> existing.kind() == ParameterKind.STOCK;
          case Target.Proposed(var proposed) -> proposed.kind() == ParameterKind.STOCK;
          case Target.Ignored(), Target.Undecided() -> false;
        };
    List<CellPlan> cells = new ArrayList<>();
    if (isStock) {
      series
          .opening()
          .flatMap(cell -> cell(parameter, year.atMonth(1), Slot.OPENING, cell, unit, lines))
          .ifPresent(cells::add);
    }
    series
        .months()
        .forEach((month, cell) ->
            cell(parameter, month, Slot.MONTH, cell, unit, lines).ifPresent(cells::add));
    return new RowPlan(series, match.target(), match.suggestion(), unit, cells);
  }

  private static Optional<CellPlan> cell(
      Optional<Parameter> parameter,
      java.time.YearMonth month,
      Slot slot,
      SeriesCell cell,
      Optional<Unit> unit,
      Map<LineKey, LedgerLine> lines) {
    return cell.value()
        .map(value -> {
          Optional<LedgerLine> present =
              parameter.map(one -> lines.get(new LineKey(one.id(), month, slot)));
          return new CellPlan(month, slot, cell, value, change(present, value, unit), present);
        });
  }

  private static Change change(
      Optional<LedgerLine> present, BigDecimal value, Optional<Unit> unit) {
    if (present.isEmpty()) {
      return Change.NEW;
    }
    boolean same =
        present
            .get()
            .quantity()
            .filter(quantity -> unit.filter(quantity.unit()::convertsTo).isPresent())
            .filter(quantity ->
                quantity
                        .base()
                        .compareTo(Quantity.of(value.toPlainString(), unit.orElseThrow()).base())
                    == 0)
            .isPresent();
    if (same) {
      return Change.SAME;
    }
    return present.get().state() == LineState.OPEN ? Change.CHANGED : Change.CONFIRMED;
  }

  private static List<Finding> mappingFindings(RowPlan row) {
    Series series = row.series();
    List<Finding> findings = new ArrayList<>();
    if (row.target() instanceof Target.Undecided) {
      findings.add(
          Finding.of(
              IntakeProblem.ROW_NOT_MAPPED,
              Place.cell(series.sheet(), series.anchor()),
              Map.of(
                  "sheet", Text.same(series.sheet()),
                  "cell", Text.same(series.anchor().toString()),
                  "label", Text.same(series.name()))));
    }
    for (CellPlan cell : row.cells()) {
      if (cell.change() == Change.CONFIRMED) {
        findings.add(
            Finding.of(
                IntakeProblem.LINE_CONFIRMED,
                Place.cell(series.sheet(), cell.cell().ref()),
                Map.of(
                    "sheet", Text.same(series.sheet()),
                    "cell", Text.same(cell.cell().ref().toString()),
                    "label", Text.same(series.name() + " " + cell.month()),
                    "content", Text.same(cell.cell().shown()),
                    "confirmed", Text.same(cell.present().map(Planner::shown).orElse("-")))));
      }
    }
    return findings;
  }

  private static String shown(LedgerLine line) {
    BigDecimal value = line.value();
    return (value == null ? "-" : value.toPlainString()) + " " + line.unit();
  }

  private static Text text(ParameterName name) {
    return new Text(name.text().zh(), name.text().en());
  }

  /// Two rows that mean one parameter: their values would overwrite each other.
  private static List<Finding> sameParameterTwice(List<RowPlan> rows) {
    Map<ParameterId, Series> seen = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (RowPlan row : rows) {
      Optional<Parameter> parameter = row.parameter();
      if (parameter.isPresent()) {
        Series first = seen.putIfAbsent(parameter.get().id(), row.series());
        if (first != null) {
          findings.add(
              Finding.of(
                  IntakeProblem.DUPLICATE_ROW,
                  Place.cell(row.series().sheet(), row.series().anchor()),
                  Map.of(
                      "sheet", Text.same(row.series().sheet()),
                      "cell", Text.same(row.series().anchor().toString()),
                      "label", text(parameter.get().name()),
                      "first", Text.same(first.anchor().toString()))));
        }
      }
    }
    return findings;
  }
}
