package io.tanheng.standard;

import io.tanheng.units.Problem;
import io.tanheng.units.Result;
import io.tanheng.units.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// All editions and tables of one root. An edition is read and checked when it is first asked for,
/// so that a short calculation loads only what it needs.
public final class Catalogue {

  private static final String METHOD = "/method.yaml";

  private final StandardFiles files;
  private final Map<String, Result<MethodEdition>> editions = new ConcurrentHashMap<>();
  private final Map<String, Result<FactorTable>> tables = new ConcurrentHashMap<>();
  private final Map<String, Result<Rule>> rules = new ConcurrentHashMap<>();
  private final Map<String, Result<View>> views = new ConcurrentHashMap<>();

  Catalogue(StandardFiles files) {
    this.files = files;
  }

  /// The ids of all editions, such as `gbt-32151-5@2015`, sorted.
  public List<String> editionIds() {
    return files.list().stream()
        .filter(path -> path.endsWith(METHOD))
        .map(path -> path.substring(0, path.length() - METHOD.length()))
        .filter(path -> path.indexOf('/') > 0 && path.indexOf('/') == path.lastIndexOf('/'))
        .map(path -> path.replace('/', '@'))
        .toList();
  }

  /// One edition, or every problem of its files; an id nobody knows is a problem with the nearest
  /// ids.
  public Result<MethodEdition> edition(String id) {
    if (!id.matches("[a-z0-9.-]+@[a-z0-9.-]+")
        || files.read(id.replace('@', '/') + METHOD).isEmpty()) {
      return Result.failure(unknown(id));
    }
    return editions.computeIfAbsent(
        id, key -> new MethodReader(new LoadSession(files), key).read());
  }

  /// The ids of all default tables: the shared ones and those of editions, sorted.
  public List<String> tableIds() {
    return documents("table");
  }

  /// The ids of all rules of carbon markets, sorted.
  public List<String> ruleIds() {
    return documents("rule");
  }

  /// The ids of all views of inventories, sorted.
  public List<String> viewIds() {
    return documents("view");
  }

  /// The files that say `kind: …` at their outermost level, without ending.
  private List<String> documents(String kind) {
    String start = kind + ": ";
    return files.list().stream()
        .filter(path -> path.endsWith(".yaml"))
        .map(path -> path.substring(0, path.length() - ".yaml".length()))
        .filter(path ->
            files.read(path + ".yaml").orElse("").lines().anyMatch(l -> l.startsWith(start)))
        .toList();
  }

  /// One rule by its id, such as `rules/ets/ccer-offset-national`, or every problem of its file.
  public Result<Rule> rule(String id) {
    return rules.computeIfAbsent(id, key -> new RuleReader(new LoadSession(files), key).read());
  }

  /// One view by its id, such as `views/iso-14064-1-2018`, or every problem of its file.
  public Result<View> view(String id) {
    return views.computeIfAbsent(id, key -> new ViewReader(new LoadSession(files), key).read());
  }

  /// One default table by its id, the path of its file without ending.
  public Result<FactorTable> table(String id) {
    return tables.computeIfAbsent(id, this::readTable);
  }

  private Result<FactorTable> readTable(String id) {
    var session = new LoadSession(files);
    session.readCommonCitations();
    String folder = id.contains("/tables/") ? id.substring(0, id.indexOf("/tables/")) : "";
    if (!folder.isEmpty()) {
      session
          .document(folder + "/method", Optional.empty())
          .ifPresent(map -> session.addCitations(new Fields(map, session.problems)));
    }
    Optional<Yaml.Mapping> document = session.document(id, Optional.empty());
    Optional<FactorTable> table = document.map(map -> new TableReader(session).table(id, map));
    return session.problems.isEmpty()
        ? Result.of(table.orElseThrow())
        : Result.failure(session.problems);
  }

  /// A factor by its id `table#row.column`.
  public Optional<Factor> findFactor(String id) {
    int hash = id.indexOf('#');
    int dot = id.lastIndexOf('.');
    if (hash < 0 || dot < hash) {
      return Optional.empty();
    }
    return files.read(id.substring(0, hash) + ".yaml").isEmpty()
        ? Optional.empty()
        : table(id.substring(0, hash))
            .find()
            .flatMap(t -> t.find(id.substring(hash + 1, dot), id.substring(dot + 1)));
  }

  /// The text of a file of the standards, such as a worked example an edition names.
  public Optional<String> text(String path) {
    return files.read(path);
  }

  /// How a file is called in messages.
  public String shown(String path) {
    return files.shown(path);
  }

  /// Reads every edition, table, rule and view; all problems, each once.
  public List<Problem> check() {
    var all = new LinkedHashSet<Problem>();
    editionIds().forEach(id -> all.addAll(edition(id).problems()));
    tableIds().forEach(id -> all.addAll(table(id).problems()));
    ruleIds().forEach(id -> all.addAll(rule(id).problems()));
    viewIds().forEach(id -> all.addAll(view(id).problems()));
    return new ArrayList<>(all);
  }

  private Problem unknown(String id) {
    String stem = id.contains("@") ? id.substring(0, id.indexOf('@')) : id;
    List<String> near =
        editionIds().stream().filter(known -> known.startsWith(stem + "@")).toList();
    if (near.isEmpty()) {
      return Problem.of(StandardProblem.UNKNOWN_EDITION).with("id", id);
    }
    return Problem.of(StandardProblem.UNKNOWN_EDITION_SUGGESTION)
        .with("id", id)
        .with("suggestions", new Text(String.join("、", near), String.join(", ", near)));
  }
}
