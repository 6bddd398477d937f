package io.tanheng.standard;

import io.tanheng.units.Text;
import io.tanheng.units.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A result beside the totals: a heat-supply ratio, a load factor, a weighted mean. Its formulas
/// may use production inputs, totals and earlier indicators; it is left out when something it needs
/// is not there.
///
/// @param perFacility whether it is also computed for each facility that has production or rows
/// @param needs names that must have a value
/// @param over the row figures, series or facilities its sums run over
/// @param result whether worked cases list it among the results
/// @param caseName its name in worked cases
public record Indicator(
    String key,
    Text name,
    Unit unit,
    boolean perFacility,
    boolean result,
    List<String> needs,
    Optional<Over> over,
    List<Way> ways,
    Optional<String> caseName,
    Optional<Reference> citation) {

  /// What the sums of an indicator run over.
  ///
  /// @param kind what the members of the sums are
  /// @param source the source whose row figures are summed, or the series of production; empty for
  ///   facilities
  /// @param first whether only the first row counts
  /// @param every whether the indicator is left out when one row that should have the figures has
  ///   not
  public record Over(
      OverKind kind, String source, boolean first, boolean every, List<String> figures) {}

  /// What a sum runs over.
  public enum OverKind {
    /// The rows of a source that have the figures.
    ROWS,
    /// The days of a series of production.
    SERIES,
    /// The facilities whose production gives the figures.
    FACILITIES
  }

  /// One way to compute it; the first whose conditions hold is taken.
  ///
  /// @param lead input that must be given
  /// @param absentOrZero input that must be absent or zero
  /// @param label labels the production must carry
  public record Way(
      String id,
      Text name,
      Optional<String> lead,
      Optional<String> absentOrZero,
      Map<String, String> label,
      MethodFormula formula) {}
}
