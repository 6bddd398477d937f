package io.tanheng.accounting;

import java.util.random.RandomGenerator;

/// How an uncertain value is spread. A `double`: an estimate of doubt, never a reported emission.
public sealed interface Distribution {

  /// Half the width of a 95 % interval of a normal distribution, in standard deviations.
  double NORMAL_95 = 1.96;

  double mean();

  double standardDeviation();

  /// One value by chance.
  double draw(RandomGenerator random);

  /// The value whose rank is that of `score` in the standard normal distribution; this is how
  /// correlated values are drawn.
  double atScore(double score);

  record Normal(double mean, double standardDeviation) implements Distribution {

    @Override
    public double draw(RandomGenerator random) {
      return atScore(random.nextGaussian());
    }

    @Override
    public double atScore(double score) {
      return mean + standardDeviation * score;
    }
  }

  /// A positive value whose logarithm is normal.
  ///
  /// @param variation standard deviation over mean
  record Lognormal(double mean, double variation) implements Distribution {

    @Override
    public double standardDeviation() {
      return mean * variation;
    }

    @Override
    public double draw(RandomGenerator random) {
      return atScore(random.nextGaussian());
    }

    @Override
    public double atScore(double score) {
      double variance = Math.log1p(variation * variation);
      return mean * Math.exp(Math.sqrt(variance) * score - variance / 2);
    }
  }

  record Uniform(double min, double max) implements Distribution {

    @Override
    public double mean() {
      return (min + max) / 2;
    }

    @Override
    public double standardDeviation() {
      return (max - min) / Math.sqrt(12);
    }

    @Override
    public double draw(RandomGenerator random) {
      return min + (max - min) * random.nextDouble();
    }

    @Override
    public double atScore(double score) {
      return min + (max - min) * Normals.share(score);
    }
  }

  record Triangular(double min, double mode, double max) implements Distribution {

    public Triangular {
      if (!(min <= mode && mode <= max && min < max)) {
        throw new IllegalArgumentException("min <= mode <= max does not hold");
      }
    }

    @Override
    public double mean() {
      return (min + mode + max) / 3;
    }

    @Override
    public double standardDeviation() {
      double squares = min * min + mode * mode + max * max;
      return Math.sqrt((squares - min * mode - min * max - mode * max) / 18);
    }

    @Override
    public double draw(RandomGenerator random) {
      return atShare(random.nextDouble());
    }

    @Override
    public double atScore(double score) {
      return atShare(Normals.share(score));
    }

    private double atShare(double share) {
      double split = (mode - min) / (max - min);
      return share < split
          ? min + Math.sqrt(share * (max - min) * (mode - min))
          : max - Math.sqrt((1 - share) * (max - min) * (max - mode));
    }
  }

  /// The shapes a 95 % half-width can be given to.
  enum Shape {
    NORMAL,
    LOGNORMAL,
    UNIFORM,
    TRIANGULAR;

    /// A factor with the mean 1 whose 95 % half-width is `percent` of it; for a lognormal one the
    /// standard deviation is `percent` / 1.96.
    public Distribution around1(double percent) {
      double half = percent / 100;
      return switch (this) {
        case NORMAL -> new Normal(1, half / NORMAL_95);
        case LOGNORMAL -> new Lognormal(1, half / NORMAL_95);
        case UNIFORM -> new Uniform(1 - half / 0.95, 1 + half / 0.95);
        case TRIANGULAR -> {
          double width = half / (1 - Math.sqrt(0.05));
          yield width == 0 ? new Normal(1, 0) : new Triangular(1 - width, 1, 1 + width);
        }
      };
    }
  }
}
