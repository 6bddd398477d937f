package io.tanheng.accounting;

import io.tanheng.units.Text;
import java.util.List;
import java.util.Map;

/// How uncertain an inventory is (不确定度), by error propagation and by Monte Carlo over the same rows
/// and formulas. Entry point: [#of].
///
/// Everything is an estimate in `double` and tonnes; no figure of an inventory comes from here.
///
/// @param total key of the total, or name of the sum
/// @param value the total itself
/// @param propagated by approach 1
/// @param simulated by approach 2
/// @param sources the same by source
/// @param contributors what the uncertainty comes from, the largest first
public record Uncertainty(
    String total,
    double value,
    Propagated propagated,
    MonteCarlo.Estimate simulated,
    Map<String, SourceUncertainty> sources,
    List<Contributor> contributors) {

  /// The result of approach 1.
  ///
  /// @param half half the width of the 95 % interval
  /// @param percent of the value; 0 when the value is 0
  public record Propagated(double half, double percent, ErrorPropagation.Grade grade) {

    static Propagated of(double value, double deviation) {
      double half = Distribution.NORMAL_95 * deviation;
      double percent = value == 0 ? 0 : half / Math.abs(value) * 100;
      return new Propagated(half, percent, ErrorPropagation.Grade.of(percent));
    }
  }

  /// The uncertainty of one source.
  ///
  /// @param mean of the trials
  /// @param deviation of the trials
  public record SourceUncertainty(
      String key, Text name, double value, Propagated propagated, double mean, double deviation) {}

  /// An error that several values may share.
  ///
  /// @param id rule, source, item and symbol it belongs to
  /// @param deviation by which one standard deviation of it moves the total
  /// @param share of the variance, from 0 to 1, as if the errors were independent
  public record Contributor(
      String id,
      String rule,
      String source,
      String item,
      String symbol,
      double deviation,
      double share,
      String basis) {}

  /// Estimates the uncertainty of one total of an inventory.
  ///
  /// @param total key of a total of the inventory
  /// @param trials at least 1,000; 200,000 and more for figures that are reported
  public static Uncertainty of(
      Inventory inventory, UncertaintyPlan plan, String total, int trials, long seed) {
    return of(inventory, plan, total, trials, seed, MonteCarlo.Progress.NOBODY);
  }

  /// The same, telling how many trials are done.
  public static Uncertainty of(
      Inventory inventory,
      UncertaintyPlan plan,
      String total,
      int trials,
      long seed,
      MonteCarlo.Progress progress) {
    if (!inventory.totals().containsKey(total)) {
      throw new IllegalArgumentException("no total " + total);
    }
    Map<String, Integer> signs = Sums.shares(inventory.totals(), total);
    return new UncertaintyRun(inventory, plan, total, signs).result(trials, seed, progress);
  }

  /// Estimates the uncertainty of a sum of sources, such as a category of a view.
  ///
  /// @param name of the sum
  /// @param signs 1 or -1 by source; a source without one is no part of the sum
  public static Uncertainty ofSources(
      Inventory inventory,
      UncertaintyPlan plan,
      String name,
      Map<String, Integer> signs,
      int trials,
      long seed) {
    return new UncertaintyRun(inventory, plan, name, signs)
        .result(trials, seed, MonteCarlo.Progress.NOBODY);
  }
}
