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
import io.tanheng.standard.MethodEdition;
import io.tanheng.units.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final FactorBook factors;

  Calculation(FactorBook factors) {
    this.factors = factors;
  }

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
      FactorRef ref = input.factor();
      values.put(
          symbol,
          ref == null
              ? InputValue.of(input.quantity(), asWritten(input), symbol)
              : InputValue.of(factors.require(ref).factor()));
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
    List<AccountedRow> rows = new ArrayList<>();
    for (Drawn.Row row : drawn.rows()) {
      RowResult result = byId.get(String.valueOf(row.position()));
      if (result == null) {
        throw new IllegalStateException("the engine gave no result for row " + row.position());
      }
      rows.add(accounted(row, result));
    }
    Map<String, Quantity> totals = new LinkedHashMap<>();
    inventory.totals().forEach((key, total) -> totals.put(key, total.value()));
    return new Accounted.Calculated(
        rows,
        totals,
        inventory.indicators().stream().map(Calculation::indicator).toList(),
        List.of());
  }

  private static AccountedRow accounted(Drawn.Row row, RowResult result) {
    List<AccountedRow.Flag> flags = new ArrayList<>();
    result.flags().stream().distinct().forEach(key -> flags.add(flag(key)));
    List<Text> notes = new ArrayList<>();
    if (row.note() != null) {
      notes.add(row.note());
      flags.add(flag("replaced-missing"));
    }
    return new AccountedRow(
        row, result.result(), new RowTrace(TraceWriter.step(result.trace()), notes), flags);
  }

  private static AccountedRow.Flag flag(String key) {
    return new AccountedRow.Flag(key, FLAG_NAMES.getOrDefault(key, Words.same(key)));
  }

  private static Accounted.IndicatorValue indicator(IndicatorResult result) {
    List<RowTrace.Input> inputs = new ArrayList<>();
    result
        .parts()
        .forEach((symbol, value) ->
            inputs.add(
                new RowTrace.Input(
                    symbol,
                    Words.same(symbol),
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
            inputs));
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
