package io.tanheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tanheng.standard.Catalogue;
import io.tanheng.standard.EditionStatus;
import io.tanheng.standard.MethodEdition;
import io.tanheng.standard.Standards;
import io.tanheng.standard.View;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Text;
import io.tanheng.units.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class InventoryViewTest {

  private static final Catalogue CATALOGUE = Standards.packaged();
  private static final View ISO = CATALOGUE.view("views/iso-14064-1-2018").require();

  @TestFactory
  Stream<DynamicTest> every_example_of_every_view_agrees() {
    return CATALOGUE.viewIds().stream()
        .map(id -> CATALOGUE.view(id).require())
        .map(view ->
            DynamicTest.dynamicTest(
                view.id(),
                () -> {
                  List<ExampleCheck.Line> lines = ExampleCheck.of(view, CATALOGUE);

                  assertThat(lines).isNotEmpty().allMatch(ExampleCheck.Line::agrees);
                }));
  }

  @Test
  void the_lines_of_the_reconciliation_lead_from_the_method_to_the_view() {
    InventoryView view =
        InventoryView.of(
                ISO,
                declared(
                    "gbt-32151-10@2015",
                    Map.of("feedstock", "900", "co2-recovery", "120", "exported-heat", "30.5")),
                List.of())
            .require();

    assertThat(view.methodTotal().text()).isEqualTo("749.5 tCO2e");
    assertThat(view.total().text()).isEqualTo("900 tCO2e");
    assertThat(view.reconciliation())
        .extracting(line -> line.source() + " " + line.value().text())
        .containsExactlyInAnyOrder("co2-recovery 120 tCO2e", "exported-heat 30.5 tCO2e");
    assertReconciled(view);
  }

  private static void assertReconciled(InventoryView view) {
    Quantity sum = view.methodTotal();
    for (InventoryView.Line line : view.reconciliation()) {
      sum = sum.plus(line.value());
    }
    assertThat(sum).isEqualTo(view.total());
  }

  /// An inventory of amounts that are given, not calculated.
  private static Inventory declared(String method, Map<String, String> sources) {
    MethodEdition edition = CATALOGUE.edition(method).require();
    var rows = new LinkedHashMap<String, List<InputRow>>();
    sources.forEach((key, amount) -> {
      String unit = edition.source(key).unit().symbol();
      rows.put(
          key, List.of(new InputRow(new RowId(key), Map.of("E", value(amount, unit)), Map.of())));
    });
    return inventory(edition, rows);
  }

  private static Inventory inventory(MethodEdition edition, Map<String, List<InputRow>> rows) {
    return ((Outcome.Calculated)
            Accounting.run(edition, FactorChoice.DEFAULT, new AccountingInput(rows, List.of())))
        .inventory();
  }

  private static InputValue value(String number, String unit) {
    return InputValue.of(Quantity.of(number, Units.standard().require(unit)), "line");
  }

  @Test
  void every_view_knows_every_source_of_every_edition() {
    var homeless = new ArrayList<String>();
    for (String id : CATALOGUE.viewIds()) {
      View view = CATALOGUE.view(id).require();
      for (String method : CATALOGUE.editionIds()) {
        MethodEdition edition = CATALOGUE.edition(method).require();
        if (edition.status() != EditionStatus.TEXT_NOT_CONFIRMED) {
          edition.sources().values().stream()
              .filter(source -> source.unit().symbol().startsWith("tCO2"))
              .filter(source -> view.find(method, source.key()).isEmpty())
              .forEach(source -> homeless.add(id + ": " + method + " " + source.key()));
        }
      }
    }

    assertThat(homeless).isEmpty();
  }

  @Test
  void shows_what_the_method_does_not_calculate_and_keeps_biogenic_co2_apart() {
    Inventory inventory = declared("gbt-32151-5@2015", Map.of("flux", "100"));

    InventoryView view =
        InventoryView.of(
                ISO,
                inventory,
                List.of(
                    addition("3.1", "CO2", "25"), addition("biogenic-co2-emission", "CO2", "999")))
            .require();

    assertThat(view.total().text()).isEqualTo("125 tCO2e");
    assertThat(view.sum("biogenic-co2-emission").text()).isEqualTo("999 tCO2e");
    assertReconciled(view);
  }

  @Test
  void puts_vehicles_apart_from_boilers_and_whole_sources_elsewhere() {
    MethodEdition edition = CATALOGUE.edition("gbt-32151-15@2023").require();
    Inventory inventory =
        inventory(
            edition,
            Map.of(
                "fossil-fuel-combustion",
                List.of(declared("1", "1000", "boilers"), declared("2", "30", "transport")),
                "flare-normal",
                List.of(declared("3", "8", "flare"))));
    var vehicles =
        new InventoryView.Move(
            "fossil-fuel-combustion",
            Optional.of(new InventoryView.Label("process", "transport")),
            "1.2");
    var flares = new InventoryView.Move("flare-normal", Optional.empty(), "1.1");

    InventoryView view =
        InventoryView.of(ISO, inventory, List.of(), List.of(vehicles, flares)).require();

    assertThat(view.sum("1.1").text()).isEqualTo("1008 tCO2e");
    assertThat(view.sum("1.2").text()).isEqualTo("30 tCO2e");
    assertThat(view.reconciliation()).isEmpty();
    var nowhere = new InventoryView.Move("flare-normal", Optional.empty(), "1.9");
    assertThat(InventoryView.of(ISO, inventory, List.of(), List.of(nowhere)).problems())
        .extracting(p -> p.code())
        .containsExactly(AccountingProblem.NOT_IN_VIEW);
  }

  private static InputRow declared(String id, String amount, String process) {
    return new InputRow(
        new RowId(id), Map.of("E", value(amount, "tCO2")), Map.of("process", process));
  }

  @Test
  void names_the_sources_of_a_category_for_its_uncertainty() {
    Inventory inventory = declared("gbt-32151-5@2015", Map.of("flux", "100", "fixed-carbon", "40"));
    InventoryView view = InventoryView.of(ISO, inventory, List.of()).require();
    var rule =
        new UncertaintyPlan.Rule(
            "all",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Distribution.Shape.NORMAL,
            10,
            UncertaintyPlan.Shared.NONE,
            "test");

    Uncertainty direct =
        Uncertainty.ofSources(
            inventory,
            new UncertaintyPlan(List.of(rule), List.of()),
            "1",
            view.shares("1"),
            1_000,
            1);

    assertThat(view.shares("1")).isEqualTo(Map.of("flux", 1, "fixed-carbon", -1));
    assertThat(direct.value()).isEqualTo(60);
    assertThat(direct.propagated().half()).isCloseTo(Math.hypot(10, 4), within(1e-9));
  }

  private static InventoryView.Addition addition(String place, String gas, String amount) {
    return new InventoryView.Addition(
        place, Text.same("freight"), gas, value(amount, "tCO2e").quantity(), "invoices");
  }

  @Test
  void puts_contracts_beside_the_grid_factor_and_counts_no_power_twice() {
    MethodEdition edition = CATALOGUE.edition("gbt-32151-5@2015").require();
    Inventory inventory =
        inventory(
            edition,
            Map.of(
                "purchased-electricity",
                List.of(
                    new InputRow(
                        new RowId("1"),
                        Map.of("AD", value("10000", "MWh"), "EF", value("0.5271", "tCO2/MWh")),
                        Map.of()))));
    Quantity grid = value("0.6096", "tCO2/MWh").quantity();

    var market =
        InventoryView.marketBased(
                inventory, "purchased-electricity", List.of(instrument("4000")), grid)
            .require();

    assertThat(market.location().text()).isEqualTo("5271 tCO2e");
    assertThat(market.market().text()).isEqualTo("3657.6 tCO2e");
    assertThat(market.share()).isEqualTo(Rational.of("0.4"));
    assertThat(
            InventoryView.marketBased(
                    inventory, "purchased-electricity", List.of(instrument("10001")), grid)
                .problems())
        .extracting(p -> p.code())
        .containsExactly(AccountingProblem.MORE_POWER_THAN_BOUGHT);
  }

  private static InventoryView.Instrument instrument(String megawattHours) {
    return new InventoryView.Instrument(
        "gec",
        value(megawattHours, "MWh").quantity(),
        value("0", "tCO2/MWh").quantity(),
        "certificate 1");
  }

  @Test
  void finds_indirect_emissions_significant_by_score_or_by_size() {
    var rule =
        new Significance(
            Map.of("magnitude", Rational.of(2), "influence", Rational.of(1)),
            Rational.of(2),
            Rational.of("0.05"));

    var weak = rule.assess(Map.of("magnitude", Rational.of(2)), Rational.of("0.01"));
    var large = rule.assess(Map.of("magnitude", Rational.of(2)), Rational.of("0.05"));
    var scored =
        rule.assess(
            Map.of("magnitude", Rational.of(2), "influence", Rational.of(2)), Rational.ZERO);

    assertThat(weak.isSignificant()).isFalse();
    assertThat(weak.score()).isEqualTo(Rational.of(4, 3));
    assertThat(large.bySize()).isTrue();
    assertThat(scored.byScore()).isTrue();
  }
}
