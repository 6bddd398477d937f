package io.tanheng.judge;

import io.tanheng.formula.Expression;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Makes random inputs for one edition, most of which can be calculated.
///
/// The number of a question decides which source comes first, which entry of which label its first
/// row names, and whether it is spoiled, so that every source and every fuel has its turn;
/// everything else is chance. Every sixteenth question is spoiled; some have so many rows that the
/// denominators of their sums outgrow what the engine keeps.
final class QuestionMaker {

  private static final List<String> UNITS =
      List.of(
          "t|10^4 t|kg|10^3 t",
          "10^4 Nm3|Nm3|10^3 Nm3",
          "GJ|TJ|MJ|10^4 GJ",
          "MWh|kWh|10^4 kWh",
          "%|1|‰",
          "GJ/t|kJ/kg|MJ/kg|TJ/10^3 t",
          "GJ/10^4 Nm3|kJ/Nm3|MJ/Nm3|GJ/10^3 Nm3",
          "tC/TJ|tC/GJ|kgC/GJ",
          "tC/t|kgC/t|kgC/kg",
          "tC/10^4 Nm3|kgC/Nm3|tC/10^3 Nm3",
          "tCO2/t|kgCO2/t|kgCO2/kg",
          "tCO2/MWh|kgCO2/kWh|kgCO2/MWh",
          "tCO2/GJ|kgCO2/GJ|tCO2/TJ",
          "tCO2/10^4 Nm3|kgCO2/Nm3",
          "h|min|d",
          "Nm3/h|10^4 Nm3/h",
          "m3|L|10^4 m3",
          "kgCOD/m3|kgCOD/L|tCOD/m3",
          "kgCOD|tCOD",
          "kgCH4|tCH4",
          "kgN2O/t|tN2O/t",
          "kgCF4/t|kgCF4/kg",
          "kgC2F6/t",
          "tce|kgce",
          "tce/GJ|kgce/GJ");
  private static final List<String> MEMBERS =
      List.of("CH4", "CO", "C2H6", "H2", "N2", "C3H8", "CO2");
  private static final List<String> PRODUCTS = List.of("crude_steel", "clinker", "cement", "ware");

  private final Judge judge;
  private final Sheet sheet;
  private final Random random;
  private final long number;
  private final boolean spoiled;
  private final boolean isLong;

