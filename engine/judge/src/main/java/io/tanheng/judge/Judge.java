package io.tanheng.judge;

import io.tanheng.formula.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Entry point: judges whole inputs by one edition.
public final class Judge {

  private static final String CO2 = "mass of CO2";
  private static final String CO2E = "mass of CO2e";

  private final Sheet sheet;
  private final Map<String, Input> productionInputs = new LinkedHashMap<>();
  private final Map<String, Map<String, Input>> series = new LinkedHashMap<>();

  /// One line of activity data.
  public record Row(Map<String, Given> quantities, Map<String, String> labels) {}

  /// What was produced, at one facility or at the whole.
  ///
  /// @param facility empty for the whole
  public record Production(
      String facility,
      Map<String, Given> quantities,
      Map<String, Given> products,
      Map<String, String> labels,
      Map<String, List<Map<String, Given>>> series) {}

  /// What is to be judged.
  ///
  /// @param set the factor set, or the first of the edition
  /// @param replaced by the id of the factor it stands for
  public record Question(
      Optional<String> set,
      Map<String, Given> replaced,
      Map<String, List<Row>> rows,
      List<Production> production) {}

  record RowVerdict(
      String source,
      Map<String, String> labels,
      Amount result,
      Map<String, String> routes,
      String variant,
      Map<String, Amount> figures,
      Set<String> asked) {}

  /// A result of one facility, or of the whole.
  record Named(String key, String facility) {}

  record Verdict(
      List<RowVerdict> rows,
      Map<String, Amount> sources,
      Map<String, Amount> totals,
      Map<Named, Amount> indicators,
      Map<Named, Amount> intensities,
      Map<String, Map<String, Amount>> byMonth,
      Map<String, Map<String, Amount>> byFacility) {}

  private Judge(Sheet sheet) {
    this.sheet = sheet;
    Doc production = sheet.doc.doc("production");
    production.each("inputs").forEach((key, doc) -> productionInputs.put(key, plain(key, doc)));
    production
        .each("series")
        .forEach((name, block) -> {
          var all = new LinkedHashMap<String, Input>();
          block.map().keySet().forEach(key -> all.put(key, plain(key, block.doc(key))));
          series.put(name, all);
        });
  }

  private Input plain(String key, Doc doc) {
    return Input.of(key, doc.over(sheet.commonSymbol(key)), List.of());
  }

  /// The judge of one edition.
  ///
  /// @param files the text of a file of the standards, by its path
  public static Judge of(String edition, UnaryOperator<String> files) {
    return new Judge(new Sheet(edition, files));
  }

  Sheet sheet() {
    return sheet;
  }

  Map<String, Input> productionInputs() {
    return productionInputs;
  }

  Map<String, Map<String, Input>> series() {
    return series;
  }

  /// @throws Refusal when something in the input cannot be calculated
  Verdict judge(Question question) {
    var rows = new ArrayList<RowVerdict>();
    question
        .rows()
        .forEach((key, list) -> {
          Source source = sheet.sources.get(key);
          if (source == null) {
            throw new Refusal(key + " is no source");
          }
          for (Row row : list) {
            rows.add(
                new RowJudge(sheet, source, row, question.set(), question.replaced()).verdict());
          }
        });
    Set<String> present = new LinkedHashSet<>();
    rows.forEach(row -> present.add(row.source()));
    Map<String, Amount> sums = sums(rows);
    Map<String, Amount> totals = totals(sums, present);
    List<Values> production = question.production().stream().map(this::values).toList();
    var indicators = new LinkedHashMap<Named, Amount>();
    var intensities = new LinkedHashMap<Named, Amount>();
    Values whole =
        production.stream()
            .filter(values -> values.facility().isEmpty())
            .findFirst()
            .orElse(Values.nothing(""));
    indicate(whole, rows, totals, production, indicators);
    for (Values values : everywhere(production, rows)) {
      List<RowVerdict> own = of("facility", values.facility(), rows);
      indicate(values, own, totals(sums(own), present), production, indicators);
    }
    for (Values values : production) {
      boolean all = values.facility().isEmpty();
      List<RowVerdict> own = of("facility", values.facility(), rows);
      relate(values, all ? totals : totals(sums(own), present), intensities);
    }
    return new Verdict(
        rows,
        sums,
        totals,
        indicators,
        intensities,
        grouped("month", rows, present),
        grouped("facility", rows, present));
  }

