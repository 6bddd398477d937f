package io.tanheng.standard;

import io.tanheng.formula.Compiled;
import io.tanheng.formula.Formula;
import io.tanheng.formula.Scope;
import io.tanheng.units.Dimension;
import io.tanheng.units.Problem;
import io.tanheng.units.Result;
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

/// Reads one `method.yaml` with everything it refers to.
final class MethodReader {

  private final LoadSession session;
  private final String id;
  private final String folder;

  MethodReader(LoadSession session, String id) {
    this.session = session;
    this.id = id;
    this.folder = id.replace('@', '/');
  }

  Result<MethodEdition> read() {
    Optional<Yaml.Mapping> document = session.document(folder + "/method", Optional.empty());
    Optional<MethodEdition> edition =
        document.map(map -> edition(new Fields(map, session.problems)));
    return session.problems.isEmpty()
        ? Result.of(edition.orElseThrow())
        : Result.failure(session.problems);
  }

  private MethodEdition edition(Fields fields) {
    String written = fields.text("id");
    if (!written.equals(id)) {
      fields.report(
          Problem.of(StandardProblem.ID_DIFFERS_FROM_FOLDER)
              .with("id", written)
              .with("expected", id)
              .at(fields.place("id")));
    }
    session.readCommonCitations();
    session.addCitations(fields);
    List<FactorSet> sets = fields.maps("factorSets").stream().map(this::factorSet).toList();
    var sources = new LinkedHashMap<String, EmissionSource>();
    for (Fields source : fields.maps("sources")) {
      EmissionSource made = new SourceReader(session, folder, sets).read(source);
      if (sources.putIfAbsent(made.key(), made) != null) {
        source.report(
            Problem.of(StandardProblem.DUPLICATE_KEY)
                .with("key", made.key())
                .at(source.place("key")));
      }
    }
    List<Total> totals = totals(fields, sources);
    Production production =
        fields.findFields("production").map(this::production).orElse(Production.NONE);
    List<Intensity> intensities =
        fields.maps("intensities").stream().map(f -> intensity(f, totals)).toList();
    List<Indicator> indicators =
        new IndicatorReader(session, sources, totals, production).read(fields.maps("indicators"));
    var status = fields.word("status", EditionStatus.values());
    var edition =
        new MethodEdition(
            id,
            fields.text("number"),
            fields.bilingual("title"),
            fields.text("sector"),
            status,
            fields.findText("issued"),
            fields.findText("effective"),
            fields.findText("replaces"),
            fields.findText("replacedBy"),
            fields.findBilingual("known"),
            fields.texts("gases"),
            session.citations(),
            sets,
            sources,
            totals,
            memos(fields, sources),
            production,
            intensities,
            indicators,
            examples(fields, status),
            session.digest());
    fields.done();
    return edition;
  }

  private FactorSet factorSet(Fields fields) {
    String key = fields.text("id");
    Text name = fields.bilingual("name");
    var tables = new LinkedHashMap<String, FactorTable>();
    fields.each(
        "tables",
        entry -> {
          String path = entry.text();
          String full = path.startsWith("common/") ? path : folder + "/" + path;
          session.table(full, entry.position()).ifPresent(t -> tables.put(entry.name(), t));
          return path;
        });
    fields.done();
    return new FactorSet(key, name, tables);
  }

  private List<Total> totals(Fields fields, Map<String, EmissionSource> sources) {
    var all = new ArrayList<Total>();
    Set<String> known = new HashSet<>(sources.keySet());
    for (Fields f : fields.maps("totals")) {
      String key = f.text("key");
      var total =
          new Total(
              key,
              f.bilingual("name"),
              f.unit("unit", Units.standard()),
              f.word("level", OutputLevel.values()),
              terms(f, key, "plus", known),
              terms(f, key, "minus", known),
              f.flag("subtotal"),
              presences(f, sources),
              f.findText("as"));
      f.done();
      known.add(key);
      all.add(total);
    }
    return all;
  }

