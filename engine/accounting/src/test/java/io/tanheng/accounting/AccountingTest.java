package io.tanheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.standard.Catalogue;
import io.tanheng.standard.MethodEdition;
import io.tanheng.standard.Standards;
import io.tanheng.testkit.Chance;
import io.tanheng.units.Problem;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountingTest {

  private static final Catalogue CATALOGUE = Standards.packaged();
  private static final MethodEdition STEEL = CATALOGUE.edition("gbt-32151-5@2015").require();
  private static final String FUEL = "fossil-fuel-combustion";

  @Test
  void refuses_an_edition_whose_text_is_not_confirmed() {
    MethodEdition edition = CATALOGUE.edition("gbt-32151-5@2026").require();

    Outcome outcome =
        Accounting.run(edition, FactorChoice.DEFAULT, new AccountingInput(Map.of(), List.of()));

    assertThat(codes(outcome)).containsExactly("accounting.edition-not-confirmed");
  }

  @Test
  void takes_the_defaults_of_the_chosen_factor_set() {
    AccountingInput input = fuel(row("a", Map.of("fuel", "anthracite"), "FC", "100 t"));

    Inventory first = calculated(Accounting.run(STEEL, FactorChoice.DEFAULT, input));
    Inventory other = calculated(Accounting.run(STEEL, FactorChoice.of("unified-2015"), input));

    assertThat(figure(first, "total")).isEqualTo("192.378099");
    assertThat(figure(other, "total")).isEqualTo("252.151240");
    assertThat(first.flags()).containsEntry("default", 1);
  }

  @Test
  void replaces_a_default_by_the_enterprises_own_value_and_says_so() {
    String factor = "common/fuels/first-batch-2013#anthracite.NCV";
    var own = new FactorChoice.Replacement(quantity("25 GJ/t"), "lab-7", "measured in March");
    var choice = new FactorChoice(Optional.empty(), Map.of(factor, own));

    Inventory inventory =
        calculated(
            Accounting.run(
                STEEL, choice, fuel(row("a", Map.of("fuel", "anthracite"), "FC", "100 t"))));

    assertThat(figure(inventory, "total")).isEqualTo("236.872167");
    RowResult.UsedFactor used = inventory.rows().getFirst().factors().getFirst();
    assertThat(used.factor().printed()).isEqualTo("20.304");
    assertThat(used.replacement()).contains(own);
  }

  @Test
  void refuses_to_replace_a_factor_the_edition_does_not_have() {
    var own = new FactorChoice.Replacement(quantity("25 GJ/t"), "lab-7", "measured");
    var choice = new FactorChoice(Optional.empty(), Map.of("common/fuels/x#y.NCV", own));

    Outcome outcome = Accounting.run(STEEL, choice, fuel());

    assertThat(codes(outcome)).containsExactly("accounting.unknown-factor");
  }

  @Test
  void finds_all_problems_of_all_rows_at_once_and_names_their_place() {
    AccountingInput input =
        fuel(
            row("a", Map.of("fuel", "diesel", "item", "trucks"), "FC", "10 MWh"),
            row("b", Map.of("fuel", "raw-coal"), "FC", "5 t"),
            row("c", Map.of("fuel", "coke"), "Q_in", "-5 t"));

    Outcome.Refused refused = (Outcome.Refused) Accounting.run(STEEL, FactorChoice.DEFAULT, input);

    assertThat(codes(refused))
        .containsExactly(
            "accounting.unit-differs",
            "accounting.missing-factor",
            "accounting.missing-factor",
            "accounting.missing-factor",
            "accounting.negative-value");
    Problem first = refused.problems().getFirst();
    assertThat(first.text().en())
        .isEqualTo(
            "Fossil fuel combustion, row 1 (trucks): FC (net consumption) is in MWh (energy),"
                + " which does not convert to t (mass); correct the unit.");
    assertThat(first.args().get("rowId").en()).isEqualTo("a");
    assertThat(first.args().get("symbol").en()).isEqualTo("FC");
  }

  @Test
  void a_trace_ends_in_what_was_entered_and_in_the_factors_used() {
    Inventory inventory =
        calculated(
            Accounting.run(
                STEEL,
                FactorChoice.DEFAULT,
                fuel(row("a", Map.of("fuel", "coke"), "Q_in", "100 t", "S_close", "4 t"))));

    var trace = (Trace.Computed) inventory.rows().getFirst().trace();

    assertThat(trace.text()).isEqualTo("FC × C × OF × 44/12");
    var consumption = (Trace.Computed) trace.parts().getFirst();
    assertThat(consumption.route().orElseThrow().id()).isEqualTo("stock-balance");
    assertThat(consumption.value().text()).isEqualTo("96 t");
    var bought = (Trace.Entered) consumption.parts().getFirst();
    assertThat(bought.asWritten()).isEqualTo("100 t");
    assertThat(bought.reference()).isEqualTo("line:a.Q_in");
    assertThat(consumption.parts().get(1)).isInstanceOf(Trace.AbsentZero.class);
    var oxidation = (Trace.FromTable) trace.parts().get(2);
    assertThat(oxidation.factor().id()).isEqualTo("common/fuels/first-batch-2013#coke.OF");
    assertThat(oxidation.value().text()).isEqualTo("93 %");
  }

  @Test
  void a_published_factor_a_person_picked_stays_visible_in_the_trace() {
    var factor =
        CATALOGUE
            .findFactor("common/electricity/announcement-2024-33#central-china.EF")
            .orElseThrow();
    var row =
        new InputRow(
            new RowId("e"),
            Map.of("AD", value("e", "AD", "10 MWh"), "EF", InputValue.of(factor)),
            Map.of());

    Inventory inventory =
        calculated(
            Accounting.run(
                STEEL,
                FactorChoice.DEFAULT,
                new AccountingInput(Map.of("purchased-electricity", List.of(row)), List.of())));

    var trace = (Trace.Computed) inventory.rows().getFirst().trace();
    assertThat(((Trace.Entered) trace.parts().get(1)).factor()).contains(factor);
    assertThat(figure(inventory, "total")).isEqualTo("5.395000");
  }

  @Test
  void a_memo_of_signs_total_subtracts_what_leaves_in_products() {
    InputRow steel = row("p", Map.of("product", "crude-steel"), "AD", "1000 t");
    InputRow coke = row("a", Map.of("fuel", "coke"), "FC", "100 t");

    Inventory inventory =
        calculated(
            Accounting.run(
                STEEL,
                FactorChoice.DEFAULT,
                new AccountingInput(
                    Map.of(FUEL, List.of(coke), "fixed-carbon", List.of(steel)), List.of())));

    Rational total = inventory.totals().get("total").value().value();
    Rational fuel = inventory.sources().get(FUEL).value().value();
    assertThat(total).isEqualTo(fuel.minus(Rational.of("15.4")));
    assertThat(inventory.sources().get("fixed-carbon").value().value())
        .isEqualTo(Rational.of("15.4"));
  }

  @Test
  void months_add_up_to_the_year_exactly() {
    var rows = new ArrayList<InputRow>();
    for (int month = 1; month <= 12; month++) {
      Map<String, String> labels =
          Map.of(
              "fuel", "diesel", "month", "2025-%02d".formatted(month), "facility", "m" + month % 3);
      rows.add(row("r" + month, labels, "FC", month + ".37 t"));
    }

    Inventory inventory =
        calculated(
            Accounting.run(
                STEEL, FactorChoice.DEFAULT, new AccountingInput(Map.of(FUEL, rows), List.of())));

    for (String label : List.of("month", "facility")) {
      Rational sum = Rational.ZERO;
      for (GroupResult group : inventory.groupedBy(label)) {
        sum = sum.plus(group.totals().get("total").value());
      }
      assertThat(sum).as(label).isEqualTo(inventory.totals().get("total").value().value());
    }
    assertThat(inventory.groupedBy("month")).hasSize(12);
    assertThat(inventory.group("month", "2025-03").totals().get("total").value())
        .isEqualTo(inventory.rows().get(2).result().value());
  }

  @Test
  void splitting_a_quantity_never_changes_the_sum() {
    Chance.forAll(chance -> {
      BigDecimal whole = chance.positiveDecimal();
      BigDecimal part = chance.decimal();
      Inventory together =
          calculated(
              Accounting.run(
                  STEEL,
                  FactorChoice.DEFAULT,
                  fuel(row("a", Map.of("fuel", "coke"), "FC", whole.toPlainString() + " t"))));
      Inventory apart =
          calculated(
              Accounting.run(
                  STEEL,
                  FactorChoice.DEFAULT,
                  fuel(
                      row("a", Map.of("fuel", "coke"), "FC", part.toPlainString() + " t"),
                      row(
                          "b",
                          Map.of("fuel", "coke"),
                          "FC",
                          whole.subtract(part).toPlainString() + " t"))));

      assertThat(apart.totals().get("total").value())
          .isEqualTo(together.totals().get("total").value());
    });
  }

  @Test
  void comparing_names_only_what_differs_and_by_how_much() {
    InputRow coke = row("a", Map.of("fuel", "coke"), "FC", "100 t");
    InputRow coal = row("b", Map.of("fuel", "anthracite"), "FC", "100 t");
    Inventory before = calculated(Accounting.run(STEEL, FactorChoice.DEFAULT, fuel(coke, coal)));
    Inventory after =
        calculated(Accounting.run(STEEL, FactorChoice.of("unified-2015"), fuel(coke, coal)));

    Comparison comparison = Accounting.compare(before, after);

    assertThat(comparison.totals()).extracting(Comparison.Difference::key).containsExactly("total");
    assertThat(comparison.rows()).extracting(Comparison.Difference::key).containsExactly("a", "b");
    assertThat(comparison.factors())
        .anyMatch(f ->
            f.row().equals("b")
                && f.symbol().equals("NCV")
                && f.before().orElseThrow().text().equals("20.304 GJ/t")
                && f.after().orElseThrow().text().equals("26.7 GJ/t"));
    assertThat(Accounting.compare(before, before).totals()).isEmpty();
  }

  @Test
  void the_written_inventory_is_the_same_every_time() {
    AccountingInput input = fuel(row("a", Map.of("fuel", "coke"), "FC", "100 t"));

    String once = json(calculated(Accounting.run(STEEL, FactorChoice.DEFAULT, input)));
    String again = json(calculated(Accounting.run(STEEL, FactorChoice.DEFAULT, input)));

    assertThat(once).isEqualTo(again).contains("\"origin\":\"FACTOR\"");
  }

  @Test
  void an_indicator_is_computed_for_each_facility_that_has_production() {
    MethodEdition power = CATALOGUE.edition("mee-power@2022").require();
    Map<String, String> labels = Map.of("fuel", "raw-coal", "facility", "1#");
    InputRow coal = row("c", labels, "FC", "1000 t", "C_ar", "0.5 tC/t", "OF", "99 %");
    var production =
        new ProductionInput(
            "1#",
            Map.of("W_fd", value("p", "W_fd", "2000 MWh"), "W_cy", value("p", "W_cy", "100 MWh")),
            Map.of(),
            Map.of(),
            Map.of());

    Inventory inventory =
        calculated(
            Accounting.run(
                power,
                FactorChoice.DEFAULT,
                new AccountingInput(Map.of(FUEL, List.of(coal)), List.of(production))));

    assertThat(inventory.indicators())
        .filteredOn(i -> i.facility().equals("1#"))
        .extracting(IndicatorResult::key)
        .contains("alpha", "W_gd", "S_gd", "S_fd")
        .doesNotContain("S_gr", "b_g");
  }

  private static AccountingInput fuel(InputRow... rows) {
    return new AccountingInput(Map.of(FUEL, List.of(rows)), List.of());
  }

  private static InputRow row(String id, Map<String, String> labels, String... symbols) {
    var quantities = new HashMap<String, InputValue>();
    for (int i = 0; i < symbols.length; i += 2) {
      quantities.put(symbols[i], value(id, symbols[i], symbols[i + 1]));
    }
    return new InputRow(new RowId(id), quantities, labels);
  }

  private static InputValue value(String id, String symbol, String written) {
    return InputValue.of(quantity(written), written, "line:" + id + "." + symbol);
  }

  private static Quantity quantity(String written) {
    int gap = written.indexOf(' ');
    return Quantity.of(
        written.substring(0, gap), Units.standard().require(written.substring(gap + 1)));
  }

  private static Inventory calculated(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Calculated(Inventory inventory) -> inventory;
      case Outcome.Refused(List<Problem> problems) ->
          throw new AssertionError(problems.stream().map(p -> p.text().en()).toList().toString());
    };
  }

  private static List<String> codes(Outcome outcome) {
    return ((Outcome.Refused) outcome).problems().stream().map(p -> p.code().key()).toList();
  }

  private static String figure(Inventory inventory, String total) {
    return InventoryJson.figure(inventory.totals().get(total).value());
  }

  private static String json(Inventory inventory) {
    return JsonWriter.compact(InventoryJson.full(inventory));
  }
}
