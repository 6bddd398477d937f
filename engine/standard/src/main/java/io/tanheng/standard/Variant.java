package io.tanheng.standard;

import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.util.Optional;

/// One reading of a source whose units depend on what is counted: tonnes of a solid or volume of a
/// gas.
///
/// @param unit the unit called `U` in this reading; none when the source has only one reading
public record Variant(String id, Optional<Unit> unit) {

  /// The reading of a source without variants.
  static final Variant ONLY = new Variant("", Optional.empty());

  /// The units in which `U` has its meaning.
  Units units() {
    return unit.map(u -> Units.standard().with("U", u)).orElse(Units.standard());
  }
}
