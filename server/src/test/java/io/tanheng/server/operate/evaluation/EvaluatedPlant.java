package io.tanheng.server.operate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient;
import io.tanheng.server.ApiFixture;
import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.IntensityDefinition;
import io.tanheng.server.operate.inventory.Inventories;
import io.tanheng.server.operate.inventory.InventoryId;
import io.tanheng.server.operate.inventory.InventoryPeriod;
import io.tanheng.server.operate.inventory.RestateInventory;
import io.tanheng.server.operate.inventory.RunInventory;
import io.tanheng.server.operate.ledger.Ledger;
import io.tanheng.server.operate.ledger.LedgerLine;
import io.tanheng.server.operate.ledger.LineEntry;
import io.tanheng.server.operate.ledger.LineKey;
import io.tanheng.server.operate.ledger.LineOrigin;
import io.tanheng.server.operate.ledger.Slot;
import io.tanheng.server.operate.measure.Binding;
import io.tanheng.server.operate.measure.DefineParameter;
import io.tanheng.server.operate.measure.MethodPlans;
import io.tanheng.server.operate.measure.NewPlanItem;
import io.tanheng.server.operate.measure.ObtainedBy;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.ParameterKind;
import io.tanheng.server.operate.measure.ParameterName;
import io.tanheng.server.operate.measure.Parameters;
import io.tanheng.server.operate.measure.PlanUse;
import io.tanheng.server.operate.measure.SignRule;
import io.tanheng.server.operate.measure.WhenMissing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// A works that uses 1,000 t of limestone and 100 MWh of power in every month of 2024 and 2025,
/// with a run of each year: limestone 440 t of CO2 a month.
public final class EvaluatedPlant {
  static final String METHOD = "gbt-32151-5@2015";

  /// What the plan puts in place of a month without a value of limestone.
  private static final WhenMissing WHEN_MISSING =
      new WhenMissing(
          "P",
          List.of(),
          Map.of("P", new Binding.Constant(new BigDecimal("900"), "t", new Text("控制方案", "plan"))),
          new Text("缺测按控制方案替代", "missing value replaced by the plan"));

  public final EnterpriseId enterprise;
  public final ApiClient manager;
  public final String path;

  private final Map<String, ParameterId> parameters = new HashMap<>();
  private final Map<Integer, InventoryId> runs = new HashMap<>();
  private final ApiFixture fixture;
  private final ApplicationContext beans;
  private final CallContext call;

  private EvaluatedPlant(ApplicationContext beans) {
    this.beans = beans;
    this.fixture = beans.getBean(ApiFixture.class);
    this.enterprise = fixture.enterprise();
    this.manager = fixture.signIn(enterprise, Role.CARBON_MANAGER);
    this.path = "/api/v1/enterprises/" + enterprise.value() + "/";
    this.call = new CallContext(AccountId.next(), enterprise, Instant.EPOCH, null);
  }

  public static EvaluatedPlant make(ApplicationContext beans) {
    EvaluatedPlant plant = new EvaluatedPlant(beans);
    ParameterId limestone = plant.define("石灰石", "t");
    ParameterId power = plant.define("电力", "MWh");
    plant.parameters.put("石灰石", limestone);
    plant.parameters.put("电力", power);
    beans
        .getBean(MethodPlans.class)
        .addAll(
            plant.call,
            List.of(
                item(
                    "flux",
                    "limestone",
                    "石灰石",
                    Map.of("material", "limestone"),
                    Map.of("P", new Binding.OfParameter(limestone))),
                item(
                    "purchased-electricity",
                    "grid",
                    "电网",
                    Map.of(),
                    Map.of(
                        "AD", new Binding.OfParameter(power),
                        "EF",
                            new Binding.Factor(
                                "common/electricity/announcement-2025-47",
                                "central-china",
                                "EF")))));
    List<LineEntry> lines = new ArrayList<>();
    for (YearMonth month = YearMonth.of(2024, 1);
        month.getYear() < 2026;
        month = month.plusMonths(1)) {
      lines.add(line(limestone, month, "1000", "t"));
      lines.add(line(power, month, "100", "MWh"));
    }
    beans.getBean(Ledger.class).record(plant.call, lines);
    return plant;
  }

  /// Accounts a whole year.
  public String run(int year) {
    InventoryId run =
        beans
            .getBean(Inventories.class)
            .run(
                call,
                new RunInventory(InventoryPeriod.of(Year.of(year)), METHOD, null, Map.of(), null));
    runs.put(year, run);
    return run.toString();
  }

  /// Accounts the year again, after its ledger was changed.
  String restate(int year) {
    InventoryId run =
        beans
            .getBean(Inventories.class)
            .restate(call, runs.get(year), new RestateInventory("台账更正", null, Map.of()));
    runs.put(year, run);
    return run.toString();
  }

  /// Writes another value into the ledger; an absent one clears the line.
  void change(String parameter, int year, int month, @Nullable String value) {
    Ledger ledger = beans.getBean(Ledger.class);
    ParameterId id = parameters.get(parameter);
    YearMonth at = YearMonth.of(year, month);
    LedgerLine line = ledger.lines(enterprise, List.of(id), at, at).getFirst();
    ledger.record(
        call,
        List.of(
            new LineEntry(
                new LineKey(id, at, Slot.MONTH),
                value == null ? null : new BigDecimal(value),
                value,
                "t",
                line.version(),
                new LineOrigin.Manual(),
                List.of())));
  }

  /// Emissions per tonne of limestone, as an intensity of the method.
  void watchLimestone() {
    beans
        .getBean(MethodPlans.class)
        .add(
            call,
            new NewPlanItem(
                PlanUse.PRODUCTION,
                METHOD,
                Year.of(2024),
                Year.of(2025),
                9,
                "limestone-used",
                "limestone-used",
                new Text("石灰石用量", "Limestone used"),
                Map.of(),
                null,
                null,
                Map.of("value", new Binding.OfParameter(parameters.get("石灰石"))),
                List.of(),
                null));
    beans
        .getBean(Inventories.class)
        .defineIntensities(
            call,
            METHOD,
            List.of(
                new IntensityDefinition(
                    "per-limestone",
                    new Text("单位石灰石排放量", "Emissions per tonne of limestone"),
                    "total",
                    List.of(),
                    List.of(),
                    "limestone-used")));
  }

  public ApiClient signIn(Role role) {
    return fixture.signIn(enterprise, role);
  }

  public JsonNode get(String rest) {
    return ok(manager.get(path + rest));
  }

  public JsonNode post(String rest, String json) {
    return ok(manager.post(path + rest, json));
  }

  public static JsonNode ok(ApiClient.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 202);
    return answer.json();
  }

  private ParameterId define(String name, String unit) {
    return beans
        .getBean(Parameters.class)
        .define(
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
                LocalDate.of(2024, 1, 1)))
        .id();
  }

  private static LineEntry line(ParameterId parameter, YearMonth month, String value, String unit) {
    return new LineEntry(
        new LineKey(parameter, month, Slot.MONTH),
        new BigDecimal(value),
        value,
        unit,
        0,
        new LineOrigin.Manual(),
        List.of());
  }

  private static NewPlanItem item(
      String source,
      String key,
      String name,
      Map<String, String> labels,
      Map<String, Binding> inputs) {
    return new NewPlanItem(
        PlanUse.SOURCE,
        METHOD,
        Year.of(2024),
        Year.of(2025),
        1,
        source,
        key,
        new Text(name, key),
        labels,
        null,
        null,
        inputs,
        key.equals("limestone") ? List.of(WHEN_MISSING) : List.of(),
        null);
  }
}
