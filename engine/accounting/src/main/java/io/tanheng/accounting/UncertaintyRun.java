package io.tanheng.accounting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// One estimate of uncertainty: finds the errors, then evaluates the rows with them.
final class UncertaintyRun {

  private final Inventory inventory;
  private final UncertaintyPlan plan;
  private final String total;
  private final List<RowResult> rows;
  private final List<String> sources;
  private final double[] values;
  private final double[] signs;

  /// The errors in order, by their id.
  private final Map<String, Doubt> errors = new LinkedHashMap<>();

  /// For every row, which error each of its values has, or -1.
  private final List<int[]> errorsOfRows = new ArrayList<>();

  private record Doubt(
      int number,
      String id,
      UncertaintyPlan.Rule rule,
      String source,
      String item,
      String symbol,
      Distribution factor) {}

  UncertaintyRun(
      Inventory inventory, UncertaintyPlan plan, String total, Map<String, Integer> shares) {
    this.inventory = inventory;
    this.plan = plan;
    this.total = total;
    this.rows = inventory.rows();
    this.sources = List.copyOf(inventory.sources().keySet());
    this.values = new double[sources.size()];
    this.signs = new double[sources.size()];
    for (int s = 0; s < values.length; s++) {
      SourceResult source = source(s);
      values[s] = ColumnFormula.number(source.value().value());
      signs[s] = shares.getOrDefault(source.key(), 0);
    }
    rows.forEach(row -> errorsOfRows.add(errorsOf(row)));
  }

  private SourceResult source(int number) {
    return Objects.requireNonNull(inventory.sources().get(sources.get(number)));
  }

  private int[] errorsOf(RowResult row) {
    List<RowResult.Leaf> leaves = row.leaves();
    int[] numbers = new int[leaves.size()];
    for (int i = 0; i < numbers.length; i++) {
      RowResult.Leaf leaf = leaves.get(i);
      String item = row.label("item").orElse("");
      boolean fromTable = leaf.factor().isPresent();
      Optional<UncertaintyPlan.Rule> rule =
          leaf.value() == 0
              ? Optional.empty()
              : plan.rules().stream()
                  .filter(r -> r.percent() > 0)
                  .filter(r -> r.fits(row.source(), item, leaf.symbol(), fromTable))
                  .findFirst();
      numbers[i] = rule.map(r -> error(r, row, item, leaf).number()).orElse(-1);
    }
    return numbers;
  }

  private Doubt error(UncertaintyPlan.Rule rule, RowResult row, String item, RowResult.Leaf leaf) {
    String id =
        rule.id()
            + "|"
            + switch (rule.shared()) {
              case NONE -> row.source() + "|" + row.number() + "|" + leaf.symbol();
              case ITEM -> row.source() + "|" + item + "|" + leaf.symbol();
              case FACTOR -> leaf.factor().orElse(row.source() + "|" + item + "|" + leaf.symbol());
              case ALL -> "";
            };
    return errors.computeIfAbsent(
        id,
        key ->
            new Doubt(
                errors.size(),
                key,
                rule,
                row.source(),
                item,
                leaf.symbol(),
                rule.shape().around1(rule.percent())));
  }

  Uncertainty result(int trials, long seed, MonteCarlo.Progress progress) {
    List<Doubt> all = List.copyOf(errors.values());
    double[][] rho = correlation(all);
    List<Distribution> distributions = all.stream().map(Doubt::factor).toList();
    var variables =
        rho.length == 0
            ? MonteCarlo.Variables.independent(distributions)
            : MonteCarlo.Variables.correlated(distributions, rho);
    var moments = new double[MonteCarlo.blocks(trials)][2 * sources.size()];
    MonteCarlo.Estimate estimate =
        MonteCarlo.run(variables, () -> new PlantModel(moments), trials, seed, progress);
    double[][] moves = moves(all);
    double value = 0;
    for (int s = 0; s < values.length; s++) {
      value += signs[s] * values[s];
    }
    double[] ofTotal = new double[all.size()];
    for (int e = 0; e < ofTotal.length; e++) {
      for (int s = 0; s < signs.length; s++) {
        ofTotal[e] += signs[s] * moves[e][s];
      }
    }
    return new Uncertainty(
        total,
        value,
        Uncertainty.Propagated.of(value, deviation(ofTotal, rho)),
        estimate,
        bySource(moves, rho, moments, trials),
        contributors(all, ofTotal));
  }

