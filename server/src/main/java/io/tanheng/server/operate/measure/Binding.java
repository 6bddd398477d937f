package io.tanheng.server.operate.measure;

import io.tanheng.server.foundation.problem.Text;
import java.math.BigDecimal;
import java.util.List;

/// Where an input of a method takes its value from.
public sealed interface Binding {
  /// The ledger value of the month.
  record OfParameter(ParameterId parameterId) implements Binding {}

  /// The stock at the start of the month: the line of the month before; in January the opening
  /// stock of the year.
  record Opening(ParameterId parameterId) implements Binding {}

  /// Sum and difference of parameters of one kind of unit.
  record Combination(List<Term> terms) implements Binding {
    public Combination {
      terms = List.copyOf(terms);
    }
  }

  /// A fixed value, with where it comes from.
  record Constant(BigDecimal value, String unit, Text origin) implements Binding {}

  /// A row of a factor table of the catalogue.
  record Factor(String table, String row, String column) implements Binding {}

  /// The parameters it reads.
  default List<ParameterId> parameters() {
    return switch (this) {
      case OfParameter(ParameterId id) -> List.of(id);
      case Opening(ParameterId id) -> List.of(id);
      case Combination(List<Term> terms) -> terms.stream().map(Term::parameterId).toList();
      case Constant _, Factor _ -> List.of();
    };
  }
}
