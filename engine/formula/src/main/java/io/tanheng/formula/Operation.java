package io.tanheng.formula;

import io.tanheng.units.Rational;

/// One compiled part of a formula: base units in, base units out.
@FunctionalInterface
interface Operation {

  Rational value(Frame frame);
}
