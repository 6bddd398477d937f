package io.tanheng.standard;

import io.tanheng.units.Problem;
import io.tanheng.units.SourcePosition;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The reading of one edition: which files it was made of, its problems, its citations.
final class LoadSession {

  private static final String SYMBOLS = "common/symbols";
  private static final String CITATIONS = "common/citations";

  final List<Problem> problems = new ArrayList<>();
  private final StandardFiles files;
  private final Map<String, String> texts = new TreeMap<>();
  private final Map<String, Optional<Yaml.Mapping>> documents = new HashMap<>();
  private final Map<String, FactorTable> tables = new HashMap<>();
  private final Map<String, Registry> registries = new HashMap<>();
  private final Map<String, Citation> citations = new LinkedHashMap<>();

  LoadSession(StandardFiles files) {
    this.files = files;
  }

  /// The YAML document `id` (a path without ending); a missing or unreadable one is a problem at
  /// `at`.
  Optional<Yaml.Mapping> document(String id, Optional<SourcePosition> at) {
    return documents.computeIfAbsent(id, key -> load(key, at));
  }

  private Optional<Yaml.Mapping> load(String id, Optional<SourcePosition> at) {
    String path = id + ".yaml";
    Optional<String> text = files.read(path);
    if (text.isEmpty()) {
      Problem missing = Problem.of(StandardProblem.FILE_MISSING).with("path", files.shown(path));
      problems.add(at.map(missing::at).orElse(missing));
      return Optional.empty();
    }
    texts.put(path, text.get());
    var read = Yaml.read(files.shown(path), text.get());
    problems.addAll(read.problems());
    return read.find();
  }

  boolean exists(String path) {
    return files.read(path).isPresent();
  }

  /// What every method says of a symbol with this name, from `common/symbols.yaml`.
  Optional<Yaml.Mapping> commonSymbol(String key) {
    return document(SYMBOLS, Optional.empty())
        .map(map -> map.values().get("symbols"))
        .filter(Yaml.Mapping.class::isInstance)
        .map(symbols -> ((Yaml.Mapping) symbols).values().get(key))
        .filter(Yaml.Mapping.class::isInstance)
        .map(Yaml.Mapping.class::cast);
  }

  void readCommonCitations() {
    document(CITATIONS, Optional.empty()).ifPresent(map -> addCitations(new Fields(map, problems)));
  }

  void addCitations(Fields fields) {
    citations.putAll(
        fields.each(
            "citations",
            entry -> {
              Fields citation = entry.fields();
              var made =
                  new Citation(
                      entry.name(),
                      citation.bilingual("title"),
                      citation.word("confidence", Confidence.values()));
              citation.done();
              return made;
            }));
  }

  List<Citation> citations() {
    return List.copyOf(citations.values());
  }

  /// The citation a file stands on as a whole, named by `ref` under `citation`.
  Reference citation(Fields fields) {
    Optional<Fields> citation = fields.findFields("citation");
    if (citation.isEmpty()) {
      fields.report(fields.missing("citation"));
      return new Reference(
          new Citation("", io.tanheng.units.Text.same(""), Confidence.UNSURE), Confidence.UNSURE);
    }
    Reference reference = reference(citation.get(), "ref");
    citation.get().done();
    return reference;
  }

  /// The citation named by `key` of the map, with the map's own confidence.
  Reference reference(Fields fields, String key) {
    String id = fields.text(key);
    Confidence confidence =
        fields.has("confidence")
            ? fields.word("confidence", Confidence.values())
            : Confidence.UNSURE;
    if (!fields.has("confidence")) {
      fields.report(fields.missing("confidence"));
    }
    Citation citation = citations.get(id);
    if (citation == null) {
      if (!id.isEmpty()) {
        fields.report(unknown("citation", id, citations.keySet(), fields.place(key)));
      }
      citation = new Citation(id, io.tanheng.units.Text.same(id), Confidence.UNSURE);
    }
    return new Reference(citation, confidence);
  }

  Optional<FactorTable> table(String id, SourcePosition at) {
    if (!tables.containsKey(id)) {
      document(id, Optional.of(at))
          .ifPresent(map -> tables.put(id, new TableReader(this).table(id, map)));
    }
    return Optional.ofNullable(tables.get(id));
  }

  Optional<Registry> registry(String id, SourcePosition at) {
    if (!registries.containsKey(id)) {
      document(id, Optional.of(at))
          .ifPresent(map -> registries.put(id, new TableReader(this).registry(id, map)));
    }
    return Optional.ofNullable(registries.get(id));
  }

  static Problem unknown(
      String what, String name, java.util.Collection<String> known, SourcePosition at) {
    return Problem.of(StandardProblem.UNKNOWN_REFERENCE)
        .with("what", words(what))
        .with("name", name)
        .with("known", String.join(", ", known))
        .at(at);
  }

  private static io.tanheng.units.Text words(String what) {
    return new io.tanheng.units.Text(
        switch (what) {
          case "citation" -> "来源";
          case "column" -> "列";
          case "row" -> "行";
          case "set table" -> "缺省值表";
          case "source" -> "排放源";
          case "total" -> "合计";
          case "variant" -> "形态";
          case "input" -> "输入";
          case "figure" -> "行指标";
          case "series" -> "序列";
          case "label" -> "标签";
          case "category" -> "类别";
          case "memo" -> "单列项";
          case "step" -> "步骤";
          default -> throw new IllegalArgumentException(what);
        },
        what);
  }

  /// SHA-256 over the paths and texts of every file read.
  String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      texts.forEach((path, text) -> {
        sha.update(path.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        sha.update(text.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
      });
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
