package io.tanheng.judge;

import io.tanheng.formula.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Judges one row: labels, variant, routes, defaults, value.
final class RowJudge {

  private static final String DECLARED = "E";

  private final Sheet sheet;
  private final Source source;
  private final Map<String, Given> given = new LinkedHashMap<>();
  private final Map<String, String> labels;
  private final Optional<String> set;
  private final Map<String, Given> replaced;

  private final Map<String, Sheet.Entry> entries = new LinkedHashMap<>();
  private final Map<String, Amount> inputs = new HashMap<>();
  private final Map<String, Amount> symbols = new HashMap<>();
  private final Map<String, String> routes = new LinkedHashMap<>();
  private final Set<String> flags = new LinkedHashSet<>();
  private Source.Variant variant = new Source.Variant("", "");

  RowJudge(
      Sheet sheet,
      Source source,
      Judge.Row row,
      Optional<String> set,
      Map<String, Given> replaced) {
    this.sheet = sheet;
    this.source = source;
    this.labels = row.labels();
    this.set = set;
    this.replaced = replaced;
    row.quantities().forEach((name, value) -> given.put(ownName(name, value), value));
  }

  /// Some inputs share a name on the row and differ by the kind of their unit.
  private String ownName(String name, Given value) {
    for (Input input : source.inputs.values()) {
      if (input.writtenAs().filter(name::equals).isPresent()) {
        for (Source.Variant v : source.variants()) {
          Measure wanted = Measure.of(input.unit(), v.unit());
          if (wanted.kind().equals(Measure.of(value.unit(), "").kind())) {
            return input.key();
          }
        }
      }
    }
    return name;
  }

  /// @throws Refusal when the row cannot be calculated
  Judge.RowVerdict verdict() {
    if (given.containsKey(DECLARED) || source.formula.isEmpty()) {
      return declared();
    }
    findEntries();
    findVariant();
    checkEntries();
    Amount result = evaluate(source.formula.get(), "");
    keepUnused();
    given.keySet().stream()
        .filter(name -> !inputs.containsKey(name))
        .findFirst()
        .ifPresent(name -> {
          throw new Refusal(name + " is not used");
        });
    Amount inUnit = Amount.of(result.in(Measure.of(source.unit, "")), Measure.of(source.unit, ""));
    return new Judge.RowVerdict(
        source.key, labels, inUnit, Map.copyOf(routes), variant.id(), figures(inUnit), asked());
  }

  private Judge.RowVerdict declared() {
    Given value = given.get(DECLARED);
    if (value == null || given.size() > 1) {
      throw new Refusal("E stands alone");
    }
    if (!isCarbonDioxide(value.unit()) || !isCarbonDioxide(source.unit)) {
      throw new Refusal("E in " + value.unit());
    }
    flags.add("declared");
    rememberEntries();
    Fraction tonnes = value.value().times(Measure.of(value.unit(), "").factor());
    return new Judge.RowVerdict(
        source.key,
        labels,
        Amount.of(tonnes, Measure.of(source.unit, "")),
        Map.of(),
        "declared",
        Map.of(),
        asked());
  }

  private static boolean isCarbonDioxide(String unit) {
    Map<String, Integer> kind = Measure.of(unit, "").kind();
    return kind.equals(Map.of("mass of CO2", 1)) || kind.equals(Map.of("mass of CO2e", 1));
  }

  /// A declared amount may name an entry nobody knows: nothing depends on it.
  private void rememberEntries() {
    for (Source.Label label : source.labels.values()) {
      Optional.ofNullable(labels.get(label.key()))
          .or(label::standIn)
          .ifPresent(id -> {
            Doc row = source.entriesOf(label).get(id);
            if (row != null) {
              entries.put(label.key(), new Sheet.Entry(id, row));
            }
          });
    }
  }

