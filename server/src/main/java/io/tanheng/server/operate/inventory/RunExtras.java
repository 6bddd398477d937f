package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a run keeps beside its rows: the production it was compared with, and how its indicators
/// came about.
record RunExtras(List<Production> production, List<IndicatorTrace> indicators) {

  record Production(
      String key, Text name, @Nullable String facility, Map<String, StoredInput> inputs) {}

  /// @param members what the sums of the formula run over
  record IndicatorTrace(
      String key, @Nullable String facility, RowTrace.Step step, List<Member> members) {
    IndicatorTrace {
      members = members == null ? List.of() : List.copyOf(members);
    }
  }

  /// One member of a sum: figures of a row, or production of a facility.
  record Member(@Nullable Integer row, @Nullable String facility, List<MemberValue> values) {}

  record MemberValue(String key, Text name, String value, String unit) {}
}
