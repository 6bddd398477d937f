package io.tanheng.server.operate.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a parameter is to be.
///
/// @param unitAsWritten any writing [io.tanheng.units.Units] understands
public record DefineParameter(
    String sheet,
    List<String> labels,
    ParameterName name,
    @Nullable UUID unitId,
    String unitAsWritten,
    ParameterKind kind,
    SignRule signRule,
    ObtainedBy obtainedBy,
    String responsible,
    LocalDate validFrom) {
  public DefineParameter {
    labels = List.copyOf(labels);
  }
}
