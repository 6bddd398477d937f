package io.tanheng.formula;

import io.tanheng.units.Problem;
import io.tanheng.units.SourcePosition;
import java.util.Comparator;
import java.util.List;

/// Orders problems as a reader meets them.
final class Places {

  private static final Comparator<Problem> READING_ORDER =
      Comparator.comparing(
          problem -> problem.position().orElseThrow(),
          Comparator.comparingInt(SourcePosition::line).thenComparingInt(SourcePosition::column));

  private Places() {}

  static List<Problem> sorted(List<Problem> problems) {
    return problems.stream().sorted(READING_ORDER).toList();
  }
}