  /// The coefficients between all errors, or nothing when all are independent.
  private double[][] correlation(List<Doubt> all) {
    if (plan.correlations().isEmpty()) {
      return new double[0][];
    }
    double[][] rho = new double[all.size()][all.size()];
    for (int i = 0; i < rho.length; i++) {
      for (int j = 0; j < rho.length; j++) {
        rho[i][j] = i == j ? 1 : coefficient(all.get(i).rule().id(), all.get(j).rule().id());
      }
    }
    return rho;
  }

  private double coefficient(String one, String other) {
    return plan.correlations().stream()
        .filter(c ->
            (c.rule().equals(one) && c.other().equals(other))
                || (c.rule().equals(other) && c.other().equals(one)))
        .mapToDouble(UncertaintyPlan.Correlation::coefficient)
        .findFirst()
        .orElse(0);
  }

  /// By how much one standard deviation of each error moves each source: half the difference
  /// between up and down, everything else at its mean.
  private double[][] moves(List<Doubt> all) {
    double[][] moves = new double[all.size()][sources.size()];
    var model = new PlantModel(new double[1][2 * sources.size()]);
    double[][] draws = new double[all.size()][MonteCarlo.BLOCK];
    for (int e = 0; e < draws.length; e++) {
      java.util.Arrays.fill(draws[e], 1);
    }
    for (int e = 0; e < draws.length; e++) {
      double deviation = all.get(e).factor().standardDeviation();
      draws[e][0] = 1 + deviation;
      draws[e][1] = 1 - deviation;
      double[][] sums = model.sums(draws, 2);
      for (int s = 0; s < sums.length; s++) {
        moves[e][s] = (sums[s][0] - sums[s][1]) / 2;
      }
      draws[e][0] = 1;
      draws[e][1] = 1;
    }
    return moves;
  }

  private static double deviation(double[] moves, double[][] rho) {
    double variance = 0;
    for (int i = 0; i < moves.length; i++) {
      if (rho.length == 0) {
        variance += moves[i] * moves[i];
      } else {
        for (int j = 0; j < moves.length; j++) {
          variance += rho[i][j] * moves[i] * moves[j];
        }
      }
    }
    return Math.sqrt(Math.max(0, variance));
  }

  private Map<String, Uncertainty.SourceUncertainty> bySource(
      double[][] moves, double[][] rho, double[][] moments, int trials) {
    var all = new LinkedHashMap<String, Uncertainty.SourceUncertainty>();
    for (int s = 0; s < values.length; s++) {
      double[] own = new double[moves.length];
      for (int e = 0; e < own.length; e++) {
        own[e] = moves[e][s];
      }
      double sum = 0;
      double squares = 0;
      for (double[] block : moments) {
        sum += block[2 * s];
        squares += block[2 * s + 1];
      }
      double shift = sum / trials;
      double variance = Math.max(0, (squares - trials * shift * shift) / (trials - 1));
      all.put(
          sources.get(s),
          new Uncertainty.SourceUncertainty(
              sources.get(s),
              source(s).name(),
              values[s],
              Uncertainty.Propagated.of(values[s], deviation(own, rho)),
              values[s] + shift,
              Math.sqrt(variance)));
    }
    return all;
  }

  private static List<Uncertainty.Contributor> contributors(List<Doubt> all, double[] moves) {
    double variance = deviation(moves, new double[0][]);
    var contributors = new ArrayList<Uncertainty.Contributor>();
    for (Doubt error : all) {
      double move = Math.abs(moves[error.number()]);
      contributors.add(
          new Uncertainty.Contributor(
              error.id(),
              error.rule().id(),
              error.source(),
              error.item(),
              error.symbol(),
              move,
              variance == 0 ? 0 : move * move / (variance * variance),
              error.rule().basis()));
    }
    contributors.sort(
        Comparator.comparingDouble(Uncertainty.Contributor::share)
            .reversed()
            .thenComparing(Uncertainty.Contributor::id));
    return List.copyOf(contributors);
  }

