package io.tanheng.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.accounting.Accounting;
import io.tanheng.accounting.AccountingInput;
import io.tanheng.accounting.FactorChoice;
import io.tanheng.accounting.GroupResult;
import io.tanheng.accounting.InputRow;
import io.tanheng.accounting.InputValue;
import io.tanheng.accounting.Inventory;
import io.tanheng.accounting.Outcome;
import io.tanheng.accounting.ProductionInput;
import io.tanheng.accounting.RowId;
import io.tanheng.accounting.RowResult;
import io.tanheng.standard.Catalogue;
import io.tanheng.standard.EditionStatus;
import io.tanheng.standard.MethodEdition;
import io.tanheng.standard.Standards;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The engine and the judge agree on random inputs of every edition.
///
/// The seed is new in every run and printed; `-Dtanheng.seed=…` repeats one, with
/// `-Dtanheng.case=…` only one case of it.
class JudgeTest {

  private static final int CASES = Integer.getInteger("tanheng.cases", 107_500);
  private static final int WANTED = 100_000;
  private static final int SHARES = 400;

  private static final Map<String, Unit> UNITS = new ConcurrentHashMap<>();

  private final Catalogue catalogue = Standards.packaged();
  private final List<Bench> benches = benches();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final AtomicInteger agreed = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger rounded = new AtomicInteger();
  private final AtomicInteger figures = new AtomicInteger();

  /// One edition with its judge.
  private record Bench(MethodEdition edition, Judge judge) {}

  private List<Bench> benches() {
    var all = new ArrayList<Bench>();
    for (String id : catalogue.editionIds()) {
      MethodEdition edition = catalogue.edition(id).require();
      if (edition.status() != EditionStatus.TEXT_NOT_CONFIRMED) {
        all.add(new Bench(edition, Judge.of(id, path -> catalogue.text(path).orElseThrow())));
      }
    }
    return all;
  }

  @Test
  void engine_and_judge_agree_on_every_figure_of_random_inputs() {
    String wanted = System.getProperty("tanheng.seed", "");
    long seed = wanted.isEmpty() ? System.nanoTime() : Long.parseLong(wanted);
    Long only = Long.getLong("tanheng.case");

    List<String> disagreements =
        only != null
            ? differences(seed, only)
            : IntStream.range(0, SHARES)
                .parallel()
                .mapToObj(share -> share(seed, share))
                .flatMap(List::stream)
                .toList();

    System.out.printf(
        "engine and judge: seed %d, %d editions, %d cases with %d figures agree (%d of them to 6"
            + " decimals), both refuse %d%n",
        seed, benches.size(), agreed.get(), figures.get(), rounded.get(), refused.get());
    assertThat(disagreements).as("-Dtanheng.seed=" + seed).isEmpty();
    if (only == null && CASES >= WANTED) {
      assertThat(agreed.get()).isGreaterThanOrEqualTo(WANTED);
      assertThat(refused.get()).isPositive();
      Set<String> missing = new TreeSet<>(wantedCoverage());
      missing.removeAll(seen);
      assertThat(missing).as("never generated").isEmpty();
    }
  }

  @Test
  void a_figure_that_differs_in_the_last_digit_is_noticed() {
    var check = new Check();
    Unit tonnes = Units.standard().require("tCO2");

    check.same("last digit", Quantity.of("0.3333333333", tonnes), third());

    assertThat(check.flaws).hasSize(1);
  }

  @Test
  void a_factor_the_judge_does_not_know_of_is_noticed() {
    Bench bench =
        benches.stream()
            .filter(b -> b.edition().id().equals("common-factors@unified-2015"))
            .findFirst()
            .orElseThrow();
    var row =
        new Judge.Row(
            Map.of("FC", Given.of("1000", "t")), Map.of("fuel", "bituminous", "item", "boiler"));
    var question =
        new Judge.Question(
            Optional.empty(), Map.of(), Map.of("fossil-fuel-combustion", List.of(row)), List.of());
    Outcome outcome =
        Accounting.run(
            bench.edition(),
            new FactorChoice(
                Optional.empty(),
                Map.of(
                    "common/fuels/unified-2015#bituminous.OF",
                    new FactorChoice.Replacement(
                        quantity(Given.of("99.9", "%")), "report", "measured"))),
            input(question));
    var check = new Check();

    compare(((Outcome.Calculated) outcome).inventory(), bench.judge().judge(question), check);

    assertThat(check.flaws).isNotEmpty();
  }

