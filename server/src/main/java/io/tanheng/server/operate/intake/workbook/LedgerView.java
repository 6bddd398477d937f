package io.tanheng.server.operate.intake.workbook;

import io.tanheng.units.Quantity;
import io.tanheng.units.Text;
import io.tanheng.units.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// What the plausibility checks look at: the series with their meanings and units.
final class LedgerView {
  /// Digits kept when a row is compared in another row's unit.
  private static final int COMPARED_DECIMALS = 12;

  private final List<LedgerSheet> sheets;
  private final Map<Series, Meaning> meanings = new HashMap<>();
  private final Map<Series, Optional<Unit>> units = new HashMap<>();
  private final Vocabulary vocabulary;
  private final CheckRules rules;
  private final SeriesIndex index;

  LedgerView(
      LedgerBook book,
      Function<Series, Meaning> meanings,
      Vocabulary vocabulary,
      CheckRules rules) {
    this.sheets = book.sheets();
    this.vocabulary = vocabulary;
    this.rules = rules;
    this.index = new SeriesIndex(book.series());
    for (Series series : book.series()) {
      this.meanings.put(series, meanings.apply(series));
      this.units.put(series, UnitChecks.unit(series));
    }
  }

  List<LedgerSheet> sheets() {
    return sheets;
  }

  List<Series> series() {
    return sheets.stream().flatMap(sheet -> sheet.series().stream()).toList();
  }

  Meaning.Kind kind(Series series) {
    return Objects.requireNonNull(meanings.get(series)).kind();
  }

  Optional<Unit> unit(Series series) {
    return units.getOrDefault(series, Optional.empty());
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  CheckRules rules() {
    return rules;
  }

  SeriesIndex index() {
    return index;
  }

  boolean convertible(Series one, Series other) {
    return unit(one).isPresent()
        && unit(other).isPresent()
        && unit(one).get().convertsTo(unit(other).get());
  }

  /// A month of one series in the unit of another; a blank month counts as nothing.
  BigDecimal valueIn(Series series, YearMonth month, Series unitOf) {
    return series.value(month).map(value -> convert(value, series, unitOf)).orElse(BigDecimal.ZERO);
  }

  BigDecimal convert(BigDecimal value, Series from, Series to) {
    Unit own = unit(from).orElseThrow();
    Unit wanted = unit(to).orElseThrow();
    return own.equals(wanted)
        ? value
        : Quantity.of(value.toPlainString(), own)
            .in(wanted)
            .toDecimal(COMPARED_DECIMALS, RoundingMode.HALF_UP);
  }

  /// A finding at a cell of a series, with its place and labels as arguments.
  Finding finding(IntakeProblem code, Series series, SeriesCell cell, Map<String, Text> more) {
    Map<String, Text> args = new HashMap<>(more);
    args.put("sheet", Text.same(series.sheet()));
    args.put("cell", Text.same(cell.ref().toString()));
    args.put("label", index.describe(series.sheet(), cell.ref()));
    args.put("content", Text.same(cell.shown()));
    return Finding.of(code, Place.cell(series.sheet(), cell.ref()), args);
  }

  static Text number(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return Text.same((plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString());
  }
}
