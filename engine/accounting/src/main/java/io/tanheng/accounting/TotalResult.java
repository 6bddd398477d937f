package io.tanheng.accounting;

import io.tanheng.standard.OutputLevel;
import io.tanheng.units.Quantity;
import io.tanheng.units.Text;
import java.util.List;

/// A total with its terms.
///
/// @param subtotal whether it is shown but is no result of its own
public record TotalResult(
    String key, Text name, OutputLevel level, Quantity value, boolean subtotal, List<Term> terms) {

  /// One source or earlier total.
  ///
  /// @param sign 1 or -1
  /// @param value before the sign is applied
  public record Term(String key, int sign, Quantity value) {}
}
