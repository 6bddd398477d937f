package io.tanheng.standard;

import io.tanheng.formula.Compiled;
import java.util.Map;

/// A formula of an edition, unit-checked and compiled for every variant it applies to.
///
/// @param compiled by variant id
public record MethodFormula(String text, Map<String, Compiled> compiled) {

  public boolean appliesTo(Variant variant) {
    return compiled.containsKey(variant.id());
  }

  /// The formula in one variant; asking for a variant it does not apply to is a bug.
  public Compiled in(Variant variant) {
    Compiled formula = compiled.get(variant.id());
    if (formula == null) {
      throw new IllegalStateException(text + " does not apply to variant " + variant.id());
    }
    return formula;
  }
}
