package io.tanheng.server.operate.suggest;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.measure.Binding;
import io.tanheng.server.operate.measure.MethodPlans;
import io.tanheng.server.operate.measure.NewPlanItem;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.ParameterKind;
import io.tanheng.server.operate.measure.Parameters;
import io.tanheng.server.operate.measure.PlanItem;
import io.tanheng.server.operate.measure.PlanUse;
import io.tanheng.server.operate.measure.Term;
import io.tanheng.server.operate.suggest.BindingSuggestion.Likelihood;
import io.tanheng.standard.EmissionSource;
import io.tanheng.standard.InputSymbol;
import io.tanheng.standard.MethodFormula;
import io.tanheng.standard.Symbol;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/// Proposes a plan for a method from the parameters that no item of it reads yet. Nothing is
/// stored: a person takes over the items that are right.
@Service
public class PlanProposals {
  /// Inputs of a balance, which make sense only beside what was bought.
  private static final Set<String> OF_BALANCE = Set.of("S_close", "Q_out", "Q_other");

  /// Quantities counted where they are used; left out where the balance of what was bought tells.
  private static final Set<String> OF_USE = Set.of("FC", "P");

  private final Suggestions suggestions;
  private final Parameters parameters;
  private final MethodPlans plans;

  PlanProposals(Suggestions suggestions, Parameters parameters, MethodPlans plans) {
    this.suggestions = suggestions;
    this.parameters = parameters;
    this.plans = plans;
  }

  /// The items that could be taken over, and the parameters they leave.
  public record Proposal(List<Item> items, List<Left> left) {}

  /// One item of the plan to be.
  ///
  /// @param toChoose inputs without a default that a person has to add, such as the grid factor
  public record Item(
      NewPlanItem definition, Likelihood likelihood, List<Fed> fed, List<Text> toChoose) {}

  /// One input and why it would take the parameters.
  public record Fed(
      String symbol, List<ParameterId> parameters, Likelihood likelihood, Text reason) {}

  /// A parameter no item would read, and why.
  public record Left(Parameter parameter, Text reason) {}

  /// A row with the suggestion taken for it.
  private record Taken(Parameter parameter, BindingSuggestion suggestion) {}

  /// Reads the words of every parameter of the year that the plan of the method does not use.
  public Proposal propose(EnterpriseId enterprise, String method, Year year) {
    List<PlanItem> present = plans.list(enterprise, method, year);
    Set<ParameterId> read =
        present.stream()
            .flatMap(item -> item.definition().bindings())
            .flatMap(binding -> binding.parameters().stream())
            .collect(Collectors.toSet());
    Set<String> planned =
        present.stream()
            .map(item -> key(item.definition().source(), item.definition().labels()))
            .collect(Collectors.toSet());
    Map<String, List<Taken>> byItem = new LinkedHashMap<>();
    List<Left> left = new ArrayList<>();
    Set<String> madeOnSite = new HashSet<>();
    for (Parameter parameter : parameters.list(enterprise, year)) {
      if (!read.contains(parameter.id())) {
        DescribedRow row =
            new DescribedRow(parameter.labels(), parameter.unitAsWritten(), parameter.kind());
        suggestions.madeOnSite(method, row).ifPresent(madeOnSite::add);
        suggestions.of(method, row).stream()
            .findFirst()
            .ifPresentOrElse(
                best ->
                    byItem
                        .computeIfAbsent(key(best.source(), best.labels()), _ -> new ArrayList<>())
                        .add(new Taken(parameter, best)),
                () -> left.add(new Left(parameter, NO_WORDS)));
      }
    }
    List<Item> items = new ArrayList<>();
    byItem
        .entrySet()
        .removeIf(entry -> {
          boolean isPlanned = planned.contains(entry.getKey());
          if (isPlanned) {
            entry.getValue().forEach(one -> left.add(new Left(one.parameter(), PLANNED)));
          }
          return isPlanned;
        });
    for (List<Taken> taken : byItem.values()) {
      if (madeOnSite.contains(taken.getFirst().suggestion().item()) && !isBought(taken)) {
        taken.forEach(one -> left.add(new Left(one.parameter(), MADE_ON_SITE)));
        continue;
      }
      item(method, year, present.size() + items.size() + 1, taken, left, items);
    }
    items.sort(Comparator.comparing(Item::likelihood));
    return new Proposal(items, left);
  }

