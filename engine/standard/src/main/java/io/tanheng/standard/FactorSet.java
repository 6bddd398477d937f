package io.tanheng.standard;

import io.tanheng.units.Text;
import java.util.Map;
import java.util.Objects;

/// A choice of default tables that an edition offers.
///
/// @param tables by the name the edition's rules use, such as `fuel`
public record FactorSet(String id, Text name, Map<String, FactorTable> tables) {

  /// The table with this name; the edition's rules were checked to name only known ones.
  public FactorTable table(String name) {
    return Objects.requireNonNull(tables.get(name));
  }
}
