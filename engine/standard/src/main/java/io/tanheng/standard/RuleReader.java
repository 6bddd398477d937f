package io.tanheng.standard;

import io.tanheng.formula.Compiled;
import io.tanheng.formula.Formula;
import io.tanheng.formula.Scope;
import io.tanheng.units.Dimension;
import io.tanheng.units.Problem;
import io.tanheng.units.Quantity;
import io.tanheng.units.Result;
import io.tanheng.units.Text;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads one rule and checks the units of its steps.
final class RuleReader {

  private final LoadSession session;
  private final String id;
  private final Map<String, Dimension> names = new LinkedHashMap<>();

  RuleReader(LoadSession session, String id) {
    this.session = session;
    this.id = id;
  }

  Result<Rule> read() {
    session.readCommonCitations();
    Optional<Yaml.Mapping> document = session.document(id, Optional.empty());
    Optional<Rule> rule = document.map(map -> rule(new Fields(map, session.problems)));
    return session.problems.isEmpty()
        ? Result.of(rule.orElseThrow())
        : Result.failure(session.problems);
  }

  private Rule rule(Fields fields) {
    String written = fields.text("rule");
    if (!written.equals(id)) {
      fields.report(fields.badValue("rule", written, id));
    }
    session.addCitations(fields);
    Map<String, List<String>> labels = texts(fields, "labels");
    Map<String, InputSymbol> inputs = InputReader.plain(session).inputs(fields, "inputs", Map.of());
    inputs.forEach((key, input) -> names.put(key, input.unit(Variant.ONLY).dimension()));
    Map<String, Rule.Parameter> parameters =
        fields.each("parameters", entry -> parameter(entry.name(), entry.fields(), labels));
    List<Rule.Step> steps = new ArrayList<>();
    for (Fields step : fields.maps("steps")) {
      steps.add(step(step, labels));
    }
    var rule =
        new Rule(
            id,
            fields.bilingual("title"),
            fields.text("market"),
            fields.text("sector"),
            fields.word("status", RuleStatus.values()),
            fields.texts("years"),
            fields.findText("from"),
            fields.findText("to"),
            labels,
            inputs,
            parameters,
            List.copyOf(steps),
            fields.findFields("due").map(this::due),
            allowance(fields, steps),
            fields.maps("examples").stream().map(RuleReader::example).toList(),
            session.citation(fields),
            fields.findBilingual("note"),
            session.digest());
    if (rule.examples().isEmpty()) {
      fields.report(Problem.of(StandardProblem.NO_EXAMPLES).with("id", id).at(fields.position()));
    }
    fields.done();
    return rule;
  }

  /// The step that gives the allowance; it must be one of the steps.
  private static Optional<String> allowance(Fields fields, List<Rule.Step> steps) {
    Optional<String> key = fields.findText("allowance");
    Set<String> keys = new LinkedHashSet<>();
    steps.forEach(step -> keys.add(step.key()));
    key.filter(k -> !keys.contains(k))
        .ifPresent(
            k -> fields.report(LoadSession.unknown("step", k, keys, fields.place("allowance"))));
    return key;
  }

  /// A map of lists of texts.
  private static Map<String, List<String>> texts(Fields fields, String key) {
    var all = new LinkedHashMap<String, List<String>>();
    Optional<Fields> block = fields.findFields(key);
    block.ifPresent(b -> {
      b.names().forEach(name -> all.put(name, b.texts(name)));
      b.done();
    });
    return all;
  }

  private Rule.Parameter parameter(String key, Fields fields, Map<String, List<String>> labels) {
    Text name = fields.bilingual("name");
    Unit unit = fields.unit("unit", Units.standard());
    List<Yaml.Scalar> by = fields.scalars("by");
    by.stream()
        .filter(label -> !labels.containsKey(label.text()))
        .forEach(label ->
            fields.report(
                LoadSession.unknown("label", label.text(), labels.keySet(), label.position())));
    Reference source = session.reference(fields, "source");
    var values = new LinkedHashMap<String, Factor>();
    if (by.isEmpty()) {
      number(fields, "value", unit)
          .ifPresent(value -> values.put("", factor(key, name, "", value, source)));
    } else {
      fields
          .findFields("values")
          .ifPresentOrElse(
              block -> collect(block, by.size(), "", key, name, unit, source, values),
              () -> fields.report(fields.missing("values")));
    }
    fields.done();
    names.put(key, unit.dimension());
    return new Rule.Parameter(key, name, unit, by.stream().map(Yaml.Scalar::text).toList(), values);
  }

