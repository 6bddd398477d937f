package io.tanheng.accounting;

/// The standard normal and Student's distribution.
final class Normals {

  private Normals() {}

  /// The share of the standard normal distribution below `score`, to about 1e-15.
  static double share(double score) {
    double distance = Math.abs(score);
    if (distance > 38) {
      return score > 0 ? 1 : 0;
    }
    double tail = distance < 3 ? 0.5 - series(distance) : fraction(distance);
    return score > 0 ? 1 - tail : tail;
  }

  /// The share between 0 and `x`: φ(x) (x + x³/3 + x⁵/(3·5) + …).
  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 3; term > 1e-18; n += 2) {
      term *= x * x / n;
      sum += term;
    }
    return sum * density(x);
  }

  /// The share above `x`: φ(x) / (x + 1/(x + 2/(x + 3/(x + …)))).
  private static double fraction(double x) {
    double below = x;
    for (int n = 120; n > 0; n--) {
      below = x + n / below;
    }
    return density(x) / below;
  }

  private static double density(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  /// The two-sided quantile of Student's distribution: a share of `confidence` lies within ± it.
  ///
  /// @param freedom degrees of freedom, at least 1
  static double student(int freedom, double confidence) {
    double low = 0;
    double high = 1e9;
    for (int i = 0; i < 200 && high - low > 1e-13 * high; i++) {
      double middle = i < 40 && low > 0 ? Math.sqrt(low * high) : (low + high) / 2;
      if (studentShare(freedom, middle) < confidence) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /// The share within ± `t`, by the finite series for a whole number of degrees of freedom.
  private static double studentShare(int freedom, double t) {
    double angle = Math.atan(t / Math.sqrt(freedom));
    double cosine = Math.cos(angle);
    boolean odd = freedom % 2 == 1;
    double term = odd ? cosine : 1;
    double sum = freedom == 1 ? 0 : term;
    for (int n = odd ? 3 : 2; n <= freedom - 2; n += 2) {
      term *= cosine * cosine * (n - 1) / n;
      sum += term;
    }
    double value = Math.sin(angle) * sum;
    return odd ? 2 / Math.PI * (angle + value) : value;
  }
}