  /// The rows of the plant over a block of trials; one instance is used by one thread.
  private final class PlantModel implements MonteCarlo.Model {

    private final double[][] moments;
    private final IdentityHashMap<RowPlan, PlanColumns> plans = new IdentityHashMap<>();
    private final double[][] sums = new double[sources.size()][MonteCarlo.BLOCK];
    private final double[] declared = new double[MonteCarlo.BLOCK];
    private final int[] sourceOfRow = new int[rows.size()];
    private final List<List<RowResult.Leaf>> leaves = rows.stream().map(RowResult::leaves).toList();

    /// @param moments by block, for each source the sum and the sum of squares of what differs from
    ///   its value; added up in the order of blocks, whatever thread they come from
    PlantModel(double[][] moments) {
      this.moments = moments;
      for (int r = 0; r < sourceOfRow.length; r++) {
        sourceOfRow[r] = sources.indexOf(rows.get(r).source());
      }
    }

    @Override
    public void evaluate(double[][] draws, int count, int block, double[] results) {
      double[][] all = sums(draws, count);
      for (int i = 0; i < count; i++) {
        double result = 0;
        for (int s = 0; s < all.length; s++) {
          result += signs[s] * all[s][i];
        }
        results[i] = result;
      }
      for (int s = 0; s < all.length; s++) {
        for (int i = 0; i < count; i++) {
          double difference = all[s][i] - values[s];
          moments[block][2 * s] += difference;
          moments[block][2 * s + 1] += difference * difference;
        }
      }
    }

    /// The sum of each source, by trial.
    double[][] sums(double[][] draws, int count) {
      for (double[] sum : sums) {
        java.util.Arrays.fill(sum, 0, count, 0);
      }
      for (int r = 0; r < sourceOfRow.length; r++) {
        double[] result = row(r, draws, count);
        double[] sum = sums[sourceOfRow[r]];
        for (int i = 0; i < count; i++) {
          sum[i] += result[i];
        }
      }
      return sums;
    }

    private double[] row(int number, double[][] draws, int count) {
      RowResult row = rows.get(number);
      List<RowResult.Leaf> own = leaves.get(number);
      int[] errorsOfRow = errorsOfRows.get(number);
      Optional<RowPlan> plan = row.planUsed();
      if (plan.isEmpty()) {
        fill(own.getFirst(), errorsOfRow[0], draws, declared, count);
        return declared;
      }
      PlanColumns columns = plans.computeIfAbsent(plan.get(), PlanColumns::new);
      for (int i = 0; i < errorsOfRow.length; i++) {
        fill(own.get(i), errorsOfRow[i], draws, columns.values[i], count);
      }
      return columns.result(count);
    }

    /// The value with its error; one beyond a physical limit is set to the limit.
    private static void fill(
        RowResult.Leaf leaf, int error, double[][] draws, double[] column, int count) {
      double value = leaf.value();
      if (error < 0) {
        java.util.Arrays.fill(column, 0, count, value);
        return;
      }
      double[] factor = draws[error];
      double least = leaf.least();
      double most = leaf.most();
      for (int i = 0; i < count; i++) {
        column[i] = Math.max(least, Math.min(most, value * factor[i]));
      }
    }
  }

  /// The formulas of a plan with the columns of its values.
  private static final class PlanColumns {

    private final double[][] values;
    private final ColumnFormula[] steps;
    private final ColumnFormula result;
    private final int slots;

    PlanColumns(RowPlan plan) {
      this.slots = plan.slots.size();
      this.values = new double[plan.size()][MonteCarlo.BLOCK];
      this.steps =
          plan.steps.stream()
              .map(step -> new ColumnFormula(step.evaluation()))
              .toArray(ColumnFormula[]::new);
      this.result = new ColumnFormula(plan.result.orElseThrow());
    }

    double[] result(int count) {
      for (int i = 0; i < steps.length; i++) {
        values[slots + i] = steps[i].over(values, count);
      }
      return result.over(values, count);
    }
  }
}
