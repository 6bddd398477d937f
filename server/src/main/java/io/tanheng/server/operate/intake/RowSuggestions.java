package io.tanheng.server.operate.intake;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.operate.intake.RowPlan.Target;
import io.tanheng.server.operate.measure.DefineParameter;
import io.tanheng.server.operate.suggest.BindingSuggestion;
import io.tanheng.server.operate.suggest.DescribedRow;
import io.tanheng.server.operate.suggest.Suggestions;
import io.tanheng.server.plan.organization.Enterprises;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// What rows without a parameter may feed in the methods of the enterprise.
@Component
class RowSuggestions {
  private final Suggestions suggestions;
  private final Enterprises enterprises;

  RowSuggestions(Suggestions suggestions, Enterprises enterprises) {
    this.suggestions = suggestions;
    this.enterprises = enterprises;
  }

  Function<RowPlan, List<BindingSuggestion>> of(EnterpriseId enterprise) {
    List<String> methods = enterprises.require(enterprise).profile().methods();
    return row ->
        row.target() instanceof Target.Proposed(DefineParameter proposed)
            ? methods.stream()
                .flatMap(method -> suggestions.of(method, described(proposed)).stream())
                .toList()
            : List.of();
  }

  private static DescribedRow described(DefineParameter proposed) {
    return new DescribedRow(proposed.labels(), proposed.unitAsWritten(), proposed.kind());
  }
}
