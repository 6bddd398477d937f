package io.tanheng.accounting;

import io.tanheng.units.Quantity;
import java.util.Map;
import java.util.Optional;

/// Which defaults a run uses: a factor set of the edition, and single factors replaced by the
/// enterprise's own.
///
/// @param factorSet empty for the first set of the edition
/// @param replaced by the id of the factor they replace
public record FactorChoice(Optional<String> factorSet, Map<String, Replacement> replaced) {

  /// The edition's own defaults.
  public static final FactorChoice DEFAULT = new FactorChoice(Optional.empty(), Map.of());

  public FactorChoice {
    replaced = Map.copyOf(replaced);
  }

  /// A measured or supplied value in place of a default.
  ///
  /// @param reference the caller's name of its proof, such as a laboratory report
  public record Replacement(Quantity value, String reference, String reason) {}

  public static FactorChoice of(String factorSet) {
    return new FactorChoice(Optional.of(factorSet), Map.of());
  }
}
