package io.tanheng.server.operate.inventory;

import io.tanheng.accounting.Accounting;
import io.tanheng.accounting.AccountingInput;
import io.tanheng.accounting.FactorChoice;
import io.tanheng.accounting.IndicatorResult;
import io.tanheng.accounting.InputRow;
import io.tanheng.accounting.InputValue;
import io.tanheng.accounting.Inventory;
import io.tanheng.accounting.Outcome;
import io.tanheng.accounting.ProductionInput;
import io.tanheng.accounting.RowId;
import io.tanheng.accounting.RowResult;
import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.measure.NewPlanItem;
import io.tanheng.standard.Factor;
import io.tanheng.standard.Indicator;
import io.tanheng.standard.InputSymbol;
import io.tanheng.standard.MethodEdition;
import io.tanheng.units.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Hands drawn inputs to the engine and takes its results back. The one door to
/// `io.tanheng.accounting`.
@Component
class Calculation {
  private static final Map<String, Text> FLAG_NAMES =
      Map.of(
          "declared", new Text("直接填报", "declared amount"),
          "default", new Text("采用缺省值", "default value used"),
          "penalty-default", new Text("采用惩罚性缺省值", "penalty default used"),
          "measured-carbon", new Text("实测含碳量", "measured carbon content"),
          "conservative-zero", new Text("保守取0", "conservative zero"),
          "replaced-missing", new Text("缺测按方案替代", "missing value replaced by the plan"));

  Accounted run(MethodEdition edition, @Nullable String factorSet, Drawn drawn) {
    FactorChoice choice = factorSet == null ? FactorChoice.DEFAULT : FactorChoice.of(factorSet);
    return switch (Accounting.run(edition, choice, input(drawn))) {
      case Outcome.Refused(List<io.tanheng.units.Problem> problems) ->
          new Accounted.Refused(problems.stream().map(problem -> problem(problem, drawn)).toList());
      case Outcome.Calculated(Inventory inventory) -> calculated(inventory, drawn);
    };
  }

  /// The same input as the engine sees it, for the case file.
  AccountingInput input(Drawn drawn) {
    Map<String, List<InputRow>> rows = new LinkedHashMap<>();
    for (Drawn.Row row : drawn.rows()) {
      NewPlanItem definition = row.item().definition();
      Map<String, String> labels = new LinkedHashMap<>(definition.labels());
      labels.put("item", definition.item());
      labels.put("month", row.month().toString());
      rows.computeIfAbsent(definition.source(), source -> new ArrayList<>())
          .add(
              new InputRow(
                  new RowId(String.valueOf(row.position())), values(row.inputs()), labels));
    }
    List<ProductionInput> production = new ArrayList<>();
    for (Drawn.Production output : drawn.production()) {
      Map<String, InputValue> quantities = values(output.inputs());
      quantities.remove("value");
      if (!quantities.isEmpty()) {
        String facility =
            output.item().definition().labels().getOrDefault("facility", ProductionInput.WHOLE);
        production.add(new ProductionInput(facility, quantities, Map.of(), Map.of(), Map.of()));
      }
    }
    return new AccountingInput(rows, production);
  }

  /// The reference of each value is its symbol: the row's own inputs know the rest.
  private Map<String, InputValue> values(Map<String, Drawn.Input> inputs) {
    Map<String, InputValue> values = new HashMap<>();
    inputs.forEach((symbol, input) -> {
      Factor picked = input.picked();
      values.put(
          symbol,
          picked == null
              ? InputValue.of(input.quantity(), asWritten(input), symbol)
              : InputValue.of(picked));
    });
    return values;
  }

  private static String asWritten(Drawn.Input input) {
    return input.lines().size() == 1
        ? Optional.ofNullable(input.lines().getFirst().line().asWritten())
            .map(text -> text + " " + input.lines().getFirst().line().unitAsWritten())
            .orElseGet(() -> input.quantity().text())
        : input.quantity().text();
  }

  private static Accounted calculated(Inventory inventory, Drawn drawn) {
    Map<String, RowResult> byId = new HashMap<>();
    inventory.rows().forEach(row -> byId.put(row.id().value(), row));
    Map<String, Set<String>> used = figuresInUse(inventory.edition());
    List<AccountedRow> rows = new ArrayList<>();
    for (Drawn.Row row : drawn.rows()) {
      RowResult result = byId.get(String.valueOf(row.position()));
      if (result == null) {
        throw new IllegalStateException("the engine gave no result for row " + row.position());
      }
      rows.add(
          accounted(row, result, used.getOrDefault(row.item().definition().source(), Set.of())));
    }
    Map<String, Quantity> totals = new LinkedHashMap<>();
    inventory.totals().forEach((key, total) -> totals.put(key, total.value()));
    return new Accounted.Calculated(
        rows,
        totals,
        inventory.indicators().stream()
            .map(result -> indicator(result, inventory.edition()))
            .toList(),
        List.of());
  }

