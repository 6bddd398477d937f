package io.tanheng.accounting;

import io.tanheng.units.Quantity;
import java.util.Map;

/// What the rows of one month, process or facility come to.
///
/// @param group the value of the label; empty for rows without it
/// @param sources sums by source
/// @param totals the edition's totals over these rows alone
public record GroupResult(
    String group, Map<String, Quantity> sources, Map<String, Quantity> totals) {}
