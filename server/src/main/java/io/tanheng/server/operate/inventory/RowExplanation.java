package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.InventoryStore.StoredRow;
import io.tanheng.units.Rational;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Explains a row, or a further figure of a row such as its heat, down to ledger lines and factors.
record RowExplanation(
    InventoryStore store,
    JsonMapper json,
    EnterpriseId enterprise,
    InventoryHead head,
    TraceWords words,
    TraceInputs inputs) {
  private static final TypeReference<Map<String, StoredInput>> INPUTS = new TypeReference<>() {};

  /// @param figure `row:<position>` or `row:<position>:<figure of the row>`
  FigureTrace of(String figure) {
    String[] parts = figure.split(":", 3);
    StoredRow row =
        position(parts)
            .flatMap(position -> store.row(enterprise, head.id(), position))
            .orElseThrow(() -> words.notFound(figure));
    RowTrace trace = json.readValue(row.trace(), RowTrace.class);
    Map<String, StoredInput> drawn = json.readValue(row.inputs(), INPUTS);
    inputs.load(drawn.values());
    Text label = words.rowLabel(row.sum(), true);
    if (parts.length == 3) {
      RowTrace.Figure part =
          trace.figures().stream()
              .filter(one -> one.key().equals(parts[2]))
              .findFirst()
              .orElseThrow(() -> words.notFound(figure));
      Text name = RatioExplanation.joined(label, part.name());
      return trace(figure, name, part.step(), drawn, List.of());
    }
    return words.trace(
        new TraceWords.Named(figure, label, Shown.result(Rational.of(row.exact())), row.unit()),
        trace.step(),
        row.exact(),
        List.of(),
        inputs.inputs(trace.step(), drawn),
        trace.notes());
  }

  private FigureTrace trace(
      String figure,
      Text label,
      RowTrace.Step step,
      Map<String, StoredInput> drawn,
      List<Text> notes) {
    String exact = step.exact();
    String value = exact == null ? step.value() : Shown.result(Rational.of(exact));
    return words.trace(
        new TraceWords.Named(figure, label, value, step.unit()),
        step,
        exact,
        List.of(),
        inputs.inputs(step, drawn),
        notes);
  }

  private static Optional<Integer> position(String[] parts) {
    return parts.length >= 2 && parts[1].matches("\\d{1,9}")
        ? Optional.of(Integer.valueOf(parts[1]))
        : Optional.empty();
  }
}
