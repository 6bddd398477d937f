package io.tanheng.server.operate.measure;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.plan.organization.UnitId;
import io.tanheng.server.plan.organization.UnitUse;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps a unit in the boundary while parameters or plan items still belong to it.
@Component
class ParameterUnitUse implements UnitUse {
  private final ParameterStore parameters;
  private final PlanItemStore plans;

  ParameterUnitUse(ParameterStore parameters, PlanItemStore plans) {
    this.parameters = parameters;
    this.plans = plans;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Text> usesAfter(EnterpriseId enterprise, UnitId unit, LocalDate lastDay) {
    Stream<Text> watched =
        parameters.list(enterprise).stream()
            .filter(one -> unit.value().equals(one.unitId()))
            .filter(one -> one.validTo() == null || one.validTo().isAfter(lastDay))
            .map(one ->
                new Text(
                    "监测参数“" + one.name().zh() + "”",
                    "parameter \"" + one.name().text().en() + "\""));
    Stream<Text> planned =
        plans.list(enterprise).stream()
            .map(PlanItem::definition)
            .filter(item ->
                unit.value().equals(item.facilityUnitId())
                    || unit.value().equals(item.processUnitId()))
            .filter(item -> !endsBy(item, Year.of(lastDay.getYear())))
            .map(item ->
                new Text(
                    "核算项“" + item.itemName().zh() + "”（" + item.method() + "）",
                    "plan item \"" + item.itemName().en() + "\" (" + item.method() + ")"));
    return Stream.concat(watched, planned).toList();
  }

  private static boolean endsBy(NewPlanItem item, Year last) {
    return item.yearTo() != null && !item.yearTo().isAfter(last);
  }
}
