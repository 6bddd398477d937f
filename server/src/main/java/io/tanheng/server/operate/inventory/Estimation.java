package io.tanheng.server.operate.inventory;

import io.tanheng.accounting.Accounting;
import io.tanheng.accounting.AccountingInput;
import io.tanheng.accounting.FactorChoice;
import io.tanheng.accounting.InputRow;
import io.tanheng.accounting.InputValue;
import io.tanheng.accounting.Inventory;
import io.tanheng.accounting.MonteCarlo;
import io.tanheng.accounting.Outcome;
import io.tanheng.accounting.RowId;
import io.tanheng.accounting.RowResult;
import io.tanheng.accounting.Uncertainty;
import io.tanheng.accounting.UncertaintyPlan;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.InventoryStore.StoredRow;
import io.tanheng.server.operate.measure.OwnFactors;
import io.tanheng.standard.EmissionSource;
import io.tanheng.standard.Factor;
import io.tanheng.standard.InputSymbol;
import io.tanheng.standard.MethodEdition;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How uncertain a stored run is (不确定度): evaluates its kept inputs again, many times, with errors.
///
/// A run is evaluated only by the very edition that made it; when the edition has changed since, it
/// is refused rather than estimated by other formulas.
@Service
public class Estimation {
  private static final TypeReference<Map<String, StoredInput>> INPUTS = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

  /// Kept inputs may have been cut after twenty digits.
  private static final BigDecimal ROUNDING = new BigDecimal("0.001");

  private final InventoryStore store;
  private final Editions editions;
  private final FactorBook factors;
  private final JsonMapper json;

  Estimation(InventoryStore store, Editions editions, FactorBook factors, JsonMapper json) {
    this.store = store;
    this.editions = editions;
    this.factors = factors;
    this.json = json;
  }

  /// A value that may be uncertain: one symbol of one item, over all its months.
  ///
  /// @param published whether it comes from a table
  /// @param factor title of the table, where there is one
  public record Doubtful(
      String source,
      Text sourceName,
      String item,
      Text itemName,
      String symbol,
      Text symbolName,
      boolean published,
      @Nullable Text factor,
      int rows) {}

