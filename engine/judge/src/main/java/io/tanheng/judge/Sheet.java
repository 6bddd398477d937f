package io.tanheng.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// One edition as its files write it, with templates put in.
final class Sheet {

  final String id;
  final Doc doc;
  final Map<String, Source> sources = new LinkedHashMap<>();

  private final String folder;
  private final UnaryOperator<String> files;
  private final Map<String, Doc> documents = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Doc>> rows = new ConcurrentHashMap<>();

  /// @param files the text of a file of the standards, by its path
  Sheet(String id, UnaryOperator<String> files) {
    this.id = id;
    this.folder = id.replace('@', '/');
    this.files = files;
    this.doc = document(folder + "/method");
    for (Doc own : doc.docs("sources")) {
      Doc full = own.find("use").map(use -> onTemplate(own, document(use))).orElse(own);
      sources.put(full.text("key"), new Source(this, full));
    }
  }

  private static Doc onTemplate(Doc own, Doc template) {
    var all = new LinkedHashMap<>(own.over(template).map());
    for (String key : List.of("inputs", "symbols", "labels")) {
      if (own.has(key) && template.has(key)) {
        all.put(key, own.doc(key).over(template.doc(key)).map());
      }
    }
    return new Doc(all);
  }

  private Doc document(String path) {
    return documents.computeIfAbsent(path, key -> Doc.read(files.apply(key + ".yaml")));
  }

  private String path(String table) {
    return table.startsWith("common/") ? table : folder + "/" + table;
  }

  /// The rows of a table or registry, by id.
  Map<String, Doc> rows(String table) {
    return rows.computeIfAbsent(
        path(table),
        key -> {
          var all = new LinkedHashMap<String, Doc>();
          document(key).docs("rows").forEach(row -> all.put(row.text("id"), row));
          return all;
        });
  }

  /// What every method says of an input of this name.
  Doc commonSymbol(String key) {
    return document("common/symbols").doc("symbols").has(key)
        ? document("common/symbols").doc("symbols").doc(key)
        : Doc.EMPTY;
  }

  List<String> factorSets() {
    return doc.docs("factorSets").stream().map(set -> set.text("id")).toList();
  }

  private Optional<Doc> factorSet(Optional<String> id) {
    return doc.docs("factorSets").stream()
        .filter(set -> id.isEmpty() || set.text("id").equals(id.get()))
        .findFirst();
  }

  /// A value of a table with the id by which an enterprise may replace it.
  record Found(String factor, Amount amount) {}

  /// The first default of an input that applies.
  ///
  /// @param entries what the labels of the row name, by label
  Optional<FoundDefault> findDefault(
      Source source, Input input, Map<String, Entry> entries, Optional<String> set) {
    for (Doc rule : input.defaults()) {
      if (!holds(rule, entries)) {
        continue;
      }
      Optional<Found> found = find(rule, source, input, entries, set);
      if (found.isPresent()) {
        return Optional.of(new FoundDefault(found.get(), rule.find("flag")));
      }
    }
    return Optional.empty();
  }

  /// A default with what to remember about its use.
  record FoundDefault(Found value, Optional<String> flag) {}

  /// Whether a rule or figure that is limited to some entries is meant.
  static boolean holds(Doc rule, Map<String, Entry> entries) {
    if (!rule.has("whenGroup") && !rule.has("whenState")) {
      return true;
    }
    return entries.values().stream()
        .map(Entry::row)
        .anyMatch(row ->
            agrees(rule, "whenGroup", row, "group") && agrees(rule, "whenState", row, "state"));
  }

  private static boolean agrees(Doc rule, String wanted, Doc row, String key) {
    return !rule.has(wanted) || rule.find(wanted).equals(row.find(key));
  }

  private Optional<Found> find(
      Doc rule, Source source, Input input, Map<String, Entry> entries, Optional<String> set) {
    if (rule.has("value")) {
      String unit = rule.find("unit").orElse(input.unit());
      Measure measure = Measure.of(unit, source.variants().getFirst().unit());
      return Optional.of(
          new Found(
              folder + "/method#" + input.key() + ".value",
              Amount.of(Fraction.of(rule.text("value")), measure)));
    }
    String table =
        rule.has("set")
            ? factorSet(set).orElseThrow().doc("tables").text(rule.text("set"))
            : rule.text("table");
    Optional<String> row = rule.find("row");
    if (row.isEmpty()) {
      String label =
          rule.find("by")
              .or(() -> rule.find("set"))
              .orElseGet(() -> document(path(table)).text("by"));
      row = Optional.ofNullable(entries.get(label)).map(Entry::id);
    }
    return row.flatMap(id -> cell(table, id, rule.text("column")));
  }

  private Optional<Found> cell(String table, String row, String column) {
    Doc cells = rows(table).get(row);
    if (cells == null || !cells.has(column)) {
      return Optional.empty();
    }
    String unit = document(path(table)).doc("columns").doc(column).text("unit");
    Measure measure = Measure.of(unit, cells.find("U").orElse(""));
    return Optional.of(
        new Found(
            path(table) + "#" + row + "." + column,
            Amount.of(Fraction.of(cells.text(column)), measure)));
  }

  /// An entry of a registry or a row of a table that a label names.
  record Entry(String id, Doc row) {}
}
