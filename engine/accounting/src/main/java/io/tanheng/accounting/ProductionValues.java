package io.tanheng.accounting;

import io.tanheng.standard.InputSymbol;
import io.tanheng.standard.MethodEdition;
import io.tanheng.standard.Production;
import io.tanheng.standard.Variant;
import io.tanheng.units.Problem;
import io.tanheng.units.Quantity;
import io.tanheng.units.Text;
import io.tanheng.units.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Production as the edition wants it: known symbols, converted units.
final class ProductionValues {

  /// The converted production of one facility, or of the whole.
  record Values(
      String facility,
      Map<String, Quantity> quantities,
      Map<String, Quantity> products,
      Map<String, String> labels,
      Map<String, List<Map<String, Quantity>>> series) {}

  private final MethodEdition edition;
  private final List<Problem> problems;
  private final List<Values> all = new ArrayList<>();

  ProductionValues(MethodEdition edition, List<ProductionInput> inputs, List<Problem> problems) {
    this.edition = edition;
    this.problems = problems;
    inputs.forEach(input -> all.add(convert(input)));
  }

  List<Values> all() {
    return all;
  }

  private Values convert(ProductionInput input) {
    Production wanted = edition.production();
    Map<String, Quantity> quantities =
        convert(input.quantities(), wanted.inputs(), input.facility());
    var products = new LinkedHashMap<String, Quantity>();
    input
        .products()
        .forEach((product, value) ->
            product(product, value, input.facility()).ifPresent(q -> products.put(product, q)));
    var series = new LinkedHashMap<String, List<Map<String, Quantity>>>();
    input
        .series()
        .forEach((name, days) -> {
          Map<String, InputSymbol> symbols = wanted.series().get(name);
          if (symbols == null) {
            unknown(name, List.copyOf(wanted.series().keySet()));
          } else {
            series.put(
                name, days.stream().map(day -> convert(day, symbols, input.facility())).toList());
          }
        });
    return new Values(input.facility(), quantities, products, input.labels(), series);
  }

  private Map<String, Quantity> convert(
      Map<String, InputValue> values, Map<String, InputSymbol> symbols, String facility) {
    var converted = new LinkedHashMap<String, Quantity>();
    values.forEach((name, value) -> {
      InputSymbol symbol = symbols.get(name);
      if (symbol == null) {
        unknown(name, List.copyOf(symbols.keySet()));
        return;
      }
      Variant only = new Variant("", Optional.empty());
      Optional<Quantity> quantity = InputCheck.convert(symbol, value.quantity(), only);
      if (quantity.isEmpty()) {
        problems.add(
            RowCalculation.unitDiffers(
                    name, symbol.name(), value.quantity().unit(), symbol.unit(only))
                .with("place", place(facility)));
      } else {
        InputCheck.range(name, symbol, quantity.get(), value)
            .ifPresent(problem -> problems.add(problem.with("place", place(facility))));
        converted.put(name, quantity.get());
      }
    });
    return converted;
  }

  private Optional<Quantity> product(String name, InputValue value, String facility) {
    Optional<Unit> unit = edition.production().productUnit();
    if (unit.isEmpty()) {
      unknown(name, List.copyOf(edition.production().inputs().keySet()));
      return Optional.empty();
    }
    if (!value.quantity().unit().convertsTo(unit.get())) {
      problems.add(
          RowCalculation.unitDiffers(name, Text.same(name), value.quantity().unit(), unit.get())
              .with("place", place(facility)));
      return Optional.empty();
    }
    return Optional.of(value.quantity().in(unit.get()));
  }

  private void unknown(String name, List<String> known) {
    problems.add(
        Problem.of(AccountingProblem.UNKNOWN_PRODUCTION)
            .with("method", edition.id())
            .with("symbol", name)
            .with("known", String.join(", ", known)));
  }

  private static Text place(String facility) {
    return facility.isEmpty()
        ? new Text("生产数据", "Production")
        : new Text("生产数据（" + facility + "）", "Production of " + facility);
  }
}
