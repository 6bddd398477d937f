package io.tanheng.standard;

import io.tanheng.units.Text;
import io.tanheng.units.Unit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A sum over sources and earlier totals, with signs. Several totals may share a key with different
/// conditions; the first that applies is taken.
///
/// @param subtotal whether it is shown but is no result of its own
/// @param when all must hold for this total to apply
/// @param caseName its name per facility in worked cases, with `{facility}`
public record Total(
    String key,
    Text name,
    Unit unit,
    OutputLevel level,
    List<String> plus,
    List<String> minus,
    boolean subtotal,
    List<Presence> when,
    Optional<String> caseName) {

  /// That one of the sources has a row, or that none has.
  public record Presence(boolean any, List<String> sources) {

    boolean holds(Set<String> sourcesWithRows) {
      return sources.stream().anyMatch(sourcesWithRows::contains) == any;
    }
  }

  public boolean applies(Set<String> sourcesWithRows) {
    return when.stream().allMatch(presence -> presence.holds(sourcesWithRows));
  }
}
