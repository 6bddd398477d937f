package io.tanheng.bench;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.expression.Expression;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.DataBindingPropertyAccessor;
import org.springframework.expression.spel.support.SimpleEvaluationContext;

/// The same formulas as expressions of the Spring Expression Language, parsed once.
final class SpelFormulas {

  private static final String AMOUNT = "(in + open - close - other - out)";

  private final Map<PlainRow.Kind, Expression> expressions = new EnumMap<>(PlainRow.Kind.class);
  private final SimpleEvaluationContext context =
      SimpleEvaluationContext.forPropertyAccessors(DataBindingPropertyAccessor.forReadOnlyAccess())
          .build();

  SpelFormulas() {
    var parser = new SpelExpressionParser();
    expressions.put(
        PlainRow.Kind.COMBUSTION,
        parser.parseExpression(AMOUNT + " * heat * carbon * oxidation * 44 / 12"));
    expressions.put(PlainRow.Kind.CARBON, parser.parseExpression(AMOUNT + " * carbon * 44 / 12"));
    expressions.put(PlainRow.Kind.FACTOR, parser.parseExpression(AMOUNT + " * factor"));
  }

  /// The sum of each source, by its number.
  BigDecimal[] sums(List<PlainRow> rows, int sources) {
    var sums = new BigDecimal[sources];
    Arrays.fill(sums, BigDecimal.ZERO);
    for (PlainRow row : rows) {
      Expression expression = expressions.get(row.kind());
      if (expression == null) {
        throw new IllegalStateException("no expression for " + row.kind());
      }
      BigDecimal value = expression.getValue(context, row, BigDecimal.class);
      if (value != null) {
        sums[row.source()] = sums[row.source()].add(value);
      }
    }
    return sums;
  }
}
