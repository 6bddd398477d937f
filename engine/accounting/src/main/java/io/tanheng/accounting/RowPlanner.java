package io.tanheng.accounting;

import io.tanheng.formula.Compiled;
import io.tanheng.standard.EmissionSource;
import io.tanheng.standard.InputSymbol;
import io.tanheng.standard.Route;
import io.tanheng.standard.SignRule;
import io.tanheng.standard.Symbol;
import io.tanheng.standard.Variant;
import io.tanheng.units.Problem;
import io.tanheng.units.Result;
import io.tanheng.units.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Chooses the routes for one shape of row and finds every symbol that is missing, unknown or not
/// used.
///
/// The problems know neither row nor labels; the caller adds the place.
final class RowPlanner {

  private final EmissionSource source;
  private final Variant variant;
  private final Set<String> given;
  private final Set<String> labels;

  private final Map<String, RowPlan.Slot> slots = new LinkedHashMap<>();
  private final Map<String, Pending> symbols = new LinkedHashMap<>();
  private final Set<String> used = new LinkedHashSet<>();
  private final List<String> leads = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private record Pending(Symbol symbol, Route route) {}

  /// @param labels the labels with a meaning that the row carries
  RowPlanner(EmissionSource source, Variant variant, Set<String> given, Set<String> labels) {
    this.source = source;
    this.variant = variant;
    this.given = given;
    this.labels = labels;
  }

  Result<RowPlan> plan() {
    Compiled main = source.formula().orElseThrow().in(variant);
    need(main, "");
    keepUnused();
    reportUnused();
    if (!problems.isEmpty()) {
      return Result.failure(problems);
    }
    List<RowPlan.Slot> inputs = List.copyOf(slots.values());
    List<RowPlan.SymbolStep> steps = new ArrayList<>();
    for (Pending pending : symbols.values()) {
      Compiled formula = pending.route().formula().in(variant);
      steps.add(
          new RowPlan.SymbolStep(
              pending.symbol(),
              pending.route(),
              evaluation(formula, pending.symbol().key()),
              isNonnegative(pending.symbol())));
    }
    return Result.of(
        new RowPlan(source, variant, inputs, steps, Optional.of(evaluation(main, ""))));
  }

  /// A computed value obeys the sign rule of the input of the same name.
  private boolean isNonnegative(Symbol symbol) {
    InputSymbol input = source.inputs().get(symbol.key());
    return input != null && input.sign() == SignRule.NONNEGATIVE;
  }

  /// The places of the values of `formula`, in which the name of symbol `self` means the input.
  RowPlan.Evaluation evaluation(Compiled formula, String self) {
    List<String> names = formula.symbols();
    int[] arguments = new int[names.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = indexOf(names.get(i), self);
    }
    List<List<RowPlan.Member>> members = new ArrayList<>();
    for (String family : formula.families()) {
      members.add(
          indexes(formula).stream()
              .map(index -> new RowPlan.Member(index, slotIndex(family + "_" + index)))
              .toList());
    }
    return new RowPlan.Evaluation(formula, arguments, members);
  }

  private int indexOf(String name, String self) {
    return isSymbol(name, self)
        ? slots.size() + List.copyOf(symbols.keySet()).indexOf(name)
        : slotIndex(name);
  }

  private int slotIndex(String name) {
    return List.copyOf(slots.keySet()).indexOf(name);
  }

  private boolean isSymbol(String name, String self) {
    return source.symbols().containsKey(name) && !name.equals(self);
  }

  private void need(Compiled formula, String self) {
    for (String name : formula.symbols()) {
      if (isSymbol(name, self)) {
        needSymbol(source.symbol(name));
      } else {
        needInput(name, source.input(name));
      }
    }
    needFamilies(formula);
  }

  private void needSymbol(Symbol symbol) {
    if (symbols.containsKey(symbol.key())) {
      return;
    }
    Optional<Route> route =
        symbol.routes().stream()
            .filter(r -> r.formula().appliesTo(variant))
            .filter(this::leads)
            .findFirst();
    reportSecond(symbol);
    if (route.isEmpty()) {
      problems.add(
          Problem.of(AccountingProblem.MISSING_ONE_OF)
              .with("symbol", symbol.key())
              .with("alternatives", alternatives(symbol)));
      return;
    }
    route.get().lead().ifPresent(leads::add);
    need(route.get().formula().in(variant), symbol.key());
    symbols.put(symbol.key(), new Pending(symbol, route.get()));
  }

  private boolean leads(Route route) {
    return route.isUnconditional() || isLed(route);
  }

