package io.tanheng.units;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a quantity is, regardless of the unit it is written in: whole powers of [Atom]s.
///
/// t CO₂ per GJ has the dimension mass of CO₂ to the power 1 and energy to the power -1. Two
/// quantities add only when their dimensions are equal, substance included.
public final class Dimension {

  /// A plain number, a share, a ratio.
  public static final Dimension NONE = new Dimension(Map.of());

  private final Map<Atom, Integer> powers;

  /// The base unit's symbol; it says everything about the dimension and compares fast.
  private final String signature;

  public Dimension(Map<Atom, Integer> powers) {
    var sorted = new TreeMap<Atom, Integer>(powers);
    sorted.values().removeIf(power -> power == 0);
    this.powers = Collections.unmodifiableMap(sorted);
    this.signature = sorted.isEmpty() ? "1" : layout(Atom::baseSymbol, "*", "/", "1");
  }

  public Map<Atom, Integer> powers() {
    return powers;
  }

  public static Dimension of(Kind kind) {
    return new Dimension(Map.of(Atom.of(kind), 1));
  }

  public static Dimension massOf(String substance) {
    return new Dimension(Map.of(new Atom(Kind.MASS, substance), 1));
  }

  public boolean isNone() {
    return powers.isEmpty();
  }

  public Dimension times(Dimension other) {
    return combined(other, 1);
  }

  public Dimension per(Dimension other) {
    return combined(other, -1);
  }

  public Dimension power(int exponent) {
    var raised = new TreeMap<Atom, Integer>();
    powers.forEach((atom, power) -> raised.put(atom, power * exponent));
    return new Dimension(raised);
  }

  /// The unit in which the engine calculates: t, GJ, Nm3, m3, h, kmol, degC and their products.
  public Unit baseUnit() {
    return new Unit(signature, this, Rational.ONE);
  }

  /// Words for messages: “能量/质量”, "energy/mass".
  public Text describe() {
    if (isNone()) {
      return new Text("无量纲的比值", "a plain ratio");
    }
    return new Text(
        layout(atom -> atom.words().zh(), "×", "/", "1"),
        layout(atom -> atom.words().en(), " × ", " / ", "1"));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Dimension that && signature.equals(that.signature));
  }

  @Override
  public int hashCode() {
    return signature.hashCode();
  }

  @Override
  public String toString() {
    return signature;
  }

  private Dimension combined(Dimension other, int sign) {
    if (other.isNone()) {
      return this;
    }
    var sum = new TreeMap<Atom, Integer>(powers);
    other.powers.forEach((atom, power) -> sum.merge(atom, sign * power, Integer::sum));
    return new Dimension(sum);
  }

  private String layout(Function<Atom, String> name, String and, String per, String one) {
    List<String> above = new ArrayList<>();
    List<String> below = new ArrayList<>();
    powers.forEach((atom, power) -> {
      int size = Math.abs(power);
      String part = name.apply(atom) + (size == 1 ? "" : "^" + size);
      (power > 0 ? above : below).add(part);
    });
    String top = above.isEmpty() ? one : String.join(and, above);
    if (below.isEmpty()) {
      return top;
    }
    String bottom = String.join(and, below);
    return top + per + (below.size() == 1 ? bottom : "(" + bottom + ")");
  }
}
