package io.tanheng.server.operate.report.print;

import io.tanheng.server.foundation.problem.Language;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.report.content.ReportContent.Cell;
import io.tanheng.server.operate.report.content.ReportContent.Column;
import io.tanheng.server.operate.report.content.ReportContent.Figure;
import io.tanheng.server.operate.report.content.UnitText;
import java.util.Map;
import java.util.TreeMap;

/// What every printed form of a report needs beside its content.
///
/// @param number of the report, such as `2025-003`
/// @param link where the trace of the report opens
/// @param values of the placeholders, by name: `enterprise.name`
public record Paper(
    String number, int version, String link, Language language, Map<String, String> values) {
  public Paper {
    values = Map.copyOf(values);
  }

  String in(Text text) {
    return text.in(language);
  }

  String head(Column column) {
    String unit = column.unit();
    return unit == null ? in(column.name()) : in(column.name()) + "（" + UnitText.of(unit) + "）";
  }

  /// The characters of a cell, without the mark of confidence.
  String words(Cell cell) {
    Figure figure = cell.figure();
    if (figure != null) {
      return figure.unitShown()
          ? figure.printed() + " " + UnitText.of(figure.unit())
          : figure.printed();
    }
    return cell.text() == null ? "" : in(cell.text());
  }

  /// `◐` or `○` behind a figure that rests on anything less than a verified source.
  static String mark(Figure figure) {
    return switch (String.valueOf(figure.confidence())) {
      case "recalled" -> "◐";
      case "unsure" -> "○";
      default -> "";
    };
  }

  /// The placeholders as the nested maps a template engine looks them up in.
  Map<String, Object> model() {
    Map<String, Object> model = new TreeMap<>();
    values.forEach((name, value) -> {
      int dot = name.indexOf('.');
      if (dot < 0) {
        model.put(name, value);
      } else {
        @SuppressWarnings("unchecked") // only maps are put under a first word
        Map<String, Object> inner =
            (Map<String, Object>)
                model.computeIfAbsent(name.substring(0, dot), word -> new TreeMap<>());
        inner.put(name.substring(dot + 1), value);
      }
    });
    return model;
  }
}