  @Test
  void a_sum_whose_denominators_outgrow_the_engine_agrees_to_six_decimals() {
    Bench bench =
        benches.stream()
            .filter(b -> b.edition().id().equals("gbt-32151-5@2015"))
            .findFirst()
            .orElseThrow();
    var rows = new ArrayList<Judge.Row>();
    for (int i = 0; i < 60; i++) {
      rows.add(
          new Judge.Row(
              Map.of(
                  "FC", Given.of("1000." + i, "t"),
                  "C_ad", Given.of("60.1", "%"),
                  "M_ar", Given.of("8.3", "%"),
                  "M_ad", Given.of("1.000" + (7 + 2 * i), "%")),
              Map.of("fuel", "bituminous")));
    }
    var question =
        new Judge.Question(
            Optional.empty(), Map.of(), Map.of("fossil-fuel-combustion", rows), List.of());
    Outcome outcome = Accounting.run(bench.edition(), choice(question), input(question));
    var check = new Check();

    compare(((Outcome.Calculated) outcome).inventory(), bench.judge().judge(question), check);

    assertThat(check.flaws).isEmpty();
    assertThat(check.rounded).isPositive();
  }

  private static Amount third() {
    return Amount.of(Fraction.of("1/3"), Measure.of("tCO2", ""));
  }

  private List<String> share(long seed, int share) {
    var all = new ArrayList<String>();
    for (long number = share; number < CASES && all.size() < 3; number += SHARES) {
      all.addAll(differences(seed, number));
    }
    return all;
  }

  private List<String> differences(long seed, long number) {
    Bench bench = benches.get((int) (number % benches.size()));
    var check = new Check();
    Optional<Judge.Question> asked = Optional.empty();
    try {
      Judge.Question question =
          new QuestionMaker(bench.judge(), seed, number / benches.size()).question();
      asked = Optional.of(question);
      compare(bench, question, check);
    } catch (RuntimeException e) {
      check.flaws.add(e + " at " + List.of(e.getStackTrace()).subList(0, 4));
    }
    figures.addAndGet(check.figures);
    rounded.addAndGet(check.rounded);
    return check.flaws.isEmpty()
        ? List.of()
        : List.of(
            "case "
                + number
                + " "
                + bench.edition().id()
                + " "
                + check.flaws
                + "\n"
                + asked.orElse(null));
  }

  private void compare(Bench bench, Judge.Question question, Check check) {
    Outcome outcome = Accounting.run(bench.edition(), choice(question), input(question));
    Judge.Verdict verdict;
    try {
      verdict = bench.judge().judge(question);
    } catch (Refusal refusal) {
      if (outcome instanceof Outcome.Calculated) {
        check.flaws.add("calculated, the judge refuses: " + refusal.getMessage());
      } else {
        refused.incrementAndGet();
      }
      return;
    }
    switch (outcome) {
      case Outcome.Refused(var problems) ->
          check.flaws.add("refused: " + problems.stream().map(p -> p.text().en()).toList());
      case Outcome.Calculated(Inventory inventory) -> {
        compare(inventory, verdict, check);
        agreed.incrementAndGet();
        remember(bench, inventory, verdict);
      }
    }
  }

