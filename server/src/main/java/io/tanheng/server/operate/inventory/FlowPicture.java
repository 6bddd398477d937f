package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.InventoryView.Flow;
import io.tanheng.units.Rational;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Draws where the carbon goes: bought inputs on the left, processes with what passes between them,
/// and emissions and products on the right.
///
/// A picture of this kind knows only forward flows: of two processes that feed each other the
/// difference is shown, and what a process lacks to balance comes from "not allocated". Items that
/// belong to no process pass through "not allocated" and leave it as emissions and products too.
final class FlowPicture {
  private static final String GAP = "not-allocated";
  private static final Text GAP_NAME = new Text("未分配", "Not allocated");
  private static final String SHORTFALL = "shortfall";
  private static final Text SHORTFALL_NAME = new Text("平衡差额", "Balancing difference");
  private static final String UNIT = "tCO2";

  private final Map<String, Flow.Node> nodes = new LinkedHashMap<>();
  private final Map<Pair, Rational> amounts = new LinkedHashMap<>();
  private final Map<Pair, Set<Text>> carriers = new HashMap<>();

  private FlowPicture() {}

  private record Pair(String from, String to) {}

  /// How an item is drawn; items with the same id share a node.
  record Input(String id, Text name) {}

  /// Names of what the picture shows, by id and key.
  record Names(Map<UUID, Text> processes, Map<String, Text> sources, Map<ItemPlace, Input> items) {}

  static Flow draw(ProcessAllocation allocation, Names names, Text basis) {
    FlowPicture picture = new FlowPicture();
    allocation.byProcess().keySet().forEach(id -> picture.process(id, names));
    allocation.carriers().forEach(picture::carrier);
    allocation.items().forEach(flow -> picture.item(flow, names));
    picture.netPairs();
    picture.cutCycles();
    allocation.byProcess().forEach((id, bySource) -> picture.balance(id, bySource, names));
    picture.balanceGap(allocation.items(), names);
    return picture.toFlow(basis);
  }

  private void carrier(ProcessAllocation.CarrierFlow flow) {
    Rational made = sum(flow.makes());
    Rational bought = flow.item().signum() > 0 ? flow.item() : Rational.ZERO;
    Rational sold = flow.item().signum() < 0 ? flow.item().negate() : Rational.ZERO;
    Rational supply = made.plus(bought);
    if (supply.signum() <= 0) {
      return;
    }
    Text name = flow.carrier().name();
    flow.uses()
        .forEach((user, used) -> {
          link(
              input(flow.carrier().key(), name, flow.source()),
              id(user),
              used.times(bought).dividedBy(supply),
              name);
          flow.makes()
              .forEach((maker, amount) ->
                  link(id(maker), id(user), used.times(amount).dividedBy(supply), name));
        });
    if (sold.signum() > 0 && made.signum() > 0) {
      flow.makes()
          .forEach((maker, amount) ->
              link(
                  id(maker),
                  product(flow.carrier().key(), name, flow.source()),
                  sold.times(amount).dividedBy(made),
                  name));
    }
  }

  private void item(ProcessAllocation.ItemFlow flow, Names names) {
    String key = flow.item().key();
    Input shown =
        names.items().getOrDefault(ItemPlace.of(flow.item()), new Input(key, Words.same(key)));
    String source = flow.item().source();
    String place = flow.process() == null ? gap() : id(flow.process());
    if (flow.amount().signum() > 0) {
      String from = input(shown.id(), shown.name(), source);
      link(from, place, flow.amount(), shown.name());
    } else {
      String to = product(shown.id(), shown.name(), source);
      link(place, to, flow.amount().negate(), shown.name());
    }
  }

  /// Emissions of a process by source, and what is missing so that in and out agree.
  private void balance(UUID process, Map<String, Rational> bySource, Names names) {
    String id = id(process);
    Rational emitted = total(id, false).minus(total(id, true));
    emit(id, bySource, emitted, names);
    if (emitted.signum() < 0) {
      link(gap(), id, emitted.negate(), GAP_NAME);
    }
  }

  /// Emissions by source of what no process claims. Where nothing comes in, "not allocated" stands
  /// on the left like an input; where too little does, the rest is shown coming in.
  private void balanceGap(List<ProcessAllocation.ItemFlow> items, Names names) {
    Map<String, Rational> bySource = new LinkedHashMap<>();
    items.stream()
        .filter(flow -> flow.process() == null)
        .forEach(flow -> bySource.merge(flow.item().source(), flow.amount(), Rational::plus));
    Rational in = total(GAP, false);
    Rational emitted = in.minus(total(GAP, true));
    emit(GAP, bySource, emitted, names);
    if (emitted.signum() < 0 && in.signum() > 0) {
      String shortfall = node(new Flow.Node(SHORTFALL, "UNALLOCATED", SHORTFALL_NAME, null, null));
      link(shortfall, GAP, emitted.negate(), SHORTFALL_NAME);
    }
  }

  /// Shares what leaves a node as emissions out to its sources; the largest takes what is left.
  private void emit(String node, Map<String, Rational> bySource, Rational emitted, Names names) {
    Rational left = emitted;
    List<Map.Entry<String, Rational>> parts = new ArrayList<>(bySource.entrySet());
    parts.sort(Map.Entry.comparingByValue(Comparator.naturalOrder()));
    for (int i = 0; i < parts.size(); i++) {
      String key = parts.get(i).getKey();
      boolean last = i == parts.size() - 1;
      Rational amount = last ? left : min(parts.get(i).getValue(), left);
      if (amount.signum() > 0) {
        Text name = names.sources().getOrDefault(key, Words.same(key));
        link(node, source(key, names), amount, name);
        left = left.minus(amount);
      }
    }
  }

