package io.tanheng.server.operate.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.plan.organization.UnitId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class MethodPlansTest {
  @Autowired Parameters parameters;
  @Autowired MethodPlans plans;
  @Autowired JdbcClient jdbc;
  @Autowired ParameterUnitUse unitUse;

  private final EnterpriseId enterprise = EnterpriseId.next();
  private final CallContext call =
      new CallContext(AccountId.next(), enterprise, Instant.parse("2025-02-03T01:02:03Z"), null);

  private DefineParameter coal(String unit) {
    return new DefineParameter(
        "化石燃料",
        List.of("1#锅炉", "入炉煤量合计"),
        new ParameterName("1#锅炉 入炉煤量合计", "Boiler 1: coal as fired"),
        UUID.randomUUID(),
        unit,
        ParameterKind.FLOW,
        SignRule.NONNEGATIVE,
        ObtainedBy.MEASURED,
        "运行部",
        LocalDate.of(2024, 1, 1));
  }

  @Test
  void gives_a_plan_item_back_as_it_was() {
    ParameterId id = parameters.define(call, coal("吨")).id();
    NewPlanItem item =
        new NewPlanItem(
            PlanUse.SOURCE,
            "mee-power@2022",
            Year.of(2024),
            Year.of(2025),
            3,
            "fossil-fuel-combustion",
            "coal",
            new Text("燃煤", "coal"),
            Map.of("fuel", "raw-coal", "facility", "1#"),
            UUID.randomUUID(),
            null,
            Map.of(
                "FC", new Binding.OfParameter(id),
                "S_open", new Binding.Opening(id),
                "AD", new Binding.Combination(List.of(new Term(true, id), new Term(false, id))),
                "OF", new Binding.Constant(new BigDecimal("99"), "%", new Text("缺省", "default")),
                "EF", new Binding.Factor("grid", "national-2022", "factor")),
            List.of(
                new WhenMissing(
                    "C_ad",
                    List.of("C_ad", "M_ad"),
                    Map.of(
                        "CC",
                        new Binding.Constant(
                            new BigDecimal("0.03085"), "tC/GJ", new Text("缺省", "default"))),
                    new Text("当月未检测", "no test in that month"))),
            "FC");

    PlanItem added = plans.add(call, item);

    assertThat(plans.find(enterprise, added.id()).orElseThrow().definition()).isEqualTo(item);
    assertThat(plans.list(enterprise, "mee-power@2022", Year.of(2025))).hasSize(1);
    assertThat(plans.list(enterprise, "mee-power@2022", Year.of(2026))).isEmpty();
    assertThat(plans.list(EnterpriseId.next(), Year.of(2025))).isEmpty();
  }

  @Test
  void refuses_a_parameter_of_another_enterprise() {
    NewPlanItem item =
        new NewPlanItem(
            PlanUse.SOURCE,
            "m",
            Year.of(2025),
            Year.of(2025),
            1,
            "s",
            "i",
            new Text("项", "item"),
            Map.of(),
            null,
            null,
            Map.of("FC", new Binding.OfParameter(ParameterId.next())),
            List.of(),
            null);

    assertRefused(MeasureProblem.PLAN_ITEM_INVALID, () -> plans.add(call, item));
  }

  @Test
  void finds_a_parameter_by_the_words_of_the_ledger_however_they_are_spaced() {
    Parameter defined = parameters.define(call, coal("吨"));

    assertThat(parameters.findByLabels(enterprise, "化石燃料", List.of("1＃锅炉", "入炉煤量 合计")))
        .contains(defined);
    assertThat(defined.unit()).isEqualTo("t");
  }

  @Test
  void refuses_a_second_parameter_with_the_same_labels() {
    parameters.define(call, coal("吨"));

    assertRefused(MeasureProblem.PARAMETER_EXISTS, () -> parameters.define(call, coal("吨")));
  }

  @Test
  void changes_a_unit_only_within_its_dimension_and_keeps_what_was() {
    Parameter defined = parameters.define(call, coal("吨"));

    Parameter changed = parameters.change(call, defined.id(), coal("万吨"), defined.version());
    int kept =
        jdbc.sql("select count(*) from measure.parameter_past where parameter_id = :id")
            .param("id", defined.id().value())
            .query(Integer.class)
            .single();

    assertThat(changed.version()).isEqualTo(2);
    assertThat(kept).isEqualTo(1);
    assertRefused(
        MeasureProblem.UNIT_CANNOT_CHANGE,
        () -> parameters.change(call, defined.id(), coal("GJ"), changed.version()));
    assertRefused(
        MeasureProblem.PARAMETER_VERSION_CONFLICT,
        () -> parameters.change(call, defined.id(), coal("吨"), defined.version()));
  }

  @Test
  void ends_a_parameter_and_lets_another_take_its_place() {
    Parameter defined = parameters.define(call, coal("吨"));

    parameters.end(call, defined.id(), LocalDate.of(2024, 12, 31), defined.version());
    Parameter next = parameters.define(call, coal("吨"));

    assertThat(parameters.list(enterprise, Year.of(2025))).containsExactly(next);
  }

  @Test
  void keeps_a_unit_in_the_boundary_while_a_parameter_belongs_to_it() {
    DefineParameter wanted = coal("吨");
    Parameter defined = parameters.define(call, wanted);
    UnitId unit = new UnitId(defined.unitId());
    LocalDate lastDay = LocalDate.of(2025, 6, 30);

    assertThat(unitUse.usesAfter(enterprise, unit, lastDay)).hasSize(1);
    parameters.end(call, defined.id(), lastDay, defined.version());
    assertThat(unitUse.usesAfter(enterprise, unit, lastDay)).isEmpty();
  }

  @Test
  void refuses_a_value_whose_unit_the_input_does_not_take() {
    ParameterId heat = parameters.define(call, coal("GJ")).id();
    List<Binding> wrong =
        List.of(
            new Binding.OfParameter(heat),
            new Binding.Opening(heat),
            new Binding.Combination(List.of(new Term(true, heat))),
            new Binding.Constant(BigDecimal.ONE, "MWh", new Text("铭牌", "nameplate")));

    for (Binding binding : wrong) {
      assertThatThrownBy(() -> plans.add(call, combustion(Map.of("FC", binding))))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refused -> {
                assertThat(refused.code()).isEqualTo(MeasureProblem.PLAN_UNIT_DIFFERS);
                assertThat(refused.args()).containsEntry("symbol", "FC");
                assertThat(refused.args().get("accepted").toString()).contains("t, 10^4 Nm3");
              });
    }
  }

  @Test
  void takes_a_unit_that_converts_or_stands_for_one_of_the_input() {
    ParameterId coal = parameters.define(call, coal("万吨")).id();
    Binding percent = new Binding.Constant(new BigDecimal("55"), "%", new Text("化验", "test"));

    PlanItem added =
        plans.add(call, combustion(Map.of("FC", new Binding.OfParameter(coal), "C_ad", percent)));

    assertThat(added.definition().inputs()).hasSize(2);
  }

  private static NewPlanItem combustion(Map<String, Binding> inputs) {
    return new NewPlanItem(
        PlanUse.SOURCE,
        "mee-power@2022",
        Year.of(2025),
        null,
        1,
        "fossil-fuel-combustion",
        "coal",
        new Text("燃煤", "coal"),
        Map.of("fuel", "raw-coal"),
        null,
        null,
        inputs,
        List.of(),
        null);
  }

  private static void assertRefused(MeasureProblem code, Callable<?> action) {
    assertThatThrownBy(action::call)
        .isInstanceOfSatisfying(
            ProblemException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
