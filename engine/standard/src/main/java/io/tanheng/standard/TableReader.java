package io.tanheng.standard;

import io.tanheng.units.Quantity;
import io.tanheng.units.Text;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads default tables and registries.
final class TableReader {

  private static final Set<String> ATTRIBUTES =
      Set.of("level", "region", "basis", "dataYear", "validFrom", "validTo", "use");

  private final LoadSession session;

  TableReader(LoadSession session) {
    this.session = session;
  }

  private record Column(Text name, String unit) {}

  FactorTable table(String id, Yaml.Mapping map) {
    var fields = new Fields(map, session.problems);
    String written = fields.text("table");
    if (!id.equals(written) && !id.endsWith("/" + written)) {
      fields.report(fields.badValue("table", written, id));
    }
    Text title = fields.bilingual("title");
    String label = fields.text("by");
    Optional<Registry> registry =
        fields.findText("registry").flatMap(r -> session.registry(r, fields.place("registry")));
    Optional<String> published = fields.findText("published");
    Map<String, Column> columns =
        fields.each(
            "columns",
            entry -> {
              Fields column = entry.fields();
              var made = new Column(column.bilingual("name"), column.text("unit"));
              column.done();
              return made;
            });
    var rows = new LinkedHashMap<String, FactorRow>();
    for (Fields row : fields.maps("rows")) {
      FactorRow made = row(id, title, columns, registry, row);
      if (rows.putIfAbsent(made.id(), made) != null) {
        row.report(
            io.tanheng.units.Problem.of(StandardProblem.DUPLICATE_KEY)
                .with("key", made.id())
                .at(row.place("id")));
      }
    }
    fields.done();
    var names = new LinkedHashMap<String, Text>();
    columns.forEach((key, column) -> names.put(key, column.name()));
    return new FactorTable(id, title, label, published, names, rows);
  }

  private FactorRow row(
      String table,
      Text title,
      Map<String, Column> columns,
      Optional<Registry> registry,
      Fields row) {
    String id = row.text("id");
    Text name = rowName(registry, id, row);
    Optional<Unit> unit =
        row.has("U") ? Optional.of(row.unit("U", Units.standard())) : Optional.empty();
    Reference source = session.reference(row, "source");
    Units units = unit.map(u -> Units.standard().with("U", u)).orElse(Units.standard());
    var factors = new LinkedHashMap<String, Factor>();
    columns.forEach((key, column) ->
        row.findText(key)
            .flatMap(text -> row.number(key, text))
            .ifPresent(number -> {
              Unit of = row.unit(column.unit(), units, row.place(key));
              var value = Quantity.of(number, of);
              factors.put(
                  key,
                  new Factor(table, title, id, name, key, column.name(), value, number, source));
            }));
    var attributes = new LinkedHashMap<String, String>();
    ATTRIBUTES.stream()
        .sorted()
        .forEach(key -> row.findText(key).ifPresent(text -> attributes.put(key, text)));
    Optional<Text> note = row.findBilingual("note");
    row.done();
    return new FactorRow(id, name, unit, factors, attributes, note, source);
  }

  /// The row's own name, or that of the entry of the registry with the same id.
  private static Text rowName(Optional<Registry> registry, String id, Fields row) {
    if (registry.isEmpty()) {
      return row.bilingual("name");
    }
    Registry.Entry entry = registry.get().entries().get(id);
    if (entry == null) {
      row.report(
          LoadSession.unknown("row", id, registry.get().entries().keySet(), row.place("id")));
      return Text.same(id);
    }
    return row.findBilingual("name").orElse(entry.name());
  }

  Registry registry(String id, Yaml.Mapping map) {
    var fields = new Fields(map, session.problems);
    String written = fields.text("registry");
    if (!id.equals(written)) {
      fields.report(fields.badValue("registry", written, id));
    }
    String label = fields.text("label");
    var entries = new LinkedHashMap<String, Registry.Entry>();
    for (Fields row : fields.maps("rows")) {
      var entry =
          new Registry.Entry(
              row.text("id"),
              row.bilingual("name"),
              row.findText("group"),
              row.findText("state"),
              row.has("U") ? Optional.of(row.unit("U", Units.standard())) : Optional.empty(),
              row.texts("aliases"));
      row.done();
      if (entries.putIfAbsent(entry.id(), entry) != null) {
        row.report(
            io.tanheng.units.Problem.of(StandardProblem.DUPLICATE_KEY)
                .with("key", entry.id())
                .at(row.place("id")));
      }
    }
    fields.done();
    return new Registry(id, label, entries);
  }

  /// A table seen as the registry of its own rows.
  static Registry registryOf(FactorTable table) {
    var entries = new LinkedHashMap<String, Registry.Entry>();
    table
        .rows()
        .forEach((id, row) ->
            entries.put(
                id,
                new Registry.Entry(
                    id,
                    row.name(),
                    Optional.empty(),
                    Optional.empty(),
                    row.unit(),
                    java.util.List.of())));
    return new Registry(table.id(), table.label(), entries);
  }
}
