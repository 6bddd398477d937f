package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.FigureTrace.Input;
import io.tanheng.server.operate.inventory.FigureTrace.Part;
import io.tanheng.server.operate.inventory.InventoryStore.RowSum;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the explanations of one inventory have in common: which run it is, and names.
record TraceWords(InventoryHead head, TraceInputs inputs) {

  InventoryView view() {
    return head.view();
  }

  FigureTrace trace(Named figure, RowTrace.Step step, List<Part> parts, List<Input> inputs) {
    return trace(figure, step, step.exact(), parts, inputs, List.of());
  }

  FigureTrace trace(
      Named figure,
      RowTrace.Step step,
      @Nullable String exact,
      List<Part> parts,
      List<Input> inputs,
      List<Text> notes) {
    return new FigureTrace(
        figure.figure(),
        figure.label(),
        figure.value(),
        figure.unit(),
        exact,
        step.formula(),
        step.substituted(),
        parts,
        inputs,
        notes,
        run());
  }

  /// A figure with its name, as the inventory shows it.
  record Named(String figure, Text label, String value, String unit) {}

  Text rowLabel(RowSum row, boolean withMonth) {
    Text item =
        view().items().stream()
            .filter(i ->
                i.source().equals(row.source())
                    && i.key().equals(row.item())
                    && Objects.equals(i.facility(), row.facility()))
            .findFirst()
            .map(InventoryView.Item::name)
            .orElse(Words.same(row.item()));
    return withMonth
        ? new Text(row.month() + " " + item.zh(), item.en() + ", " + row.month())
        : item;
  }

  FigureTrace.Run run() {
    return new FigureTrace.Run(
        head.id().value(),
        head.number(),
        head.method(),
        view().method().number(),
        view().method().title(),
        inputs.person(head.createdBy()),
        head.createdAt(),
        head.provisional(),
        head.digest());
  }

  ProblemException notFound(String figure) {
    return new ProblemException(InventoryProblem.FIGURE_NOT_FOUND, Map.of("figure", figure));
  }
}
