package io.tanheng.standard;

import io.tanheng.units.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A further figure of each row, such as its heat; `E` in its formula is the result of the row.
///
/// @param needs inputs the row must have a value for
/// @param flags flags one of which the row must have
/// @param condition which entries the labels of the row must name
/// @param caseName its name in worked cases, with `{n}` and `{item}`
public record RowFigure(
    String key,
    Text name,
    Map<String, io.tanheng.units.Unit> units,
    MethodFormula formula,
    List<String> needs,
    List<String> flags,
    DefaultRule.Condition condition,
    Optional<String> caseName) {}
