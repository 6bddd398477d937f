package io.tanheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tanheng.standard.MethodEdition;
import io.tanheng.standard.Standards;
import io.tanheng.testkit.Clause;
import io.tanheng.units.Quantity;
import io.tanheng.units.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class UncertaintyTest {

  private static final MethodEdition EDITION =
      Standards.packaged().edition("gbt-32151-5@2015").require();
  private static final int TRIALS = 100_000;

  @Test
  @Clause("6.3.3-d")
  void monte_carlo_agrees_with_error_propagation_where_that_is_exact() {
    Inventory inventory = plant();
    UncertaintyPlan plan =
        plan(
            rule("meter", "FC", 2, UncertaintyPlan.Shared.ITEM),
            rule("flux scale", "P", 1, UncertaintyPlan.Shared.ITEM));

    Uncertainty found = Uncertainty.of(inventory, plan, "total", TRIALS, 1);

    double coal = found.sources().get("fossil-fuel-combustion").value();
    double flux = found.sources().get("flux").value();
    double half = Math.hypot(0.02 * coal, 0.01 * flux);
    assertThat(found.propagated().half()).isCloseTo(half, within(1e-9 * half));
    assertThat(found.simulated().mean()).isCloseTo(found.value(), within(1e-3 * found.value()));
    assertThat(1.96 * found.simulated().deviation()).isCloseTo(half, within(0.01 * half));
    assertThat(found.value())
        .isCloseTo(
            ColumnFormula.number(inventory.totals().get("total").value().value()),
            within(1e-9 * found.value()));
  }

  @Test
  void months_of_one_meter_share_its_error_and_months_of_their_own_do_not() {
    Inventory inventory = plant();

    Uncertainty shared =
        Uncertainty.of(
            inventory, plan(rule("m", "FC", 2, UncertaintyPlan.Shared.ITEM)), "total", TRIALS, 1);
    Uncertainty own =
        Uncertainty.of(
            inventory, plan(rule("m", "FC", 2, UncertaintyPlan.Shared.NONE)), "total", TRIALS, 1);

    assertThat(own.contributors()).hasSize(12);
    assertThat(shared.contributors()).hasSize(1);
    assertThat(shared.simulated().deviation() / own.simulated().deviation())
        .isCloseTo(Math.sqrt(12), within(0.05));
  }

  @Test
  void a_published_factor_is_one_error_wherever_it_is_used() {
    var published =
        new UncertaintyPlan.Rule(
            "default oxidation",
            Optional.empty(),
            Optional.empty(),
            Optional.of("OF"),
            Optional.of(true),
            Distribution.Shape.NORMAL,
            1,
            UncertaintyPlan.Shared.FACTOR,
            "expert judgement");

    Uncertainty found = Uncertainty.of(plant(), plan(published), "total", TRIALS, 1);

    assertThat(found.contributors())
        .extracting(Uncertainty.Contributor::id)
        .containsExactly("default oxidation|common/fuels/first-batch-2013#bituminous.OF");
  }

  @Test
  void errors_that_go_together_add_up() {
    UncertaintyPlan apart =
        plan(
            rule("meter", "FC", 2, UncertaintyPlan.Shared.ITEM),
            rule("flux scale", "P", 40, UncertaintyPlan.Shared.ITEM));
    var together =
        new UncertaintyPlan(
            apart.rules(), List.of(new UncertaintyPlan.Correlation("meter", "flux scale", 1)));

    Uncertainty found = Uncertainty.of(plant(), together, "total", TRIALS, 5);

    double sum =
        found.contributors().stream().mapToDouble(Uncertainty.Contributor::deviation).sum();
    assertThat(found.propagated().half()).isCloseTo(1.96 * sum, within(1e-6 * sum));
    assertThat(found.simulated().deviation()).isCloseTo(sum, within(0.01 * sum));
  }

  @Test
  void names_the_largest_contributor_first_and_shares_add_up_to_one() {
    Uncertainty found =
        Uncertainty.of(
            plant(),
            plan(
                rule("meter", "FC", 2, UncertaintyPlan.Shared.ITEM),
                rule("flux scale", "P", 1, UncertaintyPlan.Shared.ITEM)),
            "total",
            TRIALS,
            1);

    assertThat(found.contributors().getFirst().symbol()).isEqualTo("FC");
    assertThat(found.contributors().stream().mapToDouble(Uncertainty.Contributor::share).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(found.simulated().histogram().counts().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(TRIALS);
  }

  @Test
  void one_seed_gives_one_result_however_many_threads_there_are() throws Exception {
    UncertaintyPlan plan = plan(rule("meter", "FC", 2, UncertaintyPlan.Shared.NONE));
    Inventory inventory = plant();

    Uncertainty here = Uncertainty.of(inventory, plan, "total", 10_001, 42);
    Uncertainty alone;
    try (var one = new ForkJoinPool(1)) {
      alone = one.submit(() -> Uncertainty.of(inventory, plan, "total", 10_001, 42)).get();
    }

    assertThat(alone).isEqualTo(here);
    assertThat(Uncertainty.of(inventory, plan, "total", 10_001, 43).simulated().mean())
        .isNotEqualTo(here.simulated().mean());
  }

  @Test
  void no_error_takes_a_share_beyond_all_of_it() {
    UncertaintyPlan plan = plan(rule("oxidation", "OF", 30, UncertaintyPlan.Shared.ALL));

    Uncertainty found = Uncertainty.of(plant(), plan, "total", TRIALS, 3);

    double most = found.value() * 100 / 93;
    assertThat(found.simulated().high()).isLessThanOrEqualTo(most);
  }

  @Test
  void every_shape_has_the_half_width_it_is_given() {
    var random = new java.util.SplittableRandom(9);
    for (Distribution.Shape shape : Distribution.Shape.values()) {
      Distribution distribution = shape.around1(10);
      double[] draws =
          java.util.stream.DoubleStream.generate(() -> distribution.draw(random))
              .limit(200_000)
              .sorted()
              .toArray();

      double half = (draws[195_000] - draws[5_000]) / 2;
      assertThat(half).as(shape.name()).isCloseTo(0.10, within(0.002));
      assertThat(distribution.mean()).isCloseTo(1, within(1e-12));
      assertThat(distribution.atScore(0)).isCloseTo(draws[100_000], within(0.002));
    }
  }

  @Test
  void refuses_correlations_that_no_errors_can_have() {
    double[][] rho = {{1, 0.9, -0.9}, {0.9, 1, 0.9}, {-0.9, 0.9, 1}};
    List<Distribution> three =
        List.of(
            new Distribution.Normal(0, 1),
            new Distribution.Normal(0, 1),
            new Distribution.Normal(0, 1));

    assertThatThrownBy(() -> MonteCarlo.Variables.correlated(three, rho))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static UncertaintyPlan plan(UncertaintyPlan.Rule... rules) {
    return new UncertaintyPlan(List.of(rules), List.of());
  }

  private static UncertaintyPlan.Rule rule(
      String id, String symbol, double percent, UncertaintyPlan.Shared shared) {
    return new UncertaintyPlan.Rule(
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.of(symbol),
        Optional.empty(),
        Distribution.Shape.NORMAL,
        percent,
        shared,
        "test");
  }

  /// Twelve months of one boiler, and flux; defaults for everything else.
  private static Inventory plant() {
    var coal = new ArrayList<InputRow>();
    for (int month = 1; month <= 12; month++) {
      coal.add(
          new InputRow(
              new RowId("coal:" + month),
              Map.of("FC", value("1000", "t")),
              Map.of("item", "boiler", "fuel", "bituminous", "month", "2025-" + month)));
    }
    var rows = new LinkedHashMap<String, List<InputRow>>();
    rows.put("fossil-fuel-combustion", coal);
    rows.put(
        "flux",
        List.of(
            new InputRow(
                new RowId("flux"),
                Map.of("P", value("5000", "t"), "EF", value("0.44", "tCO2/t")),
                Map.of("item", "limestone"))));
    return ((Outcome.Calculated)
            Accounting.run(EDITION, FactorChoice.DEFAULT, new AccountingInput(rows, List.of())))
        .inventory();
  }

  private static InputValue value(String number, String unit) {
    return InputValue.of(Quantity.of(number, Units.standard().require(unit)), "line");
  }
}
