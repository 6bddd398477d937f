package io.tanheng.accounting;

import io.tanheng.standard.Factor;
import io.tanheng.units.Quantity;
import io.tanheng.units.Text;
import java.util.List;
import java.util.Optional;

/// How a figure came about: a tree whose leaves are what was entered and which factors were used.
public sealed interface Trace {

  String symbol();

  Text name();

  /// The value as it entered the formula above.
  Quantity value();

  /// A formula with its values.
  ///
  /// @param text the formula with names, `FC × C × OF × 44/12`
  /// @param substituted the same with values
  /// @param route which of several ways was taken, when there was a choice
  record Computed(
      String symbol,
      Text name,
      Quantity value,
      String text,
      String latex,
      String substituted,
      String substitutedLatex,
      Optional<RouteTaken> route,
      List<Trace> parts)
      implements Trace {}

  /// The way that was taken to a symbol.
  ///
  /// @param flag what the route says about the figure, such as `measured-carbon`
  record RouteTaken(String id, Text name, Optional<String> flag) {}

  /// Something entered.
  ///
  /// @param entered in the unit it was entered in
  /// @param asWritten as the plant wrote it
  /// @param reference the caller's name of the origin
  /// @param factor the published factor a person picked
  record Entered(
      String symbol,
      Text name,
      Quantity value,
      Quantity entered,
      String asWritten,
      String reference,
      Optional<Factor> factor)
      implements Trace {}

  /// A default of the standard, or the enterprise's own value in its place.
  ///
  /// @param replacement why it was replaced; the value is then that of the replacement
  record FromTable(
      String symbol,
      Text name,
      Quantity value,
      Factor factor,
      Optional<FactorChoice.Replacement> replacement)
      implements Trace {}

  /// A term that is zero because nothing was entered for it.
  record AbsentZero(String symbol, Text name, Quantity value) implements Trace {}
}
