package io.tanheng.judge;

import io.tanheng.formula.Expression;
import io.tanheng.formula.Formula;
import io.tanheng.formula.SourceText;
import io.tanheng.units.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// An emission source as the method writes it.
final class Source {

  private static final Map<String, Expression> PARSED = new ConcurrentHashMap<>();

  final String key;
  final String unit;
  final Optional<String> formula;
  final Map<String, Input> inputs = new LinkedHashMap<>();
  final Map<String, Symbol> symbols = new LinkedHashMap<>();
  final Map<String, Label> labels = new LinkedHashMap<>();
  final List<String> decidedBy;
  final Set<String> keptUnused;
  final List<Doc> figures;

  private final Sheet sheet;
  private final List<Variant> variants = new ArrayList<>();

  /// @param unit what `U` means, or empty
  record Variant(String id, String unit) {}

  record Symbol(String key, String unit, boolean exclusive, List<Route> routes) {}

  /// @param only variants, or empty for all
  record Route(
      String id,
      Optional<String> lead,
      Optional<String> leadLabel,
      Optional<String> beside,
      List<String> only,
      String formula,
      Optional<String> flag) {

    boolean appliesTo(Variant variant) {
      return only.isEmpty() || only.contains(variant.id());
    }

    boolean isLast() {
      return lead.isEmpty() && leadLabel.isEmpty();
    }
  }

  /// @param file the registry or table whose ids the label may carry
  record Label(String key, String file, Optional<String> standIn, boolean sameKind) {}

  Source(Sheet sheet, Doc doc) {
    this.sheet = sheet;
    this.key = doc.text("key");
    this.unit = doc.text("unit");
    this.formula = doc.find("formula");
    Doc block = doc.doc("variants");
    this.decidedBy = block.texts("decidedBy");
    block
        .map()
        .keySet()
        .forEach(name -> {
          if (!name.equals("decidedBy")) {
            variants.add(new Variant(name, block.doc(name).text("U")));
          }
        });
    if (variants.isEmpty()) {
      variants.add(new Variant("", ""));
    }
    List<String> without = doc.texts("without");
    doc.each("inputs")
        .forEach((name, input) -> {
          Doc full = input.over(sheet.commonSymbol(name));
          boolean replaced = doc.doc("defaults").has(name);
          List<Doc> defaults = replaced ? doc.doc("defaults").docs(name) : full.docs("default");
          if (!without.contains(name)) {
            inputs.put(name, Input.of(name, full, defaults));
          }
        });
    doc.each("symbols").forEach((name, symbol) -> symbols.put(name, symbol(name, symbol)));
    doc.each("labels")
        .forEach((name, label) ->
            labels.put(
                name,
                new Label(
                    name,
                    label.find("registry").orElseGet(() -> label.text("table")),
                    label.find("default"),
                    label.has("sameKind"))));
    this.keptUnused = new LinkedHashSet<>(doc.texts("keptUnused"));
    this.figures = doc.docs("rowFigures");
  }

  private static Symbol symbol(String key, Doc doc) {
    List<Route> routes =
        doc.docs("routes").stream()
            .map(route ->
                new Route(
                    route.text("id"),
                    route.find("lead"),
                    route.find("leadLabel"),
                    route.find("beside"),
                    route.texts("only"),
                    route.text("formula"),
                    route.find("flag")))
            .toList();
    return new Symbol(key, doc.text("unit"), doc.flag("exclusive"), routes);
  }

  /// The input with this key; a formula that names another is a flaw of the method file.
  Input input(String name) {
    return Objects.requireNonNull(inputs.get(name), name);
  }

  List<Variant> variants() {
    return variants;
  }

  Map<String, Doc> entriesOf(Label label) {
    return sheet.rows(label.file());
  }

  /// The family a name on a row is a member of: `V` for `V_CO`.
  Optional<String> familyOf(String name) {
    if (inputs.containsKey(name)) {
      return Optional.empty();
    }
    String best = "";
    for (Input input : inputs.values()) {
      String prefix = input.key() + "_";
      if (input.family()
          && name.startsWith(prefix)
          && name.length() > prefix.length()
          && input.key().length() > best.length()) {
        best = input.key();
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /// A formula in which `U` has the meaning of a variant.
  static Expression parsed(String text, String u) {
    return PARSED.computeIfAbsent(
        u.isEmpty() ? text : u + "|" + text,
        _ -> {
          Units standard = Units.standard();
          Units units = u.isEmpty() ? standard : standard.with("U", standard.require(u));
          return Formula.parse(SourceText.of("formula", text), units).require();
        });
  }
}
