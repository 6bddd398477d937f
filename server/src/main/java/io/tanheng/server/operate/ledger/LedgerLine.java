package io.tanheng.server.operate.ledger;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.units.Quantity;
import io.tanheng.units.Units;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A version of a ledger line.
///
/// @param value exact, in `unit`; absent where the line was cleared
/// @param unit that of the parameter, or the written one where the conversion is no finite decimal
/// @param writtenValue the number as it was entered, in `unitAsWritten`
/// @param asWritten the characters of the source
/// @param enteredBy who made this version
public record LedgerLine(
    LineId id,
    LineKey key,
    int version,
    LineState state,
    @Nullable BigDecimal value,
    String unit,
    @Nullable BigDecimal writtenValue,
    @Nullable String asWritten,
    String unitAsWritten,
    LineOrigin origin,
    AccountId enteredBy,
    Instant enteredAt,
    @Nullable String reason,
    List<Problem> warnings,
    List<String> voucherDigests) {
  public LedgerLine {
    warnings = List.copyOf(warnings);
    voucherDigests = List.copyOf(voucherDigests);
  }

  public ParameterId parameterId() {
    return key.parameterId();
  }

  public YearMonth month() {
    return key.month();
  }

  public Slot slot() {
    return key.slot();
  }

  /// Value and unit, where there is a value.
  public Optional<Quantity> quantity() {
    return value == null
        ? Optional.empty()
        : Optional.of(Quantity.of(value.toPlainString(), Units.standard().require(unit)));
  }
}
