package io.tanheng.server.operate.evaluation;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.operate.inventory.InventoryId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A Monte Carlo estimate that was asked for, and what came of it.
record Estimate(
    EstimateId id,
    InventoryId run,
    int trials,
    int seed,
    Plan plan,
    AccountId by,
    Instant at,
    int done,
    State state,
    @Nullable Result result,
    @Nullable String failure) {

  /// Trials that can be asked for at once; 10⁶ of a plant-year take seconds.
  static final int FEWEST_TRIALS = 1000;

  static final int MOST_TRIALS = 1_000_000;

  /// How far it is.
  enum State {
    RUNNING,
    DONE,
    FAILED,
    /// The server that ran it stopped.
    INTERRUPTED
  }

  /// The uncertainties as they were when it was asked for.
  record Plan(List<PlannedInput> inputs, List<CorrelatedInputs> correlations) {
    Plan {
      inputs = List.copyOf(inputs);
      correlations = List.copyOf(correlations);
    }
  }

  /// An entry in one version.
  record PlannedInput(UUID id, int version, UncertainInput input) {}

  /// The estimate itself: numbers with six significant digits, in the unit of the total.
  record Result(
      String unit,
      String value,
      Interval propagated,
      Simulated simulated,
      List<OfSource> sources,
      List<Contribution> contributors) {}

  /// Error propagation: half the width of the 95 % interval.
  record Interval(String half, String percent, String grade) {}

  /// Monte Carlo: percentiles of the results.
  record Simulated(
      String mean,
      String deviation,
      String low,
      String median,
      String high,
      String lowPercent,
      String highPercent,
      Histogram histogram) {}

  /// Results between the 0.1th and the 99.9th percentile in equal bins; what lies outside is in the
  /// outer bins.
  record Histogram(String lower, String width, List<Integer> counts) {}

  record OfSource(String source, String value, Interval propagated) {}

  /// An error and its share of the variance in percent, as if errors were independent.
  record Contribution(
      UUID input, String source, String item, String symbol, String deviation, String share) {}
}
