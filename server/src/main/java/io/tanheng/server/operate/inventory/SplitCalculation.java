package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.InputDrawing.Source;
import io.tanheng.server.operate.inventory.InputDrawing.Value;
import io.tanheng.server.operate.inventory.ProcessAllocation.CarrierRow;
import io.tanheng.server.operate.ledger.Slot;
import io.tanheng.server.operate.measure.NewPlanItem;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.PlanItem;
import io.tanheng.server.operate.measure.PlanItemId;
import io.tanheng.server.operate.measure.PlanUse;
import io.tanheng.standard.MethodEdition;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Accounts the rows of a [ProcessSplit] through the engine and shares the result out.
@Component
class SplitCalculation {
  private static final ProcessSplit NONE =
      new ProcessSplit(
          new Text(
              "按核算项所属工序列示；未归属工序的列为“未分配”。",
              "Items are shown at the process they belong to; the rest is not allocated."),
          List.of(),
          List.of(),
          List.of());

  private final DisplayStore store;
  private final InputDrawing drawing;
  private final Calculation calculation;

  SplitCalculation(DisplayStore store, InputDrawing drawing, Calculation calculation) {
    this.store = store;
    this.drawing = drawing;
    this.calculation = calculation;
  }

  /// The split, its words, and whether the engine could account its rows.
  record Split(ProcessAllocation allocation, Text basis, boolean complete) {}

  Split split(
      EnterpriseId enterprise,
      MethodEdition edition,
      RunInventory command,
      Drawn drawn,
      ViewWriter writer) {
    ProcessSplit split = store.findSplit(enterprise, edition.id()).orElse(NONE);
    Source source = drawing.source(enterprise, parameters(split), command.period());
    Map<CarrierRow, Drawn.Row> rows = rows(split, edition, command.period(), drawn, source);
    Optional<Map<CarrierRow, Rational>> results = account(edition, command, rows);
    List<Map<UUID, Rational>> shares = new ArrayList<>();
    for (ProcessSplit.Share share : split.shares()) {
      shares.add(sums(share, command.period(), source));
    }
    ProcessAllocation allocation =
        ProcessAllocation.of(
            results.isPresent() ? split : withoutCarriers(split),
            writer.accountedItems(),
            writer.total(),
            results.orElse(Map.of()),
            shares);
    return new Split(allocation, split.basis(), results.isPresent());
  }

  private static ProcessSplit withoutCarriers(ProcessSplit split) {
    return new ProcessSplit(split.basis(), List.of(), split.whole(), split.shares());
  }

  private Optional<Map<CarrierRow, Rational>> account(
      MethodEdition edition, RunInventory command, Map<CarrierRow, Drawn.Row> rows) {
    Drawn input = new Drawn(List.copyOf(rows.values()), List.of(), List.of());
    return switch (calculation.run(edition, command.factorSet(), input)) {
      case Accounted.Refused _ -> Optional.empty();
      case Accounted.Calculated calculated -> {
        Map<Integer, Rational> byPosition = new LinkedHashMap<>();
        calculated.rows().forEach(row -> byPosition.put(row.position(), row.result().value()));
        Map<CarrierRow, Rational> results = new LinkedHashMap<>();
        rows.forEach((name, row) -> results.put(name, byPosition.get(row.position())));
        yield Optional.of(results);
      }
    };
  }

  private static Map<CarrierRow, Drawn.Row> rows(
      ProcessSplit split,
      MethodEdition edition,
      InventoryPeriod period,
      Drawn drawn,
      Source source) {
    Map<CarrierRow, Drawn.Row> rows = new LinkedHashMap<>();
    for (ProcessSplit.Carrier carrier : split.carriers()) {
      for (YearMonth month : period.months()) {
        Optional<Drawn.Row> model =
            drawn.rows().stream()
                .filter(row -> row.item().definition().item().equals(carrier.item()))
                .filter(row -> row.month().equals(month))
                .findFirst();
        if (carrier.item() != null && model.isEmpty()) {
          continue;
        }
        for (boolean uses : new boolean[] {true, false}) {
          for (ProcessSplit.Rows of : uses ? carrier.uses() : carrier.makes()) {
            quantity(of, month, source)
                .ifPresent(quantity ->
                    rows.put(
                        new CarrierRow(carrier.key(), of.processId(), uses, month),
                        row(rows.size() + 1, carrier, model, month, edition, quantity)));
          }
        }
      }
    }
    return rows;
  }

  private static Drawn.Row row(
      int position,
      ProcessSplit.Carrier carrier,
      Optional<Drawn.Row> model,
      YearMonth month,
      MethodEdition edition,
      Quantity quantity) {
    NewPlanItem definition =
        model.map(row -> row.item().definition()).orElseGet(() -> definition(carrier, edition));
    Map<String, Drawn.Input> inputs =
        ProcessAllocation.withQuantity(
            edition,
            definition.source(),
            carrier.quantity(),
            model.map(Drawn.Row::inputs).orElse(Map.of()),
            quantity);
    PlanItem item = new PlanItem(PlanItemId.next(), definition, 1);
    return new Drawn.Row(position, item, month, inputs, null);
  }

  private static NewPlanItem definition(ProcessSplit.Carrier carrier, MethodEdition edition) {
    if (carrier.source() == null) {
      throw new IllegalStateException("carrier " + carrier.key() + " names no item and no source");
    }
    return new NewPlanItem(
        PlanUse.SOURCE,
        edition.id(),
        Year.of(1),
        null,
        1,
        carrier.source(),
        carrier.key(),
        carrier.name(),
        carrier.labels(),
        null,
        null,
        Map.of(),
        List.of(),
        null);
  }

  /// The sum of a process's rows in a month; empty where the ledger has a gap.
  private static Optional<Quantity> quantity(
      ProcessSplit.Rows rows, YearMonth month, Source source) {
    Quantity sum = null;
    for (ProcessSplit.Signed term : rows.terms()) {
      Value value = source.find(new ParameterId(term.parameterId()), month, Slot.MONTH);
      if (!(value instanceof Value.Found(Drawn.Input input))) {
        return Optional.empty();
      }
      Quantity quantity = term.plus() ? input.quantity() : input.quantity().negate();
      sum = sum == null ? quantity : sum.plus(quantity);
    }
    return Optional.ofNullable(sum);
  }

  private static Map<UUID, Rational> sums(
      ProcessSplit.Share share, InventoryPeriod period, Source source) {
    Map<UUID, Rational> sums = new LinkedHashMap<>();
    for (ProcessSplit.Rows rows : share.rows()) {
      for (YearMonth month : period.months()) {
        quantity(rows, month, source)
            .ifPresent(quantity -> sums.merge(rows.processId(), quantity.base(), Rational::plus));
      }
    }
    return sums;
  }

  private static Set<ParameterId> parameters(ProcessSplit split) {
    List<ProcessSplit.Rows> all = new ArrayList<>();
    split
        .carriers()
        .forEach(carrier -> {
          all.addAll(carrier.uses());
          all.addAll(carrier.makes());
        });
    split.shares().forEach(share -> all.addAll(share.rows()));
    Set<ParameterId> ids = new HashSet<>();
    all.forEach(rows -> rows.terms().forEach(term -> ids.add(new ParameterId(term.parameterId()))));
    return ids;
  }
}
