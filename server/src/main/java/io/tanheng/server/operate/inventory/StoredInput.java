package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.ledger.LedgerLine;
import io.tanheng.server.operate.ledger.LineOrigin;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An input of a row as it was when the inventory was run, with the ledger lines it was read from.
/// Exactly one of `lines`, `constant` and `factor` says where it came from.
record StoredInput(
    String value,
    String unit,
    List<Line> lines,
    @Nullable Text constant,
    @Nullable FactorRef factor) {

  /// A ledger line in the version that was used.
  record Line(
      boolean plus,
      UUID lineId,
      int version,
      UUID parameterId,
      Text parameter,
      String month,
      String slot,
      String value,
      String unit,
      @Nullable String asWritten,
      String asWrittenUnit,
      String state,
      UUID enteredBy,
      Instant enteredAt,
      @Nullable String reason,
      @Nullable Imported imported,
      List<String> vouchers) {}

  record Imported(UUID importId, String file, String fileDigest, String sheet, String cell) {}

  static StoredInput of(Drawn.Input input, Map<ParameterId, Parameter> parameters) {
    return new StoredInput(
        Shown.decimal(input.quantity()),
        input.quantity().unit().symbol(),
        input.lines().stream().map(signed -> line(signed, parameters)).toList(),
        input.constant(),
        input.factor());
  }

  private static Line line(Drawn.Signed signed, Map<ParameterId, Parameter> parameters) {
    LedgerLine line = signed.line();
    Parameter parameter = parameters.get(line.parameterId());
    return new Line(
        signed.plus(),
        line.id().value(),
        line.version(),
        line.parameterId().value(),
        parameter == null
            ? Words.same(line.parameterId().value().toString())
            : parameter.name().text(),
        line.month().toString(),
        line.slot().name(),
        line.quantity().map(Shown::decimal).orElse(""),
        line.unit(),
        line.asWritten(),
        line.unitAsWritten(),
        line.state().name(),
        line.enteredBy().value(),
        line.enteredAt(),
        line.reason(),
        imported(line.origin()),
        line.voucherDigests());
  }

  private static @Nullable Imported imported(LineOrigin origin) {
    return switch (origin) {
      case LineOrigin.Manual _ -> null;
      case LineOrigin.Imported from ->
          new Imported(
              from.importId(), from.fileName(), from.fileDigest(), from.sheet(), from.cell());
    };
  }
}
