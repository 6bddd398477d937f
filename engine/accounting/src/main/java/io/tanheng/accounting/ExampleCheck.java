package io.tanheng.accounting;

import io.tanheng.standard.Catalogue;
import io.tanheng.standard.MethodEdition;
import io.tanheng.standard.Rule;
import io.tanheng.standard.View;
import io.tanheng.units.Quantity;
import io.tanheng.units.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs the worked examples of rules and views, as [CaseCheck] does those of methods.
public final class ExampleCheck {

  private ExampleCheck() {}

  /// One expected figure of an example.
  ///
  /// @param actual what came out, or the problems that refused the example
  public record Line(String example, String name, String expected, String actual) {

    public boolean agrees() {
      return expected.equals(actual);
    }
  }

  /// Every expected figure of every example of a rule.
  public static List<Line> of(Rule rule) {
    var lines = new ArrayList<Line>();
    for (Rule.Example example : rule.examples()) {
      lines.addAll(lines(example.name(), example.expected(), shown(Rules.evaluate(rule, example))));
    }
    return lines;
  }

  private static Map<String, String> shown(RuleOutcome outcome) {
    var all = new LinkedHashMap<String, String>();
    switch (outcome) {
      case RuleOutcome.Refused(var problems) ->
          all.put("", problems.stream().map(p -> p.code().key()).toList().toString());
      case RuleOutcome.Computed computed -> {
        computed.figures().forEach(figure -> all.put(figure.key(), figure.shown()));
        computed.due().ifPresent(date -> all.put("dueDate", date.toString()));
      }
    }
    return all;
  }

  /// Every expected figure of every example of a view; the sources of an example are declared
  /// amounts.
  public static List<Line> of(View view, Catalogue catalogue) {
    var lines = new ArrayList<Line>();
    for (View.Example example : view.examples()) {
      Result<MethodEdition> edition = catalogue.edition(example.edition());
      Map<String, String> shown =
          edition.find().map(e -> shown(view, e, example)).orElse(Map.of("", example.edition()));
      lines.addAll(lines(example.name(), example.expected(), shown));
    }
    return lines;
  }

  private static Map<String, String> shown(View view, MethodEdition edition, View.Example example) {
    var rows = new LinkedHashMap<String, List<InputRow>>();
    example
        .sources()
        .forEach((key, amount) -> {
          var value = Quantity.of(amount, edition.source(key).unit());
          rows.put(
              key,
              List.of(
                  new InputRow(new RowId(key), Map.of("E", InputValue.of(value, key)), Map.of())));
        });
    Outcome outcome =
        Accounting.run(edition, FactorChoice.DEFAULT, new AccountingInput(rows, List.of()));
    return switch (outcome) {
      case Outcome.Refused(var problems) ->
          Map.of("", problems.stream().map(p -> p.code().key()).toList().toString());
      case Outcome.Calculated(Inventory inventory) ->
          InventoryView.of(view, inventory, List.of())
              .find()
              .map(ExampleCheck::shown)
              .orElse(Map.of());
    };
  }

  private static Map<String, String> shown(InventoryView view) {
    var all = new LinkedHashMap<String, String>();
    view.categories()
        .forEach(category -> {
          all.put(category.id(), InventoryJson.figure(category.sum()));
          category.parts().forEach(part -> all.put(part.id(), InventoryJson.figure(part.sum())));
        });
    view.memos().forEach(memo -> all.put(memo.id(), InventoryJson.figure(memo.sum())));
    view.gases().forEach((gas, value) -> all.put("gas:" + gas, InventoryJson.figure(value)));
    all.put("total", InventoryJson.figure(view.total()));
    all.put("method", InventoryJson.figure(view.methodTotal()));
    return all;
  }

  private static List<Line> lines(
      String example, Map<String, String> expected, Map<String, String> shown) {
    var lines = new ArrayList<Line>();
    expected.forEach((key, value) ->
        lines.add(
            new Line(
                example,
                key,
                value,
                Optional.ofNullable(shown.get(key)).orElse(shown.getOrDefault("", "–")))));
    return lines;
  }
}
