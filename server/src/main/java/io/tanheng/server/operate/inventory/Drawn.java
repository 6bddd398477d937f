package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.ledger.LedgerLine;
import io.tanheng.server.operate.ledger.LineState;
import io.tanheng.server.operate.measure.PlanItem;
import io.tanheng.standard.Factor;
import io.tanheng.units.Quantity;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything an inventory is computed from, drawn from plan and ledger: rows by item and month,
/// production of the period, and what stands against accounting it.
record Drawn(List<Row> rows, List<Production> production, List<Problem> problems) {
  Drawn {
    rows = List.copyOf(rows);
    production = List.copyOf(production);
    problems = List.copyOf(problems);
  }

  /// Lines that nobody has confirmed yet.
  int openLines() {
    return (int)
        rows.stream()
            .flatMap(row -> row.inputs().values().stream())
            .flatMap(input -> input.lines().stream())
            .map(Signed::line)
            .filter(line -> line.state() == LineState.OPEN)
            .map(LedgerLine::id)
            .distinct()
            .count();
  }

  /// One plan item in one month. `position` counts from 1 and names the row in the run. `note` says
  /// which rule of the plan replaced a missing value.
  record Row(
      int position,
      PlanItem item,
      YearMonth month,
      Map<String, Input> inputs,
      @Nullable Text note) {
    Row {
      inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }
  }

  /// A quantity of output over the whole period, with the symbols its plan item binds.
  record Production(PlanItem item, Map<String, Input> inputs) {
    Production {
      inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }
  }

  /// A value for one symbol and where it comes from; exactly one of the three origins. `picked` is
  /// what `factor` names.
  record Input(
      Quantity quantity,
      List<Signed> lines,
      @Nullable Text constant,
      @Nullable FactorRef factor,
      @Nullable Factor picked) {
    Input {
      lines = List.copyOf(lines);
    }

    static Input of(Quantity quantity, List<Signed> lines) {
      return new Input(quantity, lines, null, null, null);
    }

    static Input constant(Quantity quantity, Text origin) {
      return new Input(quantity, List.of(), origin, null, null);
    }

    static Input factor(Factor factor) {
      FactorRef ref = new FactorRef(factor.table(), factor.row(), factor.column());
      return new Input(factor.value(), List.of(), null, ref, factor);
    }
  }

  /// A ledger line with the sign it enters with.
  record Signed(boolean plus, LedgerLine line) {}
}