  private static List<String> terms(Fields fields, String total, String key, Set<String> known) {
    List<Yaml.Scalar> terms = fields.scalars(key);
    for (Yaml.Scalar term : terms) {
      if (!known.contains(term.text())) {
        fields.report(
            Problem.of(StandardProblem.CYCLIC_TOTAL)
                .with("total", total)
                .with("term", term.text())
                .at(term.position()));
      }
    }
    return terms.stream().map(Yaml.Scalar::text).toList();
  }

  private static List<Total.Presence> presences(
      Fields fields, Map<String, EmissionSource> sources) {
    var all = new ArrayList<Total.Presence>();
    for (Fields presence : fields.maps("when")) {
      boolean any = presence.has("any");
      all.add(new Total.Presence(any, sourceKeys(presence, any ? "any" : "none", sources)));
      presence.done();
    }
    return all;
  }

  private static List<String> sourceKeys(
      Fields fields, String key, Map<String, EmissionSource> sources) {
    List<Yaml.Scalar> keys = fields.scalars(key);
    for (Yaml.Scalar source : keys) {
      if (!sources.containsKey(source.text())) {
        fields.report(
            LoadSession.unknown("source", source.text(), sources.keySet(), source.position()));
      }
    }
    return keys.stream().map(Yaml.Scalar::text).toList();
  }

  private static List<String> memos(Fields fields, Map<String, EmissionSource> sources) {
    return sourceKeys(fields, "memos", sources);
  }

  private Production production(Fields fields) {
    Optional<Fields> products = fields.findFields("products");
    Optional<Unit> productUnit = products.map(p -> p.unit("unit", Units.standard()));
    boolean outputs =
        products.flatMap(p -> p.findText("caseKey")).filter("outputs"::equals).isPresent();
    products.ifPresent(Fields::done);
    InputReader reader = InputReader.plain(session);
    var production =
        new Production(
            productUnit,
            outputs,
            reader.inputs(fields, "inputs", Map.of()),
            fields.texts("labels"),
            fields.findFields("series").map(s -> series(reader, s)).orElse(Map.of()));
    fields.done();
    return production;
  }

  private static Map<String, Map<String, InputSymbol>> series(InputReader reader, Fields fields) {
    var all = new LinkedHashMap<String, Map<String, InputSymbol>>();
    fields.names().forEach(name -> all.put(name, reader.inputs(fields, name, Map.of())));
    return all;
  }

  private static Intensity intensity(Fields fields, List<Total> totals) {
    String total = fields.text("total");
    List<String> known = totals.stream().map(Total::key).distinct().toList();
    if (!known.contains(total)) {
      fields.report(LoadSession.unknown("total", total, known, fields.place("total")));
    }
    var intensity = new Intensity(total, fields.findText("as"));
    fields.done();
    return intensity;
  }

  private List<String> examples(Fields fields, EditionStatus status) {
    List<Yaml.Scalar> named = fields.scalars("examples");
    if (named.isEmpty() && status != EditionStatus.TEXT_NOT_CONFIRMED) {
      fields.report(Problem.of(StandardProblem.NO_EXAMPLES).with("id", id).at(fields.position()));
    }
    var all = new ArrayList<String>();
    for (Yaml.Scalar example : named) {
      String path = folder + "/" + example.text();
      if (!session.exists(path)) {
        fields.report(
            Problem.of(StandardProblem.EXAMPLE_MISSING).with("path", path).at(example.position()));
      }
      all.add(path);
    }
    return all;
  }

  /// Compiles a formula of an indicator.
  static MethodFormula compile(
      LoadSession session,
      Yaml.Scalar text,
      Map<String, Dimension> names,
      Map<String, Dimension> families,
      Unit unit) {
    Result<Compiled> made =
        Formula.compile(text.formula(), Units.standard(), new Scope(names, families), unit);
    made.problems().forEach(problem -> session.problems.add(text.inFile(problem)));
    return new MethodFormula(
        text.text(), made.find().map(c -> Map.of(Variant.ONLY.id(), c)).orElse(Map.of()));
  }
}