  private static void compare(Inventory inventory, Judge.Verdict verdict, Check check) {
    for (int i = 0; i < verdict.rows().size(); i++) {
      RowResult row = inventory.rows().get(i);
      Judge.RowVerdict own = verdict.rows().get(i);
      check.same("row " + i + " of " + own.source(), row.result(), own.result());
      check.equal("routes of row " + i, row.routes(), own.routes());
      var found = new LinkedHashMap<String, Quantity>();
      row.figures().forEach(figure -> found.put(figure.getKey().key(), figure.getValue()));
      check.all("figure of row " + i, found, own.figures());
    }
    var sources = new LinkedHashMap<String, Quantity>();
    inventory.sources().forEach((key, source) -> sources.put(key, source.value()));
    check.all("source", sources, verdict.sources());
    var totals = new LinkedHashMap<String, Quantity>();
    inventory.totals().forEach((key, total) -> totals.put(key, total.value()));
    check.all("total", totals, verdict.totals());
    var indicators = new LinkedHashMap<Judge.Named, Quantity>();
    inventory
        .indicators()
        .forEach(i -> indicators.put(new Judge.Named(i.key(), i.facility()), i.value()));
    check.all("indicator", indicators, verdict.indicators());
    var intensities = new LinkedHashMap<Judge.Named, Quantity>();
    inventory
        .intensities()
        .forEach(i -> intensities.put(new Judge.Named(i.key(), i.facility()), i.value()));
    check.all("intensity", intensities, verdict.intensities());
    groups("month", inventory, verdict.byMonth(), check);
    groups("facility", inventory, verdict.byFacility(), check);
  }

  private static void groups(
      String label, Inventory inventory, Map<String, Map<String, Amount>> own, Check check) {
    List<GroupResult> groups = inventory.groupedBy(label);
    check.equal(label, groups.stream().map(GroupResult::group).toList(), List.copyOf(own.keySet()));
    for (GroupResult group : groups) {
      var found = new LinkedHashMap<>(group.sources());
      group.totals().forEach((key, total) -> found.put("total:" + key, total));
      check.all(label + " " + group.group(), found, own.getOrDefault(group.group(), Map.of()));
    }
  }

  /// Compares figures and keeps what differs.
  private static final class Check {

    final List<String> flaws = new ArrayList<>();
    int figures;
    int rounded;

    <K> void all(String what, Map<K, Quantity> found, Map<K, Amount> own) {
      equal(what + " keys", found.keySet(), own.keySet());
      found.forEach((key, quantity) -> {
        Amount amount = own.get(key);
        if (amount != null) {
          same(what + " " + key, quantity, amount);
        }
      });
    }

    void equal(String what, Object found, Object own) {
      if (!found.equals(own)) {
        flaws.add(what + ": " + found + ", the judge says " + own);
      }
    }

    /// Exactly the same; where denominators grow beyond what the engine keeps (see [Rational]) the
    /// same to 6 decimals.
    void same(String what, Quantity found, Amount own) {
      figures++;
      Measure unit = Measure.of(found.unit().symbol(), "");
      Fraction engine = Fraction.of(found.value().toString());
      Fraction judge = own.in(unit);
      if (engine.isSameNumberAs(judge)) {
        return;
      }
      boolean mayBeCut = judge.widest() > Rational.MAX_DENOMINATOR_BITS / 2;
      if (mayBeCut && engine.rounded(6).equals(judge.rounded(6))) {
        rounded++;
      } else {
        flaws.add(what + ": " + found + ", the judge says " + judge);
      }
    }
  }

  // --- from the judge's words to the engine's ---------------------------------------------------

  private static FactorChoice choice(Judge.Question question) {
    var replaced = new LinkedHashMap<String, FactorChoice.Replacement>();
    question
        .replaced()
        .forEach((id, given) ->
            replaced.put(id, new FactorChoice.Replacement(quantity(given), "report", "measured")));
    return new FactorChoice(question.set(), replaced);
  }

  private static AccountingInput input(Judge.Question question) {
    var rows = new LinkedHashMap<String, List<InputRow>>();
    question
        .rows()
        .forEach((key, list) -> {
          var converted = new ArrayList<InputRow>();
          for (Judge.Row row : list) {
            var id = new RowId(key + ":" + converted.size());
            converted.add(new InputRow(id, values(row.quantities()), row.labels()));
          }
          rows.put(key, converted);
        });
    return new AccountingInput(
        rows, question.production().stream().map(JudgeTest::production).toList());
  }

