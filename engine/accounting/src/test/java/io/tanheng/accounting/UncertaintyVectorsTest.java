package io.tanheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.units.SourcePosition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The closed forms, and Monte Carlo against the exact distributions, within the tolerance of each
/// case.
class UncertaintyVectorsTest {

  private static final int TRIALS = 400_000;

  @TestFactory
  Stream<DynamicTest> every_case_is_met_within_its_tolerance() throws IOException {
    try (InputStream in = UncertaintyVectorsTest.class.getResourceAsStream("uncertainty.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return ((Json.JsonArray) Json.read("uncertainty.json", text).require())
          .items().stream()
              .map(item -> ((Json.JsonObject) item).members())
              .map(c -> DynamicTest.dynamicTest(text(c.get("case")), () -> check(c)))
              .toList()
              .stream();
    }
  }

  private static void check(Map<String, Json> members) {
    var in = new Numbers(members(members.get("inputs")));
    Map<String, Object> found = found(text(members.get("method")), in);
    double absolute = Double.parseDouble(text(members.get("absolute")));
    Json relative = members.get("relative");

    members(members.get("expected"))
        .forEach((key, expected) -> {
          double of =
              Double.parseDouble(
                  text(relative instanceof Json.JsonObject r ? r.members().get(key) : relative));
          same(key, found.get(key), expected, of, absolute);
        });
  }

  private static void same(
      String key, Object found, Json expected, double relative, double absolute) {
    switch (expected) {
      case Json.JsonWord _ -> assertThat(found).as(key).isEqualTo(Optional.empty());
      case Json.JsonArray(List<Json> items, SourcePosition _) -> {
        List<?> list = (List<?>) found;
        assertThat(list).as(key).hasSameSizeAs(items);
        for (int i = 0; i < items.size(); i++) {
          same(key + i, list.get(i), items.get(i), relative, absolute);
        }
      }
      case Json.JsonObject(Map<String, Json> entries, SourcePosition _) ->
          entries.forEach((name, value) ->
              same(key + "." + name, ((Map<?, ?>) found).get(name), value, relative, absolute));
      default -> {
        Object value = found instanceof Optional<?> optional ? optional.orElseThrow() : found;
        if (value instanceof Number number) {
          double wanted = Double.parseDouble(text(expected));
          double off = Math.abs(number.doubleValue() - wanted);
          assertThat(off)
              .as(key + " " + number + " for " + wanted)
              .isLessThanOrEqualTo(Math.max(absolute, relative * Math.abs(wanted)));
        } else {
          assertThat(value).as(key).hasToString(text(expected));
        }
      }
    }
  }

  private static Map<String, Object> found(String method, Numbers in) {
    return switch (method) {
      case "approach1-product" -> Map.of("U_percent", ErrorPropagation.product(in.list("U")));
      case "approach1-sum" -> combined(ErrorPropagation.sum(in.terms("U")));
      case "approach1-sum-shared-factor" ->
          combined(
              ErrorPropagation.sumWithSharedFactor(in.terms("U_AD"), in.number("U_EF_shared")));
      case "approach1-sum-correlated" ->
          combined(ErrorPropagation.correlatedSum(in.terms("U"), in.matrix("rho")));
      case "approach1-ipcc-table" -> table(in);
      case "approach1-asymmetric" -> {
        var sides =
            ErrorPropagation.asymmetricProduct(
                in.objects("factors").stream()
                    .map(f -> new ErrorPropagation.Sides(f.number("lower"), f.number("upper")))
                    .toList());
        yield Map.of("lower_percent", sides.lower(), "upper_percent", sides.upper());
      }
      case "approach1-lognormal-limits" -> {
        var limits = ErrorPropagation.lognormalLimits(in.number("mean"), in.number("U"));
        yield Map.of(
            "ln_mu_g", limits.logMean(),
            "ln_sigma_g", limits.logDeviation(),
            "lower_percent", limits.limits().lower(),
            "upper_percent", limits.limits().upper());
      }
      case "statistics-mean" -> {
        var mean = ErrorPropagation.sampleMean(in.list("sample"), in.number("confidence"));
        yield Map.of(
            "n", mean.count(),
            "mean", mean.mean(),
            "s", mean.deviation(),
            "t", mean.student(),
            "U_absolute", mean.half(),
            "U_percent", mean.percent());
      }
      case "type-b-rectangular" -> {
        var meter = ErrorPropagation.instrument(in.number("mpe_percent"), in.number("k"));
        yield Map.of(
            "u_percent", meter.standardPercent(),
            "U_percent", meter.percent(),
            "half_width95_percent", meter.rectanglePercent());
      }
      case "type-b-chain" ->
          Map.of("class_percent", ErrorPropagation.chain(in.list("classes_percent")));
      case "ghgp-pedigree" -> {
        var pedigree = ErrorPropagation.pedigree(in.list("factors"), in.number("value"));
        yield Map.of(
            "sd_g95", pedigree.spread(), "lower", pedigree.lower(), "upper", pedigree.upper());
      }
      case "ghgp-ranking" ->
          Map.of(
              "rank",
              in.list("U").stream()
                  .map(ErrorPropagation.Grade::of)
                  .map(grade ->
                      grade.name().charAt(0)
                          + grade.name().substring(1).toLowerCase(java.util.Locale.ROOT))
                  .toList());
      case "approach2-monte-carlo" -> simulated(in);
      default -> throw new IllegalArgumentException(method);
    };
  }

  private static Map<String, Object> combined(ErrorPropagation.Combined combined) {
    return Map.of(
        "total", combined.total(),
        "U_absolute", combined.half(),
        "U_percent", combined.percent());
  }

  private static Map<String, Object> table(Numbers in) {
    ErrorPropagation.Table table =
        ErrorPropagation.table(
            in.objects("categories").stream()
                .map(c ->
                    new ErrorPropagation.Category(
                        c.text("item"),
                        c.number("base_year"),
                        c.number("year_t"),
                        c.number("U_AD"),
                        c.number("U_EF"),
                        c.flag("AD_correlated_across_years", false),
                        c.flag("EF_correlated_across_years", true)))
                .toList());
    var rows = new ArrayList<Map<String, Object>>();
    for (ErrorPropagation.TableRow row : table.rows()) {
      rows.add(
          Map.of(
              "item", row.name(),
              "G", row.combined(),
              "H", row.contribution(),
              "I", row.sensitivityA(),
              "J", row.sensitivityB(),
              "K", row.trendByFactor(),
              "L", row.trendByActivity(),
              "M", row.trendVariance()));
    }
    var all = new HashMap<String, Object>();
    all.put("rows", rows);
    all.put("total_base", table.baseTotal());
    all.put("total_t", table.total());
    all.put("sum_H", table.contributions());
    all.put("U_total_percent", table.levelPercent());
    all.put("trend_percent", table.trendPercent());
    all.put("sum_M", table.trendVariances());
    all.put("U_trend_percentage_points", table.trendPoints());
    return all;
  }

  private static Map<String, Object> simulated(Numbers in) {
    var names = new ArrayList<String>();
    var distributions = new ArrayList<Distribution>();
    for (Numbers variable : in.objects("variables")) {
      names.add(variable.text("name"));
      distributions.add(variable.distribution());
    }
    List<List<Integer>> terms =
        Stream.of(in.text("expression").split("\\+"))
            .map(term -> Stream.of(term.split("\\*")).map(names::indexOf).toList())
            .toList();
    MonteCarlo.Estimate estimate =
        MonteCarlo.run(
            MonteCarlo.Variables.independent(distributions),
            () -> (draws, count, _, results) -> evaluate(terms, draws, count, results),
            TRIALS,
            20260701L);
    return Map.of(
        "mean", estimate.mean(),
        "sd", estimate.deviation(),
        "median", estimate.median(),
        "p2_5", estimate.low(),
        "p97_5", estimate.high());
  }

  private static void evaluate(
      List<List<Integer>> terms, double[][] draws, int count, double[] results) {
    for (int i = 0; i < count; i++) {
      double sum = 0;
      for (List<Integer> term : terms) {
        double product = 1;
        for (int variable : term) {
          product *= draws[variable][i];
        }
        sum += product;
      }
      results[i] = sum;
    }
  }

  private static Map<String, Json> members(Json json) {
    return ((Json.JsonObject) json).members();
  }

  private static String text(Json json) {
    return switch (json) {
      case Json.JsonText(String text, SourcePosition _) -> text;
      case Json.JsonWord(String word, SourcePosition _) -> word;
      default -> throw new IllegalArgumentException(json.toString());
    };
  }

  /// The inputs of a case.
  private record Numbers(Map<String, Json> members) {

    String text(String key) {
      return UncertaintyVectorsTest.text(members.get(key));
    }

    double number(String key) {
      return Double.parseDouble(text(key));
    }

    boolean flag(String key, boolean otherwise) {
      return members.containsKey(key) ? Boolean.parseBoolean(text(key)) : otherwise;
    }

    private List<Json> items(String key) {
      return ((Json.JsonArray) members.get(key)).items();
    }

    List<Double> list(String key) {
      return items(key).stream().map(UncertaintyVectorsTest::text).map(Double::valueOf).toList();
    }

    List<Numbers> objects(String key) {
      return items(key).stream().map(i -> new Numbers(UncertaintyVectorsTest.members(i))).toList();
    }

    List<ErrorPropagation.Term> terms(String percent) {
      return objects("items").stream()
          .map(i -> new ErrorPropagation.Term(i.number("x"), i.number(percent)))
          .toList();
    }

    double[][] matrix(String key) {
      return items(key).stream()
          .map(row ->
              ((Json.JsonArray) row)
                  .items().stream()
                      .mapToDouble(n -> Double.parseDouble(UncertaintyVectorsTest.text(n)))
                      .toArray())
          .toArray(double[][]::new);
    }

    Distribution distribution() {
      return switch (text("dist")) {
        case "normal" -> new Distribution.Normal(number("mean"), number("sd"));
        case "lognormal" -> new Distribution.Lognormal(number("mean"), number("cv"));
        case "uniform" -> new Distribution.Uniform(number("min"), number("max"));
        case "triangular" ->
            new Distribution.Triangular(number("min"), number("mode"), number("max"));
        default -> throw new IllegalArgumentException(text("dist"));
      };
    }
  }
}
