package io.tanheng.accounting;

import io.tanheng.units.Problem;
import java.util.List;

/// What a run comes to: an inventory, or every reason why there is none.
public sealed interface Outcome {

  record Calculated(Inventory inventory) implements Outcome {}

  record Refused(List<Problem> problems) implements Outcome {
    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a refusal needs at least one problem");
      }
    }
  }
}
