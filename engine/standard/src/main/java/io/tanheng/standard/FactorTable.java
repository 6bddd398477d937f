package io.tanheng.standard;

import io.tanheng.units.Text;
import java.util.Map;
import java.util.Optional;

/// A default table (缺省值表): rows by id, values with unit, source and confidence.
///
/// @param id path of the file within the standards, without ending
/// @param label text label of an input row that names a row of this table, such as `fuel`
/// @param published date of publication, when the whole table has one
public record FactorTable(
    String id,
    Text title,
    String label,
    Optional<String> published,
    Map<String, Text> columns,
    Map<String, FactorRow> rows) {

  public Optional<Factor> find(String row, String column) {
    return Optional.ofNullable(rows.get(row)).map(r -> r.factors().get(column));
  }
}
