package io.tanheng.accounting;

import io.tanheng.standard.Factor;
import io.tanheng.standard.Rule;
import io.tanheng.units.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What comes of a rule: its figures, or every reason why there are none.
public sealed interface RuleOutcome {

  /// The figures of the rule.
  ///
  /// @param parameters the numbers of the rule that were used, with their source
  /// @param due the date, when the rule is about one
  record Computed(
      Rule rule, List<RuleFigure> figures, List<Factor> parameters, Optional<LocalDate> due)
      implements RuleOutcome {

    public Computed {
      figures = List.copyOf(figures);
      parameters = List.copyOf(parameters);
    }

    public Optional<RuleFigure> find(String key) {
      return figures.stream().filter(figure -> figure.key().equals(key)).findFirst();
    }
  }

  record Refused(List<Problem> problems) implements RuleOutcome {

    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a refusal needs at least one problem");
      }
    }
  }
}
