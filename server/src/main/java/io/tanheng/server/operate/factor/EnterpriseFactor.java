package io.tanheng.server.operate.factor;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.units.Quantity;
import io.tanheng.units.Units;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A factor of the enterprise (企业排放因子): measured, from a supplier, or set by itself.
public record EnterpriseFactor(
    EnterpriseFactorId id,
    int number,
    Content content,
    State state,
    int version,
    AccountId enteredBy,
    Instant enteredAt,
    AccountId changedBy,
    Instant changedAt,
    @Nullable String retiredReason) {

  /// What is entered and approved.
  ///
  /// @param factorSet name of the enterprise's own set it belongs to
  /// @param method edition the factor is meant for, with the input `symbol` of one of its sources
  /// @param facilityUnitId where it was measured; absent for the whole enterprise
  /// @param printed the value as it stands in the report
  /// @param reportDigest the laboratory report in the vault
  public record Content(
      Text name,
      Kind kind,
      @Nullable String factorSet,
      String method,
      String source,
      String symbol,
      @Nullable UUID facilityUnitId,
      BigDecimal value,
      String printed,
      String unit,
      LocalDate validFrom,
      LocalDate validTo,
      String laboratory,
      String reportNumber,
      @Nullable String reportDigest,
      String remark) {}

  /// What the value rests on.
  public enum Kind {
    /// 实测.
    MEASURED,
    /// 供应商提供.
    SUPPLIER,
    /// 企业自定.
    SET
  }

  /// How far it is.
  public enum State {
    DRAFT,
    SUBMITTED,
    APPROVED,
    /// Not to be used any more; what used it stays as it is.
    RETIRED
  }

  boolean isChangeable() {
    return state == State.DRAFT || state == State.SUBMITTED;
  }

  Quantity quantity() {
    return new Quantity(content.value(), Units.standard().require(content.unit()));
  }
}