  /// Every value of the run that may be uncertain, in the order of sources and items.
  public List<Doubtful> doubtful(EnterpriseId enterprise, InventoryId id) {
    InventoryHead head = head(enterprise, id);
    Inventory inventory = again(enterprise, head);
    Map<ItemPlace, Text> items = new HashMap<>();
    head.view()
        .items()
        .forEach(
            one -> items.put(new ItemPlace(one.source(), one.key(), one.facility()), one.name()));
    record Key(String source, String item, String symbol, boolean published) {}
    Map<Key, Doubtful> found = new LinkedHashMap<>();
    for (RowResult row : inventory.rows()) {
      EmissionSource source = inventory.edition().source(row.source());
      String item = row.label("item").orElse("");
      ItemPlace place = new ItemPlace(row.source(), item, row.label("facility").orElse(null));
      for (RowResult.Leaf leaf : row.leaves()) {
        if (leaf.value() != 0) {
          Key key = new Key(row.source(), item, leaf.symbol(), leaf.factor().isPresent());
          found.merge(
              key,
              new Doubtful(
                  row.source(),
                  Words.of(source.name()),
                  item,
                  items.getOrDefault(place, Words.same(item)),
                  leaf.symbol(),
                  symbolName(source, leaf.symbol()),
                  leaf.factor().isPresent(),
                  leaf.factor().map(this::tableTitle).orElse(null),
                  1),
              Estimation::together);
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static Doubtful together(Doubtful one, Doubtful other) {
    return new Doubtful(
        one.source(),
        one.sourceName(),
        one.item(),
        one.itemName(),
        one.symbol(),
        one.symbolName(),
        one.published(),
        one.factor() == null ? other.factor() : one.factor(),
        one.rows() + other.rows());
  }

  private static Text symbolName(EmissionSource source, String symbol) {
    if (symbol.equals(EmissionSource.DECLARED)) {
      return new Text("直接填报的排放量", "declared emission");
    }
    InputSymbol input = source.inputs().get(symbol);
    if (input == null && symbol.contains("_")) {
      input = source.inputs().get(symbol.substring(0, symbol.lastIndexOf('_')));
    }
    return input == null ? Words.same(symbol) : Words.of(input.name());
  }

  private @Nullable Text tableTitle(String factor) {
    return factors.list().stream()
        .filter(entry -> entry.factor().id().equals(factor))
        .findFirst()
        .map(entry -> Words.of(entry.table().title()))
        .orElse(null);
  }

  /// Estimates the uncertainty of the run's total.
  ///
  /// @throws IllegalArgumentException when no values can have the correlations of the plan
  public Uncertainty estimate(
      EnterpriseId enterprise,
      InventoryId id,
      UncertaintyPlan plan,
      int trials,
      long seed,
      MonteCarlo.Progress progress) {
    InventoryHead head = head(enterprise, id);
    Inventory inventory = again(enterprise, head);
    String total = TotalSigns.main(inventory.edition()).key();
    return Uncertainty.of(inventory, plan, total, trials, seed, progress);
  }

  /// Refuses a run whose edition has changed since.
  public void requireSameEdition(EnterpriseId enterprise, InventoryId id) {
    edition(head(enterprise, id));
  }

  private InventoryHead head(EnterpriseId enterprise, InventoryId id) {
    return store
        .find(enterprise, id)
        .orElseThrow(() -> new ProblemException(InventoryProblem.NOT_FOUND));
  }

  private MethodEdition edition(InventoryHead head) {
    MethodEdition edition = editions.require(head.method());
    if (!edition.digest().equals(head.methodDigest())) {
      throw new ProblemException(
          InventoryProblem.EDITION_CHANGED,
          Map.of("number", head.number(), "method", edition.number()));
    }
    return edition;
  }

  /// The stored run as the engine sees it, without production.
  private Inventory again(EnterpriseId enterprise, InventoryHead head) {
    MethodEdition edition = edition(head);
    InventoryView.Named set = head.view().factorSet();
    FactorChoice choice = set == null ? FactorChoice.DEFAULT : FactorChoice.of(set.id());
    Map<String, List<InputRow>> rows = new LinkedHashMap<>();
    for (StoredRow row : store.rows(enterprise, head.id())) {
      rows.computeIfAbsent(row.source(), source -> new ArrayList<>()).add(input(row));
    }
    return switch (Accounting.run(edition, choice, new AccountingInput(rows, List.of()))) {
      case Outcome.Calculated(Inventory inventory) -> same(inventory, head);
      case Outcome.Refused(List<io.tanheng.units.Problem> problems) ->
          throw new IllegalStateException(
              "inventory " + head.id() + " cannot be evaluated again: " + problems);
    };
  }

  private static Inventory same(Inventory inventory, InventoryHead head) {
    String main = TotalSigns.main(inventory.edition()).key();
    BigDecimal now =
        new BigDecimal(
            Shown.result(Optional.ofNullable(inventory.totals().get(main)).orElseThrow().value()));
    if (now.subtract(new BigDecimal(head.view().total().value())).abs().compareTo(ROUNDING) > 0) {
      throw new IllegalStateException(
          "inventory " + head.id() + " gives " + now + ", not " + head.view().total().value());
    }
    return inventory;
  }

  private InputRow input(StoredRow row) {
    Map<String, String> labels = new LinkedHashMap<>(json.readValue(row.labels(), LABELS));
    labels.put("item", row.item());
    labels.put("month", row.month().toString());
    Map<String, InputValue> values = new HashMap<>();
    json.readValue(row.inputs(), INPUTS)
        .forEach((symbol, input) -> values.put(symbol, value(symbol, input)));
    return new InputRow(new RowId(String.valueOf(row.position())), values, labels);
  }

  /// A published factor stays one; a factor of the enterprise is a measured value like others.
  private InputValue value(String symbol, StoredInput input) {
    Quantity quantity =
        new Quantity(Rational.of(input.value()), Units.standard().require(input.unit()));
    FactorRef ref = input.factor();
    Optional<Factor> published =
        ref == null || ref.table().equals(OwnFactors.TABLE)
            ? Optional.empty()
            : factors
                .find(ref)
                .map(FactorBook.Entry::factor)
                .filter(factor -> factor.value().equals(quantity));
    return published
        .map(InputValue::of)
        .orElseGet(() -> InputValue.of(quantity, quantity.text(), symbol));
  }
}
