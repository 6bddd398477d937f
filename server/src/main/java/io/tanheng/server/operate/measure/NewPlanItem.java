package io.tanheng.server.operate.measure;

import io.tanheng.server.foundation.problem.Text;
import java.time.Year;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One item of a method plan: how one row of a source is fed in the years it holds for.
///
/// @param yearTo the last year it holds for; absent while no end is known
/// @param source key of the source in the method, or of the production group
/// @param labels texts for the method: fuel, material, product, facility …
/// @param noRowWhenIdle quantity symbol; a month in which it is zero and a needed value is blank
///   has no row
public record NewPlanItem(
    PlanUse use,
    String method,
    Year yearFrom,
    @Nullable Year yearTo,
    int position,
    String source,
    String item,
    Text itemName,
    Map<String, String> labels,
    @Nullable UUID facilityUnitId,
    @Nullable UUID processUnitId,
    Map<String, Binding> inputs,
    List<WhenMissing> whenMissing,
    @Nullable String noRowWhenIdle) {
  public NewPlanItem {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    whenMissing = List.copyOf(whenMissing);
  }

  public boolean holdsIn(Year year) {
    return !year.isBefore(yearFrom) && (yearTo == null || !year.isAfter(yearTo));
  }

  /// Every binding, those of [#whenMissing] included.
  public Stream<Binding> bindings() {
    return Stream.concat(
        inputs.values().stream(),
        whenMissing.stream().flatMap(rule -> rule.use().values().stream()));
  }
}
