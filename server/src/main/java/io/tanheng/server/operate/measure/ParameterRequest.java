package io.tanheng.server.operate.measure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a parameter is to be, as the API takes it.
record ParameterRequest(
    @NotNull @Size(min = 1, max = 60) String sheet,
    @NotEmpty @Size(max = 8) List<@NotNull @Size(min = 1, max = 120) String> labels,
    @NotNull @Valid ParameterName name,
    @Nullable UUID unitId,
    @NotNull @Size(min = 1, max = 40) String unit,
    @NotNull ParameterKind kind,
    @NotNull SignRule signRule,
    @NotNull ObtainedBy obtainedBy,
    @NotNull @Size(max = 120) String responsible,
    @NotNull LocalDate validFrom,
    @Nullable @Size(max = 500) String reason) {
  DefineParameter toDefinition() {
    return new DefineParameter(
        sheet, labels, name, unitId, unit, kind, signRule, obtainedBy, responsible, validFrom);
  }
}
