package io.tanheng.server.operate.crosscheck;

import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ledger and documents of one match side by side, in one month or, without month, in the year.
///
/// @param ledger absent where the ledger has no value; in the unit of the match's first parameter
/// @param documents their sum in the same unit, each number counted once
/// @param counted the documents that were added up
/// @param contracted what contracts of the year agree on; only beside the invoices of a year
record Comparison(
    Match match,
    DocumentKind kind,
    @Nullable YearMonth month,
    @Nullable Quantity ledger,
    Quantity documents,
    List<Document> counted,
    BigDecimal tolerancePercent,
    @Nullable Quantity contracted) {
  private static final int PERCENT_DECIMALS = 6;

  /// How the two agree.
  enum Status {
    AGREES,
    WITHIN_TOLERANCE,
    DIFFERS
  }

  Comparison {
    counted = List.copyOf(counted);
  }

  /// Documents minus ledger.
  Quantity difference() {
    return ledger == null ? documents : documents.minus(ledger);
  }

  /// The difference in per cent of the ledger value, exact; empty where that is none.
  private Optional<Rational> share() {
    return ledger == null || ledger.value().isZero()
        ? Optional.empty()
        : Optional.of(difference().value().times(Rational.of(100)).dividedBy(ledger.value().abs()));
  }

  /// [#share()] for people, to six decimals half up.
  Optional<BigDecimal> percent() {
    return share().map(exact -> exact.toDecimal(PERCENT_DECIMALS, RoundingMode.HALF_UP));
  }

  Status status() {
    if (difference().value().isZero()) {
      return Status.AGREES;
    }
    boolean within =
        share()
            .filter(exact -> exact.abs().compareTo(Rational.of(tolerancePercent)) <= 0)
            .isPresent();
    return within ? Status.WITHIN_TOLERANCE : Status.DIFFERS;
  }

  /// The same comparison had the documents come to something else.
  Comparison with(Quantity otherDocuments) {
    return new Comparison(
        match, kind, month, ledger, otherDocuments, counted, tolerancePercent, contracted);
  }
}
