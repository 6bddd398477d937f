package io.tanheng.accounting;

import java.util.List;
import java.util.Optional;

/// Uncertainty by closed forms (误差传递): approach 1 of the IPCC guidelines of 2006, volume 1, chapter
/// 3, the evaluation of samples and accuracy classes, and the grades of the GHG Protocol.
///
/// `U` is half the width of the 95 % interval, in percent of the value.
public final class ErrorPropagation {

  private ErrorPropagation() {}

  /// A term of a sum.
  ///
  /// @param value signed
  /// @param percent its uncertainty
  public record Term(double value, double percent) {

    double half() {
      return value * percent / 100;
    }
  }

  /// A sum with its uncertainty.
  ///
  /// @param half half the width of the 95 % interval, in the unit of the total
  /// @param percent empty when the total is zero
  public record Combined(double total, double half, Optional<Double> percent) {

    static Combined of(double total, double half) {
      return new Combined(
          total, half, total == 0 ? Optional.empty() : Optional.of(half / Math.abs(total) * 100));
    }
  }

  /// A product or quotient of independent factors (equation 3.1).
  public static double product(List<Double> percents) {
    return Math.sqrt(percents.stream().mapToDouble(u -> u * u).sum());
  }

  /// A sum of independent terms (equation 3.2).
  public static Combined sum(List<Term> terms) {
    double squares = terms.stream().mapToDouble(t -> t.half() * t.half()).sum();
    return Combined.of(total(terms), Math.sqrt(squares));
  }

  /// A sum whose terms share one factor; `percent` of a term is that of its activity.
  public static Combined sumWithSharedFactor(List<Term> terms, double factorPercent) {
    double shared = total(terms) * factorPercent / 100;
    double squares = terms.stream().mapToDouble(t -> t.half() * t.half()).sum();
    return Combined.of(total(terms), Math.sqrt(squares + shared * shared));
  }

  /// A sum of terms with the correlation coefficients `rho`.
  public static Combined correlatedSum(List<Term> terms, double[][] rho) {
    double variance = 0;
    for (int i = 0; i < terms.size(); i++) {
      for (int j = 0; j < terms.size(); j++) {
        variance += rho[i][j] * terms.get(i).half() * terms.get(j).half();
      }
    }
    return Combined.of(total(terms), Math.sqrt(Math.max(0, variance)));
  }

  private static double total(List<Term> terms) {
    return terms.stream().mapToDouble(Term::value).sum();
  }

  // --- the reporting table ----------------------------------------------------------------------

  /// A category of the reporting table (table 3.2).
  public record Category(
      String name,
      double baseYear,
      double year,
      double activityPercent,
      double factorPercent,
      boolean activityCorrelated,
      boolean factorCorrelated) {}

  /// Columns G to M of the table; those of the trend are empty when the base year has no emissions.
  public record TableRow(
      String name,
      double combined,
      Optional<Double> contribution,
      Optional<Double> sensitivityA,
      Optional<Double> sensitivityB,
      Optional<Double> trendByFactor,
      Optional<Double> trendByActivity,
      Optional<Double> trendVariance) {}

  /// The whole table.
  ///
  /// @param levelPercent uncertainty of the year
  /// @param trendPercent change against the base year
  /// @param trendPoints uncertainty of that change, in percentage points
  public record Table(
      List<TableRow> rows,
      double baseTotal,
      double total,
      Optional<Double> contributions,
      Optional<Double> levelPercent,
      Optional<Double> trendPercent,
      Optional<Double> trendVariances,
      Optional<Double> trendPoints) {}

  /// The reporting table of approach 1, level and trend.
  public static Table table(List<Category> categories) {
    double base = categories.stream().mapToDouble(Category::baseYear).sum();
    double total = categories.stream().mapToDouble(Category::year).sum();
    List<TableRow> rows = categories.stream().map(c -> row(c, base, total)).toList();
    Optional<Double> level =
        total == 0
            ? Optional.empty()
            : Optional.of(rows.stream().mapToDouble(r -> r.contribution().orElse(0.0)).sum());
    Optional<Double> trend =
        base <= 0
            ? Optional.empty()
            : Optional.of(rows.stream().mapToDouble(r -> r.trendVariance().orElse(0.0)).sum());
    return new Table(
        rows,
        base,
        total,
        level,
        level.map(Math::sqrt),
        trend.map(_ -> (total - base) / base * 100),
        trend,
        trend.map(Math::sqrt));
  }

