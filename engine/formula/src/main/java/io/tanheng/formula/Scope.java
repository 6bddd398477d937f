package io.tanheng.formula;

import io.tanheng.units.Dimension;
import java.util.HashMap;
import java.util.Map;

/// The names a formula may use, and what they measure.
///
/// @param symbols single values
/// @param families indexed values, used inside `sum` only
public record Scope(Map<String, Dimension> symbols, Map<String, Dimension> families) {

  public Scope {
    symbols = Map.copyOf(symbols);
    families = Map.copyOf(families);
  }

  public static Scope of(Map<String, Dimension> symbols) {
    return new Scope(symbols, Map.of());
  }

  public Scope with(String symbol, Dimension dimension) {
    var more = new HashMap<>(symbols);
    more.put(symbol, dimension);
    return new Scope(more, families);
  }

  public Scope withFamily(String family, Dimension dimension) {
    var more = new HashMap<>(families);
    more.put(family, dimension);
    return new Scope(symbols, more);
  }
}
