package io.tanheng.server.operate.inventory;

import io.tanheng.server.operate.measure.Binding;
import io.tanheng.server.operate.measure.NewPlanItem;
import io.tanheng.server.operate.measure.PlanItem;
import io.tanheng.server.operate.measure.PlanItemId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Asks what a run would give with other factors or by another edition, without keeping it.
///
/// @param method another edition; the items of the present plan are taken over by their source
/// @param factorChoices by source
/// @param planned factors in place of what single items of the plan bind
record TryInventory(
    @Nullable String method,
    @Nullable String factorSet,
    Map<String, FactorRef> factorChoices,
    List<Planned> planned) {
  TryInventory {
    factorChoices = Map.copyOf(factorChoices);
    planned = List.copyOf(planned);
  }

  /// A factor for one symbol of one item of the plan. `drop` names inputs it takes the place of,
  /// such as the values of another route.
  record Planned(PlanItemId item, String symbol, FactorRef factor, List<String> drop) {
    Planned {
      drop = List.copyOf(drop);
    }
  }

  List<PlanItem> applyTo(List<PlanItem> items) {
    return items.stream().map(this::applyTo).toList();
  }

  private PlanItem applyTo(PlanItem item) {
    Map<String, Binding> inputs = new LinkedHashMap<>(item.definition().inputs());
    for (Planned one : planned) {
      if (one.item().equals(item.id())) {
        one.drop().forEach(inputs::remove);
        FactorRef factor = one.factor();
        inputs.put(one.symbol(), new Binding.Factor(factor.table(), factor.row(), factor.column()));
      }
    }
    NewPlanItem was = item.definition();
    return new PlanItem(
        item.id(),
        new NewPlanItem(
            was.use(),
            was.method(),
            was.yearFrom(),
            was.yearTo(),
            was.position(),
            was.source(),
            was.item(),
            was.itemName(),
            was.labels(),
            was.facilityUnitId(),
            was.processUnitId(),
            inputs,
            was.whenMissing(),
            was.noRowWhenIdle()),
        item.version());
  }
}