  /// What each facility produced that has production or rows.
  private static List<Values> everywhere(List<Values> production, List<RowVerdict> rows) {
    var all = new ArrayList<Values>();
    var others = new TreeSet<String>();
    rows.forEach(row -> others.add(row.labels().getOrDefault("facility", "")));
    for (Values values : production) {
      if (!values.facility().isEmpty()) {
        all.add(values);
      }
      others.remove(values.facility());
    }
    others.remove("");
    others.forEach(facility -> all.add(Values.nothing(facility)));
    return all;
  }

  private static List<RowVerdict> of(String label, String value, List<RowVerdict> rows) {
    return rows.stream().filter(r -> r.labels().getOrDefault(label, "").equals(value)).toList();
  }

  private Map<String, Map<String, Amount>> grouped(
      String label, List<RowVerdict> rows, Set<String> present) {
    var all = new LinkedHashMap<String, Map<String, Amount>>();
    for (RowVerdict row : rows) {
      String value = row.labels().getOrDefault(label, "");
      all.computeIfAbsent(
          value,
          _ -> {
            Map<String, Amount> sums = sums(of(label, value, rows));
            var both = new LinkedHashMap<>(sums);
            totals(sums, present).forEach((key, total) -> both.put("total:" + key, total));
            return both;
          });
    }
    return all;
  }

  private static Map<String, Amount> sums(List<RowVerdict> rows) {
    var all = new LinkedHashMap<String, Amount>();
    rows.forEach(row -> all.merge(row.source(), row.result(), Amount::plus));
    return all;
  }

  private Map<String, Amount> totals(Map<String, Amount> sources, Set<String> present) {
    var known = new LinkedHashMap<>(sources);
    var totals = new LinkedHashMap<String, Amount>();
    for (Doc total : sheet.doc.docs("totals")) {
      String key = total.text("key");
      if (totals.containsKey(key) || !applies(total, present)) {
        continue;
      }
      Measure unit = Measure.of(total.text("unit"), "");
      Amount sum = Amount.of(Fraction.ZERO, unit);
      for (String term : total.texts("plus")) {
        sum = sum.plus(term(known.get(term), unit));
      }
      for (String term : total.texts("minus")) {
        sum = sum.plus(term(known.get(term), unit).negate());
      }
      known.put(key, sum);
      totals.put(key, sum);
    }
    return totals;
  }

  private static boolean applies(Doc total, Set<String> present) {
    return total.docs("when").stream()
        .allMatch(when ->
            when.has("any")
                ? when.texts("any").stream().anyMatch(present::contains)
                : when.texts("none").stream().noneMatch(present::contains));
  }

  /// CO2 counts in CO2e as it stands.
  private static Amount term(@Nullable Amount value, Measure unit) {
    if (value == null) {
      return Amount.of(Fraction.ZERO, unit);
    }
    boolean widened = value.kind().equals(Map.of(CO2, 1)) && unit.kind().equals(Map.of(CO2E, 1));
    return widened ? new Amount(value.number(), unit.kind(), false) : value;
  }

  /// Production in first units.
  private record Values(
      String facility,
      Map<String, Amount> quantities,
      Map<String, Amount> products,
      Map<String, String> labels,
      Map<String, List<Map<String, Amount>>> series) {

    static Values nothing(String facility) {
      return new Values(facility, Map.of(), Map.of(), Map.of(), Map.of());
    }
  }

  private Values values(Production production) {
    var products = new LinkedHashMap<String, Amount>();
    production
        .products()
        .forEach((product, output) -> {
          Doc wanted = sheet.doc.doc("production").doc("products");
          Measure own = Measure.of(output.unit(), "");
          if (!wanted.has("unit")
              || !own.kind().equals(Measure.of(wanted.text("unit"), "").kind())) {
            throw new Refusal("output of " + product);
          }
          products.put(product, Amount.of(output.value(), own));
        });
    var days = new LinkedHashMap<String, List<Map<String, Amount>>>();
    production
        .series()
        .forEach((name, list) -> {
          Map<String, Input> inputs = series.get(name);
          if (inputs == null) {
            throw new Refusal("no series " + name);
          }
          days.put(name, list.stream().map(day -> take(day, inputs)).toList());
        });
    return new Values(
        production.facility(),
        take(production.quantities(), productionInputs),
        products,
        production.labels(),
        days);
  }

  private static Map<String, Amount> take(Map<String, Given> given, Map<String, Input> inputs) {
    var all = new LinkedHashMap<String, Amount>();
    given.forEach((name, value) -> {
      Input input = inputs.get(name);
      if (input == null) {
        throw new Refusal(name + " is not asked for");
      }
      all.put(name, input.take(value, ""));
    });
    return all;
  }