  QuestionMaker(Judge judge, long seed, long number) {
    this.judge = judge;
    this.sheet = judge.sheet();
    this.random = new Random(seed * 0x9E3779B97F4A7C15L + number * 0xD1B54A32D192ED03L);
    this.spoiled = number % 16 == 15;
    this.isLong = number % 101 == 50;
    this.number = spoiled ? random.nextInt(1000) : number - number / 16;
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  Judge.Question question() {
    List<String> keys = List.copyOf(sheet.sources.keySet());
    var chosen = new LinkedHashSet<String>();
    chosen.add(keys.get((int) (number % keys.size())));
    for (int more = random.nextInt(2); more > 0; more--) {
      chosen.add(oneOf(keys));
    }
    Optional<String> set =
        sheet.factorSets().isEmpty() || chance(0.3)
            ? Optional.empty()
            : Optional.of(oneOf(sheet.factorSets()));
    var rows = new LinkedHashMap<String, List<Judge.Row>>();
    for (String key : chosen) {
      var list = new ArrayList<Judge.Row>();
      boolean first = rows.isEmpty();
      int count = isLong && first ? 30 : 1 + random.nextInt(2);
      for (int i = 0; i < count; i++) {
        list.add(row(sheet.sources.get(key), set, first && i == 0));
      }
      rows.put(key, list);
    }
    Map<String, Given> replaced = chance(0.15) ? replaced(chosen, set) : Map.of();
    return new Judge.Question(set, replaced, rows, production());
  }

  /// A row that can be calculated, as far as that is found by trying; a spoiled one is not tried.
  private Judge.Row row(Source source, Optional<String> set, boolean inTurn) {
    Judge.Row row = new RowMaker(source, set, inTurn).row();
    for (int more = 0; more < 20 && !spoiled; more++) {
      try {
        new RowJudge(sheet, source, row, set, Map.of()).verdict();
        return row;
      } catch (Refusal refusal) {
        row = new RowMaker(source, set, inTurn).row();
      }
    }
    return row;
  }

  /// Replaces one factor the first source could use.
  private Map<String, Given> replaced(Set<String> chosen, Optional<String> set) {
    Source source = sheet.sources.get(chosen.iterator().next());
    for (Input input : source.inputs.values()) {
      Optional<Sheet.FoundDefault> found = sheet.findDefault(source, input, Map.of(), set);
      if (found.isPresent() && chance(0.5)) {
        String unit = input.unit().replaceAll("\\bU\\b", source.variants().getFirst().unit());
        return Map.of(found.get().value().factor(), Given.of(decimal(0.01, 50), unit));
      }
    }
    return Map.of();
  }

  private List<Judge.Production> production() {
    if (!sheet.doc.has("production") || chance(0.2)) {
      return List.of();
    }
    var all = new ArrayList<Judge.Production>();
    all.add(production(""));
    for (String facility : List.of("1#", "2#")) {
      if (chance(0.4)) {
        all.add(production(facility));
      }
    }
    return all;
  }

  private Judge.Production production(String facility) {
    var products = new LinkedHashMap<String, Given>();
    if (sheet.doc.doc("production").has("products")) {
      for (String product : PRODUCTS) {
        if (chance(0.4)) {
          products.put(
              product,
              chance(0.1)
                  ? Given.of("0", "t")
                  : Given.of(decimal(1, 1e7), oneOf(List.of("t", "10^4 t", "kg"))));
        }
      }
    }
    double share = oneOf(List.of(0.5, 0.8, 1.0));
    Map<String, Given> quantities = some(judge.productionInputs(), share);
    if (quantities.containsKey("alpha") && chance(0.7)) {
      quantities.remove("alpha");
    }
    if (quantities.containsKey("Q_gr") && chance(0.2)) {
      quantities.put("Q_gr", Given.of("0", "GJ"));
    }
    var labels = new LinkedHashMap<String, String>();
    if (sheet.doc.doc("production").has("labels") && chance(0.3)) {
      labels.put("method", "ccpp");
    }
    var series = new LinkedHashMap<String, List<Map<String, Given>>>();
    judge
        .series()
        .forEach((name, inputs) -> {
          if (chance(0.6)) {
            var days = new ArrayList<Map<String, Given>>();
            for (int day = random.nextInt(4); day >= 0; day--) {
              days.add(some(inputs, 0.9));
            }
            series.put(name, days);
          }
        });
    return new Judge.Production(facility, quantities, products, labels, series);
  }

  private Map<String, Given> some(Map<String, Input> inputs, double share) {
    var all = new LinkedHashMap<String, Given>();
    inputs.forEach((key, input) -> {
      if (chance(share)) {
        all.put(key, value(input, ""));
      }
    });
    return all;
  }

  /// A value the input takes, in one of the units of its kind.
  private Given value(Input input, String u) {
    String own = input.unit().replaceAll("\\bU\\b", u);
    var units = new ArrayList<>(unitsLike(own));
    if (!input.accepts().isEmpty() && chance(0.35)) {
      units.clear();
      input
          .accepts()
          .forEach((unit, standsFor) -> {
            if (Measure.of(standsFor, u).kind().equals(Measure.of(own, "").kind())) {
              units.add(unit);
            }
          });
    }
    String unit = units.isEmpty() ? own : oneOf(units);
    if (chance(0.03)) {
      return Given.of("0", unit);
    }
    double most =
        input.most().isPresent()
            ? inUnit(input.most().get(), unit)
            : Math.pow(10, random.nextInt(6));
    String text = decimal(most / 1000, most);
    return Given.of(!input.nonnegative() && chance(0.1) ? "-" + text : text, unit);
  }

  private static double inUnit(Amount most, String unit) {
    return most.number().dividedBy(Measure.of(unit, "").factor()).rounded(12).doubleValue();
  }

  private static final Map<String, List<String>> LIKE =
      new java.util.concurrent.ConcurrentHashMap<>();

  private static List<String> unitsLike(String own) {
    return LIKE.computeIfAbsent(
        own,
        _ -> {
          var all = new LinkedHashSet<String>(List.of(own));
          for (String line : UNITS) {
            String[] texts = line.split("\\|", -1);
            for (String text : texts) {
              if (Measure.of(text, "").kind().equals(Measure.of(own, "").kind())) {
                all.add(text);
              }
            }
          }
          return List.copyOf(all);
        });
  }

  /// A decimal between the two with up to eight significant digits.
  private String decimal(double from, double to) {
    double value = from + (to - from) * random.nextDouble();
    return new BigDecimal(value)
        .round(new MathContext(1 + random.nextInt(8), RoundingMode.DOWN))
        .toPlainString();
  }

  /// Makes one row.
  private final class RowMaker {

    private final Source source;
    private final Optional<String> set;
    private final boolean inTurn;
    private final Map<String, Source.Route> routes = new HashMap<>();
    private final Set<String> needed = new LinkedHashSet<>();
    private final Set<String> must = new HashSet<>();
    private final Set<String> forbidden = new HashSet<>();
    private final Set<String> mustLabel = new HashSet<>();
    private final Set<String> forbiddenLabel = new HashSet<>();
    private final Source.Variant variant;

    /// The label and the entry whose turn it is.
    private final Optional<Map.Entry<String, Map.Entry<String, Doc>>> focus;

    RowMaker(Source source, Optional<String> set, boolean inTurn) {
      this.source = source;
      this.set = set;
      this.inTurn = inTurn;
      this.focus = inTurn && !source.labels.isEmpty() ? Optional.of(turn()) : Optional.empty();
      List<Source.Variant> possible =
          source.variants().stream()
              .filter(v -> focus.isEmpty() || fits(focus.get().getValue().getValue(), v))
              .filter(this::isLedToFocus)
              .toList();
      this.variant = oneOf(possible.isEmpty() ? source.variants() : possible);
    }

    /// Whether a row of the variant can use the label whose turn it is, where routes ask for it.
    private boolean isLedToFocus(Source.Variant possible) {
      List<Source.Route> led =
          source.symbols.values().stream()
              .flatMap(symbol -> symbol.routes().stream())
              .filter(route -> route.leadLabel().filter(this::isFocus).isPresent())
              .toList();
      return led.isEmpty() || led.stream().anyMatch(route -> route.appliesTo(possible));
    }

    private Map.Entry<String, Map.Entry<String, Doc>> turn() {
      List<Source.Label> labels = List.copyOf(source.labels.values());
      long turn = number / sheet.sources.size();
      Source.Label label = labels.get((int) (turn % labels.size()));
      List<Map.Entry<String, Doc>> entries = List.copyOf(source.entriesOf(label).entrySet());
      return Map.entry(label.key(), entries.get((int) (turn / labels.size() % entries.size())));
    }

    Judge.Row row() {
      var labels = new LinkedHashMap<String, String>();
      label(labels, "month", List.of("2025-01", "2025-02", "2025-03"));
      label(labels, "facility", List.of("1#", "2#", "3#"));
      label(labels, "process", List.of("sintering", "steelmaking"));
      labels.put("item", "item " + random.nextInt(100));
      if (source.formula.isEmpty() || (!inTurn && chance(0.05))) {
        String unit = oneOf(List.of("tCO2", "tCO2e", "kgCO2", "10^4 tCO2e"));
        String sign = chance(0.1) ? "-" : "";
        return new Judge.Row(Map.of("E", Given.of(sign + decimal(0, 1e6), unit)), labels);
      }
      visit(source.formula.get(), "");
      Map<String, Sheet.Entry> entries = entries(labels);
      Map<String, Given> quantities = quantities(entries);
      if (spoiled && chance(0.6)) {
        spoil(quantities, labels);
      }
      return new Judge.Row(quantities, labels);
    }

    private void label(Map<String, String> labels, String name, List<String> choices) {
      if (chance(0.8)) {
        labels.put(name, oneOf(choices));
      }
    }

    private void visit(String formula, String self) {
      Expression expression = Source.parsed(formula, variant.unit());
      for (String name : expression.symbols()) {
        Source.Symbol symbol = source.symbols.get(name);
        if (symbol == null || name.equals(self)) {
          needed.add(name);
        } else if (!routes.containsKey(name)) {
          take(symbol);
        }
      }
      if (!expression.families().isEmpty()) {
        members(expression);
      }
    }

    private void take(Source.Symbol symbol) {
      List<Source.Route> possible =
          symbol.routes().stream().filter(route -> route.appliesTo(variant)).toList();
      List<Source.Route> inFocus =
          possible.stream().filter(r -> r.leadLabel().filter(this::isFocus).isPresent()).toList();
      Source.Route route = oneOf(inFocus.isEmpty() ? possible : inFocus);
      routes.put(symbol.key(), route);
      boolean byLabel =
          route.leadLabel().isPresent()
              && (route.lead().isEmpty() || !inFocus.isEmpty() || chance(0.5));
      route.leadLabel().filter(_ -> byLabel).ifPresent(mustLabel::add);
      route.lead().filter(_ -> !byLabel).ifPresent(must::add);
      route.beside().ifPresent(must::add);
      List<Source.Route> others =
          symbol.exclusive() ? symbol.routes() : possible.subList(0, possible.indexOf(route));
      for (Source.Route other : others) {
        if (!other.equals(route)) {
          other.lead().ifPresent(forbidden::add);
          other.leadLabel().ifPresent(forbiddenLabel::add);
        }
      }
      visit(route.formula(), symbol.key());
    }

    private void members(Expression expression) {
      boolean numbered = expression.families().stream().anyMatch(f -> source.input(f).numbered());
      int count = 1 + random.nextInt(3);
      var indexes = new LinkedHashSet<String>();
      for (int i = 1; i <= count; i++) {
        indexes.add(numbered ? String.valueOf(i) : oneOf(MEMBERS));
      }
      for (String family : expression.families()) {
        for (String index : indexes) {
          if (expression.families().stream()
              .noneMatch(f -> source.inputs.containsKey(f + "_" + index))) {
            needed.add(family + "_" + index);
            must.add(source.input(family).absentIsZero() ? family : family + "_" + index);
          }
        }
      }
    }

    private Map<String, Sheet.Entry> entries(Map<String, String> labels) {
      var entries = new LinkedHashMap<String, Sheet.Entry>();
      for (Source.Label label : source.labels.values()) {
        boolean turn = isFocus(label.key());
        boolean wanted = turn || mustLabel.contains(label.key()) || chance(0.85);
        if (forbiddenLabel.contains(label.key()) || !wanted) {
          continue;
        }
        List<Map.Entry<String, Doc>> all =
            source.entriesOf(label).entrySet().stream()
                .filter(e -> !label.sameKind() || fits(e.getValue(), variant))
                .toList();
        if (!all.isEmpty()) {
          var entry = turn ? focus.orElseThrow().getValue() : oneOf(all);
          entries.put(label.key(), new Sheet.Entry(entry.getKey(), entry.getValue()));
          labels.put(label.key(), entry.getKey());
        }
      }
      return entries;
    }

    private boolean isFocus(String label) {
      return focus.isPresent() && focus.get().getKey().equals(label);
    }

    private static boolean fits(Doc row, Source.Variant variant) {
      return !row.has("U")
          || variant.unit().isEmpty()
          || Measure.of(row.text("U"), "").kind().equals(Measure.of(variant.unit(), "").kind());
    }

    private Map<String, Given> quantities(Map<String, Sheet.Entry> entries) {
      var all = new LinkedHashMap<String, Given>();
      for (String name : needed) {
        Input input = source.inputs.get(source.familyOf(name).orElse(name));
        if (isGiven(name, input, entries)) {
          boolean alias = input.writtenAs().isPresent() && chance(0.7);
          all.put(alias ? input.writtenAs().get() : name, value(input, variant.unit()));
        }
      }
      for (String name : source.keptUnused) {
        if (!all.containsKey(name)
            && !needed.contains(name)
            && !forbidden.contains(name)
            && chance(0.3)) {
          all.put(name, value(source.input(name), variant.unit()));
        }
      }
      return all;
    }

    private boolean isGiven(String name, Input input, Map<String, Sheet.Entry> entries) {
      if (must.contains(name)) {
        return true;
      }
      if (forbidden.contains(name)) {
        return false;
      }
      if (input.absentIsZero()) {
        return chance(0.6);
      }
      return chance(0.45) || sheet.findDefault(source, input, entries, set).isEmpty();
    }

    /// Makes a row that can probably not be calculated.
    private void spoil(Map<String, Given> quantities, Map<String, String> labels) {
      if (quantities.isEmpty()) {
        quantities.put("nonsense", Given.of("1", "t"));
      }
      List<String> given = List.copyOf(quantities.keySet());
      List<String> possible = List.copyOf(source.inputs.keySet());
      String one = oneOf(given);
      switch (random.nextInt(7)) {
        case 0 -> quantities.remove(one);
        case 1 -> quantities.put("nonsense", Given.of("1", "t"));
        case 2 -> {
          String more = oneOf(possible);
          if (!source.input(more).family()) {
            quantities.put(more, value(source.input(more), variant.unit()));
          }
        }
        case 3 -> quantities.put(one, Given.of("5", "degC"));
        case 4 ->
            quantities.put(
                one, new Given(quantities.get(one).value().negate(), quantities.get(one).unit()));
        case 5 -> quantities.put(one, Given.of("0", quantities.get(one).unit()));
        default ->
            source.labels.keySet().stream()
                .findFirst()
                .ifPresent(l -> labels.put(l, "unknown thing"));
      }
    }
  }
}