  /// The row figures the indicators of an edition sum, by source: those worth keeping with a row.
  private static Map<String, Set<String>> figuresInUse(MethodEdition edition) {
    Map<String, Set<String>> used = new HashMap<>();
    for (Indicator indicator : edition.indicators()) {
      indicator
          .over()
          .filter(over -> over.kind() == Indicator.OverKind.ROWS)
          .ifPresent(over ->
              used.computeIfAbsent(over.source(), source -> new LinkedHashSet<>())
                  .addAll(over.figures()));
    }
    return used;
  }

  private static List<RowTrace.Figure> figures(RowResult result, Set<String> used) {
    List<RowTrace.Figure> figures = new ArrayList<>();
    for (String key : used) {
      result
          .figureTrace(key)
          .ifPresent(trace ->
              figures.add(
                  new RowTrace.Figure(key, Words.of(trace.name()), TraceWriter.step(trace))));
    }
    return figures;
  }

  private static AccountedRow accounted(Drawn.Row row, RowResult result, Set<String> used) {
    List<AccountedRow.Flag> flags = new ArrayList<>();
    result.flags().stream().distinct().forEach(key -> flags.add(flag(key)));
    List<Text> notes = new ArrayList<>();
    if (row.note() != null) {
      notes.add(row.note());
      flags.add(flag("replaced-missing"));
    }
    return new AccountedRow(
        row,
        result.result(),
        new RowTrace(TraceWriter.step(result.trace()), notes, figures(result, used)),
        flags);
  }

  private static AccountedRow.Flag flag(String key) {
    return new AccountedRow.Flag(key, FLAG_NAMES.getOrDefault(key, Words.same(key)));
  }

  private static Accounted.IndicatorValue indicator(IndicatorResult result, MethodEdition edition) {
    Map<String, InputSymbol> symbols = edition.production().inputs();
    List<RowTrace.Input> inputs = new ArrayList<>();
    result
        .parts()
        .forEach((symbol, value) ->
            inputs.add(
                new RowTrace.Input(
                    symbol,
                    symbols.containsKey(symbol)
                        ? Words.of(symbols.get(symbol).name())
                        : Words.same(symbol),
                    Shown.decimal(value),
                    value.unit().symbol(),
                    null,
                    RowTrace.Kind.GIVEN,
                    symbol,
                    null,
                    null)));
    return new Accounted.IndicatorValue(
        result.key(),
        Words.of(result.name()),
        result.facility().isEmpty() ? null : result.facility(),
        result.value(),
        new RowTrace.Step(
            new RowTrace.FormulaText(result.text(), result.latex()),
            new RowTrace.FormulaText(result.substituted(), result.substitutedLatex()),
            Shown.decimal(result.value()),
            result.value().unit().symbol(),
            result.value().value().toString(),
            inputs),
        result.members().stream().map(member -> member(member, edition)).toList());
  }

  private static RunExtras.Member member(IndicatorResult.Member member, MethodEdition edition) {
    Optional<RowResult> row = member.row();
    List<RunExtras.MemberValue> values = new ArrayList<>();
    member
        .values()
        .forEach((key, value) ->
            values.add(
                new RunExtras.MemberValue(
                    key,
                    memberName(key, row, edition),
                    Shown.result(value),
                    value.unit().symbol())));
    return new RunExtras.Member(
        row.map(one -> Integer.valueOf(one.id().value())).orElse(null),
        member.facility().isEmpty() ? null : member.facility(),
        values);
  }

  private static Text memberName(String key, Optional<RowResult> row, MethodEdition edition) {
    if (row.isPresent()) {
      return edition.source(row.get().source()).figures().stream()
          .filter(figure -> figure.key().equals(key))
          .findFirst()
          .map(figure -> Words.of(figure.name()))
          .orElse(Words.same(key));
    }
    return Optional.ofNullable(edition.production().inputs().get(key))
        .map(input -> Words.of(input.name()))
        .orElse(Words.same(key));
  }

  /// A problem of the engine, with the item and month of the row it was found in.
  private static Problem problem(io.tanheng.units.Problem problem, Drawn drawn) {
    Map<String, Object> args = new TreeMap<>();
    problem.args().forEach((name, text) -> args.put(name, text.zh()));
    Problem.Severity severity =
        problem.isError() ? Problem.Severity.ERROR : Problem.Severity.WARNING;
    Text words = Words.of(problem.text());
    Optional<Drawn.Row> row =
        drawn.rows().stream()
            .filter(one -> String.valueOf(one.position()).equals(args.get("rowId")))
            .findFirst();
    if (row.isPresent()) {
      Text item = row.get().item().definition().itemName();
      String month = row.get().month().toString();
      args.put("item", item.zh());
      args.put("month", month);
      words =
          new Text(
              month + " " + item.zh() + "：" + words.zh(),
              item.en() + ", " + month + ": " + words.en());
    }
    return new Problem(problem.code().key(), severity, words, Problem.Place.NOWHERE, args);
  }
}
