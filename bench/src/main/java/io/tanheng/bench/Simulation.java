package io.tanheng.bench;

import io.tanheng.accounting.Accounting;
import io.tanheng.accounting.AccountingInput;
import io.tanheng.accounting.Distribution;
import io.tanheng.accounting.FactorChoice;
import io.tanheng.accounting.InputRow;
import io.tanheng.accounting.Inventory;
import io.tanheng.accounting.Outcome;
import io.tanheng.accounting.Uncertainty;
import io.tanheng.accounting.UncertaintyPlan;
import io.tanheng.standard.Standards;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;

/// Monte Carlo of the sample works, 288 rows: the engine, which evaluates the parsed formulas of
/// the method over blocks of trials, beside a straight loop in `double` with the formulas written
/// out by hand. Both draw the same errors: one per item and kind of value.
final class Simulation {

  private static final int TRIALS = 1_000_000;
  private static final int ROUNDS = 3;
  private static final Map<String, Double> PERCENT = percents();

  private final AccountingInput input = PlantYear.STEEL.input();
  private final Inventory inventory =
      ((Outcome.Calculated)
              Accounting.run(
                  Standards.packaged().edition("gbt-32151-5@2015").require(),
                  FactorChoice.DEFAULT,
                  input))
          .inventory();

  private static Map<String, Double> percents() {
    var all = new LinkedHashMap<String, Double>();
    List.of("Q_in", "FC", "P", "M", "AD", "Q_sold").forEach(amount -> all.put(amount, 1.0));
    all.put("NCV", 1.5);
    all.put("CC", 2.0);
    all.put("OF", 1.0);
    all.put("EF", 5.0);
    all.put("w_C", 2.0);
    return all;
  }

  /// The table of `docs/performance.md`.
  List<String> table() throws Exception {
    Measured engine = measured(this::engine);
    Measured one;
    try (var alone = new ForkJoinPool(1)) {
      one = measured(() -> alone.submit(this::engine).get());
    }
    Measured loop = measured(new StraightLoop()::run);
    double off = Math.abs(engine.spread().deviation() / loop.spread().deviation() - 1);
    if (off > 0.01) {
      throw new IllegalStateException("standard deviations differ by " + off);
    }
    var lines = new ArrayList<String>();
    lines.add(
        String.format(
            Locale.ROOT,
            "mean %.1f and %.1f t, standard deviation %.1f and %.1f t",
            engine.spread().mean(),
            loop.spread().mean(),
            engine.spread().deviation(),
            loop.spread().deviation()));
    lines.add(
        "| STEEL, 288 rows, %,d trials | seconds | time against the loop |".formatted(TRIALS));
    lines.add("|---|---:|---:|");
    lines.add(line("engine, all processors", engine, loop));
    lines.add(line("engine, one thread", one, loop));
    lines.add(line("straight loop in double, one thread", loop, loop));
    return lines;
  }

  private static String line(String name, Measured measured, Measured loop) {
    return String.format(
        Locale.ROOT,
        "| %s | %.2f | %.2f |",
        name,
        measured.seconds(),
        measured.seconds() / loop.seconds());
  }

  /// What the trials gave.
  private record Spread(double mean, double deviation) {}

  private record Measured(double seconds, Spread spread) {}

  private interface Run {
    Spread run() throws Exception;
  }

  /// The best of several rounds.
  private static Measured measured(Run run) throws Exception {
    double best = Double.MAX_VALUE;
    var spread = new Spread(0, 0);
    for (int round = 0; round < ROUNDS; round++) {
      long before = System.nanoTime();
      spread = run.run();
      best = Math.min(best, (System.nanoTime() - before) / 1e9);
    }
    return new Measured(best, spread);
  }

