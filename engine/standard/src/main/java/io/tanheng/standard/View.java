package io.tanheng.standard;

import io.tanheng.units.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Another order of the results of an inventory (视图), such as the six categories of ISO 14064-1:
/// where each source of each edition belongs. It calculates nothing anew.
///
/// @param id path of the file within the standards, without ending
/// @param memos what is shown apart and enters no category
/// @param common where sources belong, by key
/// @param editions what is different in one edition, by its id
/// @param criteria by which indirect emissions are found significant; empty when the view knows
///   none
/// @param digest SHA-256 over every file the view was made of
public record View(
    String id,
    String number,
    Text title,
    Reference citation,
    List<Category> categories,
    List<Named> memos,
    Map<String, Placement> common,
    Map<String, Map<String, Placement>> editions,
    List<Named> criteria,
    List<Example> examples,
    Optional<Text> note,
    String digest) {

  /// A category with its parts.
  ///
  /// @param parts never empty
  public record Category(String id, Text name, List<Named> parts) {}

  public record Named(String id, Text name) {}

  /// Where a source belongs: a part of a category, or a memo.
  ///
  /// @param minus whether it lowers its part
  /// @param gas the gas it is emitted as, such as `CO2` or `PFC`
  /// @param remark what the reader must know of it
  public record Placement(
      Optional<String> part,
      Optional<String> memo,
      boolean minus,
      String gas,
      Optional<Text> remark) {}

  /// A worked example: sums of sources, and what each category and memo must show.
  ///
  /// @param edition id of the edition whose sources they are
  public record Example(
      String name, String edition, Map<String, String> sources, Map<String, String> expected) {}

  /// Where a source of an edition belongs.
  public Optional<Placement> find(String edition, String source) {
    Placement own = editions.getOrDefault(edition, Map.of()).get(source);
    return Optional.ofNullable(own == null ? common.get(source) : own);
  }
}