  private static final Text NO_WORDS =
      new Text("名称、单位与该方法的输入量都对不上。", "Its words and unit fit no input of the method.");

  /// What an item is of, wherever in the plant: a facility of its own makes no other item of it.
  private static String key(String source, Map<String, String> labels) {
    Map<String, String> what = new TreeMap<>(labels);
    what.remove("facility");
    return source + what;
  }

  private static final Text PLANNED =
      new Text(
          "方案中已有这一核算项；再加一项会重复计算。",
          "The plan has this item already; another one would count it twice.");
  private static final Text BALANCE_TELLS =
      new Text(
          "已按购入与库存平衡计算，分设备消耗量不再计入。",
          "The balance of purchases and stock tells; use by facility is not counted again.");
  private static final Text NOTHING_BOUGHT =
      new Text(
          "没有对应的购入量或消耗量，可能是自产品或厂内循环，请人工判断。",
          "Nothing bought or used goes with it; it may be made on site. Decide by hand.");
  private static final Text MADE_ON_SITE =
      new Text(
          "本厂自产的副产煤气，其碳已随购入的煤和焦炭计入；再加一项会重复计算。",
          "A by-product gas made on site; its carbon came in with bought coal and coke, and another"
              + " item would count it twice.");
  private static final Text SALES_TELL =
      new Text("已按销售与库存变化计算，产量不再计入。", "Sales and stock change tell; output is not counted again.");
  private static final Text NOT_READ =
      new Text(
          "所选计算路径用不到这一数据。",
          "The way of calculation that follows from the other data does not need it.");
  private static final Text TOTAL_TELLS =
      new Text("已有合计行，分项不再计入。", "There is a row of the total; its parts are not counted again.");

  private static boolean isBought(List<Taken> taken) {
    return taken.stream().anyMatch(one -> one.suggestion().symbol().equals("Q_in"));
  }

  private void item(
      String method,
      Year year,
      int position,
      List<Taken> taken,
      List<Left> left,
      List<Item> items) {
    Map<String, List<Taken>> bySymbol = new LinkedHashMap<>();
    taken.forEach(one ->
        bySymbol.computeIfAbsent(one.suggestion().symbol(), _ -> new ArrayList<>()).add(one));
    boolean bought = bySymbol.containsKey("Q_in");
    boolean sold = bySymbol.containsKey("Q_sold");
    Map<String, Binding> inputs = new LinkedHashMap<>();
    List<Fed> fed = new ArrayList<>();
    boolean quantity = false;
    for (Map.Entry<String, List<Taken>> entry : bySymbol.entrySet()) {
      String symbol = entry.getKey();
      if (sold && symbol.equals("AD")) {
        entry.getValue().forEach(one -> left.add(new Left(one.parameter(), SALES_TELL)));
      } else if (bought && OF_USE.contains(symbol)) {
        entry.getValue().forEach(one -> left.add(new Left(one.parameter(), BALANCE_TELLS)));
      } else if (!bought && !(sold && symbol.equals("S_close")) && OF_BALANCE.contains(symbol)) {
        entry.getValue().forEach(one -> left.add(new Left(one.parameter(), NOTHING_BOUGHT)));
      } else {
        List<Taken> counted = counted(entry.getValue(), left);
        inputs.put(symbol, binding(counted));
        if (symbol.equals("S_close") && counted.size() == 1) {
          inputs.put("S_open", new Binding.Opening(counted.getFirst().parameter().id()));
        }
        fed.add(fed(symbol, counted));
        quantity |= isQuantity(counted.getFirst().parameter());
      }
    }
    dropUnused(method, taken, inputs, fed, left);
    if (!quantity || fed.isEmpty()) {
      fed.forEach(one ->
          taken.stream()
              .filter(row -> one.parameters().contains(row.parameter().id()))
              .forEach(row -> left.add(new Left(row.parameter(), NOTHING_BOUGHT))));
      return;
    }
    BindingSuggestion first = taken.getFirst().suggestion();
    items.add(
        new Item(
            new NewPlanItem(
                PlanUse.SOURCE,
                method,
                year,
                null,
                position,
                first.source(),
                first.item(),
                first.itemName(),
                first.labels(),
                null,
                null,
                inputs,
                List.of(),
                null),
            fed.stream().map(Fed::likelihood).max(Comparator.naturalOrder()).orElseThrow(),
            fed,
            toChoose(method, first.source(), inputs)));
  }

