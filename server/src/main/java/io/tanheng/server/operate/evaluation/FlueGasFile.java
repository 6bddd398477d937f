package io.tanheng.server.operate.evaluation;

import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.wire.Years;
import io.tanheng.server.operate.evaluation.FlueGasContent.Measured;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a table of measurements from a .csv in UTF-8: a heading, then one row per month and point.
/// All problems are found in one pass.
final class FlueGasFile {
  private static final String SHEET = "csv";
  private static final int MOST_ROWS = 5000;

  /// What each column may be called.
  private static final Map<String, List<String>> HEADINGS =
      Map.of(
          "month", List.of("month", "月份"),
          "point", List.of("point", "监测点"),
          "flow", List.of("flow", "烟气流量"),
          "flowUnit", List.of("flow unit", "流量单位"),
          "concentration", List.of("concentration", "co2浓度"),
          "concentrationUnit", List.of("concentration unit", "浓度单位"),
          "mass", List.of("co2", "co2排放量"),
          "massUnit", List.of("co2 unit", "排放量单位"));

  private final String name;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Integer> columns = new LinkedHashMap<>();

  private FlueGasFile(String name) {
    this.name = name;
  }

  static List<FlueGasContent> read(String name, byte[] bytes) {
    return new FlueGasFile(name).rows(text(bytes));
  }

  private static String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      ProblemException refused = new ProblemException(EvaluationProblem.CSV_ENCODING);
      refused.initCause(e);
      throw refused;
    }
  }

  private List<FlueGasContent> rows(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() < 2) {
      throw new ProblemException(EvaluationProblem.CSV_EMPTY);
    }
    if (lines.size() > MOST_ROWS) {
      throw new ProblemException(EvaluationProblem.CSV_TOO_LONG, Map.of("most", MOST_ROWS));
    }
    heading(cells(lines.getFirst()));
    List<FlueGasContent> rows = new ArrayList<>();
    if (problems.isEmpty()) {
      rowsOf(lines, rows);
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(
          EvaluationProblem.FLUE_GAS_REFUSED, Map.of("count", problems.size()), problems);
    }
    return rows;
  }

  private void rowsOf(List<String> lines, List<FlueGasContent> rows) {
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        row(i + 1, cells(lines.get(i))).ifPresent(rows::add);
      }
    }
  }

  private void heading(List<String> cells) {
    HEADINGS.forEach((column, names) -> {
      for (int i = 0; i < cells.size(); i++) {
        if (names.contains(cells.get(i).toLowerCase(java.util.Locale.ROOT))) {
          columns.put(column, i);
        }
      }
    });
    for (String needed : List.of("month", "point")) {
      if (!columns.containsKey(needed)) {
        problems.add(
            Problem.error(
                    EvaluationProblem.CSV_COLUMN,
                    Map.of("column", String.join(" / ", HEADINGS.get(needed))))
                .at(Problem.Place.row(SHEET, 1)));
      }
    }
  }

  private Optional<FlueGasContent> row(int number, List<String> cells) {
    int before = problems.size();
    YearMonth month = month(number, cell(cells, "month"));
    String point = cell(cells, "point");
    Measured flow = measured(number, cells, "flow", "flowUnit");
    Measured concentration = measured(number, cells, "concentration", "concentrationUnit");
    Measured mass = measured(number, cells, "mass", "massUnit");
    if (point.isEmpty() || point.length() > 60) {
      problem(number, EvaluationProblem.CSV_CELL, "point", point);
    }
    return problems.size() > before || month == null
        ? Optional.empty()
        : Optional.of(new FlueGasContent(month, point, flow, concentration, mass, name));
  }

  private @Nullable YearMonth month(int number, String text) {
    try {
      YearMonth month = YearMonth.parse(text);
      if (month.getYear() >= Years.FIRST && month.getYear() <= Years.LAST) {
        return month;
      }
    } catch (DateTimeException notOne) {
      // Reported below, with the place.
    }
    problem(number, EvaluationProblem.CSV_CELL, "month", text);
    return null;
  }

  private @Nullable Measured measured(
      int number, List<String> cells, String column, String unitColumn) {
    String text = cell(cells, column);
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("\\d{1,30}(\\.\\d{1,20})?")) {
      problem(number, EvaluationProblem.CSV_CELL, column, text);
      return null;
    }
    return new Measured(new BigDecimal(text), cell(cells, unitColumn));
  }

  private String cell(List<String> cells, String column) {
    Integer at = columns.get(column);
    return at == null || at >= cells.size() ? "" : cells.get(at);
  }

  private void problem(int row, EvaluationProblem code, String column, String text) {
    problems.add(
        Problem.error(
                code,
                Map.of(
                    "column",
                    String.join(" / ", HEADINGS.getOrDefault(column, List.of(column))),
                    "value",
                    text.length() > 40 ? text.substring(0, 40) + "…" : text))
            .at(Problem.Place.row(SHEET, row)));
  }

  /// Cells of a line; quotes may hold commas.
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
