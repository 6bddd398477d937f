package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.units.Quantity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the engine made of drawn inputs: results, or every reason why there are none.
sealed interface Accounted {
  record Calculated(
      List<AccountedRow> rows,
      Map<String, Quantity> totals,
      List<IndicatorValue> indicators,
      List<Problem> warnings)
      implements Accounted {}

  record Refused(List<Problem> problems) implements Accounted {}

  record IndicatorValue(
      String key,
      Text name,
      @Nullable String facility,
      Quantity value,
      RowTrace.Step step,
      List<RunExtras.Member> members) {}
}
