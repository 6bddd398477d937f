package io.tanheng.accounting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Approach 2, Monte Carlo (蒙特卡罗): draws the uncertain values many times and looks at the results.
///
/// Trials are drawn in blocks; each block has its own stream, split off the seed in order, so that
/// the result depends on the seed and the number of trials alone and not on the number of threads.
public final class MonteCarlo {

  /// Trials that are evaluated together.
  static final int BLOCK = 512;

  private static final int BINS = 60;

  private MonteCarlo() {}

  /// What is evaluated. One instance is used by one thread.
  public interface Model {

    /// Evaluates a block.
    ///
    /// @param draws by variable, then by trial
    /// @param count trials in this block
    /// @param block number of the block
    /// @param results to be filled, by trial
    void evaluate(double[][] draws, int count, int block, double[] results);
  }

  /// Makes a model for a thread.
  public interface Models {
    Model make();
  }

  /// Variables with their correlation.
  public static final class Variables {

    private final List<Distribution> distributions;

    /// Lower triangle of the Cholesky factor; empty when the variables are independent.
    private final double[][] correlation;

    private Variables(List<Distribution> distributions, double[][] correlation) {
      this.distributions = List.copyOf(distributions);
      this.correlation = correlation;
    }

    public static Variables independent(List<Distribution> distributions) {
      return new Variables(distributions, new double[0][]);
    }

    /// Variables with correlation coefficients, which become those of normal scores.
    ///
    /// @throws IllegalArgumentException when no variables can have these coefficients
    public static Variables correlated(List<Distribution> distributions, double[][] rho) {
      return new Variables(distributions, cholesky(rho));
    }
  }

  /// How often results fell into equal bins.
  ///
  /// @param lower left edge of the first bin
  /// @param width of a bin
  public record Histogram(double lower, double width, List<Integer> counts) {}

  /// What the trials give. Percentile p is the value at index floor(p·n) of the sorted results.
  ///
  /// @param deviation standard deviation, by n - 1
  public record Estimate(
      long trials,
      long seed,
      double mean,
      double deviation,
      double low,
      double median,
      double high,
      Histogram histogram) {

    /// From the mean down to the 2.5th percentile, in percent of the mean; negative.
    public double lowPercent() {
      return (low - mean) / Math.abs(mean) * 100;
    }

    public double highPercent() {
      return (high - mean) / Math.abs(mean) * 100;
    }

    /// Half the width of the 95 % interval in percent of the mean.
    public double percent() {
      return (high - low) / 2 / Math.abs(mean) * 100;
    }
  }

  /// Hears from any thread how many more trials are done.
  public interface Progress {
    Progress NOBODY = count -> {};

    void done(int count);
  }

  /// Runs `trials` trials.
  public static Estimate run(Variables variables, Models models, int trials, long seed) {
    return run(variables, models, trials, seed, Progress.NOBODY);
  }

  /// Runs `trials` trials and tells how far it is.
  public static Estimate run(
      Variables variables, Models models, int trials, long seed, Progress progress) {
    double[] results = new double[trials];
    int blocks = blocks(trials);
    List<SplittableRandom> streams = streams(seed, blocks);
    int workers = Math.min(blocks, Runtime.getRuntime().availableProcessors());
    IntStream.range(0, workers)
        .parallel()
        .forEach(worker -> {
          Model model = models.make();
          double[][] draws = new double[variables.distributions.size()][BLOCK];
          double[] out = new double[BLOCK];
          for (int block = worker; block < blocks; block += workers) {
            int from = block * BLOCK;
            int count = Math.min(BLOCK, trials - from);
            draw(variables, draws, count, streams.get(block));
            model.evaluate(draws, count, block, out);
            System.arraycopy(out, 0, results, from, count);
            progress.done(count);
          }
        });
    return estimate(results, seed);
  }

  private static List<SplittableRandom> streams(long seed, int blocks) {
    var root = new SplittableRandom(seed);
    var streams = new ArrayList<SplittableRandom>(blocks);
    for (int i = 0; i < blocks; i++) {
      streams.add(root.split());
    }
    return streams;
  }

  static int blocks(int trials) {
    return (trials + BLOCK - 1) / BLOCK;
  }

  private static void draw(
      Variables variables, double[][] draws, int count, SplittableRandom random) {
    List<Distribution> distributions = variables.distributions;
    double[][] factor = variables.correlation;
    if (factor.length == 0) {
      for (int v = 0; v < draws.length; v++) {
        Distribution distribution = distributions.get(v);
        double[] column = draws[v];
        for (int i = 0; i < count; i++) {
          column[i] = distribution.draw(random);
        }
      }
      return;
    }
    double[] scores = new double[draws.length];
    for (int i = 0; i < count; i++) {
      for (int v = 0; v < scores.length; v++) {
        scores[v] = random.nextGaussian();
      }
      for (int v = 0; v < scores.length; v++) {
        double score = 0;
        for (int w = 0; w <= v; w++) {
          score += factor[v][w] * scores[w];
        }
        draws[v][i] = distributions.get(v).atScore(score);
      }
    }
  }

  private static Estimate estimate(double[] results, long seed) {
    int count = results.length;
    double[] sorted = results.clone();
    Arrays.parallelSort(sorted);
    double shift = sorted[count / 2];
    double sum = 0;
    double squares = 0;
    for (double result : sorted) {
      double difference = result - shift;
      sum += difference;
      squares += difference * difference;
    }
    double mean = sum / count;
    double variance = Math.max(0, (squares - count * mean * mean) / (count - 1));
    return new Estimate(
        count,
        seed,
        shift + mean,
        Math.sqrt(variance),
        sorted[(int) Math.floor(0.025 * count)],
        sorted[(int) Math.floor(0.5 * count)],
        sorted[(int) Math.floor(0.975 * count)],
        histogram(sorted));
  }

  /// Bins between the 0.1th and the 99.9th percentile; what lies outside is in the outer bins.
  private static Histogram histogram(double[] sorted) {
    double lower = sorted[(int) Math.floor(0.001 * sorted.length)];
    double upper = sorted[Math.min(sorted.length - 1, (int) Math.floor(0.999 * sorted.length))];
    double width = (upper - lower) / BINS;
    int[] counts = new int[BINS];
    for (double value : sorted) {
      int bin = width > 0 ? (int) Math.floor((value - lower) / width) : 0;
      counts[Math.clamp(bin, 0, BINS - 1)]++;
    }
    var list = new ArrayList<Integer>();
    for (int c : counts) {
      list.add(c);
    }
    return new Histogram(lower, width, List.copyOf(list));
  }

  /// The lower triangle L with L·Lᵀ = rho; coefficients of ±1 are allowed.
  private static double[][] cholesky(double[][] rho) {
    int size = rho.length;
    double[][] lower = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = rho[i][j];
        for (int k = 0; k < j; k++) {
          rest -= lower[i][k] * lower[j][k];
        }
        if (i == j) {
          if (rest < -1e-9 || Math.abs(rho[i][i] - 1) > 1e-12) {
            throw new IllegalArgumentException("no variables have these correlations");
          }
          lower[i][i] = Math.sqrt(Math.max(0, rest));
        } else if (lower[j][j] > 1e-9) {
          lower[i][j] = rest / lower[j][j];
        } else if (Math.abs(rest) > 1e-9) {
          throw new IllegalArgumentException("no variables have these correlations");
        }
      }
    }
    return lower;
  }
}
