package io.tanheng.accounting;

import io.tanheng.formula.Compiled;
import io.tanheng.formula.Inputs;
import io.tanheng.standard.Indicator;
import io.tanheng.standard.Intensity;
import io.tanheng.standard.MethodEdition;
import io.tanheng.standard.RowFigure;
import io.tanheng.standard.Variant;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/// Computes the results beside the totals. An indicator whose needs are not met is left out, never
/// guessed.
final class Indicators {

  private static final Variant ONLY = new Variant("", Optional.empty());

  private final MethodEdition edition;
  private final List<RowResult> rows;
  private final Map<String, TotalResult> totals;
  private final ProductionValues production;

  Indicators(
      MethodEdition edition,
      List<RowResult> rows,
      Map<String, TotalResult> totals,
      ProductionValues production) {
    this.edition = edition;
    this.rows = rows;
    this.totals = totals;
    this.production = production;
  }

  List<IndicatorResult> all() {
    var results = new ArrayList<>(of(whole(), rows, values(totals)));
    for (ProductionValues.Values values : facilities()) {
      List<RowResult> own = rowsOf(values.facility());
      results.addAll(of(values, own, totalsOf(own)));
    }
    return results;
  }

  /// Production of each facility; one that has rows and no production gives none.
  private List<ProductionValues.Values> facilities() {
    var all = new ArrayList<ProductionValues.Values>();
    var known = new TreeSet<String>();
    for (ProductionValues.Values values : production.all()) {
      if (!values.facility().isEmpty()) {
        all.add(values);
        known.add(values.facility());
      }
    }
    var others = new TreeSet<String>();
    rows.forEach(row -> row.label("facility").ifPresent(others::add));
    others.removeAll(known);
    others.remove(ProductionInput.WHOLE);
    others.forEach(facility -> all.add(nothing(facility)));
    return all;
  }

  private static ProductionValues.Values nothing(String facility) {
    return new ProductionValues.Values(facility, Map.of(), Map.of(), Map.of(), Map.of());
  }

  List<IntensityResult> intensities() {
    var results = new ArrayList<IntensityResult>();
    for (ProductionValues.Values values : production.all()) {
      Map<String, Quantity> of =
          values.facility().isEmpty() ? values(totals) : totalsOf(rowsOf(values.facility()));
      for (Intensity intensity : edition.intensities()) {
        Quantity numerator = of.get(intensity.total());
        if (numerator != null) {
          values
              .products()
              .forEach((product, output) ->
                  intensity(intensity, product, values.facility(), numerator, output)
                      .ifPresent(results::add));
        }
      }
    }
    return results;
  }

  private static Optional<IntensityResult> intensity(
      Intensity intensity, String product, String facility, Quantity numerator, Quantity output) {
    if (output.value().isZero()) {
      return Optional.empty();
    }
    String name =
        intensity
            .caseName()
            .map(pattern -> pattern.replace("{product}", product))
            .orElse(intensity.total() + "/" + product);
    return Optional.of(
        new IntensityResult(
            intensity.total(),
            product,
            facility,
            numerator,
            output,
            numerator.dividedBy(output),
            name));
  }

  private ProductionValues.Values whole() {
    return production.all().stream()
        .filter(values -> values.facility().isEmpty())
        .findFirst()
        .orElse(nothing(ProductionInput.WHOLE));
  }

  private List<RowResult> rowsOf(String facility) {
    return rows.stream()
        .filter(row -> row.label("facility").filter(facility::equals).isPresent())
        .toList();
  }

  private Map<String, Quantity> totalsOf(List<RowResult> own) {
    return values(
        Sums.totals(edition, Sums.bySource(edition, own), Inventory.sourcesWithRows(rows)));
  }

  private static Map<String, Quantity> values(Map<String, TotalResult> totals) {
    var values = new LinkedHashMap<String, Quantity>();
    totals.forEach((key, total) -> values.put(key, total.value()));
    return values;
  }

  /// The indicators of one facility, or of the whole, each using those before it.
  private List<IndicatorResult> of(
      ProductionValues.Values values, List<RowResult> own, Map<String, Quantity> sums) {
    var known = new LinkedHashMap<String, Quantity>(sums);
    known.putAll(values.quantities());
    var results = new ArrayList<IndicatorResult>();
    for (Indicator indicator : edition.indicators()) {
      if (!values.facility().isEmpty() && !indicator.perFacility()) {
        continue;
      }
      result(indicator, values, own, known)
          .ifPresent(result -> {
            results.add(result);
            known.put(indicator.key(), result.value());
          });
    }
    return results;
  }

