package io.tanheng.accounting;

import java.util.List;
import java.util.Optional;

/// What is uncertain in an inventory, and by how much.
///
/// @param rules the first that fits a value is taken; a value that none fits is certain
/// @param correlations between the errors of two rules; one of 1 needs no entry, see [Shared]
public record UncertaintyPlan(List<Rule> rules, List<Correlation> correlations) {

  public UncertaintyPlan {
    rules = List.copyOf(rules);
    correlations = List.copyOf(correlations);
  }

  /// Which values have one error in common (correlation 1).
  public enum Shared {
    /// Every value its own.
    NONE,
    /// All months of an item: the same meter, the same laboratory.
    ITEM,
    /// Every row that uses the same published factor, wherever it is; without one as [#ITEM].
    FACTOR,
    /// Every value the rule fits.
    ALL
  }

  /// How uncertain the values are that fit.
  ///
  /// @param id names the rule for correlations and for people
  /// @param source key of a source, or empty for all
  /// @param item label of rows, or empty for all
  /// @param symbol an input such as `FC`, `E` for a declared amount, or empty for all
  /// @param published whether only values taken from tables are meant, or only others
  /// @param percent half the width of the 95 % interval, in percent
  /// @param basis where the figure comes from: certificate, class of the meter, expert judgement …
  public record Rule(
      String id,
      Optional<String> source,
      Optional<String> item,
      Optional<String> symbol,
      Optional<Boolean> published,
      Distribution.Shape shape,
      double percent,
      Shared shared,
      String basis) {

    /// Whether a value of a row is one of those meant.
    public boolean fits(String ofSource, String ofItem, String ofSymbol, boolean fromTable) {
      return source.map(ofSource::equals).orElse(true)
          && item.map(ofItem::equals).orElse(true)
          && symbol.map(s -> s.equals(ofSymbol) || ofSymbol.startsWith(s + "_")).orElse(true)
          && published.map(p -> p == fromTable).orElse(true);
    }
  }

  /// The errors of all values of one rule go with those of another.
  public record Correlation(String rule, String other, double coefficient) {}
}
