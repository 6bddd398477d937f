package io.tanheng.accounting;

import io.tanheng.standard.MethodEdition;
import io.tanheng.standard.Total;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Sums of rows and totals of sums.
final class Sums {

  private static final Unit CO2 = Units.standard().require("tCO2");
  private static final Unit CO2E = Units.standard().require("tCO2e");

  private Sums() {}

  static Map<String, Quantity> bySource(MethodEdition edition, List<RowResult> rows) {
    var values = new LinkedHashMap<String, List<Rational>>();
    for (RowResult row : rows) {
      values.computeIfAbsent(row.source(), _ -> new ArrayList<>()).add(row.result().value());
    }
    var quantities = new LinkedHashMap<String, Quantity>();
    values.forEach((key, list) ->
        quantities.put(key, new Quantity(Rational.sum(list), edition.source(key).unit())));
    return quantities;
  }

  /// The totals that apply, over the given sums of sources; a source without sum is zero.
  static Map<String, TotalResult> totals(
      MethodEdition edition, Map<String, Quantity> sources, Set<String> sourcesWithRows) {
    var known = new LinkedHashMap<>(sources);
    var totals = new LinkedHashMap<String, TotalResult>();
    for (Total total : edition.totals()) {
      if (totals.containsKey(total.key()) || !total.applies(sourcesWithRows)) {
        continue;
      }
      List<TotalResult.Term> terms = new ArrayList<>();
      total.plus().forEach(key -> terms.add(term(total, key, 1, known)));
      total.minus().forEach(key -> terms.add(term(total, key, -1, known)));
      Rational sum = Rational.ZERO;
      for (TotalResult.Term term : terms) {
        Rational value = inUnitOf(total, term.value());
        sum = term.sign() > 0 ? sum.plus(value) : sum.minus(value);
      }
      var value = new Quantity(sum, total.unit());
      known.put(total.key(), value);
      totals.put(
          total.key(),
          new TotalResult(
              total.key(), total.name(), total.level(), value, total.subtotal(), terms));
    }
    return totals;
  }

  private static TotalResult.Term term(
      Total total, String key, int sign, Map<String, Quantity> known) {
    Quantity value = known.get(key);
    return new TotalResult.Term(
        key, sign, value == null ? new Quantity(Rational.ZERO, total.unit()) : value);
  }

  /// How often each source enters a total, with its sign: 1, -1, or 0 when it does not.
  static Map<String, Integer> shares(Map<String, TotalResult> totals, String key) {
    var shares = new LinkedHashMap<String, Integer>();
    TotalResult total = totals.get(key);
    if (total != null) {
      total
          .terms()
          .forEach(term -> {
            if (totals.containsKey(term.key())) {
              shares(totals, term.key())
                  .forEach(
                      (source, share) -> shares.merge(source, term.sign() * share, Integer::sum));
            } else {
              shares.merge(term.key(), term.sign(), Integer::sum);
            }
          });
    }
    return shares;
  }

  /// A mass of CO2 or CO2 equivalent as tCO2e.
  static Quantity asCo2e(Quantity quantity) {
    return quantity.unit().convertsTo(CO2)
        ? new Quantity(quantity.in(CO2).value(), CO2E)
        : quantity.in(CO2E);
  }

  /// CO2 enters a total in CO2e as it stands: its warming potential is 1 by definition.
  private static Rational inUnitOf(Total total, Quantity value) {
    if (value.unit().convertsTo(total.unit())) {
      return value.in(total.unit()).value();
    }
    if (value.unit().convertsTo(CO2) && total.unit().convertsTo(CO2E)) {
      return new Quantity(value.in(CO2).value(), CO2E).in(total.unit()).value();
    }
    throw new IllegalStateException(value.unit() + " does not enter " + total.key());
  }
}
