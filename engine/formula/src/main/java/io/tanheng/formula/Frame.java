package io.tanheng.formula;

import io.tanheng.units.Rational;
import java.util.HashMap;
import java.util.Map;

/// What an evaluation reads: the inputs, and where its sums stand.
final class Frame {

  private final Inputs inputs;
  private Map<String, String> indexes = Map.of();

  Frame(Inputs inputs) {
    this.inputs = inputs;
  }

  Inputs inputs() {
    return inputs;
  }

  Rational base(int slot) {
    return inputs.base(slot);
  }

  Rational memberBase(int family, String index) {
    return inputs.member(family, at(index)).base();
  }

  String at(String index) {
    return indexes.getOrDefault(index, index);
  }

  void moveTo(String index, String member) {
    if (indexes.isEmpty()) {
      indexes = new HashMap<>();
    }
    indexes.put(index, member);
  }

  void leave(String index) {
    if (!indexes.isEmpty()) {
      indexes.remove(index);
    }
  }
}