  private void findEntries() {
    for (Source.Label label : source.labels.values()) {
      Optional<String> id = Optional.ofNullable(labels.get(label.key())).or(label::standIn);
      if (id.isPresent()) {
        Doc row = source.entriesOf(label).get(id.get());
        if (row == null) {
          throw new Refusal(label.key() + " " + id.get() + " is not known");
        }
        entries.put(label.key(), new Sheet.Entry(id.get(), row));
      }
    }
  }

  private void findVariant() {
    if (source.decidedBy.isEmpty()) {
      variant = source.variants().getFirst();
      return;
    }
    for (String name : source.decidedBy) {
      Given value = given.get(name);
      if (value != null) {
        for (Source.Variant v : source.variants()) {
          if (isOfKind(value.unit(), v.unit())) {
            variant = v;
            return;
          }
        }
        throw new Refusal(name + " in " + value.unit());
      }
    }
    throw new Refusal("none of " + source.decidedBy);
  }

  private void checkEntries() {
    for (Source.Label label : source.labels.values()) {
      Sheet.Entry entry = entries.get(label.key());
      if (label.sameKind()
          && entry != null
          && entry.row().has("U")
          && !isOfKind(entry.row().text("U"), variant.unit())) {
        throw new Refusal(entry.id() + " is not counted in " + variant.unit());
      }
    }
  }

  private static boolean isOfKind(String unit, String other) {
    return Measure.of(unit, "").kind().equals(Measure.of(other, "").kind());
  }

  /// The value of a formula in which the name of symbol `self` means the input.
  private Amount evaluate(String formula, String self) {
    Expression expression = Source.parsed(formula, variant.unit());
    Set<String> indexes = indexes(expression);
    checkNumbers(expression, indexes);
    var walk =
        new Walk(
            name -> valueOf(name, self),
            new Walk.Members() {
              @Override
              public Iterable<String> indexes() {
                return indexes;
              }

              @Override
              public Amount member(String family, String index) {
                return input(family + "_" + index, source.input(family));
              }
            });
    try {
      return walk.of(expression.root(), "");
    } catch (ArithmeticException e) {
      throw new Refusal("division by zero in " + formula);
    }
  }

  private Amount valueOf(String name, String self) {
    Source.Symbol symbol = source.symbols.get(name);
    return symbol == null || name.equals(self) ? input(name, source.input(name)) : symbol(symbol);
  }

  /// Every index the row gives to any family of the formula.
  private Set<String> indexes(Expression expression) {
    var all = new TreeSet<String>();
    for (String name : given.keySet()) {
      source
          .familyOf(name)
          .filter(expression.families()::contains)
          .map(family -> name.substring(family.length() + 1))
          .filter(index ->
              expression.families().stream()
                  .noneMatch(family -> source.inputs.containsKey(family + "_" + index)))
          .ifPresent(all::add);
    }
    return all;
  }

  private void checkNumbers(Expression expression, Set<String> indexes) {
    for (String family : expression.families()) {
      if (source.input(family).numbered()) {
        for (int i = 1; i <= indexes.size(); i++) {
          if (!indexes.contains(String.valueOf(i))) {
            throw new Refusal(family + "_" + i + " is missing");
          }
        }
      }
    }
  }

  private Amount symbol(Source.Symbol symbol) {
    Amount known = symbols.get(symbol.key());
    if (known != null) {
      return known;
    }
    List<Source.Route> led = new ArrayList<>();
    for (Source.Route route : symbol.routes()) {
      if (isLed(route)) {
        led.add(route);
      }
    }
    if (symbol.exclusive() && led.size() > 1) {
      throw new Refusal("two ways to " + symbol.key());
    }
    Source.Route route =
        symbol.routes().stream()
            .filter(r -> r.appliesTo(variant) && (r.isLast() || isLed(r)))
            .findFirst()
            .orElseThrow(() -> new Refusal("no way to " + symbol.key()));
    Measure unit = Measure.of(symbol.unit(), variant.unit());
    Amount value = Amount.of(evaluate(route.formula(), symbol.key()).in(unit), unit);
    Input same = source.inputs.get(symbol.key());
    if (same != null && same.nonnegative() && value.number().isNegative()) {
      throw new Refusal(symbol.key() + " comes out negative");
    }
    symbols.put(symbol.key(), value);
    routes.put(symbol.key(), route.id());
    route.flag().ifPresent(flags::add);
    return value;
  }

