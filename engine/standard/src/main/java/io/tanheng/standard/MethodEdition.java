package io.tanheng.standard;

import io.tanheng.units.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// One edition of a method (核算方法版本), as loaded and checked: immutable, named by [#id()] and pinned
/// by [#digest()].
///
/// @param id such as `gbt-32151-5@2015`
/// @param number such as `GB/T 32151.5-2015`
/// @param known what is known of an edition whose text is not confirmed
/// @param factorSets the first is the default
/// @param digest SHA-256 over every file the edition was made of
public record MethodEdition(
    String id,
    String number,
    Text title,
    String sector,
    EditionStatus status,
    Optional<String> issued,
    Optional<String> effective,
    Optional<String> replaces,
    Optional<String> replacedBy,
    Optional<Text> known,
    List<String> gases,
    List<Citation> citations,
    List<FactorSet> factorSets,
    Map<String, EmissionSource> sources,
    List<Total> totals,
    List<String> memos,
    Production production,
    List<Intensity> intensities,
    List<Indicator> indicators,
    List<String> examples,
    String digest) {

  public Optional<FactorSet> findFactorSet(String id) {
    return factorSets.stream().filter(set -> set.id().equals(id)).findFirst();
  }

  /// The source with this key; an unknown key is a bug, see [#sources()].
  public EmissionSource source(String key) {
    return Objects.requireNonNull(sources.get(key));
  }

  /// Every key of a total, once, in order.
  public List<String> totalKeys() {
    return totals.stream().map(Total::key).distinct().toList();
  }
}
