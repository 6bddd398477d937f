package io.tanheng.server.foundation.wire;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/// A decimal with its unit as the API writes it: `{"value": "1234.5", "unit": "t"}`.
///
/// A wire type only; inside the server use `io.tanheng.units.Quantity`.
public record Amount(@NotNull BigDecimal value, @NotNull @Size(max = 40) String unit) {}
