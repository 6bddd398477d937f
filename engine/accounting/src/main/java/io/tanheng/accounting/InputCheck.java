package io.tanheng.accounting;

import io.tanheng.standard.InputSymbol;
import io.tanheng.standard.SignRule;
import io.tanheng.standard.Variant;
import io.tanheng.units.Problem;
import io.tanheng.units.Quantity;
import io.tanheng.units.Unit;
import java.util.Optional;

/// What an edition says about the values of one input.
final class InputCheck {

  private InputCheck() {}

  /// The value in the unit of the input; empty when the unit is of another kind.
  static Optional<Quantity> convert(InputSymbol input, Quantity value, Variant variant) {
    Unit wanted = input.unit(variant);
    if (value.unit().convertsTo(wanted)) {
      return Optional.of(value.in(wanted));
    }
    Unit standsFor = input.accepts().get(value.unit().symbol());
    if (standsFor != null && standsFor.convertsTo(wanted)) {
      return Optional.of(
          Quantity.ofBase(value.base(), standsFor.dimension().baseUnit()).in(wanted));
    }
    return Optional.empty();
  }

  /// That the value is negative or larger than makes sense.
  static Optional<Problem> range(
      String name, InputSymbol input, Quantity converted, InputValue value) {
    if (input.sign() == SignRule.NONNEGATIVE && converted.value().signum() < 0) {
      return Optional.of(
          Problem.of(AccountingProblem.NEGATIVE_VALUE)
              .with("symbol", name)
              .with("name", input.name())
              .with("value", value.asWritten()));
    }
    if (input.most().isPresent() && exceeds(converted, input.most().get())) {
      return Optional.of(
          Problem.of(AccountingProblem.VALUE_TOO_LARGE)
              .with("symbol", name)
              .with("name", input.name())
              .with("value", value.asWritten())
              .with("most", input.most().get().text()));
    }
    return Optional.empty();
  }

  private static boolean exceeds(Quantity value, Quantity most) {
    return value.unit().equals(most.unit())
        ? value.value().compareTo(most.value()) > 0
        : value.base().compareTo(most.base()) > 0;
  }
}
