package io.tanheng.server.operate.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanheng.server.ApiFixture;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.ledger.Ledger;
import io.tanheng.server.operate.ledger.LedgerLine;
import io.tanheng.server.operate.ledger.LineEntry;
import io.tanheng.server.operate.ledger.LineKey;
import io.tanheng.server.operate.ledger.LineOrigin;
import io.tanheng.server.operate.ledger.LineVersion;
import io.tanheng.server.operate.ledger.Slot;
import io.tanheng.server.operate.measure.Binding;
import io.tanheng.server.operate.measure.DefineParameter;
import io.tanheng.server.operate.measure.MethodPlans;
import io.tanheng.server.operate.measure.NewPlanItem;
import io.tanheng.server.operate.measure.ObtainedBy;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.ParameterKind;
import io.tanheng.server.operate.measure.ParameterName;
import io.tanheng.server.operate.measure.Parameters;
import io.tanheng.server.operate.measure.PlanUse;
import io.tanheng.server.operate.measure.SignRule;
import io.tanheng.testkit.Clause;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Running, refusing and restating, with a works that uses limestone and buys power in two months.
@ApiTest
class InventoriesTest {
  private static final String METHOD = "gbt-32151-5@2015";
  private static final YearMonth MAY = YearMonth.of(2025, 5);
  private static final InventoryPeriod PERIOD = new InventoryPeriod(MAY, MAY.plusMonths(1));
  private static final FactorRef CENTRAL =
      new FactorRef("common/electricity/announcement-2025-47", "central-china", "EF");
  private static final FactorRef NATIONAL =
      new FactorRef("common/electricity/announcement-2025-47", "china", "EF");

  @Autowired ApiFixture fixture;
  @Autowired Inventories inventories;
  @Autowired Parameters parameters;
  @Autowired MethodPlans plans;
  @Autowired Ledger ledger;
  @Autowired JdbcClient jdbc;

  private CallContext call = new CallContext(AccountId.next(), null, Instant.EPOCH, null);
  private ParameterId limestone = ParameterId.next();
  private ParameterId power = ParameterId.next();

  @BeforeEach
  void a_works_with_two_sources() {
    EnterpriseId enterprise = fixture.enterprise();
    call = new CallContext(AccountId.next(), enterprise, Instant.EPOCH, null);
    limestone = define("石灰石", "吨").id();
    power = define("电力", "万kWh").id();
    plans.addAll(
        call,
        List.of(
            item("flux", "limestone", Map.of("material", "limestone"), "P", limestone, null),
            item("purchased-electricity", "grid", Map.of(), "AD", power, CENTRAL)));
  }

  @Test
  void adds_rows_and_rounds_once() {
    enter(limestone, MAY, "1000.1");
    enter(limestone, MAY.plusMonths(1), "2000.2");
    enter(power, MAY, "10");
    enter(power, MAY.plusMonths(1), "20.5");

    InventoryView view = head(inventories.run(call, command())).view();

    // 3000.3 t x 0.440, and 305 MWh x 0.5271
    assertThat(view.bySource())
        .extracting(InventoryView.Source::value)
        .containsExactly("1320.132000", "160.765500");
    assertThat(view.total().value()).isEqualTo("1480.897500");
    assertThat(view.byMonth())
        .extracting(InventoryView.Month::value)
        .containsExactly("492.754000", "988.143500");
  }

