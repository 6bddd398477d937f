package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A figure per unit of output (排放强度) that the enterprise watches.
///
/// @param total key of a total, or null when `sources` are named
/// @param sources sources that are summed with the signs they have in the total
/// @param facilities labels of the facilities it is limited to; empty for the whole enterprise
/// @param per key of the production it is divided by
public record IntensityDefinition(
    String key,
    Text name,
    @Nullable String total,
    List<String> sources,
    List<String> facilities,
    String per) {
  public IntensityDefinition {
    sources = List.copyOf(sources);
    facilities = List.copyOf(facilities);
    if ((total == null) == sources.isEmpty()) {
      throw new IllegalArgumentException("an intensity names a total or sources: " + key);
    }
  }
}