  private Optional<IndicatorResult> result(
      Indicator indicator,
      ProductionValues.Values values,
      List<RowResult> own,
      Map<String, Quantity> known) {
    if (!known.keySet().containsAll(indicator.needs())) {
      return Optional.empty();
    }
    Optional<Indicator.Way> way =
        indicator.ways().stream().filter(w -> applies(w, values)).findFirst();
    if (way.isEmpty()) {
      return Optional.empty();
    }
    Compiled formula = way.get().formula().in(ONLY);
    Inputs inputs = formula.inputs();
    List<IndicatorResult.Member> members = members(indicator, values, own);
    if (indicator.over().isPresent() && members.isEmpty()) {
      return Optional.empty();
    }
    setMembers(formula, inputs, members);
    var parts = new LinkedHashMap<String, Quantity>();
    for (String name : formula.symbols()) {
      Optional<Quantity> value = known(name, known);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      inputs.set(name, value.get());
      parts.put(name, value.get());
    }
    return formula
        .evaluate(inputs)
        .find()
        .map(value ->
            new IndicatorResult(
                indicator.key(),
                indicator.name(),
                values.facility(),
                value,
                way.get().id(),
                indicator.caseName(),
                indicator.result(),
                formula,
                inputs,
                parts,
                members));
  }

  private Optional<Quantity> known(String name, Map<String, Quantity> known) {
    Quantity value = known.get(name);
    if (value != null) {
      return Optional.of(value);
    }
    return Optional.ofNullable(edition.production().inputs().get(name))
        .filter(input -> input.absentIsZero())
        .map(input -> new Quantity(Rational.ZERO, input.unit(ONLY)));
  }

  private static boolean applies(Indicator.Way way, ProductionValues.Values values) {
    boolean leads = way.lead().map(values.quantities()::containsKey).orElse(true);
    boolean absent =
        way.absentOrZero()
            .map(name -> values.quantities().get(name))
            .map(quantity -> quantity.value().isZero())
            .orElse(true);
    return leads
        && absent
        && way.label().entrySet().stream()
            .allMatch(label -> label.getValue().equals(values.labels().get(label.getKey())));
  }

  private static void setMembers(
      Compiled formula, Inputs inputs, List<IndicatorResult.Member> members) {
    for (int number = 1; number <= members.size(); number++) {
      Map<String, Quantity> values = members.get(number - 1).values();
      String index = String.valueOf(number);
      formula
          .families()
          .forEach(family ->
              inputs.setMember(family, index, Objects.requireNonNull(values.get(family))));
    }
  }

  /// What an indicator sums over; nothing when it sums over nothing, or over less than it should.
  private List<IndicatorResult.Member> members(
      Indicator indicator, ProductionValues.Values values, List<RowResult> own) {
    if (indicator.over().isEmpty()) {
      return List.of();
    }
    Indicator.Over over = indicator.over().get();
    List<IndicatorResult.Member> all =
        switch (over.kind()) {
          case SERIES -> series(over, values);
          case FACILITIES -> ofFacilities(over);
          case ROWS -> figures(over, own);
        };
    return over.first() ? all.subList(0, Math.min(1, all.size())) : all;
  }

  private static List<IndicatorResult.Member> series(
      Indicator.Over over, ProductionValues.Values values) {
    return values.series().getOrDefault(over.source(), List.of()).stream()
        .filter(day -> day.keySet().containsAll(over.figures()))
        .map(day -> new IndicatorResult.Member(Optional.empty(), values.facility(), day))
        .toList();
  }

  private List<IndicatorResult.Member> ofFacilities(Indicator.Over over) {
    return production.all().stream()
        .filter(values -> !values.facility().isEmpty())
        .filter(values -> values.quantities().keySet().containsAll(over.figures()))
        .map(values ->
            new IndicatorResult.Member(
                Optional.empty(), values.facility(), only(over.figures(), values.quantities())))
        .toList();
  }

  private static Map<String, Quantity> only(List<String> keys, Map<String, Quantity> all) {
    var some = new LinkedHashMap<String, Quantity>();
    keys.forEach(key -> some.put(key, Objects.requireNonNull(all.get(key))));
    return some;
  }

  private List<IndicatorResult.Member> figures(Indicator.Over over, List<RowResult> own) {
    List<RowFigure> wanted =
        edition.source(over.source()).figures().stream()
            .filter(figure -> over.figures().contains(figure.key()))
            .toList();
    var all = new ArrayList<IndicatorResult.Member>();
    for (RowResult row : own) {
      if (!row.source().equals(over.source()) || !wanted.stream().allMatch(row::asks)) {
        continue;
      }
      var figures = new LinkedHashMap<String, Quantity>();
      over.figures().forEach(key -> row.figure(key).ifPresent(value -> figures.put(key, value)));
      if (figures.size() == over.figures().size()) {
        all.add(
            new IndicatorResult.Member(
                Optional.of(row), row.label("facility").orElse(ProductionInput.WHOLE), figures));
      } else if (over.every()) {
        return List.of();
      }
    }
    return all;
  }
}