  @Test
  void names_every_missing_value_at_once() {
    enter(power, MAY, "10");

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> inventories.run(call, command()))
        .satisfies(refused -> {
          assertThat(refused.code()).isEqualTo(InventoryProblem.REFUSED);
          assertThat(refused.problems())
              .extracting(Problem::code)
              .containsExactly(
                  "inventory.missing-value", "inventory.missing-value", "inventory.missing-value");
          assertThat(refused.problems().getFirst().message().zh()).contains("2025-05", "石灰石", "填报");
        });
    assertThat(runs()).isZero();
  }

  @Test
  void a_value_the_method_refuses_stops_the_run_with_item_and_month() {
    fill();
    replace(power, MAY, "-3");

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> inventories.run(call, command()))
        .extracting(ProblemException::problems, InstanceOfAssertFactories.list(Problem.class))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("accounting.negative-value");
          assertThat(problem.message().zh()).startsWith("2025-05 电网：");
        });
  }

  @Test
  void unconfirmed_lines_make_the_result_provisional() {
    fill();

    InventoryHead before = head(inventories.run(call, command()));
    ledger.confirm(
        call,
        ledger.lines(call.enterprise(), Year.of(2025)).stream()
            .map(line -> new LineVersion(line.id(), line.version()))
            .toList());
    RestateInventory confirmed = new RestateInventory("台账已确认", null, Map.of());
    InventoryHead after = head(inventories.restate(call, before.id(), confirmed));

    assertThat(before.provisional()).isTrue();
    assertThat(before.openLines()).isEqualTo(4);
    assertThat(after.provisional()).isFalse();
    assertThat(after.view().total()).isEqualTo(before.view().total());
    assertThat(after.inputsDigest()).isNotEmpty();
  }

  @Clause({"4.2-c", "4.2-d"})
  @Test
  void restating_keeps_the_old_run_and_names_the_reason() {
    fill();
    InventoryId first = inventories.run(call, command());
    replace(limestone, MAY, "1500");

    InventoryId second =
        inventories.restate(call, first, new RestateInventory("过磅单更正", null, Map.of()));

    assertThat(head(first).supersededBy()).isEqualTo(second);
    assertThat(head(first).view().bySource().getFirst().value()).isEqualTo("880.000000");
    assertThat(head(second).supersedes()).isEqualTo(first);
    assertThat(head(second).reason()).isEqualTo("过磅单更正");
    assertThat(head(second).view().bySource().getFirst().value()).isEqualTo("1100.000000");
  }

  @Test
  void restating_without_a_change_or_twice_is_refused() {
    fill();
    InventoryId first = inventories.run(call, command());
    RestateInventory same = new RestateInventory("再算一遍", null, Map.of());

    assertThatThrownBy(() -> inventories.restate(call, first, same))
        .hasMessageContaining("inventory.unchanged");
    RestateInventory national =
        new RestateInventory("改用全国因子", null, Map.of("purchased-electricity", NATIONAL));
    inventories.restate(call, first, national);
    assertThatThrownBy(() -> inventories.restate(call, first, national))
        .hasMessageContaining("inventory.already-superseded");
  }

  @Test
  void of_two_restatements_at_once_one_wins_and_the_other_is_told() throws Exception {
    fill();
    InventoryId first = inventories.run(call, command());
    RestateInventory national =
        new RestateInventory("改用全国因子", null, Map.of("purchased-electricity", NATIONAL));

    List<String> outcomes = twice(() -> inventories.restate(call, first, national));

    assertThat(outcomes).contains("inventory.already-superseded");
    assertThat(outcomes).filteredOn(outcome -> outcome.startsWith("run ")).hasSize(1);
    assertThat(runs()).isEqualTo(2);
  }

  @Test
  void a_chosen_factor_stands_for_that_of_the_plan() {
    fill();

    RunInventory chosen =
        new RunInventory(PERIOD, METHOD, null, Map.of("purchased-electricity", NATIONAL), null);
    InventoryView view = head(inventories.run(call, chosen)).view();

    assertThat(view.factorChoices())
        .singleElement()
        .extracting(InventoryView.Choice::row)
        .isEqualTo("china");
    assertThat(view.bySource().getLast().value()).isEqualTo("106.120000");
  }

  @Clause("4.2-a")
  @Test
  void an_edition_whose_text_is_not_confirmed_accounts_nothing() {
    fill();

    RunInventory unknownText = new RunInventory(PERIOD, "gbt-32151-5@2026", null, Map.of(), null);

    assertThatThrownBy(() -> inventories.run(call, unknownText))
        .hasMessageContaining("inventory.text-not-confirmed");
  }

  @Test
  void another_enterprise_does_not_find_the_run() {
    fill();
    InventoryId run = inventories.run(call, command());

    EnterpriseId other = fixture.enterprise();

    assertThat(inventories.find(other, run)).isEmpty();
  }

  @Test
  void a_stored_run_cannot_be_changed() {
    fill();
    InventoryId run = inventories.run(call, command());

    assertThatThrownBy(() ->
            jdbc.sql("update inventory.run set number = number + 1 where run_id = :id")
                .param("id", run.value())
                .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("never changed");
  }

  @Clause("4.2-c")
  @Test
  void a_period_has_one_current_result_by_a_method() {
    fill();
    InventoryHead first = head(inventories.run(call, command()));

    assertThatThrownBy(() -> inventories.run(call, command()))
        .hasMessageContaining("inventory.unchanged");
    RunInventory national =
        new RunInventory(PERIOD, METHOD, null, Map.of("purchased-electricity", NATIONAL), "改因子");
    assertThatThrownBy(() -> inventories.run(call, national))
        .hasMessageContaining("inventory.restate-instead");
    replace(power, MAY, "11");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> inventories.run(call, command()))
        .satisfies(refused -> {
          assertThat(refused.code()).isEqualTo(InventoryProblem.RESTATE_INSTEAD);
          assertThat(refused.args()).containsEntry("number", first.number());
        });
    RestateInventory corrected = new RestateInventory("电表读数更正", null, Map.of());
    InventoryHead second = head(inventories.restate(call, first.id(), corrected));
    assertThatThrownBy(() -> inventories.run(call, command()))
        .hasMessageContaining("inventory.unchanged");

    assertThat(second.inputsDigest()).isNotEqualTo(first.inputsDigest());
    assertThat(runs()).isEqualTo(2);
  }

  @Test
  void another_period_has_a_result_of_its_own() {
    fill();
    inventories.run(call, command());

    InventoryPeriod may = new InventoryPeriod(MAY, MAY);
    inventories.run(call, new RunInventory(may, METHOD, null, Map.of(), null));

    assertThat(runs()).isEqualTo(2);
  }

  @Test
  void of_two_runs_at_once_one_is_kept() throws Exception {
    fill();

    List<String> outcomes = twice(() -> inventories.run(call, command()));

    assertThat(outcomes).contains("inventory.unchanged");
    assertThat(outcomes).filteredOn(outcome -> outcome.startsWith("run ")).hasSize(1);
    assertThat(runs()).isOne();
  }

  /// What two calls at the same moment come to: a run or the code of a problem.
  private static List<String> twice(Callable<InventoryId> action) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<String> outcomes = new ArrayList<>();
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        answers.add(
            two.submit(() -> {
              start.await();
              try {
                return "run " + action.call().value();
              } catch (ProblemException refused) {
                return refused.code().key();
              }
            }));
      }
      start.countDown();
      for (Future<String> answer : answers) {
        outcomes.add(answer.get(1, TimeUnit.MINUTES));
      }
    }
    return outcomes;
  }

  private RunInventory command() {
    return new RunInventory(PERIOD, METHOD, null, Map.of(), null);
  }

  private InventoryHead head(InventoryId id) {
    return inventories.find(call.enterprise(), id).orElseThrow();
  }

  private int runs() {
    return jdbc.sql("select count(*) from inventory.run where enterprise_id = :id")
        .param("id", call.enterprise().value())
        .query(Integer.class)
        .single();
  }

  private void fill() {
    for (YearMonth month : PERIOD.months()) {
      enter(limestone, month, "1000");
      enter(power, month, "10");
    }
  }

  private void enter(ParameterId parameter, YearMonth month, String value) {
    record(parameter, month, value, 0);
  }

  private void replace(ParameterId parameter, YearMonth month, String value) {
    LedgerLine line = ledger.lines(call.enterprise(), List.of(parameter), month, month).getFirst();
    record(parameter, month, value, line.version());
  }

  private void record(ParameterId parameter, YearMonth month, String value, long version) {
    String unit = parameter.equals(power) ? "万kWh" : "吨";
    ledger.record(
        call,
        List.of(
            new LineEntry(
                new LineKey(parameter, month, Slot.MONTH),
                new BigDecimal(value),
                value,
                unit,
                version,
                new LineOrigin.Manual(),
                List.of())));
  }

  private Parameter define(String name, String unit) {
    return parameters.define(
        call,
        new DefineParameter(
            "台账",
            List.of(name),
            ParameterName.of(name),
            null,
            unit,
            ParameterKind.FLOW,
            SignRule.ANY,
            ObtainedBy.MEASURED,
            "",
            LocalDate.of(2025, 1, 1)));
  }

  private static NewPlanItem item(
      String source,
      String key,
      Map<String, String> labels,
      String symbol,
      ParameterId parameter,
      @Nullable FactorRef factor) {
    Map<String, Binding> inputs = new LinkedHashMap<>();
    inputs.put(symbol, new Binding.OfParameter(parameter));
    if (factor != null) {
      inputs.put("EF", new Binding.Factor(factor.table(), factor.row(), factor.column()));
    }
    return new NewPlanItem(
        PlanUse.SOURCE,
        METHOD,
        Year.of(2025),
        Year.of(2025),
        1,
        source,
        key,
        new Text(key.equals("grid") ? "电网" : "石灰石", key),
        labels,
        null,
        null,
        inputs,
        List.of(),
        null);
  }
}
