package io.tanheng.bench;

import io.tanheng.accounting.AccountingInput;
import io.tanheng.accounting.InputRow;
import io.tanheng.accounting.InputValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A row reduced to what a program written by hand would hold: the numbers as entered, in columns.
///
/// The amount of every kind of row is `in + open - close - other - out`; an amount entered directly
/// stands in `in`.
///
/// @param kind decides the formula, see [Kind]
/// @param heat GJ per unit of the amount
/// @param carbon tC/GJ, or tC/t for [Kind#CARBON]
/// @param oxidation a share
/// @param factor tCO2 per unit of the amount
record PlainRow(
    int source,
    Kind kind,
    BigDecimal in,
    BigDecimal open,
    BigDecimal close,
    BigDecimal other,
    BigDecimal out,
    BigDecimal heat,
    BigDecimal carbon,
    BigDecimal oxidation,
    BigDecimal factor) {

  /// How the numbers of a row become tCO2; what the units of the row leave to powers of ten is in
  /// [#scale].
  enum Kind {
    /// amount × heat × carbon × oxidation × 44/12
    COMBUSTION,
    /// amount × factor
    FACTOR,
    /// amount × carbon share × 44/12
    CARBON
  }

  private static final List<String> AMOUNTS = List.of("Q_in", "FC", "P", "M", "AD", "Q_sold", "E");

  /// The rows of an input, with units brought to t, 10^4 Nm3, MWh, GJ, as a program that knows its
  /// columns has them.
  static List<PlainRow> of(AccountingInput input) {
    List<PlainRow> rows = new ArrayList<>();
    int source = 0;
    for (Map.Entry<String, List<InputRow>> entry : input.rows().entrySet()) {
      for (InputRow row : entry.getValue()) {
        rows.add(of(source, row));
      }
      source++;
    }
    return rows;
  }

  private static PlainRow of(int source, InputRow row) {
    boolean sold = row.quantities().containsKey("Q_sold");
    boolean combustion = row.quantities().containsKey("NCV");
    boolean share = row.quantities().containsKey("w_C");
    Kind kind = combustion ? Kind.COMBUSTION : share ? Kind.CARBON : Kind.FACTOR;
    BigDecimal amount =
        AMOUNTS.stream()
            .filter(row.quantities()::containsKey)
            .findFirst()
            .map(name -> number(row, name))
            .orElseThrow(() -> new IllegalStateException("no amount in " + row));
    return new PlainRow(
        source,
        kind,
        amount,
        number(row, sold ? "S_close" : "S_open"),
        number(row, sold ? "S_open" : "S_close"),
        number(row, "Q_other"),
        number(row, "Q_out"),
        number(row, "NCV"),
        number(row, share ? "w_C" : "CC"),
        number(row, "OF"),
        number(row, "EF"));
  }

  private static BigDecimal number(InputRow row, String name) {
    InputValue value = row.quantities().get(name);
    if (value == null) {
      return BigDecimal.ZERO;
    }
    return switch (value.quantity().unit().symbol()) {
      case "10^4 kWh" -> value.quantity().value().toDecimal().movePointRight(1);
      case "kJ/kg", "tC/TJ" -> value.quantity().value().toDecimal().movePointLeft(3);
      case "%" -> value.quantity().value().toDecimal().movePointLeft(2);
      case "t",
          "10^4 Nm3",
          "GJ",
          "MWh",
          "GJ/t",
          "GJ/10^4 Nm3",
          "MJ/kg",
          "tC/GJ",
          "tC/t",
          "tCO2/t",
          "tCO2/GJ",
          "tCO2/MWh",
          "tCO2" ->
          value.quantity().value().toDecimal();
      default -> throw new IllegalStateException("unit " + value.quantity().unit());
    };
  }
}