  /// Of two processes that feed each other only the difference remains.
  private void netPairs() {
    for (Pair pair : List.copyOf(amounts.keySet())) {
      Rational forth = amounts.get(pair);
      Pair reverse = new Pair(pair.to(), pair.from());
      Rational back = amounts.get(reverse);
      if (forth == null || back == null) {
        continue;
      }
      Rational less = min(forth, back);
      reduce(pair, less);
      reduce(reverse, less);
    }
  }

  /// Takes the smallest link out of every remaining circle.
  private void cutCycles() {
    Optional<List<Pair>> cycle = findCycle();
    while (cycle.isPresent()) {
      Rational least =
          cycle.get().stream().map(this::amount).min(Comparator.naturalOrder()).orElseThrow();
      cycle.get().forEach(pair -> reduce(pair, least));
      cycle = findCycle();
    }
  }

  private Optional<List<Pair>> findCycle() {
    Set<String> done = new HashSet<>();
    for (String start : nodes.keySet()) {
      Optional<List<Pair>> cycle = search(start, new ArrayDeque<>(), done);
      if (cycle.isPresent()) {
        return cycle;
      }
    }
    return Optional.empty();
  }

  private Optional<List<Pair>> search(String node, Deque<String> path, Set<String> done) {
    if (path.contains(node)) {
      List<String> circle = new ArrayList<>(path);
      circle = circle.subList(circle.indexOf(node), circle.size());
      List<Pair> links = new ArrayList<>();
      for (int i = 0; i < circle.size(); i++) {
        links.add(new Pair(circle.get(i), circle.get((i + 1) % circle.size())));
      }
      return Optional.of(links);
    }
    if (done.contains(node)) {
      return Optional.empty();
    }
    path.addLast(node);
    for (Pair pair : List.copyOf(amounts.keySet())) {
      if (pair.from().equals(node)) {
        Optional<List<Pair>> cycle = search(pair.to(), path, done);
        if (cycle.isPresent()) {
          return cycle;
        }
      }
    }
    path.removeLast();
    done.add(node);
    return Optional.empty();
  }

  private Rational amount(Pair pair) {
    return amounts.getOrDefault(pair, Rational.ZERO);
  }

  private void reduce(Pair pair, Rational amount) {
    Rational rest = amount(pair).minus(amount);
    if (rest.signum() > 0) {
      amounts.put(pair, rest);
    } else {
      amounts.remove(pair);
    }
  }

  private void link(String from, String to, Rational amount, Text carrier) {
    if (amount.signum() > 0 && !from.equals(to)) {
      Pair pair = new Pair(from, to);
      amounts.merge(pair, amount, Rational::plus);
      carriers.computeIfAbsent(pair, p -> new LinkedHashSet<>()).add(carrier);
    }
  }

  private Rational total(String node, boolean leaving) {
    Rational sum = Rational.ZERO;
    for (Map.Entry<Pair, Rational> entry : amounts.entrySet()) {
      String end = leaving ? entry.getKey().from() : entry.getKey().to();
      if (end.equals(node)) {
        sum = sum.plus(entry.getValue());
      }
    }
    return sum;
  }

  private Flow toFlow(Text basis) {
    List<Flow.Link> links = new ArrayList<>();
    Set<String> used = new HashSet<>();
    amounts.forEach((pair, amount) -> {
      used.add(pair.from());
      used.add(pair.to());
      links.add(new Flow.Link(pair.from(), pair.to(), Shown.result(amount), names(pair)));
    });
    List<Flow.Node> shown = nodes.values().stream().filter(n -> used.contains(n.id())).toList();
    return new Flow(shown, links, basis, UNIT);
  }

  private Text names(Pair pair) {
    Set<Text> all = carriers.getOrDefault(pair, Set.of());
    return new Text(
        String.join("、", all.stream().map(Text::zh).toList()),
        String.join(", ", all.stream().map(Text::en).toList()));
  }

  private void process(UUID process, Names names) {
    Text name = names.processes().getOrDefault(process, Words.same(process.toString()));
    node(new Flow.Node(id(process), "PROCESS", name, process.toString(), null));
  }

  private String input(String key, Text name, String source) {
    return node(new Flow.Node("input:" + source + ":" + key, "INPUT", name, null, source));
  }

  private String product(String key, Text name, String source) {
    return node(new Flow.Node("product:" + source + ":" + key, "PRODUCT", name, null, source));
  }

  private String source(String key, Names names) {
    Text name = names.sources().getOrDefault(key, Words.same(key));
    return node(new Flow.Node("source:" + key, "SOURCE", name, null, key));
  }

  private String gap() {
    return node(new Flow.Node(GAP, "UNALLOCATED", GAP_NAME, null, null));
  }

  private String node(Flow.Node node) {
    nodes.putIfAbsent(node.id(), node);
    return node.id();
  }

  private static String id(UUID process) {
    return "process:" + process;
  }

  private static Rational sum(Map<UUID, Rational> amounts) {
    return amounts.values().stream().reduce(Rational.ZERO, Rational::plus);
  }

  private static Rational min(Rational a, Rational b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
