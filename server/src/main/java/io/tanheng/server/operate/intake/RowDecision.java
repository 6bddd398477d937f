package io.tanheng.server.operate.intake;

import io.tanheng.server.operate.measure.ObtainedBy;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.ParameterKind;
import io.tanheng.server.operate.measure.ParameterName;
import io.tanheng.server.operate.measure.SignRule;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person decided about a row of the workbook.
///
/// @param rowId the row as the preview names it: `sheet!cell`
public record RowDecision(String rowId, Choice choice) {
  /// What becomes of the row.
  public sealed interface Choice {
    /// Its values are those of a parameter.
    record Take(ParameterId parameterId) implements Choice {}

    /// A new parameter is made for it; absent members follow the proposal.
    record Create(NewParameter parameter) implements Choice {}

    /// It is not imported, now and with the next file.
    record Ignore() implements Choice {}
  }

  /// A parameter to be made; labels, sheet and unit are those of the row.
  public record NewParameter(
      @Nullable ParameterName name,
      @Nullable ParameterKind kind,
      @Nullable SignRule signRule,
      @Nullable ObtainedBy obtainedBy,
      @Nullable String responsible,
      @Nullable UUID unitId) {
    static final NewParameter AS_PROPOSED = new NewParameter(null, null, null, null, null, null);
  }
}
