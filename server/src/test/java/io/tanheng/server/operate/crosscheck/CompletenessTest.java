package io.tanheng.server.operate.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient;
import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.ApiFixture;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.Inventories;
import io.tanheng.server.operate.measure.Binding;
import io.tanheng.server.operate.measure.MethodPlans;
import io.tanheng.server.operate.measure.NewPlanItem;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.Parameters;
import io.tanheng.server.operate.measure.PlanUse;
import io.tanheng.server.plan.organization.Boundary;
import io.tanheng.server.plan.organization.BoundaryUnit.Description;
import io.tanheng.server.plan.organization.BoundaryUnit.Validity;
import io.tanheng.server.plan.organization.UnitId;
import io.tanheng.server.plan.organization.UnitKind;
import io.tanheng.testkit.Clause;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What was bought, stands in the boundary or is named by the method, but feeds no row.
@ApiTest
@Clause({"6.3.1-a", "6.3.1-e"})
class CompletenessTest {
  private static final String METHOD = "gbt-32151-5@2015";

  @Autowired ApiFixture fixture;

  @Autowired Parameters parameters;
  @Autowired MethodPlans plans;
  @Autowired Boundary boundary;
  @Autowired Inventories inventories;

  private SampleCrossCheck check;

  /// A plan that accounts the anthracite of the works and nothing else; a furnace nobody watches.
  @BeforeEach
  void a_plan_with_one_item() {
    check = SampleCrossCheck.withLedger(fixture, "steel");
    check.bring("steel", "invoices-2025.csv", "INVOICE");
    CallContext call = new CallContext(AccountId.next(), check.enterprise(), Instant.EPOCH, null);
    ParameterId anthracite =
        parameters
            .findByLabels(check.enterprise(), "化石燃料", List.of("原料场", "无烟煤", "购入量"))
            .orElseThrow()
            .id();
    plans.add(
        call,
        new NewPlanItem(
            PlanUse.SOURCE,
            METHOD,
            Year.of(2025),
            Year.of(2025),
            1,
            "fossil-fuel-combustion",
            "anthracite",
            new Text("无烟煤", "Anthracite"),
            Map.of(),
            null,
            null,
            Map.of("purchased", new Binding.OfParameter(anthracite)),
            List.of(),
            null));
    Validity always = new Validity(LocalDate.of(2024, 1, 1), null);
    UnitId site =
        boundary
            .add(
                call, UnitKind.SITE, null, new Description("S1", "主厂区", "Works", List.of()), always)
            .id();
    boundary.add(
        call, UnitKind.PROCESS, site, new Description("P1", "锻造工序", "Forging", List.of()), always);
  }

  private JsonNode gaps() {
    return SampleCrossCheck.ok(check.manager().get(check.path() + "gaps?year=2025"))
        .json()
        .path("items");
  }

  private List<String> subjects(String kind) {
    return gaps()
        .valueStream()
        .filter(gap -> gap.path("kind").asString().equals(kind))
        .map(gap -> gap.path("subject").path("zh").asString())
        .toList();
  }

  private JsonNode gap(String subject) {
    return gaps()
        .valueStream()
        .filter(gap -> gap.path("subject").path("zh").asString().contains(subject))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void finds_what_was_bought_but_feeds_no_row() {
    assertThat(subjects("LEDGER_ITEM_NOT_ACCOUNTED"))
        .anyMatch(name -> name.contains("洗精煤"))
        .anyMatch(name -> name.contains("柴油"))
        .noneMatch(name -> name.contains("无烟煤"));
    assertThat(gap("洗精煤").path("finding").path("zh").asString()).contains("补充核算项");
  }

  @Test
  void finds_the_process_without_a_source() {
    assertThat(subjects("UNIT_WITHOUT_SOURCE")).containsExactly("锻造工序");
  }

  @Test
  void finds_the_sources_of_the_method_without_input() {
    assertThat(subjects("SOURCE_WITHOUT_INPUT"))
        .hasSize(inventories.sources(METHOD).size() - 1)
        .doesNotContain("化石燃料燃烧");
  }

  @Test
  void keeps_why_a_gap_does_not_apply_until_it_is_taken_back() {
    JsonNode lime = gap("生石灰");
    String path = check.path() + "gaps/" + lime.path("id").asString();
    ApiClient reviewer = fixture.signIn(check.enterprise(), Role.REPORT_REVIEWER);
    String words = "{\"year\": 2025, \"words\": \"外购生石灰的排放属于供方，不在本标准范围\"}";

    assertThat(reviewer.post(path + "/answer", words).status()).isEqualTo(403);
    Answer answered = SampleCrossCheck.ok(check.manager().post(path + "/answer", words));
    assertThat(answered.json().path("answered").asBoolean()).isTrue();
    assertThat(gap("生石灰").path("answered").asBoolean()).isTrue();

    SampleCrossCheck.ok(
        check.manager().post(path + "/reopening", "{\"year\": 2025, \"words\": \"重新判断\"}"));
    assertThat(gap("生石灰").path("answered").asBoolean()).isFalse();
    assertThat(gap("生石灰").path("remarks")).hasSize(2);
    assertThat(
            check.manager().post(path + "/reopening", "{\"year\": 2025, \"words\": \"再来\"}").code())
        .isEqualTo("crosscheck.gap-not-answered");
  }
}
