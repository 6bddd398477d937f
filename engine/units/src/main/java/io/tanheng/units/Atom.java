package io.tanheng.units;

import java.util.Comparator;

/// One indivisible part of a dimension: a kind, and for mass the substance that is meant.
///
/// @param substance `CO2`, `C`, `CH4` …; empty for everything that is weighed as it is
public record Atom(Kind kind, String substance) implements Comparable<Atom> {

  private static final Comparator<Atom> ORDER =
      Comparator.comparing(Atom::kind).thenComparing(Atom::substance);

  public static Atom of(Kind kind) {
    return new Atom(kind, "");
  }

  String baseSymbol() {
    return kind.baseSymbol() + substance;
  }

  Text words() {
    return substance.isEmpty()
        ? kind.words()
        : new Text(substance + " " + kind.words().zh(), kind.words().en() + " of " + substance);
  }

  @Override
  public int compareTo(Atom other) {
    return ORDER.compare(this, other);
  }
}