  private static TableRow row(Category category, double base, double total) {
    double combined = Math.hypot(category.activityPercent(), category.factorPercent());
    double weighted = combined * category.year();
    Optional<Double> level =
        total == 0 ? Optional.empty() : Optional.of(weighted * weighted / (total * total));
    if (base <= 0) {
      return new TableRow(
          category.name(),
          combined,
          level,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    double raisedBase = 0.01 * category.baseYear() + base;
    double raised = 0.01 * category.year() + total;
    double both = Math.abs((raised - raisedBase) / raisedBase * 100 - (total - base) / base * 100);
    double one = Math.abs(category.year() / base);
    double factor =
        category.factorPercent() * (category.factorCorrelated() ? both : one * Math.sqrt(2));
    double activity =
        category.activityPercent() * (category.activityCorrelated() ? both : one * Math.sqrt(2));
    return new TableRow(
        category.name(),
        combined,
        level,
        Optional.of(both),
        Optional.of(one),
        Optional.of(factor),
        Optional.of(activity),
        Optional.of(factor * factor + activity * activity));
  }

  // --- unequal sides ----------------------------------------------------------------------------

  /// Two unequal sides, in percent.
  ///
  /// @param lower negative
  public record Sides(double lower, double upper) {}

  /// A product of factors with unequal sides, each side for itself; an approximation.
  public static Sides asymmetricProduct(List<Sides> factors) {
    double lower = factors.stream().mapToDouble(f -> f.lower() * f.lower()).sum();
    double upper = factors.stream().mapToDouble(f -> f.upper() * f.upper()).sum();
    return new Sides(-Math.sqrt(lower), Math.sqrt(upper));
  }

  /// The limits of a lognormal distribution (equations 3.5 to 3.7).
  ///
  /// @param logMean of the logarithm
  /// @param logDeviation of the logarithm
  /// @param limits in percent of the mean
  public record Lognormal(double logMean, double logDeviation, Sides limits) {}

  /// Unequal limits in place of a symmetric uncertainty that is large.
  public static Lognormal lognormalLimits(double mean, double percent) {
    double variance = Math.log1p(percent / 200 * (percent / 200));
    double logMean = Math.log(mean) - variance / 2;
    double deviation = Math.sqrt(variance);
    double lower = Math.exp(logMean - Distribution.NORMAL_95 * deviation);
    double upper = Math.exp(logMean + Distribution.NORMAL_95 * deviation);
    return new Lognormal(
        logMean, deviation, new Sides((lower - mean) / mean * 100, (upper - mean) / mean * 100));
  }

  // --- inputs -----------------------------------------------------------------------------------

  /// A mean with its uncertainty.
  ///
  /// @param deviation standard deviation of the sample, by n - 1
  /// @param student the two-sided quantile used
  public record SampleMean(
      int count, double mean, double deviation, double student, double half, double percent) {}

  /// The mean of repeated measurements.
  ///
  /// @param sample at least two values with a mean other than zero
  public static SampleMean sampleMean(List<Double> sample, double confidence) {
    int count = sample.size();
    double mean = sample.stream().mapToDouble(Double::doubleValue).sum() / count;
    double squares = sample.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
    double deviation = Math.sqrt(squares / (count - 1));
    double student = Normals.student(count - 1, confidence);
    double half = student * deviation / Math.sqrt(count);
    return new SampleMean(count, mean, deviation, student, half, half / Math.abs(mean) * 100);
  }

  /// The uncertainty of an instrument, in percent.
  ///
  /// @param standardPercent standard uncertainty
  /// @param percent expanded by k
  /// @param rectanglePercent the exact 95 % half-width of the rectangle
  public record Instrument(double standardPercent, double percent, double rectanglePercent) {}

  /// An instrument with a maximum permissible error, as a rectangle.
  public static Instrument instrument(double permissiblePercent, double k) {
    double standard = permissiblePercent / Math.sqrt(3);
    return new Instrument(standard, k * standard, 0.95 * permissiblePercent);
  }

  /// The class of a chain of instruments without a class of its own.
  public static double chain(List<Double> classes) {
    return product(classes);
  }

  /// A graded value with its interval.
  ///
  /// @param spread the factor that makes the 95 % interval
  public record Pedigree(double spread, double lower, double upper) {}

  /// A single value graded by the indicators of the GHG Protocol.
  public static Pedigree pedigree(List<Double> factors, double value) {
    double squares = factors.stream().mapToDouble(f -> Math.log(f) * Math.log(f)).sum();
    double spread = Math.exp(Math.sqrt(squares));
    return new Pedigree(spread, value / spread, value * spread);
  }

  /// The grades of the GHG Protocol; a bound belongs to the better grade.
  public enum Grade {
    HIGH(5),
    GOOD(15),
    FAIR(30),
    POOR(Double.POSITIVE_INFINITY);

    private final double most;

    Grade(double most) {
      this.most = most;
    }

    public static Grade of(double percent) {
      return List.of(values()).stream().filter(g -> percent <= g.most).findFirst().orElse(POOR);
    }
  }
}
