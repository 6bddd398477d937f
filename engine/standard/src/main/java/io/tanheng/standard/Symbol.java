package io.tanheng.standard;

import io.tanheng.units.Text;
import io.tanheng.units.Unit;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A symbol of a source's formula that is obtained by one of several routes.
///
/// @param units by variant id
/// @param exclusive whether leading inputs of two routes on one row are a problem
public record Symbol(
    String key, Text name, Map<String, Unit> units, boolean exclusive, List<Route> routes) {

  public Unit unit(Variant variant) {
    return Objects.requireNonNull(units.get(variant.id()));
  }
}
