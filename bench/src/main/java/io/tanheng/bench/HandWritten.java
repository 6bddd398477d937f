package io.tanheng.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// The formulas of the sample written out by hand in [BigDecimal]: no units, no checks, no trace.
final class HandWritten {

  private static final BigDecimal FORTY_FOUR = BigDecimal.valueOf(44);
  private static final BigDecimal TWELVE = BigDecimal.valueOf(12);

  private HandWritten() {}

  /// The sum of each source, by its number.
  static BigDecimal[] sums(List<PlainRow> rows, int sources) {
    var sums = new BigDecimal[sources];
    java.util.Arrays.fill(sums, BigDecimal.ZERO);
    for (PlainRow row : rows) {
      sums[row.source()] = sums[row.source()].add(emission(row));
    }
    return sums;
  }

  private static BigDecimal emission(PlainRow row) {
    BigDecimal amount =
        row.in().add(row.open()).subtract(row.close()).subtract(row.other()).subtract(row.out());
    return switch (row.kind()) {
      case COMBUSTION ->
          carbonDioxide(
              amount.multiply(row.heat()).multiply(row.carbon()).multiply(row.oxidation()));
      case CARBON -> carbonDioxide(amount.multiply(row.carbon()));
      case FACTOR -> amount.multiply(row.factor());
    };
  }

  private static BigDecimal carbonDioxide(BigDecimal carbon) {
    return carbon.multiply(FORTY_FOUR).divide(TWELVE, MathContext.DECIMAL128);
  }
}