  private Spread engine() {
    var rules = new ArrayList<UncertaintyPlan.Rule>();
    PERCENT.forEach((symbol, percent) ->
        rules.add(
            new UncertaintyPlan.Rule(
                symbol,
                Optional.empty(),
                Optional.empty(),
                Optional.of(symbol),
                Optional.empty(),
                Distribution.Shape.NORMAL,
                percent,
                UncertaintyPlan.Shared.ITEM,
                "made up")));
    var simulated =
        Uncertainty.of(inventory, new UncertaintyPlan(rules, List.of()), "total", TRIALS, 1)
            .simulated();
    return new Spread(simulated.mean(), simulated.deviation());
  }

  /// What one would write for this one plant.
  private final class StraightLoop {

    private final List<PlainRow> rows = PlainRow.of(input);
    private final double[][] numbers = new double[rows.size()][];
    private final int[][] errors = new int[rows.size()][];
    private final int[] signs = new int[rows.size()];
    private final List<Double> deviations = new ArrayList<>();

    StraightLoop() {
      var known = new LinkedHashMap<String, Integer>();
      int at = 0;
      for (Map.Entry<String, List<InputRow>> source : input.rows().entrySet()) {
        for (InputRow row : source.getValue()) {
          PlainRow plain = rows.get(at);
          String item = source.getKey() + "|" + row.label("item").orElse("") + "|";
          numbers[at] =
              new double[] {
                plain.in().doubleValue(),
                plain.open().doubleValue()
                    - plain.close().doubleValue()
                    - plain.other().doubleValue()
                    - plain.out().doubleValue(),
                plain.heat().doubleValue(),
                plain.carbon().doubleValue(),
                plain.oxidation().doubleValue(),
                plain.factor().doubleValue()
              };
          errors[at] =
              new int[] {
                error(known, item, amount(row)),
                error(known, item, "NCV"),
                error(known, item, plain.kind() == PlainRow.Kind.CARBON ? "w_C" : "CC"),
                error(known, item, "OF"),
                error(known, item, "EF")
              };
          boolean minus =
              source.getKey().equals("fixed-carbon") || source.getKey().startsWith("exported");
          signs[at] = minus ? -1 : 1;
          at++;
        }
      }
    }

    private static String amount(InputRow row) {
      return PERCENT.keySet().stream()
          .limit(6)
          .filter(row.quantities()::containsKey)
          .findFirst()
          .orElseThrow();
    }

    private int error(Map<String, Integer> known, String item, String symbol) {
      return known.computeIfAbsent(
          item + symbol,
          _ -> {
            deviations.add(PERCENT.getOrDefault(symbol, 0.0) / 196);
            return deviations.size() - 1;
          });
    }

    Spread run() {
      var random = new SplittableRandom(1);
      double[] factors = new double[deviations.size()];
      double[] deviation = deviations.stream().mapToDouble(Double::doubleValue).toArray();
      double shift = 0;
      double sum = 0;
      double squares = 0;
      for (int trial = 0; trial < TRIALS; trial++) {
        for (int e = 0; e < factors.length; e++) {
          factors[e] = 1 + deviation[e] * random.nextGaussian();
        }
        double total = total(factors);
        shift = trial == 0 ? total : shift;
        sum += total - shift;
        squares += (total - shift) * (total - shift);
      }
      double mean = sum / TRIALS;
      return new Spread(shift + mean, Math.sqrt((squares - TRIALS * mean * mean) / (TRIALS - 1)));
    }

    private double total(double[] factors) {
      double total = 0;
      for (int r = 0; r < signs.length; r++) {
        double[] n = numbers[r];
        int[] e = errors[r];
        double amount = n[0] * factors[e[0]] + n[1];
        double emission =
            switch (rows.get(r).kind()) {
              case COMBUSTION ->
                  amount
                      * n[2]
                      * factors[e[1]]
                      * n[3]
                      * factors[e[2]]
                      * Math.min(1, n[4] * factors[e[3]])
                      * 44
                      / 12;
              case CARBON -> amount * n[3] * factors[e[2]] * 44 / 12;
              case FACTOR -> amount * n[5] * factors[e[4]];
            };
        total += signs[r] * emission;
      }
      return total;
    }
  }
}
