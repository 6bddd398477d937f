package io.tanheng.standard;

import io.tanheng.units.Text;
import io.tanheng.units.Unit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// An emission source (排放源) of an edition: its formula, symbols with routes, and inputs with
/// defaults.
///
/// Every row may carry [#DECLARED] instead of all other inputs.
///
/// @param formula empty when the source takes declared amounts only
/// @param decidedBy inputs whose unit decides the variant of a row
/// @param keptUnused inputs that may stand beside a route that does not use them
/// @param symbols in the order in which they are computed
public record EmissionSource(
    String key,
    Text name,
    SourceCategory category,
    Unit unit,
    Optional<MethodFormula> formula,
    List<Variant> variants,
    List<String> decidedBy,
    Map<String, LabelRule> labels,
    Set<String> keptUnused,
    Map<String, Symbol> symbols,
    Map<String, InputSymbol> inputs,
    List<RowFigure> figures,
    Reference citation) {

  /// The input of an amount quantified elsewhere.
  public static final String DECLARED = "E";

  /// The input with this key; an unknown key is a bug, see [#inputs()].
  public InputSymbol input(String input) {
    return Objects.requireNonNull(inputs.get(input));
  }

  /// The symbol with this key; an unknown key is a bug, see [#symbols()].
  public Symbol symbol(String symbol) {
    return Objects.requireNonNull(symbols.get(symbol));
  }
}
