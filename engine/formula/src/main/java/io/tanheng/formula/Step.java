package io.tanheng.formula;

import io.tanheng.units.Quantity;
import java.util.List;

/// One step of a calculation, and the steps it rests on.
///
/// @param text the part of the formula, with names
/// @param substituted the same with the values put in
/// @param value what it comes to, exactly
/// @param parts steps of the operands that are calculated themselves
public record Step(String text, String substituted, Quantity value, List<Step> parts) {

  public Step {
    parts = List.copyOf(parts);
  }
}
