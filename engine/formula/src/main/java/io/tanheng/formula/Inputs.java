package io.tanheng.formula;

import io.tanheng.units.Dimension;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The values of one evaluation, in the slots of one [Compiled] formula. Made by
/// [Compiled#inputs()], filled once, used by one thread.
public final class Inputs {

  private final Compiled formula;
  private final @Nullable Quantity[] values;
  private final @Nullable Rational[] bases;
  private final List<Map<String, Quantity>> members = new ArrayList<>();

  Inputs(Compiled formula) {
    this.formula = formula;
    this.values = new Quantity[formula.symbols().size()];
    this.bases = new Rational[values.length];
    formula.families().forEach(_ -> members.add(new LinkedHashMap<>()));
  }

  /// Sets a single value; a name the formula does not use is a bug.
  public Inputs set(String symbol, Quantity value) {
    return set(formula.slot(symbol), value);
  }

  /// Sets the value of a slot, see [Compiled#slot].
  public Inputs set(int slot, Quantity value) {
    Quantity before = values[slot];
    if (before == null || !before.unit().equals(value.unit())) {
      require(value, formula.dimensionOf(slot), formula.symbols().get(slot));
    }
    values[slot] = value;
    bases[slot] = value.base();
    return this;
  }

  /// Sets one member of a family: `setMember("V", "CH4", …)` for the row's `V_CH4`.
  public Inputs setMember(String family, String index, Quantity value) {
    int slot = formula.familySlot(family);
    require(value, formula.dimensionOfFamily(slot), family);
    members.get(slot).put(index, value);
    return this;
  }

  /// The names without a value: single values, `V_CO` where another family of the same sum has CO,
  /// and `V_…` for a family without any member.
  public List<String> missing() {
    List<String> names = new ArrayList<>();
    for (int slot = 0; slot < values.length; slot++) {
      if (values[slot] == null) {
        names.add(formula.symbols().get(slot));
      }
    }
    for (Set<Integer> together : formula.familiesOfSums()) {
      Set<String> indexes = indexes(together);
      for (int slot : together) {
        String family = formula.families().get(slot);
        if (indexes.isEmpty()) {
          names.add(family + "_…");
        }
        indexes.stream()
            .filter(index -> !members.get(slot).containsKey(index))
            .forEach(index -> names.add(family + "_" + index));
      }
    }
    return names.stream().distinct().toList();
  }

  /// The indexes that occur in any of the families, in order of their first setting.
  Set<String> indexes(Set<Integer> families) {
    Set<String> indexes = new LinkedHashSet<>();
    families.forEach(slot -> indexes.addAll(members.get(slot).keySet()));
    return indexes;
  }

  Rational base(int slot) {
    Rational base = bases[slot];
    if (base == null) {
      throw new IllegalStateException("no value for " + formula.symbols().get(slot));
    }
    return base;
  }

  Quantity value(int slot) {
    Quantity value = values[slot];
    if (value == null) {
      throw new IllegalStateException("no value for " + formula.symbols().get(slot));
    }
    return value;
  }

  Quantity member(int family, String index) {
    Quantity value = members.get(family).get(index);
    if (value == null) {
      throw new IllegalStateException(
          "no value for " + formula.families().get(family) + "_" + index);
    }
    return value;
  }

  private static void require(Quantity value, Dimension wanted, String name) {
    if (!value.unit().dimension().equals(wanted)) {
      throw new IllegalArgumentException(
          name + " is given in " + value.unit() + ", not in " + wanted.baseUnit());
    }
  }
}