  /// Walks nested maps, one level for each deciding label.
  private void collect(
      Fields block,
      int levels,
      String path,
      String key,
      Text name,
      Unit unit,
      Reference source,
      Map<String, Factor> values) {
    for (String label : block.names()) {
      String below = path.isEmpty() ? label : path + "/" + label;
      if (levels == 1) {
        number(block, label, unit)
            .ifPresent(value -> values.put(below, factor(key, name, below, value, source)));
      } else {
        block
            .findFields(label)
            .ifPresent(inner -> collect(inner, levels - 1, below, key, name, unit, source, values));
      }
    }
    block.done();
  }

  private static Optional<Quantity> number(Fields fields, String key, Unit unit) {
    return fields.number(key, fields.text(key)).map(number -> Quantity.of(number, unit));
  }

  private Factor factor(String key, Text name, String row, Quantity value, Reference source) {
    return new Factor(
        id, Text.same(id), row, Text.same(row), key, name, value, value.valueText(), source);
  }

  private Rule.Step step(Fields fields, Map<String, List<String>> labels) {
    String key = fields.text("key");
    Text name = fields.bilingual("name");
    Unit unit = fields.unit("unit", Units.standard());
    Map<String, List<String>> when = texts(fields, "when");
    when.keySet().stream()
        .filter(label -> !labels.containsKey(label))
        .forEach(label ->
            fields.report(
                LoadSession.unknown("label", label, labels.keySet(), fields.place("when"))));
    List<Yaml.Scalar> needs = fields.scalars("needs");
    needs.stream()
        .filter(need -> !names.containsKey(need.text()))
        .forEach(need ->
            fields.report(
                LoadSession.unknown("input", need.text(), names.keySet(), need.position())));
    var step =
        new Rule.Step(
            key,
            name,
            unit,
            when,
            needs.stream().map(Yaml.Scalar::text).toList(),
            fields.flag("optional"),
            formula(fields, unit),
            rounding(fields),
            shown(fields));
    fields.done();
    names.put(key, unit.dimension());
    return step;
  }

  private Compiled formula(Fields fields, Unit unit) {
    Yaml.Scalar text =
        fields
            .findScalar("formula")
            .orElseGet(() -> {
              fields.report(fields.missing("formula"));
              return new Yaml.Scalar("0", fields.position());
            });
    Result<Compiled> made =
        Formula.compile(text.formula(), Units.standard(), Scope.of(names), unit);
    made.problems().forEach(problem -> session.problems.add(text.inFile(problem)));
    return made.find()
        .orElseGet(() ->
            Formula.compile(
                    new Yaml.Scalar("0", fields.position()).formula(),
                    Units.standard(),
                    Scope.of(Map.of()),
                    unit)
                .require());
  }

  /// `round: 6` is half up, `round: floor` to whole units downwards.
  private static Optional<Rule.Rounding> rounding(Fields fields) {
    Optional<String> round = fields.findText("round");
    if (round.filter("floor"::equals).isPresent()) {
      return Optional.of(new Rule.Rounding(0, true));
    }
    return round
        .flatMap(text -> places(fields, "round", text))
        .map(p -> new Rule.Rounding(p, false));
  }

  /// `show: 6`, `show: plain`, or `show: 6 or whole`.
  private static Rule.Shown shown(Fields fields) {
    String text = fields.findText("show").orElse("plain");
    boolean wholePlain = text.endsWith(" or whole");
    String number = wholePlain ? text.substring(0, text.length() - " or whole".length()) : text;
    return new Rule.Shown(
        number.equals("plain") ? Optional.empty() : places(fields, "show", number), wholePlain);
  }

  private static Optional<Integer> places(Fields fields, String key, String text) {
    if (text.matches("\\d")) {
      return Optional.of(Integer.valueOf(text));
    }
    fields.report(fields.badValue(key, text, "0 … 9 | floor | plain"));
    return Optional.empty();
  }

  private Rule.Due due(Fields fields) {
    var due =
        new Rule.Due(
            fields
                .number("daysAfterMonthEnd", fields.text("daysAfterMonthEnd"))
                .map(Integer::valueOf)
                .orElse(0));
    fields.done();
    return due;
  }

  private static Rule.Example example(Fields fields) {
    var example =
        new Rule.Example(
            fields.text("case"),
            fields.each("labels", Fields.Entry::text),
            fields.each("values", Fields.Entry::text),
            fields.each("expected", Fields.Entry::text));
    fields.done();
    return example;
  }
}