  private void indicate(
      Values values,
      List<RowVerdict> rows,
      Map<String, Amount> totals,
      List<Values> production,
      Map<Named, Amount> indicators) {
    var known = new LinkedHashMap<>(totals);
    known.putAll(values.quantities());
    for (Doc indicator : sheet.doc.docs("indicators")) {
      boolean wanted =
          values.facility().isEmpty()
              || indicator.find("scope").filter("facility"::equals).isPresent();
      if (wanted && known.keySet().containsAll(indicator.texts("needs"))) {
        formula(indicator, values)
            .flatMap(text -> evaluate(indicator, text, known, values, production, rows))
            .ifPresent(value -> {
              known.put(indicator.text("key"), value);
              indicators.put(new Named(indicator.text("key"), values.facility()), value);
            });
      }
    }
  }

  private static Optional<String> formula(Doc indicator, Values values) {
    if (!indicator.has("routes")) {
      return indicator.find("formula");
    }
    return indicator.docs("routes").stream()
        .filter(route -> route.find("lead").map(values.quantities()::containsKey).orElse(true))
        .filter(route ->
            route
                .find("absentOrZero")
                .map(values.quantities()::get)
                .map(amount -> amount.number().isZero())
                .orElse(true))
        .filter(route ->
            route.pairs("label").entrySet().stream()
                .allMatch(e -> e.getValue().equals(values.labels().get(e.getKey()))))
        .findFirst()
        .map(route -> route.text("formula"));
  }

  private Optional<Amount> evaluate(
      Doc indicator,
      String text,
      Map<String, Amount> known,
      Values values,
      List<Values> production,
      List<RowVerdict> rows) {
    Expression expression = Source.parsed(text, "");
    var names = new LinkedHashMap<>(known);
    for (String name : expression.symbols()) {
      Input input = productionInputs.get(name);
      if (!names.containsKey(name) && input != null && input.absentIsZero()) {
        names.put(name, Amount.of(Fraction.ZERO, Measure.of(input.unit(), "")));
      }
    }
    List<Map<String, Amount>> members = members(indicator.doc("over"), values, production, rows);
    if (!names.keySet().containsAll(expression.symbols())
        || (indicator.has("over") && members.isEmpty())) {
      return Optional.empty();
    }
    Measure unit = Measure.of(indicator.text("unit"), "");
    try {
      Amount value =
          new Walk(name -> Objects.requireNonNull(names.get(name)), over(members))
              .of(expression.root(), "");
      return Optional.of(Amount.of(value.in(unit), unit));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static List<Map<String, Amount>> members(
      Doc over, Values values, List<Values> production, List<RowVerdict> rows) {
    List<String> figures = over.texts("figures");
    var all = new ArrayList<Map<String, Amount>>();
    if (over.flag("facilities")) {
      production.stream()
          .filter(facility -> !facility.facility().isEmpty())
          .forEach(facility -> all.add(facility.quantities()));
    } else if (over.has("series")) {
      all.addAll(values.series().getOrDefault(over.text("series"), List.of()));
    } else {
      for (RowVerdict row : rows) {
        if (row.source().equals(over.find("source").orElse(""))
            && row.asked().containsAll(figures)) {
          all.add(row.figures());
        }
      }
      if (over.flag("every") && !all.stream().allMatch(m -> m.keySet().containsAll(figures))) {
        return List.of();
      }
    }
    List<Map<String, Amount>> complete =
        all.stream().filter(member -> member.keySet().containsAll(figures)).toList();
    return over.flag("first") && complete.size() > 1 ? complete.subList(0, 1) : complete;
  }

  private static Walk.Members over(List<Map<String, Amount>> members) {
    return new Walk.Members() {
      @Override
      public Iterable<String> indexes() {
        var all = new ArrayList<String>();
        for (int i = 0; i < members.size(); i++) {
          all.add(String.valueOf(i));
        }
        return all;
      }

      @Override
      public Amount member(String family, String index) {
        return Objects.requireNonNull(members.get(Integer.parseInt(index)).get(family));
      }
    };
  }

  private void relate(Values values, Map<String, Amount> totals, Map<Named, Amount> intensities) {
    for (Doc intensity : sheet.doc.docs("intensities")) {
      Amount total = totals.get(intensity.text("total"));
      values
          .products()
          .forEach((product, output) -> {
            if (total != null && !output.number().isZero()) {
              intensities.put(
                  new Named(intensity.text("total") + "/" + product, values.facility()),
                  total.dividedBy(output));
            }
          });
    }
  }
}
