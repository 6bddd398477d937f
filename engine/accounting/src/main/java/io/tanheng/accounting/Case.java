package io.tanheng.accounting;

import io.tanheng.standard.MethodEdition;
import io.tanheng.units.Problem;
import io.tanheng.units.SourcePosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One case of a case file: what to calculate, and what is expected of it.
///
/// @param outputs product outputs or expected side results, as the method reads them
/// @param places where each row and value stands in the file
/// @param problems why the case cannot be calculated as written
public record Case(
    String method,
    String name,
    FactorChoice choice,
    AccountingInput input,
    Map<String, InputValue> outputs,
    Expected expected,
    Map<String, SourcePosition> places,
    List<Problem> problems) {

  public Case {
    places = Map.copyOf(places);
  }

  /// What a worked case says the results are.
  ///
  /// @param results by source or total
  /// @param details further results by name
  /// @param memos the sources that occur but enter no total
  /// @param problems codes of the problems that must refuse the case
  public record Expected(
      Map<String, String> results,
      Map<String, String> details,
      List<CaseFile.ExpectedIntensity> intensities,
      List<String> memos,
      List<String> problems) {}

  /// The input with product outputs where the edition wants them.
  public AccountingInput inputFor(MethodEdition edition) {
    if (!edition.production().outputsAreProducts() || outputs.isEmpty()) {
      return input;
    }
    ProductionInput whole = input.production().getFirst();
    var products = new LinkedHashMap<>(whole.products());
    products.putAll(outputs);
    var production = new ArrayList<>(input.production());
    production.set(
        0,
        new ProductionInput(
            whole.facility(), whole.quantities(), products, whole.labels(), whole.series()));
    return new AccountingInput(input.rows(), production);
  }

  /// Runs the case; problems point into its file.
  public Outcome run(MethodEdition edition) {
    if (!problems.isEmpty()) {
      return new Outcome.Refused(problems);
    }
    return switch (Accounting.run(edition, choice, inputFor(edition))) {
      case Outcome.Calculated calculated -> calculated;
      case Outcome.Refused(List<Problem> found) ->
          new Outcome.Refused(found.stream().map(this::placed).toList());
    };
  }

  private Problem placed(Problem problem) {
    if (problem.position().isPresent() || !problem.args().containsKey("rowId")) {
      return problem;
    }
    String row = problem.args().get("rowId").en();
    String symbol =
        problem.args().containsKey("symbol") ? row + "." + problem.args().get("symbol").en() : row;
    SourcePosition at = places.containsKey(symbol) ? places.get(symbol) : places.get(row);
    return at == null ? problem : problem.at(at);
  }
}
