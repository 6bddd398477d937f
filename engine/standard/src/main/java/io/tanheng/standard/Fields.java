package io.tanheng.standard;

import io.tanheng.units.Problem;
import io.tanheng.units.Quantity;
import io.tanheng.units.Result;
import io.tanheng.units.SourcePosition;
import io.tanheng.units.Text;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Typed access to one YAML map: collects what is missing or of the wrong shape and, at [#done()],
/// every key nobody asked for. A missing value becomes a harmless stand-in, so that one pass finds
/// all problems.
final class Fields {

  private static final Quantity NOTHING = Quantity.of("1", Unit.ONE);

  private final Yaml.Mapping map;
  private final List<Problem> problems;
  private final Set<String> asked = new HashSet<>();

  Fields(Yaml.Mapping map, List<Problem> problems) {
    this.map = map;
    this.problems = problems;
  }

  /// These fields laid over `below`; the named children are merged entry by entry.
  Fields over(Yaml.Mapping below, List<String> deep) {
    return new Fields(below.merged(map, deep), problems);
  }

  SourcePosition position() {
    return map.position();
  }

  SourcePosition place(String key) {
    Yaml value = map.values().get(key);
    return value == null ? map.position() : value.position();
  }

  boolean has(String key) {
    return find(key).isPresent();
  }

  Set<String> names() {
    return map.values().keySet();
  }

  void report(Problem problem) {
    problems.add(problem);
  }

  String text(String key) {
    Optional<String> text = findText(key);
    if (text.isEmpty() && !map.values().containsKey(key)) {
      problems.add(missing(key));
    }
    return text.orElse("");
  }

  Optional<String> findText(String key) {
    return findScalar(key).map(Yaml.Scalar::text);
  }

  Optional<Yaml.Scalar> findScalar(String key) {
    return find(key).flatMap(value -> scalar(key, value));
  }

  boolean flag(String key) {
    return findText(key)
        .map(value -> oneOf(key, value, "true", "false").equals("true"))
        .orElse(false);
  }

  /// A value of an enum, written in kebab case.
  <E extends Enum<E>> E word(String key, E[] constants) {
    String value = text(key);
    for (E constant : constants) {
      if (kebab(constant).equals(value)) {
        return constant;
      }
    }
    List<String> known = java.util.Arrays.stream(constants).map(Fields::kebab).toList();
    problems.add(badValue(key, value, String.join(" | ", known)));
    return constants[0];
  }

  Text bilingual(String key) {
    Optional<Fields> words = findFields(key);
    if (words.isEmpty()) {
      if (!map.values().containsKey(key)) {
        problems.add(missing(key));
      }
      return Text.same(key);
    }
    return words.get().bilingualHere();
  }

  Optional<Text> findBilingual(String key) {
    return findFields(key).map(Fields::bilingualHere);
  }

  private Text bilingualHere() {
    var words = new Text(text("zh"), text("en"));
    done();
    return words;
  }

  Unit unit(String key, Units units) {
    String text = text(key);
    return text.isEmpty() ? Unit.ONE : unit(text, units, place(key));
  }

  Unit unit(String text, Units units, SourcePosition at) {
    return accept(units.parse(text), at).orElse(Unit.ONE);
  }

  /// A value written with its unit, such as `100 %`.
  Quantity quantity(String key, Units units) {
    String text = text(key);
    int gap = text.indexOf(' ');
    if (gap < 0) {
      problems.add(badValue(key, text, "\"100 %\", \"1.04 1\""));
      return NOTHING;
    }
    Unit unit = unit(text.substring(gap + 1), units, place(key));
    return number(key, text.substring(0, gap)).map(n -> Quantity.of(n, unit)).orElse(NOTHING);
  }

  /// A plain decimal as written.
  Optional<String> number(String key, String text) {
    if (text.matches("-?\\d+(\\.\\d+)?")) {
      return Optional.of(text);
    }
    problems.add(badValue(key, text, "123.45"));
    return Optional.empty();
  }

  List<String> texts(String key) {
    return sequence(key).stream()
        .flatMap(item -> scalar(key, item).stream())
        .map(Yaml.Scalar::text)
        .toList();
  }

  List<Yaml.Scalar> scalars(String key) {
    return sequence(key).stream().flatMap(item -> scalar(key, item).stream()).toList();
  }

  List<Fields> maps(String key) {
    var all = new ArrayList<Fields>();
    for (Yaml item : sequence(key)) {
      if (item instanceof Yaml.Mapping mapping) {
        all.add(new Fields(mapping, problems));
      } else {
        problems.add(Problem.of(StandardProblem.NOT_A_MAP).with("key", key).at(item.position()));
      }
    }
    return all;
  }

  Optional<Fields> findFields(String key) {
    return find(key).flatMap(value -> mapping(key, value)).map(m -> new Fields(m, problems));
  }

  /// Every entry of the map under `key`, in file order; none when the key is absent.
  <T> Map<String, T> each(String key, Function<Entry, T> read) {
    var all = new LinkedHashMap<String, T>();
    find(key)
        .flatMap(value -> mapping(key, value))
        .ifPresent(children ->
            children
                .values()
                .forEach((name, value) -> all.put(name, read.apply(new Entry(name, value)))));
    return all;
  }

  /// A named child that may be a text or a map.
  final class Entry {
    private final String name;
    private final Yaml value;

    private Entry(String name, Yaml value) {
      this.name = name;
      this.value = value;
    }

    String name() {
      return name;
    }

    SourcePosition position() {
      return value.position();
    }

    String text() {
      return scalar(name, value).map(Yaml.Scalar::text).orElse("");
    }

    Fields fields() {
      return new Fields(
          mapping(name, value)
              .orElseGet(() -> new Yaml.Mapping(Map.of(), Map.of(), value.position())),
          problems);
    }

    List<Fields> maps() {
      return new Fields(new Yaml.Mapping(Map.of(name, value), Map.of(), value.position()), problems)
          .maps(name);
    }
  }

  /// Marks a key as known without reading it here.
  void ignore(String key) {
    asked.add(key);
  }

  void done() {
    for (String key : map.values().keySet()) {
      if (!asked.contains(key)) {
        List<String> known = asked.stream().sorted().toList();
        problems.add(
            Problem.of(StandardProblem.UNKNOWN_KEY)
                .with("key", key)
                .with("known", String.join(", ", known))
                .at(map.keys().getOrDefault(key, map.position())));
      }
    }
  }

  <T> Optional<T> accept(Result<T> result, SourcePosition at) {
    for (Problem problem : result.problems()) {
      problems.add(problem.position().isPresent() ? problem : problem.at(at));
    }
    return result.find();
  }

  Problem badValue(String key, String value, String expected) {
    return Problem.of(StandardProblem.BAD_VALUE)
        .with("key", key)
        .with("value", value)
        .with("expected", expected)
        .at(place(key));
  }

  Problem missing(String key) {
    return Problem.of(StandardProblem.KEY_MISSING).with("key", key).at(map.position());
  }

  private String oneOf(String key, String value, String... allowed) {
    if (!List.of(allowed).contains(value)) {
      problems.add(badValue(key, value, String.join(" | ", allowed)));
    }
    return value;
  }

  private List<Yaml> sequence(String key) {
    Optional<Yaml> value = find(key);
    if (value.isEmpty()) {
      return List.of();
    }
    if (value.get() instanceof Yaml.Sequence(List<Yaml> items, SourcePosition _)) {
      return items;
    }
    problems.add(
        Problem.of(StandardProblem.NOT_A_LIST).with("key", key).at(value.get().position()));
    return List.of();
  }

  private Optional<Yaml> find(String key) {
    asked.add(key);
    return Optional.ofNullable(map.values().get(key));
  }

  private Optional<Yaml.Scalar> scalar(String key, Yaml value) {
    if (value instanceof Yaml.Scalar scalar) {
      return Optional.of(scalar);
    }
    problems.add(Problem.of(StandardProblem.NOT_A_TEXT).with("key", key).at(value.position()));
    return Optional.empty();
  }

  private Optional<Yaml.Mapping> mapping(String key, Yaml value) {
    if (value instanceof Yaml.Mapping mapping) {
      return Optional.of(mapping);
    }
    problems.add(Problem.of(StandardProblem.NOT_A_MAP).with("key", key).at(value.position()));
    return Optional.empty();
  }

  private static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
