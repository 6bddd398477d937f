package io.tanheng.standard;

import io.tanheng.units.Dimension;
import io.tanheng.units.Text;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the indicators of an edition; each may use what was read before it.
final class IndicatorReader {

  private final LoadSession session;
  private final Map<String, EmissionSource> sources;
  private final Production production;
  private final Map<String, Dimension> names = new LinkedHashMap<>();

  IndicatorReader(
      LoadSession session,
      Map<String, EmissionSource> sources,
      List<Total> totals,
      Production production) {
    this.session = session;
    this.sources = sources;
    this.production = production;
    production
        .inputs()
        .forEach((key, input) -> names.put(key, input.unit(Variant.ONLY).dimension()));
    totals.forEach(total -> names.put(total.key(), total.unit().dimension()));
  }

  List<Indicator> read(List<Fields> all) {
    var indicators = new ArrayList<Indicator>();
    for (Fields fields : all) {
      Indicator indicator = indicator(fields);
      indicators.add(indicator);
      names.put(indicator.key(), indicator.unit().dimension());
    }
    return indicators;
  }

  private Indicator indicator(Fields fields) {
    String key = fields.text("key");
    Text name = fields.bilingual("name");
    Unit unit = fields.unit("unit", Units.standard());
    boolean perFacility = fields.findText("scope").filter("facility"::equals).isPresent();
    Optional<Indicator.Over> over = fields.findFields("over").map(this::over);
    Map<String, Dimension> families = over.map(o -> families(o)).orElse(Map.of());
    List<Indicator.Way> ways =
        fields.has("routes")
            ? fields.maps("routes").stream().map(w -> way(w, families, unit)).toList()
            : List.of(plain(fields, name, families, unit));
    Optional<Reference> citation =
        fields
            .findFields("citation")
            .map(c -> {
              Reference reference = session.reference(c, "ref");
              c.done();
              return reference;
            });
    var indicator =
        new Indicator(
            key,
            name,
            unit,
            perFacility,
            fields.flag("result"),
            needs(fields),
            over,
            ways,
            fields.findText("as"),
            citation);
    fields.done();
    return indicator;
  }

  private List<String> needs(Fields fields) {
    List<Yaml.Scalar> needs = fields.scalars("needs");
    for (Yaml.Scalar need : needs) {
      if (!names.containsKey(need.text())) {
        fields.report(LoadSession.unknown("input", need.text(), names.keySet(), need.position()));
      }
    }
    return needs.stream().map(Yaml.Scalar::text).toList();
  }

  private Indicator.Way plain(
      Fields fields, Text name, Map<String, Dimension> families, Unit unit) {
    return new Indicator.Way(
        "formula",
        name,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        MethodReader.compile(session, text(fields), names, families, unit));
  }

  private Indicator.Way way(Fields fields, Map<String, Dimension> families, Unit unit) {
    var way =
        new Indicator.Way(
            fields.text("id"),
            fields.bilingual("name"),
            fields.findText("lead"),
            fields.findText("absentOrZero"),
            fields.each("label", Fields.Entry::text),
            MethodReader.compile(session, text(fields), names, families, unit));
    fields.done();
    return way;
  }

  private static Yaml.Scalar text(Fields fields) {
    return fields
        .findScalar("formula")
        .orElseGet(() -> {
          fields.report(fields.missing("formula"));
          return new Yaml.Scalar("0", fields.position());
        });
  }

  private Indicator.Over over(Fields fields) {
    Indicator.OverKind kind = kind(fields);
    String name =
        switch (kind) {
          case ROWS -> fields.text("source");
          case SERIES -> fields.text("series");
          case FACILITIES -> "";
        };
    boolean known = isKnown(kind, name, fields);
    List<Yaml.Scalar> figures = fields.scalars("figures");
    var over =
        new Indicator.Over(
            kind,
            name,
            fields.flag("first"),
            fields.flag("every"),
            figures.stream().map(Yaml.Scalar::text).toList());
    if (known) {
      Map<String, Dimension> families = families(over);
      figures.stream()
          .filter(f -> !families.containsKey(f.text()))
          .forEach(f ->
              fields.report(
                  LoadSession.unknown("figure", f.text(), families.keySet(), f.position())));
    }
    fields.done();
    return over;
  }

  private static Indicator.OverKind kind(Fields fields) {
    if (fields.flag("facilities")) {
      return Indicator.OverKind.FACILITIES;
    }
    return fields.has("series") ? Indicator.OverKind.SERIES : Indicator.OverKind.ROWS;
  }

  private boolean isKnown(Indicator.OverKind kind, String name, Fields fields) {
    return switch (kind) {
      case FACILITIES -> true;
      case SERIES -> isKnown("series", name, production.series().keySet(), fields);
      case ROWS -> isKnown("source", name, sources.keySet(), fields);
    };
  }

  private static boolean isKnown(String key, String name, Set<String> known, Fields fields) {
    if (!known.contains(name)) {
      fields.report(LoadSession.unknown(key, name, known, fields.place(key)));
    }
    return known.contains(name);
  }

  /// The row figures, series or production inputs the sums of an indicator may run over.
  private Map<String, Dimension> families(Indicator.Over over) {
    var all = new LinkedHashMap<String, Dimension>();
    switch (over.kind()) {
      case FACILITIES -> dimensions(production.inputs(), all);
      case SERIES -> dimensions(production.series().getOrDefault(over.source(), Map.of()), all);
      case ROWS -> {
        EmissionSource source = sources.get(over.source());
        if (source != null) {
          for (RowFigure figure : source.figures()) {
            figure.units().values().stream()
                .findFirst()
                .ifPresent(unit -> all.put(figure.key(), unit.dimension()));
          }
        }
      }
    }
    return all;
  }

  private static void dimensions(Map<String, InputSymbol> inputs, Map<String, Dimension> all) {
    inputs.forEach((key, input) -> all.put(key, input.unit(Variant.ONLY).dimension()));
  }
}
