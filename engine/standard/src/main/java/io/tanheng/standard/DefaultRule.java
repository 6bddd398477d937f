package io.tanheng.standard;

import java.util.Optional;

/// Where the value of an input comes from when the row has none; rules are tried in order.
///
/// @param flag what to remember when the default was used, such as `penalty-default`
public record DefaultRule(Place place, Condition condition, Optional<String> flag) {

  /// Where the value stands.
  public sealed interface Place {}

  /// In a table of the chosen factor set, in the row the label names.
  public record InSet(String table, String column, String label) implements Place {}

  /// In a fixed table, in the row the label names.
  public record InTable(FactorTable table, String column, String label) implements Place {}

  /// In a fixed place.
  public record Fixed(Factor factor) implements Place {}

  /// To which entries of the labels' registries a rule or a row figure is limited.
  public record Condition(Optional<String> group, Optional<String> state) {

    static final Condition NONE = new Condition(Optional.empty(), Optional.empty());

    public boolean isNone() {
      return group.isEmpty() && state.isEmpty();
    }

    public boolean holds(Registry.Entry entry) {
      return (group.isEmpty() || group.equals(entry.group()))
          && (state.isEmpty() || state.equals(entry.state()));
    }
  }
}