  /// Takes out what the way of calculation that follows from the inputs does not read.
  private void dropUnused(
      String method,
      List<Taken> taken,
      Map<String, Binding> inputs,
      List<Fed> fed,
      List<Left> left) {
    EmissionSource source = source(method, taken.getFirst().suggestion().source());
    Set<String> read = new HashSet<>(source.keptUnused());
    source.formula().ifPresent(formula -> read.addAll(symbols(formula)));
    for (Symbol symbol : source.symbols().values()) {
      symbol.routes().stream()
          .filter(route ->
              route.isUnconditional() || route.lead().filter(inputs::containsKey).isPresent())
          .findFirst()
          .ifPresent(route -> read.addAll(symbols(route.formula())));
    }
    for (Taken one : taken) {
      String symbol = one.suggestion().symbol();
      if (inputs.containsKey(symbol) && !read.contains(symbol)) {
        left.add(new Left(one.parameter(), NOT_READ));
      }
    }
    inputs.keySet().retainAll(read);
    fed.removeIf(one -> !inputs.containsKey(one.symbol()));
  }

  private static Set<String> symbols(MethodFormula formula) {
    return formula.compiled().values().stream()
        .flatMap(compiled -> compiled.symbols().stream())
        .collect(Collectors.toSet());
  }

  private EmissionSource source(String method, String key) {
    EmissionSource source = suggestions.edition(method).orElseThrow().sources().get(key);
    if (source == null) {
      throw new IllegalStateException("no source " + key + " in " + method);
    }
    return source;
  }

  private static boolean isQuantity(Parameter parameter) {
    return parameter.kind() == ParameterKind.FLOW || parameter.kind() == ParameterKind.OUTPUT;
  }

  /// The rows of the total where there are some, else all.
  private List<Taken> counted(List<Taken> rows, List<Left> left) {
    List<Taken> totals =
        rows.stream()
            .filter(one -> suggestions.isTotal(one.parameter().labels().getLast()))
            .toList();
    if (totals.isEmpty() || totals.size() == rows.size()) {
      return rows;
    }
    rows.stream()
        .filter(one -> !totals.contains(one))
        .forEach(one -> left.add(new Left(one.parameter(), TOTAL_TELLS)));
    return totals;
  }

  private static Binding binding(List<Taken> rows) {
    return rows.size() == 1
        ? new Binding.OfParameter(rows.getFirst().parameter().id())
        : new Binding.Combination(
            rows.stream().map(one -> new Term(true, one.parameter().id())).toList());
  }

  private static Fed fed(String symbol, List<Taken> rows) {
    Likelihood likelihood =
        rows.stream()
            .map(one -> one.suggestion().likelihood())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return new Fed(
        symbol,
        rows.stream().map(one -> one.parameter().id()).toList(),
        likelihood,
        rows.getFirst().suggestion().reason());
  }

  /// Inputs of the source that are picked from a list by a person.
  private List<Text> toChoose(String method, String key, Map<String, Binding> inputs) {
    return source(method, key).inputs().values().stream()
        .filter(input -> input.choose().isPresent() && !inputs.containsKey(input.key()))
        .map(InputSymbol::name)
        .map(name -> new Text(name.zh(), name.en()))
        .toList();
  }
}
