package io.tanheng.server.operate.measure;

import io.tanheng.units.Unit;
import java.util.Collection;
import java.util.Optional;

/// Asked before a plan item is kept: which units an input of a method takes. The module that holds
/// the editions has a bean of this type.
public interface InputUnits {
  /// One for each variant and those that stand for one; empty when there is no such input.
  Optional<Collection<Unit>> units(String method, PlanUse use, String source, String symbol);
}
