package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the result of one row came about, as stored with the run: the formula, the same with values,
/// and each input down to the given value, the factor or the route that made it.
///
/// @param figures further figures of the row that indicators use, such as its heat
record RowTrace(Step step, List<Text> notes, List<Figure> figures) {
  RowTrace {
    figures = figures == null ? List.of() : List.copyOf(figures);
  }

  record Figure(String key, Text name, Step step) {}

  /// A formula with its values.
  ///
  /// @param exact the unrounded value, a decimal or a fraction
  record Step(
      FormulaText formula,
      FormulaText substituted,
      String value,
      String unit,
      @Nullable String exact,
      List<Input> inputs) {}

  record FormulaText(String text, String latex) {}

  /// One symbol of a formula. `given` names the symbol of the row whose drawn input it is.
  record Input(
      String symbol,
      Text name,
      String value,
      String unit,
      @Nullable String asWritten,
      Kind kind,
      @Nullable String given,
      @Nullable Factor factor,
      @Nullable Route route) {}

  enum Kind {
    GIVEN,
    FACTOR,
    CONSTANT,
    ROUTE
  }

  record Factor(
      String table,
      Text tableTitle,
      String row,
      Text rowName,
      String column,
      Text columnName,
      String value,
      String unit,
      Text citation,
      String confidence) {}

  record Route(String id, Text name, Step step) {}
}
