package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.standard.Confidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Shows in a trace which factors were confirmed against the printed standard since, and by whom.
@Component
class RaisedMarks {
  private final ObjectProvider<FactorMarks> marks;

  RaisedMarks(ObjectProvider<FactorMarks> marks) {
    this.marks = marks;
  }

  FigureTrace show(EnterpriseId enterprise, FigureTrace trace) {
    Map<String, Text> raised = new HashMap<>();
    marks.stream().forEach(port -> raised.putAll(port.list(enterprise)));
    if (raised.isEmpty()) {
      return trace;
    }
    return new FigureTrace(
        trace.figure(),
        trace.label(),
        trace.value(),
        trace.unit(),
        trace.exact(),
        trace.formula(),
        trace.substituted(),
        trace.parts(),
        inputs(trace.inputs(), raised),
        trace.notes(),
        trace.run());
  }

  private static List<FigureTrace.Input> inputs(
      List<FigureTrace.Input> inputs, Map<String, Text> raised) {
    return inputs.stream().map(input -> input(input, raised)).toList();
  }

  private static FigureTrace.Input input(FigureTrace.Input input, Map<String, Text> raised) {
    FigureTrace.RouteOrigin route = input.route();
    return new FigureTrace.Input(
        input.symbol(),
        input.name(),
        input.value(),
        input.unit(),
        input.asWritten(),
        input.origin(),
        input.ledger(),
        factor(input.factor(), raised),
        input.constant(),
        route == null
            ? null
            : new FigureTrace.RouteOrigin(
                route.id(),
                route.name(),
                route.formula(),
                route.substituted(),
                route.value(),
                route.unit(),
                inputs(route.inputs(), raised)));
  }

  private static RowTrace.@Nullable Factor factor(
      RowTrace.@Nullable Factor factor, Map<String, Text> raised) {
    if (factor == null) {
      return null;
    }
    Text by =
        raised.get(
            factor.table() + "#" + factor.row() + "." + factor.column() + "=" + factor.value());
    if (by == null) {
      return factor;
    }
    return new RowTrace.Factor(
        factor.table(),
        factor.tableTitle(),
        factor.row(),
        factor.rowName(),
        factor.column(),
        factor.columnName(),
        factor.value(),
        factor.unit(),
        new Text(factor.citation().zh() + "；" + by.zh(), factor.citation().en() + "; " + by.en()),
        MethodView.word(Confidence.VERIFIED));
  }
}
