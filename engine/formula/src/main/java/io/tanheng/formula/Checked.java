package io.tanheng.formula;

import io.tanheng.units.Dimension;
import io.tanheng.units.Unit;

/// A formula whose names are known and whose units fit.
///
/// @param unit in which evaluation gives its result
public record Checked(Expression expression, Scope scope, Dimension dimension, Unit unit) {

  public Compiled compile() {
    return new Compiled(this);
  }
}
