package io.tanheng.server.operate.inventory;

import io.tanheng.accounting.Inventory;
import io.tanheng.accounting.MonteCarlo;
import io.tanheng.accounting.RowResult;
import io.tanheng.accounting.Uncertainty;
import io.tanheng.accounting.UncertaintyPlan;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.standard.EmissionSource;
import io.tanheng.standard.InputSymbol;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// How uncertain a stored run is (不确定度): evaluates its kept inputs again, many times, with errors.
///
/// A run is evaluated only by the very edition that made it; when the edition has changed since, it
/// is refused rather than estimated by other formulas.
@Service
public class Estimation {
  private final Reevaluation reevaluation;
  private final FactorBook factors;

  Estimation(Reevaluation reevaluation, FactorBook factors) {
    this.reevaluation = reevaluation;
    this.factors = factors;
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
    InventoryHead head = reevaluation.head(enterprise, id);
    Inventory inventory = reevaluation.again(enterprise, head);
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

  static Text symbolName(EmissionSource source, String symbol) {
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
    Inventory inventory = reevaluation.again(enterprise, id);
    String total = TotalSigns.main(inventory.edition()).key();
    return Uncertainty.of(inventory, plan, total, trials, seed, progress);
  }

  /// Refuses a run whose edition has changed since.
  public void requireSameEdition(EnterpriseId enterprise, InventoryId id) {
    reevaluation.requireSameEdition(enterprise, id);
  }
}
