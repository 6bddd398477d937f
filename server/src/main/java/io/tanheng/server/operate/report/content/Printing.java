package io.tanheng.server.operate.report.content;

import io.tanheng.server.operate.report.content.ReportContent.Figure;
import io.tanheng.server.operate.report.content.ReportContent.Part;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rounds figures, once each, by the rule of the layout.
record Printing(RoundingMode rounding) {

  /// A figure in the making.
  record Draft(
      String id,
      Rational exact,
      int decimals,
      String unit,
      boolean unitShown,
      @Nullable String trace,
      @Nullable String confidence) {}

  Figure print(Draft draft) {
    return print(draft, List.of());
  }

  Figure print(Draft draft, List<Part> sum) {
    return new Figure(
        draft.id(),
        draft.exact().toString(),
        round(draft.exact(), draft.decimals()).toPlainString(),
        draft.decimals(),
        draft.unit(),
        draft.unitShown(),
        draft.trace(),
        draft.confidence(),
        sum);
  }

  BigDecimal round(Rational exact, int decimals) {
    return exact.toDecimal(decimals, rounding);
  }

  /// The value in the first of the units it converts to; as it is where none is named.
  static Quantity in(Quantity value, List<String> units) {
    for (String name : units) {
      Unit unit = Units.standard().require(name);
      if (value.unit().convertsTo(unit)) {
        return value.in(unit);
      }
    }
    return value;
  }
}
