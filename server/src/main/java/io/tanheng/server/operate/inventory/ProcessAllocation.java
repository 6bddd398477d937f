package io.tanheng.server.operate.inventory;

import io.tanheng.standard.EmissionSource;
import io.tanheng.standard.MethodEdition;
import io.tanheng.standard.Symbol;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Spreads an accounted result over the processes as a [ProcessSplit] says.
///
/// Quantities of carriers are accounted like the item they belong to, through the same engine; here
/// results are only added, subtracted and shared out. All figures are exact and in tCO2.
record ProcessAllocation(
    Map<UUID, Map<String, Rational>> byProcess,
    List<CarrierFlow> carriers,
    List<ItemFlow> items,
    Rational total) {

  /// What one carrier brings into processes and takes out of them.
  record CarrierFlow(
      ProcessSplit.Carrier carrier,
      String source,
      Rational item,
      Map<UUID, Rational> uses,
      Map<UUID, Rational> makes) {}

  /// An item, or a part of it, in one process; `process` is absent for what no process can claim.
  record ItemFlow(AccountedItem item, @Nullable UUID process, Rational amount) {}

  /// An item of the inventory with the sign of its source in the total.
  record AccountedItem(
      String source,
      String key,
      @Nullable String facility,
      @Nullable UUID process,
      int sign,
      Rational emission) {
    boolean isNamed(String name, @Nullable String inSource) {
      return key.equals(name) && (inSource == null || source.equals(inSource));
    }

    Rational signed() {
      return sign < 0 ? emission.negate() : emission;
    }
  }

  Rational of(UUID process) {
    return byProcess.getOrDefault(process, Map.of()).values().stream()
        .reduce(Rational.ZERO, Rational::plus);
  }

  Rational notAllocated() {
    return byProcess.keySet().stream().map(this::of).reduce(total, Rational::minus);
  }

  /// @param carrierResults results of the carriers' rows
  /// @param shareSums sums of the ledger rows of each share, by share and process
  static ProcessAllocation of(
      ProcessSplit split,
      List<AccountedItem> items,
      Rational total,
      Map<CarrierRow, Rational> carrierResults,
      List<Map<UUID, Rational>> shareSums) {
    Map<UUID, Map<String, Rational>> byProcess = new LinkedHashMap<>();
    List<CarrierFlow> carriers = new ArrayList<>();
    Set<AccountedItem> placed = new HashSet<>();
    for (ProcessSplit.Carrier carrier : split.carriers()) {
      Optional<AccountedItem> item =
          items.stream().filter(i -> i.key().equals(carrier.item())).findFirst();
      if (carrier.item() != null && item.isEmpty()) {
        continue;
      }
      item.ifPresent(placed::add);
      CarrierFlow flow =
          new CarrierFlow(
              carrier,
              item.map(AccountedItem::source).orElseGet(() -> sourceOf(carrier)),
              item.map(AccountedItem::signed).orElse(Rational.ZERO),
              sums(carrier, true, carrierResults),
              sums(carrier, false, carrierResults));
      carriers.add(flow);
      flow.uses().forEach((process, amount) -> add(byProcess, process, flow.source(), amount));
      flow.makes()
          .forEach((process, amount) -> add(byProcess, process, flow.source(), amount.negate()));
    }
    List<ItemFlow> itemFlows = new ArrayList<>();
    for (AccountedItem item : items) {
      if (!placed.contains(item)) {
        itemFlows.addAll(place(item, split, shareSums));
      }
    }
    for (ItemFlow flow : itemFlows) {
      if (flow.process() != null) {
        add(byProcess, flow.process(), flow.item().source(), flow.amount());
      }
    }
    return new ProcessAllocation(byProcess, carriers, itemFlows, total);
  }

  private static List<ItemFlow> place(
      AccountedItem item, ProcessSplit split, List<Map<UUID, Rational>> shareSums) {
    for (ProcessSplit.Whole whole : split.whole()) {
      if (item.isNamed(whole.item(), whole.source())) {
        return List.of(new ItemFlow(item, whole.processId(), item.signed()));
      }
    }
    for (int i = 0; i < split.shares().size(); i++) {
      if (split.shares().get(i).items().contains(item.key())) {
        return share(item, shareSums.get(i));
      }
    }
    return List.of(new ItemFlow(item, item.process(), item.signed()));
  }

  private static List<ItemFlow> share(AccountedItem item, Map<UUID, Rational> sums) {
    Rational whole = sums.values().stream().reduce(Rational.ZERO, Rational::plus);
    if (whole.isZero()) {
      return List.of(new ItemFlow(item, null, item.signed()));
    }
    List<ItemFlow> parts = new ArrayList<>();
    sums.forEach((process, sum) ->
        parts.add(new ItemFlow(item, process, item.signed().times(sum).dividedBy(whole))));
    return parts;
  }

  private static Map<UUID, Rational> sums(
      ProcessSplit.Carrier carrier, boolean uses, Map<CarrierRow, Rational> results) {
    Map<UUID, Rational> sums = new LinkedHashMap<>();
    results.forEach((row, result) -> {
      if (row.carrier().equals(carrier.key()) && row.uses() == uses) {
        sums.merge(row.process(), result, Rational::plus);
      }
    });
    return sums;
  }

  private static String sourceOf(ProcessSplit.Carrier carrier) {
    if (carrier.source() == null) {
      throw new IllegalStateException("carrier " + carrier.key() + " names no item and no source");
    }
    return carrier.source();
  }

  private static void add(
      Map<UUID, Map<String, Rational>> byProcess, UUID process, String source, Rational amount) {
    byProcess
        .computeIfAbsent(process, p -> new LinkedHashMap<>())
        .merge(source, amount, Rational::plus);
  }

  /// Names one row of a carrier in the engine's result.
  record CarrierRow(String carrier, UUID process, boolean uses, YearMonth month) {}

  /// The inputs a carrier's row takes over from the item: all but those that make up the quantity.
  static Map<String, Drawn.Input> withQuantity(
      MethodEdition edition,
      String source,
      String symbol,
      Map<String, Drawn.Input> inputs,
      Quantity quantity) {
    EmissionSource emissionSource = edition.sources().get(source);
    Set<String> replaced = new HashSet<>(Set.of(symbol));
    if (emissionSource != null) {
      Symbol chosen = emissionSource.symbols().get(symbol);
      if (chosen != null) {
        chosen
            .routes()
            .forEach(route ->
                route
                    .formula()
                    .compiled()
                    .values()
                    .forEach(formula -> replaced.addAll(formula.symbols())));
      }
    }
    Map<String, Drawn.Input> kept = new LinkedHashMap<>(inputs);
    kept.keySet().removeAll(replaced);
    kept.put(symbol, Drawn.Input.of(quantity, List.of()));
    return kept;
  }
}
