package io.tanheng.standard;

import io.tanheng.formula.Compiled;
import io.tanheng.formula.Formula;
import io.tanheng.formula.Scope;
import io.tanheng.units.Dimension;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Reads one emission source and checks the units of all its formulas in every variant.
final class SourceReader {

  private static final List<String> MERGED = List.of("inputs", "symbols", "labels");

  private final LoadSession session;
  private final String folder;
  private final List<FactorSet> sets;

  private List<Variant> variants = List.of(Variant.ONLY);
  private Map<String, InputSymbol> inputs = Map.of();
  private Map<String, Symbol> symbols = Map.of();
  private Map<String, LabelRule> labels = Map.of();
  private final Set<String> used = new HashSet<>();

  SourceReader(LoadSession session, String folder, List<FactorSet> sets) {
    this.session = session;
    this.folder = folder;
    this.sets = sets;
  }

  EmissionSource read(Fields own) {
    Fields fields = expanded(own);
    fields.ignore("use");
    String key = fields.text("key");
    Text name = fields.bilingual("name");
    var category = fields.word("category", SourceCategory.values());
    Unit unit = fields.unit("unit", Units.standard());
    Reference citation = session.citation(fields);
    List<String> decidedBy = readVariants(fields);
    labels = fields.each("labels", this::label);
    Set<String> without = Set.copyOf(fields.texts("without"));
    inputs = inputs(fields, without);
    symbols = symbols(fields);
    Optional<MethodFormula> formula =
        fields
            .findScalar("formula")
            .map(text -> formula(text, scope("", Map.of()), unitIn(unit), variants));
    Set<String> kept = new LinkedHashSet<>(fields.texts("keptUnused"));
    List<RowFigure> figures = fields.maps("rowFigures").stream().map(f -> figure(f, unit)).toList();
    fields.done();
    reportUnused(fields);
    return new EmissionSource(
        key, name, category, unit, formula, variants, decidedBy, labels, kept, symbols, inputs,
        figures, citation);
  }

  /// A source that says `use` takes over the named template; its own entries win.
  private Fields expanded(Fields own) {
    Optional<Yaml.Scalar> use = own.findScalar("use");
    if (use.isEmpty()) {
      return own;
    }
    Optional<Yaml.Mapping> template =
        session.document(use.get().text(), Optional.of(use.get().position()));
    return template.map(t -> own.over(t, MERGED)).orElse(own);
  }

  private List<String> readVariants(Fields fields) {
    Optional<Fields> block = fields.findFields("variants");
    if (block.isEmpty()) {
      return List.of();
    }
    List<String> decidedBy = block.get().texts("decidedBy");
    var all = new ArrayList<Variant>();
    for (String id : block.get().names()) {
      if (!id.equals("decidedBy")) {
        Fields variant = block.get().findFields(id).orElseThrow();
        all.add(new Variant(id, Optional.of(variant.unit("U", Units.standard()))));
        variant.done();
      }
    }
    variants = List.copyOf(all);
    return decidedBy;
  }

  private LabelRule label(Fields.Entry entry) {
    Fields rule = entry.fields();
    Optional<Registry> registry =
        rule.findText("registry")
            .flatMap(id -> session.registry(id, rule.place("registry")))
            .or(() ->
                rule.findText("table")
                    .flatMap(id -> session.table(path(id), rule.place("table")))
                    .map(TableReader::registryOf));
    Optional<String> standIn = rule.findText("default");
    boolean sameKind = rule.findText("sameKind").isPresent();
    rule.done();
    return new LabelRule(
        entry.name(), registry.orElse(new Registry("", entry.name(), Map.of())), standIn, sameKind);
  }

  /// A table id of this edition's own folder, or of the common ones.
  private String path(String id) {
    return id.startsWith("common/") ? id : folder + "/" + id;
  }

  private Map<String, InputSymbol> inputs(Fields fields, Set<String> without) {
    Map<String, List<Fields>> overrides = fields.each("defaults", Fields.Entry::maps);
    Map<String, InputSymbol> all =
        new InputReader(session, variants, this::rule).inputs(fields, "inputs", overrides);
    var kept = new LinkedHashMap<>(all);
    kept.keySet().removeAll(without);
    return kept;
  }

  private Map<String, Symbol> symbols(Fields fields) {
    var all = new LinkedHashMap<String, Symbol>();
    fields.each(
        "symbols",
        entry -> {
          all.put(entry.name(), symbol(entry.name(), entry.fields(), all));
          return entry.name();
        });
    return all;
  }

