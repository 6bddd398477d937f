package io.tanheng.accounting;

import io.tanheng.units.Quantity;

/// A total per unit of a product.
///
/// @param facility empty for the whole enterprise
/// @param caseName its name in worked cases
public record IntensityResult(
    String total,
    String product,
    String facility,
    Quantity numerator,
    Quantity denominator,
    Quantity value,
    String caseName) {

  /// `total/crude_steel`.
  public String key() {
    return total + "/" + product;
  }
}