  private boolean isLed(Source.Route route) {
    boolean led =
        route.lead().filter(this::isGiven).isPresent()
            || route.leadLabel().filter(entries::containsKey).isPresent();
    return led && route.beside().map(given::containsKey).orElse(true);
  }

  private boolean isGiven(String lead) {
    return source.input(lead).family()
        ? given.keySet().stream().anyMatch(n -> source.familyOf(n).filter(lead::equals).isPresent())
        : given.containsKey(lead);
  }

  private Amount input(String name, Input input) {
    Amount known = inputs.get(name);
    if (known != null) {
      return known;
    }
    Amount value = obtain(name, input);
    inputs.put(name, value);
    return value;
  }

  private Amount obtain(String name, Input input) {
    Given value = given.get(name);
    if (value != null) {
      return input.take(value, variant.unit());
    }
    Measure unit = Measure.of(input.unit(), variant.unit());
    if (input.absentIsZero()) {
      return Amount.of(Fraction.ZERO, unit);
    }
    Sheet.FoundDefault found =
        sheet
            .findDefault(source, input, entries, set)
            .orElseThrow(() -> new Refusal(name + " is missing"));
    flags.add("default");
    found.flag().ifPresent(flags::add);
    Given own = replaced.get(found.value().factor());
    Amount amount =
        own == null ? found.value().amount() : Amount.of(own.value(), Measure.of(own.unit(), ""));
    return Amount.of(amount.in(unit), unit);
  }

  private void keepUnused() {
    for (String name : source.keptUnused) {
      if (given.containsKey(name) && !inputs.containsKey(name)) {
        inputs.put(name, source.input(name).take(given.get(name), variant.unit()));
      }
    }
  }

  /// The further figures of the row; one that lacks something is left out.
  private Map<String, Amount> figures(Amount result) {
    var all = new LinkedHashMap<String, Amount>();
    for (Doc figure : source.figures) {
      if (asks(figure) && figure.texts("needs").stream().allMatch(inputs::containsKey)) {
        figure(figure, result).ifPresent(value -> all.put(figure.text("key"), value));
      }
    }
    return all;
  }

  /// Whether the row is one that should have the figure.
  private boolean asks(Doc figure) {
    List<String> wanted = figure.texts("flags");
    List<String> only = figure.texts("only");
    return (wanted.isEmpty() || wanted.stream().anyMatch(flags::contains))
        && (only.isEmpty() || isDeclared() || only.contains(variant.id()))
        && Sheet.holds(figure, entries);
  }

  private boolean isDeclared() {
    return given.containsKey(DECLARED);
  }

  private Set<String> asked() {
    var keys = new LinkedHashSet<String>();
    for (Doc figure : source.figures) {
      if (asks(figure)) {
        keys.add(figure.text("key"));
      }
    }
    return keys;
  }

  private Optional<Amount> figure(Doc figure, Amount result) {
    Expression expression = Source.parsed(figure.text("formula"), variant.unit());
    var known = new HashMap<>(inputs);
    known.putAll(symbols);
    known.put(DECLARED, result);
    if (!known.keySet().containsAll(new HashSet<>(expression.symbols()))) {
      return Optional.empty();
    }
    Measure unit = Measure.of(figure.text("unit"), variant.unit());
    try {
      Amount value =
          new Walk(name -> Objects.requireNonNull(known.get(name)), NONE).of(expression.root(), "");
      return Optional.of(Amount.of(value.in(unit), unit));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static final Walk.Members NONE =
      new Walk.Members() {
        @Override
        public Iterable<String> indexes() {
          return List.of();
        }

        @Override
        public Amount member(String family, String index) {
          throw new IllegalStateException(family);
        }
      };
}