  private Symbol symbol(String key, Fields fields, Map<String, Symbol> earlier) {
    InputSymbol input = inputs.get(key);
    Text name =
        fields
            .findBilingual("name")
            .or(() -> Optional.ofNullable(input).map(InputSymbol::name))
            .orElseGet(() -> {
              fields.report(fields.missing("name"));
              return Text.same(key);
            });
    Map<String, Unit> units = units(fields, "unit");
    var routes = new ArrayList<Route>();
    boolean unconditional = false;
    for (Fields route : fields.maps("routes")) {
      Route made = route(key, route, units, earlier);
      if (unconditional) {
        fields.report(
            Problem.of(StandardProblem.ROUTE_UNREACHABLE)
                .with("symbol", key)
                .with("route", made.id())
                .at(route.position()));
      }
      unconditional |= made.isUnconditional();
      routes.add(made);
    }
    boolean exclusive = fields.flag("exclusive");
    fields.done();
    return new Symbol(key, name, units, exclusive, List.copyOf(routes));
  }

  private Route route(
      String symbol, Fields fields, Map<String, Unit> units, Map<String, Symbol> earlier) {
    String id = fields.text("id");
    Optional<String> lead = fields.findText("lead");
    lead.filter(l -> !inputs.containsKey(l))
        .ifPresent(l ->
            fields.report(
                Problem.of(StandardProblem.LEAD_UNKNOWN)
                    .with("route", id)
                    .with("lead", l)
                    .at(fields.place("lead"))));
    List<Variant> only = only(fields);
    Yaml.Scalar text =
        fields
            .findScalar("formula")
            .orElseGet(() -> {
              fields.report(fields.missing("formula"));
              return new Yaml.Scalar("0", fields.position());
            });
    MethodFormula formula = formula(text, scope(symbol, earlier), units, only);
    var route =
        new Route(
            id,
            fields.bilingual("name"),
            lead,
            leadLabel(fields),
            fields.findText("beside"),
            formula,
            fields.findText("flag"));
    fields.done();
    return route;
  }

  private Optional<String> leadLabel(Fields fields) {
    Optional<String> label = fields.findText("leadLabel");
    label
        .filter(l -> !labels.containsKey(l))
        .ifPresent(l ->
            fields.report(
                LoadSession.unknown("label", l, labels.keySet(), fields.place("leadLabel"))));
    return label;
  }

  private List<Variant> only(Fields fields) {
    List<Yaml.Scalar> named = fields.scalars("only");
    if (named.isEmpty()) {
      return variants;
    }
    var chosen = new ArrayList<Variant>();
    for (Yaml.Scalar id : named) {
      variants.stream()
          .filter(v -> v.id().equals(id.text()))
          .findFirst()
          .ifPresentOrElse(
              chosen::add,
              () ->
                  fields.report(
                      LoadSession.unknown(
                          "variant",
                          id.text(),
                          variants.stream().map(Variant::id).toList(),
                          id.position())));
    }
    return chosen;
  }

  /// What a formula may name: inputs and symbols, where the formulas of symbol `self` mean the
  /// input by that name and only symbols computed `earlier`.
  private ScopeOf scope(String self, Map<String, Symbol> earlier) {
    Map<String, Symbol> known = self.isEmpty() ? symbols : earlier;
    return variant -> {
      var single = new LinkedHashMap<String, Dimension>();
      var families = new LinkedHashMap<String, Dimension>();
      inputs.forEach((key, input) ->
          (input.family().isPresent() ? families : single)
              .put(key, input.unit(variant).dimension()));
      known.forEach((key, symbol) -> {
        if (!key.equals(self)) {
          single.put(key, symbol.unit(variant).dimension());
        }
      });
      return new Scope(single, families);
    };
  }

  private interface ScopeOf {
    Scope in(Variant variant);
  }

  private MethodFormula formula(
      Yaml.Scalar text, ScopeOf scope, Map<String, Unit> expected, List<Variant> only) {
    var compiled = new LinkedHashMap<String, Compiled>();
    var reported = new HashSet<SourcePosition>();
    for (Variant variant : only) {
      Result<Compiled> made =
          Formula.compile(
              text.formula(),
              variant.units(),
              scope.in(variant),
              Objects.requireNonNull(expected.get(variant.id())));
      for (Problem problem : made.problems()) {
        Problem placed = text.inFile(problem);
        if (reported.add(placed.position().orElseThrow())) {
          session.problems.add(placed);
        }
      }
      if (made.find().isEmpty()) {
        used.addAll(inputs.keySet());
      }
      made.find()
          .ifPresent(c -> {
            used.addAll(c.symbols());
            used.addAll(c.families());
            compiled.put(variant.id(), c);
          });
    }
    return new MethodFormula(text.text(), compiled);
  }

  private Map<String, Unit> unitIn(Unit unit) {
    var all = new LinkedHashMap<String, Unit>();
    variants.forEach(variant -> all.put(variant.id(), unit));
    return all;
  }

  private Map<String, Unit> units(Fields fields, String key) {
    return InputReader.units(fields, key, variants);
  }

