package io.tanheng.server.operate.intake.workbook;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/// The middle of some values.
final class Median {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private Median() {}

  static BigDecimal of(Collection<BigDecimal> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values");
    }
    List<BigDecimal> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : sorted.get(middle - 1).add(sorted.get(middle)).divide(TWO);
  }
}
