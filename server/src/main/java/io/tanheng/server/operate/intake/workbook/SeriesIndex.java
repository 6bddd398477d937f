package io.tanheng.server.operate.intake.workbook;

import io.tanheng.units.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Says of any cell which parameter and month it belongs to.
final class SeriesIndex {
  private final Map<String, Text> described = new HashMap<>();

  SeriesIndex(List<Series> series) {
    for (Series one : series) {
      one.months().forEach((month, cell) -> put(one, cell, Text.same(month.toString())));
      one.opening().ifPresent(cell -> put(one, cell, new Text("年初库存", "opening stock")));
      one.closing().ifPresent(cell -> put(one, cell, new Text("年末库存", "closing stock")));
      one.total().ifPresent(cell -> put(one, cell, new Text("全年", "year")));
    }
  }

  private void put(Series series, SeriesCell cell, Text column) {
    described.put(
        series.sheet() + "!" + cell.ref(),
        new Text(series.name() + "，" + column.zh(), series.name() + ", " + column.en()));
  }

  /// The labels and the month of a cell, or `-` for a cell of no series.
  Text describe(String sheet, CellRef ref) {
    return described.getOrDefault(sheet + "!" + ref, Text.same("-"));
  }
}
