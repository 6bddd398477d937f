package io.tanheng.standard;

import io.tanheng.units.Text;
import io.tanheng.units.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every id a text label may carry, such as all fuels; default tables hold values for some of them.
///
/// @param id path of the file within the standards
public record Registry(String id, String label, Map<String, Entry> entries) {

  /// One entry.
  ///
  /// @param group such as `coal`; rules refer to it
  /// @param state such as `solid`
  /// @param unit in which its quantity is given
  /// @param aliases other writings, for people and imports
  public record Entry(
      String id,
      Text name,
      Optional<String> group,
      Optional<String> state,
      Optional<Unit> unit,
      List<String> aliases) {}

  /// The entry a person may mean by an id, a name or another writing.
  public Optional<Entry> findByWriting(String words) {
    String wanted = words.strip();
    return entries.values().stream()
        .filter(e ->
            e.id().equalsIgnoreCase(wanted)
                || e.name().zh().equals(wanted)
                || e.name().en().equalsIgnoreCase(wanted)
                || e.aliases().stream().anyMatch(wanted::equalsIgnoreCase))
        .findFirst();
  }
}
