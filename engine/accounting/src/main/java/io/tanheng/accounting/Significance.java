package io.tanheng.accounting;

import io.tanheng.units.Rational;
import java.util.Map;

/// Which indirect emissions are significant (重要间接排放): by scores of weighted criteria, or by size.
///
/// S = Σ w·s / Σ w; significant when S reaches the threshold or the share of direct and energy
/// emissions reaches the other one. Criteria, weights and thresholds are the organisation's own.
///
/// @param weights by criterion, not negative and not all zero
/// @param threshold of the score
/// @param largeShare of the emissions of categories 1 and 2
public record Significance(Map<String, Rational> weights, Rational threshold, Rational largeShare) {

  public Significance {
    weights = Map.copyOf(weights);
    if (weights.values().stream().anyMatch(weight -> weight.signum() < 0)
        || weights.values().stream().allMatch(Rational::isZero)) {
      throw new IllegalArgumentException("weights are not negative and not all zero");
    }
  }

  /// What the criteria say.
  ///
  /// @param score weighted mean
  /// @param byScore whether the score decided
  /// @param bySize whether the size decided
  public record Assessment(Rational score, boolean byScore, boolean bySize) {

    public boolean isSignificant() {
      return byScore || bySize;
    }
  }

  /// Assesses one kind of emissions; a criterion without score counts as 0.
  ///
  /// @param scores by criterion, from 0 to 3
  /// @param share of the emissions of categories 1 and 2
  public Assessment assess(Map<String, Rational> scores, Rational share) {
    Rational weighted = Rational.ZERO;
    Rational all = Rational.ZERO;
    for (Map.Entry<String, Rational> weight : weights.entrySet()) {
      Rational score = scores.getOrDefault(weight.getKey(), Rational.ZERO);
      weighted = weighted.plus(weight.getValue().times(score));
      all = all.plus(weight.getValue());
    }
    Rational score = weighted.dividedBy(all);
    return new Assessment(score, score.compareTo(threshold) >= 0, share.compareTo(largeShare) >= 0);
  }
}
