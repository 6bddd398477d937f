package io.tanheng.accounting;

import io.tanheng.units.Quantity;
import io.tanheng.units.Text;

/// The sum of the rows of one source, a positive magnitude as the standard prints it.
///
/// @param memo whether it is kept beside the totals and never enters one
public record SourceResult(String key, Text name, Quantity value, int rows, boolean memo) {}
