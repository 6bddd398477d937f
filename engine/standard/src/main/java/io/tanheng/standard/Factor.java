package io.tanheng.standard;

import io.tanheng.units.Quantity;
import io.tanheng.units.Text;

/// One value of a default table (缺省值), with its source: what a calculation points to.
///
/// @param table id of the table, the path of its file
/// @param row id of the row, such as a fuel
/// @param column key of the column, such as `NCV`
/// @param printed the number as the file writes it
public record Factor(
    String table,
    Text tableTitle,
    String row,
    Text rowName,
    String column,
    Text columnName,
    Quantity value,
    String printed,
    Reference source) {

  /// `common/heat/heat#default.EF`: names this factor within the standards.
  public String id() {
    return table + "#" + row + "." + column;
  }

  public Confidence confidence() {
    return source.confidence();
  }
}
