package io.tanheng.server.operate.crosscheck;

import io.tanheng.units.Quantity;
import io.tanheng.units.Units;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One row of a file of contracts, invoices or settlements, as written.
///
/// @param row counts from 1 with the heading
/// @param unit canonical symbol of `unitAsWritten`
/// @param price yuan per unit as written, without tax
/// @param month the month it belongs to; absent for a contract
/// @param validFrom first day of a contract, or day of issue of an invoice
/// @param meteringPoint empty where there is none
public record Document(
    DocumentId id,
    FileId file,
    int row,
    DocumentKind kind,
    String number,
    Direction direction,
    String partner,
    String item,
    BigDecimal quantity,
    String unit,
    String unitAsWritten,
    @Nullable BigDecimal price,
    @Nullable YearMonth month,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String contractNumber,
    Money money,
    String meteringPoint,
    @Nullable Registers registers,
    @Nullable String note) {

  /// Amounts of an invoice or settlement in yuan; `taxRate` in per cent.
  public record Money(
      @Nullable BigDecimal net,
      @Nullable BigDecimal taxRate,
      @Nullable BigDecimal tax,
      @Nullable BigDecimal gross) {}

  /// What a meter showed at the start and the end of the month.
  public record Registers(
      @Nullable String meterNumber, BigDecimal start, BigDecimal end, BigDecimal multiplier) {
    BigDecimal passed() {
      return end.subtract(start).multiply(multiplier);
    }
  }

  public Quantity amount() {
    return new Quantity(quantity, Units.standard().require(unit));
  }

  /// What the registers say, where the document has them.
  Optional<Quantity> amountByRegisters() {
    return Optional.ofNullable(registers)
        .map(shown -> new Quantity(shown.passed(), Units.standard().require(unit)));
  }

  boolean isOf(Year year) {
    return month != null && Year.of(month.getYear()).equals(year);
  }

  /// Whether a contract holds on any day of the month.
  boolean holdsIn(YearMonth wanted) {
    return validFrom != null
        && validTo != null
        && !validFrom.isAfter(wanted.atEndOfMonth())
        && !validTo.isBefore(wanted.atDay(1));
  }
}
