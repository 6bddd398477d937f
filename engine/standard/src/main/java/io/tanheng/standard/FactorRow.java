package io.tanheng.standard;

import io.tanheng.units.Text;
import io.tanheng.units.Unit;
import java.util.Map;
import java.util.Optional;

/// One row of a default table.
///
/// @param unit the unit `U` that the units of the columns refer to, such as t for a solid fuel
/// @param factors by column; a column without value is absent
/// @param attributes further text of the row: level, region, dataYear, validFrom, validTo …
public record FactorRow(
    String id,
    Text name,
    Optional<Unit> unit,
    Map<String, Factor> factors,
    Map<String, String> attributes,
    Optional<Text> note,
    Reference source) {}
