package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.Text;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The explanation of one figure as the trace drawer shows it: either the figures it is the sum of
/// (`parts`), or the formula with every input down to ledger line, factor and person (`inputs`).
record FigureTrace(
    String figure,
    Text label,
    String value,
    String unit,
    @Nullable String exact,
    RowTrace.@Nullable FormulaText formula,
    RowTrace.@Nullable FormulaText substituted,
    List<Part> parts,
    List<Input> inputs,
    List<Text> notes,
    Run run) {

  record Part(String figure, Text label, String sign, String value, String unit) {}

  record Input(
      String symbol,
      Text name,
      String value,
      String unit,
      @Nullable String asWritten,
      Origin origin,
      @Nullable LedgerOrigin ledger,
      RowTrace.@Nullable Factor factor,
      @Nullable Text constant,
      @Nullable RouteOrigin route) {}

  enum Origin {
    LEDGER,
    FACTOR,
    CONSTANT,
    ROUTE
  }

  record LedgerOrigin(
      UUID lineId,
      int version,
      UUID parameterId,
      Text parameter,
      String month,
      boolean opening,
      String state,
      Person enteredBy,
      Instant enteredAt,
      @Nullable Person confirmedBy,
      @Nullable Instant confirmedAt,
      @Nullable String reason,
      @Nullable UUID importId,
      @Nullable String importFile,
      @Nullable String importFileDigest,
      @Nullable String sheet,
      @Nullable String cell,
      List<String> vouchers) {}

  /// A value that was itself computed: one of the method's routes, or ledger values put together.
  record RouteOrigin(
      String id,
      Text name,
      RowTrace.FormulaText formula,
      RowTrace.FormulaText substituted,
      String value,
      String unit,
      List<Input> inputs) {}

  record Person(UUID id, String name) {}

  record Run(
      UUID id,
      int number,
      String method,
      String methodNumber,
      Text methodTitle,
      Person createdBy,
      Instant createdAt,
      boolean provisional,
      String digest) {}
}