  /// Whether something on the row asks for this route.
  private boolean isLed(Route route) {
    boolean led =
        route.lead().filter(this::isGiven).isPresent()
            || route.leadLabel().filter(labels::contains).isPresent();
    return led && route.beside().map(given::contains).orElse(true);
  }

  private void reportSecond(Symbol symbol) {
    List<Route> led = symbol.routes().stream().filter(this::isLed).toList();
    if (symbol.exclusive() && led.size() > 1) {
      List<String> names =
          led.stream()
              .map(r -> r.lead().filter(this::isGiven).or(r::leadLabel).orElseThrow())
              .toList();
      problems.add(
          Problem.of(AccountingProblem.SECOND_ROUTE)
              .with("symbol", symbol.key())
              .with("routes", new Text(String.join("、", names), String.join(", ", names))));
    }
  }

  private Text alternatives(Symbol symbol) {
    List<String> names =
        symbol.routes().stream()
            .filter(r -> r.formula().appliesTo(variant))
            .flatMap(r -> Stream.concat(r.lead().stream(), r.leadLabel().stream()))
            .toList();
    return new Text(String.join("、", names), String.join(", ", names));
  }

  private boolean isGiven(String lead) {
    InputSymbol input = source.input(lead);
    return input.family().isEmpty()
        ? given.contains(lead)
        : given.stream().anyMatch(name -> memberOf(name).filter(lead::equals).isPresent());
  }

  private void needInput(String name, InputSymbol input) {
    used.add(name);
    slots.computeIfAbsent(
        name,
        key -> {
          boolean isGiven = given.contains(key);
          if (!isGiven && !input.absentIsZero() && input.defaults().isEmpty()) {
            problems.add(missing(key, input));
          }
          return RowPlan.Slot.of(key, input, isGiven, false, variant);
        });
  }

  private Problem missing(String name, InputSymbol input) {
    return Problem.of(AccountingProblem.MISSING_VALUE)
        .with("symbol", name)
        .with("name", input.name())
        .with("unit", input.unit(variant).written());
  }

  private void needFamilies(Compiled formula) {
    if (formula.families().isEmpty()) {
      return;
    }
    Set<String> indexes = indexes(formula);
    for (String family : formula.families()) {
      InputSymbol input = source.input(family);
      if (input.numbered()) {
        checkNumbers(family, indexes);
      }
      indexes.forEach(index -> needInput(family + "_" + index, input));
    }
  }

  /// The indexes the row gives to any family of the formula.
  private Set<String> indexes(Compiled formula) {
    var all = new TreeSet<String>();
    for (String name : given) {
      memberOf(name)
          .filter(formula.families()::contains)
          .map(family -> name.substring(family.length() + 1))
          .filter(index -> isNoInputOfItsOwn(formula, index))
          .ifPresent(all::add);
    }
    return all;
  }

  /// `V_CO2` may be an input of its own and is then no member of `V`.
  private boolean isNoInputOfItsOwn(Compiled formula, String index) {
    return formula.families().stream()
        .noneMatch(family -> source.inputs().containsKey(family + "_" + index));
  }

  private void checkNumbers(String family, Set<String> indexes) {
    for (int number = 1; number <= indexes.size(); number++) {
      if (!indexes.contains(String.valueOf(number))) {
        problems.add(
            Problem.of(AccountingProblem.INDEX_GAP)
                .with("symbol", family)
                .with("missing", family + "_" + number));
        return;
      }
    }
  }

  /// The family a name on the row belongs to, if any: `w_CaO` for `w_CaO_2`.
  private Optional<String> memberOf(String name) {
    if (source.inputs().containsKey(name)) {
      return Optional.empty();
    }
    return source.inputs().values().stream()
        .filter(input -> input.family().isPresent())
        .map(InputSymbol::key)
        .filter(key -> name.startsWith(key + "_") && name.length() > key.length() + 1)
        .max(java.util.Comparator.comparingInt(String::length));
  }

  private void keepUnused() {
    for (String name : source.keptUnused()) {
      if (given.contains(name) && !slots.containsKey(name)) {
        used.add(name);
        slots.put(name, RowPlan.Slot.of(name, source.input(name), true, true, variant));
      }
    }
  }

  private void reportUnused() {
    for (String name : new TreeSet<>(given)) {
      if (used.contains(name)) {
        continue;
      }
      InputSymbol input = source.inputs().get(memberOf(name).orElse(name));
      problems.add(
          input == null
              ? Problem.of(AccountingProblem.UNKNOWN_SYMBOL)
                  .with("symbol", name)
                  .with("known", String.join(", ", source.inputs().keySet()))
              : Problem.of(AccountingProblem.SYMBOL_NOT_USED)
                  .with("symbol", name)
                  .with("name", input.name())
                  .with("instead", String.join(", ", leads)));
    }
  }
}