  private static ProductionInput production(Judge.Production own) {
    var series = new LinkedHashMap<String, List<Map<String, InputValue>>>();
    own.series()
        .forEach((name, days) -> series.put(name, days.stream().map(JudgeTest::values).toList()));
    return new ProductionInput(
        own.facility(), values(own.quantities()), values(own.products()), own.labels(), series);
  }

  private static Map<String, InputValue> values(Map<String, Given> given) {
    var all = new LinkedHashMap<String, InputValue>();
    given.forEach((name, value) -> all.put(name, InputValue.of(quantity(value), "line")));
    return all;
  }

  private static Quantity quantity(Given given) {
    return new Quantity(
        Rational.of(given.value().toString()),
        UNITS.computeIfAbsent(given.unit(), Units.standard()::require));
  }

  // --- what was generated -----------------------------------------------------------------------

  private void remember(Bench bench, Inventory inventory, Judge.Verdict verdict) {
    String id = bench.edition().id();
    seen.add(id + " set " + inventory.factorSet().id());
    for (int i = 0; i < verdict.rows().size(); i++) {
      Judge.RowVerdict own = verdict.rows().get(i);
      RowResult row = inventory.rows().get(i);
      String place = id + " " + own.source();
      seen.add(place + " " + own.variant());
      own.routes()
          .forEach((s, route) -> seen.add(place + " " + own.variant() + " " + s + "=" + route));
      row.factors().forEach(used -> seen.add(place + " default " + used.symbol()));
      own.figures().keySet().forEach(figure -> seen.add(place + " figure " + figure));
      Source source = bench.judge().sheet().sources.get(own.source());
      source
          .labels
          .keySet()
          .forEach(label ->
              row.label(label).ifPresent(entry -> seen.add(place + " " + label + ":" + entry)));
    }
    inventory.totals().keySet().forEach(key -> seen.add(id + " total " + key));
    inventory.indicators().forEach(i -> seen.add(id + " indicator " + i.key() + " by " + i.way()));
    inventory.intensities().forEach(i -> seen.add(id + " intensity " + i.total()));
  }

  private Set<String> wantedCoverage() {
    var all = new TreeSet<String>();
    for (Bench bench : benches) {
      String id = bench.edition().id();
      Sheet sheet = bench.judge().sheet();
      sheet.factorSets().forEach(set -> all.add(id + " set " + set));
      sheet.sources.values().forEach(source -> all.addAll(coverage(id, source)));
      sheet.doc.docs("totals").forEach(total -> all.add(id + " total " + total.text("key")));
      for (Doc indicator : sheet.doc.docs("indicators")) {
        String key = id + " indicator " + indicator.text("key") + " by ";
        List<Doc> ways = indicator.docs("routes");
        if (ways.isEmpty()) {
          all.add(key + "formula");
        }
        ways.forEach(way -> all.add(key + way.text("id")));
      }
      sheet
          .doc
          .docs("intensities")
          .forEach(intensity -> all.add(id + " intensity " + intensity.text("total")));
    }
    return all;
  }

  private static Set<String> coverage(String edition, Source source) {
    var all = new TreeSet<String>();
    String place = edition + " " + source.key;
    if (Measure.of(source.unit, "").kind().keySet().stream().anyMatch(k -> k.contains("CO2"))) {
      all.add(place + " declared");
    }
    if (source.formula.isEmpty()) {
      return all;
    }
    for (Source.Variant variant : source.variants()) {
      all.add(place + " " + variant.id());
      for (Source.Symbol symbol : source.symbols.values()) {
        symbol.routes().stream()
            .filter(route -> route.appliesTo(variant))
            .forEach(route ->
                all.add(place + " " + variant.id() + " " + symbol.key() + "=" + route.id()));
      }
    }
    source.inputs.values().stream()
        .filter(input -> !input.defaults().isEmpty())
        .forEach(input -> all.add(place + " default " + input.key()));
    source.figures.forEach(figure -> all.add(place + " figure " + figure.text("key")));
    for (Source.Label label : source.labels.values()) {
      source
          .entriesOf(label)
          .forEach((entry, row) -> {
            if (!label.sameKind() || row.has("U")) {
              all.add(place + " " + label.key() + ":" + entry);
            }
          });
    }
    return all;
  }
}
