package io.tanheng.standard;

import io.tanheng.units.Quantity;
import io.tanheng.units.Text;
import io.tanheng.units.Unit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A quantity a row may carry (输入项).
///
/// @param units the unit to show and convert to, by variant id
/// @param sign whether it may be negative
/// @param most the largest value that makes sense, such as 100 %
/// @param accepts units of another kind that stand for one of this kind, such as `%` for tC/t
/// @param family the index when rows carry several, such as `V_CH4`, `V_CO`
/// @param numbered whether the indexes are 1, 2, 3 without gap
/// @param absentIsZero whether an absent value is plainly zero
/// @param choose the table group a person picks the value from, such as `electricity`
/// @param writtenAs the name on the row when its unit tells this input from another of that name
/// @param proposals values an entry form may offer
public record InputSymbol(
    String key,
    Text name,
    Map<String, Unit> units,
    SignRule sign,
    Optional<Quantity> most,
    Map<String, Unit> accepts,
    Optional<String> family,
    boolean numbered,
    boolean absentIsZero,
    List<DefaultRule> defaults,
    Optional<String> choose,
    Optional<String> writtenAs,
    List<Quantity> proposals) {

  /// The unit in one variant.
  public Unit unit(Variant variant) {
    return Objects.requireNonNull(units.get(variant.id()));
  }
}
