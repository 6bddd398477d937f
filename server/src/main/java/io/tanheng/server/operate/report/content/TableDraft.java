package io.tanheng.server.operate.report.content;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.report.content.ReportContent.Cell;
import io.tanheng.server.operate.report.content.ReportContent.Column;
import io.tanheng.server.operate.report.content.ReportContent.Line;
import io.tanheng.server.operate.report.content.ReportContent.Role;
import io.tanheng.server.operate.report.content.ReportContent.Table;
import io.tanheng.server.operate.report.layout.ReportLayout.Caption;
import java.util.ArrayList;
import java.util.List;

/// Collects the lines of one table and numbers them.
final class TableDraft {
  private final Caption caption;
  private final List<Column> columns;
  private final List<Line> lines = new ArrayList<>();

  TableDraft(Caption caption, List<Column> columns) {
    this.caption = caption;
    this.columns = List.copyOf(columns);
  }

  /// The id the next line will have.
  String nextId() {
    return caption.number() + "-" + (lines.size() + 1);
  }

  void add(String key, Role role, List<Cell> cells) {
    List<Cell> all = new ArrayList<>(cells);
    while (all.size() < columns.size()) {
      all.add(Cell.empty());
    }
    lines.add(new Line(nextId(), key, role, all));
  }

  List<Line> lines() {
    return lines;
  }

  /// The table; one without lines says so.
  Table finish() {
    if (lines.isEmpty()) {
      add("none", Role.LINE, List.of(Cell.of(new Text("无", "none"))));
    }
    return new Table(
        caption.number(), caption.title(), caption.landscape(), columns, lines, caption.note());
  }
}
