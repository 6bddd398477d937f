package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.operate.measure.ParameterId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A match (对应关系) a person confirmed: the parameters of the ledger whose sum a document item is
/// compared with, or why it is not compared.
///
/// @param tolerancePercent instead of the tolerance of the parameters' kind
public record Match(
    MatchId id,
    ItemKey key,
    List<ParameterId> parameters,
    @Nullable String notCompared,
    @Nullable BigDecimal tolerancePercent,
    int version,
    AccountId confirmedBy,
    Instant confirmedAt) {
  public Match {
    parameters = List.copyOf(parameters);
  }

  /// What documents call the goods: invoices and contracts by item, settlements by item and
  /// metering point (otherwise empty).
  public record ItemKey(Direction direction, String item, String meteringPoint) {
    public ItemKey {
      item = item.strip();
      meteringPoint = meteringPoint.strip();
    }

    static ItemKey of(Document document) {
      return new ItemKey(document.direction(), document.item(), document.meteringPoint());
    }

    /// For people: `电力 · 220kV总降一线`.
    String shown() {
      return meteringPoint.isEmpty() ? item : item + " · " + meteringPoint;
    }
  }

  /// What a person confirms; `version` 0 for a new match.
  public record Confirm(
      ItemKey key,
      List<ParameterId> parameters,
      @Nullable String notCompared,
      @Nullable BigDecimal tolerancePercent,
      int version) {
    public Confirm {
      parameters = List.copyOf(parameters);
    }
  }
}
