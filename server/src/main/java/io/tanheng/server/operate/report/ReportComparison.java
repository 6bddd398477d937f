package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.report.content.ReportContent;
import io.tanheng.server.operate.report.content.ReportContent.Cell;
import io.tanheng.server.operate.report.content.ReportContent.Column;
import io.tanheng.server.operate.report.content.ReportContent.Figure;
import io.tanheng.server.operate.report.content.ReportContent.Line;
import io.tanheng.server.operate.report.content.ReportContent.Table;
import io.tanheng.server.operate.report.content.UnitText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What changed from one version of a report to another, cell by cell.
record ReportComparison(int before, int after, int unchanged, List<Change> changes) {
  ReportComparison {
    changes = List.copyOf(changes);
  }

  enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /// One cell.
  ///
  /// @param difference of two figures of one unit
  record Change(
      Kind kind,
      String table,
      Text tableTitle,
      Text line,
      Text column,
      @Nullable Text before,
      @Nullable Text after,
      @Nullable String difference,
      @Nullable String unit,
      @Nullable String figureBefore,
      @Nullable String figureAfter) {}

  private record Place(
      String table, Text title, String lineKey, Text line, Column column, Cell cell) {}

  static ReportComparison of(int before, ReportContent older, int after, ReportContent newer) {
    Map<String, Place> old = places(older);
    Map<String, Place> now = places(newer);
    Set<String> all = new LinkedHashSet<>(now.keySet());
    all.addAll(old.keySet());
    List<Change> changes = new ArrayList<>();
    int same = 0;
    for (String key : all) {
      Place was = old.get(key);
      Place is = now.get(key);
      Text first = was == null ? null : words(was.cell());
      Text second = is == null ? null : words(is.cell());
      if (Objects.equals(first, second)) {
        same++;
      } else {
        changes.add(change(was, is));
      }
    }
    return new ReportComparison(before, after, same, changes);
  }

  private static Change change(@Nullable Place was, @Nullable Place is) {
    Place shown = Objects.requireNonNull(is == null ? was : is);
    Figure before = was == null ? null : was.cell().figure();
    Figure after = is == null ? null : is.cell().figure();
    return new Change(
        was == null ? Kind.ADDED : is == null ? Kind.REMOVED : Kind.CHANGED,
        shown.table(),
        shown.title(),
        shown.line(),
        shown.column().name(),
        was == null ? null : words(was.cell()),
        is == null ? null : words(is.cell()),
        difference(before, after),
        after == null ? null : after.unit(),
        before == null ? null : before.id(),
        after == null ? null : after.id());
  }

  private static @Nullable String difference(@Nullable Figure before, @Nullable Figure after) {
    if (before == null || after == null || !before.unit().equals(after.unit())) {
      return null;
    }
    return new BigDecimal(after.printed())
        .subtract(new BigDecimal(before.printed()))
        .toPlainString();
  }

  private static Map<String, Place> places(ReportContent content) {
    Map<String, Place> places = new LinkedHashMap<>();
    content.tables().forEach(table -> table.lines().forEach(line -> add(places, table, line)));
    return places;
  }

  private static void add(Map<String, Place> places, Table table, Line line) {
    Text name = words(line.cells().getFirst());
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      Cell cell = line.cells().get(i);
      if (cell.figure() == null && (cell.text() == null || cell.text().zh().isEmpty())) {
        continue;
      }
      places.put(
          table.number() + "\n" + line.key() + "\n" + column.key(),
          new Place(table.number(), table.title(), line.key(), name, column, cell));
    }
  }

  private static Text words(Cell cell) {
    Figure figure = cell.figure();
    if (figure != null) {
      String unit = figure.unitShown() ? " " + UnitText.of(figure.unit()) : "";
      return new Text(figure.printed() + unit, figure.printed() + unit);
    }
    return cell.text() == null ? new Text("", "") : cell.text();
  }
}
