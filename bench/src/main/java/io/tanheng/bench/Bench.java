package io.tanheng.bench;

import io.tanheng.accounting.Accounting;
import io.tanheng.accounting.FactorChoice;
import io.tanheng.accounting.Inventory;
import io.tanheng.accounting.Outcome;
import io.tanheng.accounting.SourceResult;
import io.tanheng.standard.Standards;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Checks that all contenders agree, measures them in one run and prints the table of
/// `docs/performance.md`.
public final class Bench {

  private static final List<String> CONTENDERS =
      List.of("tanheng", "tanhengWithEveryTraceWritten", "handWritten", "spel", "poi");

  private Bench() {}

  public static void main(String[] args) throws Exception {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (List.of(args).contains("--monte-carlo")) {
      new Simulation().table().forEach(out::println);
      return;
    }
    for (PlantYear size : PlantYear.values()) {
      agree(size);
    }
    out.println("All contenders agree to 6 decimals (the spreadsheet to 12 digits).");
    if (List.of(args).contains("--processor-time")) {
      for (PlantYear size : PlantYear.values()) {
        out.println();
        new ProcessorTime(size).table().forEach(out::println);
      }
      return;
    }
    var options = new OptionsBuilder().include(Contenders.class.getName());
    Collection<RunResult> results = new Runner(options.build()).run();
    for (PlantYear size : PlantYear.values()) {
      out.println();
      table(size, results).forEach(out::println);
    }
  }

  /// Every contender gives the same sums, and the sample its expected ones.
  private static void agree(PlantYear size) {
    var input = size.input();
    var rows = PlainRow.of(input);
    int sources = input.rows().size();
    Inventory inventory =
        switch (Accounting.run(
            Standards.packaged().edition("gbt-32151-5@2015").require(),
            FactorChoice.DEFAULT,
            input)) {
          case Outcome.Calculated(Inventory calculated) -> calculated;
          case Outcome.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    BigDecimal[] hand = HandWritten.sums(rows, sources);
    BigDecimal[] spel = new SpelFormulas().sums(rows, sources);
    double[] sheet = new Sheet(rows, sources).evaluate();
    int at = 0;
    for (String source : input.rows().keySet()) {
      BigDecimal ours = sum(inventory, source);
      require(size, source, ours, rounded(hand[at]));
      require(size, source, ours, rounded(spel[at]));
      if (Math.abs(sheet[at] - ours.doubleValue()) > 1e-12 * Math.abs(ours.doubleValue()) + 1e-6) {
        throw new IllegalStateException(size + " " + source + ": spreadsheet " + sheet[at]);
      }
      if (size == PlantYear.STEEL) {
        require(
            size,
            source,
            ours,
            new BigDecimal(PlantYear.sample().expected().results().getOrDefault(source, "")));
      }
      at++;
    }
  }

  private static BigDecimal sum(Inventory inventory, String source) {
    SourceResult result = inventory.sources().get(source);
    if (result == null) {
      throw new IllegalStateException("no result for " + source);
    }
    return result.value().toDecimal(6, RoundingMode.HALF_UP);
  }

  private static BigDecimal rounded(BigDecimal value) {
    return value.setScale(6, RoundingMode.HALF_UP);
  }

  private static void require(PlantYear size, String source, BigDecimal ours, BigDecimal theirs) {
    if (ours.compareTo(theirs) != 0) {
      throw new IllegalStateException(size + " " + source + ": " + ours + " and " + theirs);
    }
  }

  private static List<String> table(PlantYear size, Collection<RunResult> results) {
    Map<String, Double> micros = new TreeMap<>();
    for (RunResult result : results) {
      if (result.getParams().getParam("size").equals(size.name())) {
        String benchmark = result.getParams().getBenchmark();
        micros.put(
            benchmark.substring(benchmark.lastIndexOf('.') + 1),
            result.getPrimaryResult().getScore());
      }
    }
    double engine = micros.getOrDefault("tanheng", Double.NaN);
    List<String> lines = new ArrayList<>();
    lines.add(
        "| %s, %,d rows | per plant-year | rows per second | time against the engine |"
            .formatted(size, size.rows()));
    lines.add("|---|---:|---:|---:|");
    for (String contender : CONTENDERS) {
      double time = micros.getOrDefault(contender, Double.NaN);
      lines.add(
          String.format(
              Locale.ROOT,
              "| %s | %,.2f ms | %,.0f | %.2f |",
              contender,
              time / 1_000,
              size.rows() / time * 1e6,
              time / engine));
    }
    return lines;
  }
}
