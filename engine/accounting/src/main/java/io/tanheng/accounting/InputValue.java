package io.tanheng.accounting;

import io.tanheng.standard.Factor;
import io.tanheng.units.Quantity;
import java.util.Optional;

/// One quantity of a row, with where it came from.
///
/// @param asWritten value and unit as the plant wrote them, such as `1,234.5 万Nm³`
/// @param reference the caller's own name of the origin, such as the id of a ledger line
/// @param factor the published factor, when the value was picked from a table
public record InputValue(
    Quantity quantity, String asWritten, String reference, Optional<Factor> factor) {

  public static InputValue of(Quantity quantity, String reference) {
    return new InputValue(quantity, quantity.text(), reference, Optional.empty());
  }

  public static InputValue of(Quantity quantity, String asWritten, String reference) {
    return new InputValue(quantity, asWritten, reference, Optional.empty());
  }

  /// A value a person picked from a table, such as the electricity factor of a year.
  public static InputValue of(Factor factor) {
    return new InputValue(factor.value(), factor.value().text(), factor.id(), Optional.of(factor));
  }
}