  private RowFigure figure(Fields fields, Unit resultUnit) {
    Map<String, Unit> units = units(fields, "unit");
    ScopeOf all = scope("", Map.of());
    ScopeOf withResult = v -> all.in(v).with(EmissionSource.DECLARED, resultUnit.dimension());
    List<Variant> only = only(fields);
    Yaml.Scalar text = fields.findScalar("formula").orElse(new Yaml.Scalar("0", fields.position()));
    var figure =
        new RowFigure(
            fields.text("key"),
            fields.bilingual("name"),
            units,
            formula(text, withResult, units, only),
            fields.texts("needs"),
            fields.texts("flags"),
            new DefaultRule.Condition(fields.findText("whenGroup"), fields.findText("whenState")),
            fields.findText("as"));
    fields.done();
    return figure;
  }

  /// One default: in a table of the factor set, in a fixed table, or a value of its own.
  private DefaultRule rule(InputSymbol input, Fields fields) {
    var condition =
        new DefaultRule.Condition(fields.findText("whenGroup"), fields.findText("whenState"));
    Optional<String> flag = fields.findText("flag");
    DefaultRule.Place place =
        fields.has("set")
            ? inSet(input, fields)
            : fields.has("table") ? inTable(input, fields) : value(input, fields);
    fields.done();
    return new DefaultRule(place, condition, flag);
  }

  private DefaultRule.Place inSet(InputSymbol input, Fields fields) {
    String name = fields.text("set");
    String column = fields.text("column");
    String label = fields.findText("by").orElse(name);
    for (FactorSet set : sets) {
      FactorTable table = set.tables().get(name);
      if (table == null) {
        fields.report(
            LoadSession.unknown("set table", name, set.tables().keySet(), fields.place("set")));
      } else {
        checkColumn(input, table, column, fields);
      }
    }
    return new DefaultRule.InSet(name, column, label);
  }

  private DefaultRule.Place inTable(InputSymbol input, Fields fields) {
    String id = path(fields.text("table"));
    String column = fields.text("column");
    Optional<String> row = fields.findText("row");
    Optional<String> label = fields.findText("by");
    FactorTable table =
        session
            .table(id, fields.place("table"))
            .orElse(new FactorTable(id, Text.same(id), "", Optional.empty(), Map.of(), Map.of()));
    if (row.isEmpty()) {
      checkColumn(input, table, column, fields);
      return new DefaultRule.InTable(table, column, label.orElse(table.label()));
    }
    Optional<Factor> factor = table.find(row.get(), column);
    if (factor.isEmpty()) {
      fields.report(
          LoadSession.unknown("row", row.get(), table.rows().keySet(), fields.place("row")));
      return new DefaultRule.InTable(table, column, table.label());
    }
    checkUnit(input, factor.get(), fields);
    return new DefaultRule.Fixed(factor.get());
  }

  private DefaultRule.Place value(InputSymbol input, Fields fields) {
    String number = fields.number("value", fields.text("value")).orElse("0");
    Unit unit =
        fields.has("unit")
            ? fields.unit("unit", Units.standard())
            : input.unit(variants.getFirst());
    Reference source =
        fields.has("source")
            ? session.reference(fields, "source")
            : new Reference(
                new Citation("", Text.same(""), Confidence.UNSURE),
                fields.word("confidence", Confidence.values()));
    var factor =
        new Factor(
            folder + "/method",
            new Text("方法文件", "method file"),
            input.key(),
            input.name(),
            "value",
            input.name(),
            Quantity.of(number, unit),
            number,
            source);
    checkUnit(input, factor, fields);
    return new DefaultRule.Fixed(factor);
  }

  private void checkColumn(InputSymbol input, FactorTable table, String column, Fields fields) {
    if (!table.columns().isEmpty() && !table.columns().containsKey(column)) {
      fields.report(
          LoadSession.unknown("column", column, table.columns().keySet(), fields.place("column")));
    }
    table.rows().values().stream()
        .flatMap(row -> Optional.ofNullable(row.factors().get(column)).stream())
        .filter(factor -> !fits(input, factor.value().unit()))
        .findFirst()
        .ifPresent(factor -> checkUnit(input, factor, fields));
  }

  private void checkUnit(InputSymbol input, Factor factor, Fields fields) {
    if (!fits(input, factor.value().unit())) {
      fields.report(
          Problem.of(StandardProblem.UNITS_DIFFER)
              .with("name", input.key())
              .with("left", input.unit(variants.getFirst()).symbol())
              .with("other", factor.id())
              .with("right", factor.value().unit().symbol())
              .at(fields.position()));
    }
  }

  private boolean fits(InputSymbol input, Unit unit) {
    return variants.stream().anyMatch(v -> unit.convertsTo(input.unit(v)));
  }

  private void reportUnused(Fields fields) {
    inputs.keySet().stream()
        .filter(key -> !used.contains(key))
        .forEach(key ->
            fields.report(
                Problem.of(StandardProblem.INPUT_UNUSED).with("input", key).at(fields.position())));
  }
}
