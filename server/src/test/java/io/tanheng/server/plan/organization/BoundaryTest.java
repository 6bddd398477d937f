package io.tanheng.server.plan.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanheng.server.ApiClient;
import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.ApiFixture;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.plan.organization.BoundaryUnit.Description;
import io.tanheng.server.plan.organization.BoundaryUnit.TechnicalParameter;
import io.tanheng.server.plan.organization.BoundaryUnit.Validity;
import io.tanheng.testkit.Clause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
@Clause("6.3.1-a")
class BoundaryTest {
  private static final LocalDate START = LocalDate.of(2024, 1, 1);

  @Autowired ApiFixture fixture;
  @Autowired Boundary boundary;
  @Autowired JdbcClient jdbc;

  private EnterpriseId enterprise;
  private CallContext call;

  @BeforeEach
  void newEnterprise() {
    jdbc.sql("delete from identity.login_guard where subject like 'address:%'").update();
    enterprise = fixture.enterprise();
    call =
        new CallContext(AccountId.next(), enterprise, Instant.parse("2026-01-05T02:00:00Z"), "建账");
  }

  @AfterEach
  void nothingUsed() {
    UnitUseFixture.used = null;
  }

  @Test
  void builds_a_tree_of_site_process_and_facility_over_http() {
    ApiClient client = fixture.signIn(enterprise, Role.CARBON_MANAGER);
    String site = post(client, "SITE", null, "S1").json().path("id").asString();
    String process = post(client, "PROCESS", site, "P1").json().path("id").asString();
    Answer facility = post(client, "FACILITY", process, "F1");

    Answer all = client.get("/api/v1/enterprises/" + enterprise + "/units");

    assertThat(facility.status()).isEqualTo(201);
    assertThat(all.json().path("items").valueStream().map(u -> u.path("kind").asString()))
        .containsExactly("SITE", "PROCESS", "FACILITY");
    assertThat(all.json().at("/items/2/technicalParameters/0").toString())
        .isEqualTo("{\"name\":\"有效容积\",\"value\":\"2650\",\"unit\":\"m3\"}");
  }

  private Answer post(ApiClient client, String kind, @Nullable String parent, String code) {
    return client.post(
        "/api/v1/enterprises/" + enterprise + "/units",
        """
        {"kind":"%s","parentId":%s,"code":"%s","name":"单元 %s","nameEn":"Unit",
         "technicalParameters":[{"name":"有效容积","value":"2650","unit":"m3"}],
         "validFrom":"2024-01-01"}
        """
            .formatted(kind, parent == null ? "null" : "\"" + parent + "\"", code, code));
  }

  @Test
  void refuses_a_process_without_a_parent_and_a_site_below_something() {
    BoundaryUnit site = add(UnitKind.SITE, null, "S1");

    assertRefused(() -> add(UnitKind.PROCESS, null, "P1"), OrganizationProblem.PARENT_NEEDED);
    assertRefused(() -> add(UnitKind.SITE, site.id(), "S2"), OrganizationProblem.PARENT_KIND);
  }

  @Test
  void refuses_a_process_inside_a_facility() {
    BoundaryUnit site = add(UnitKind.SITE, null, "S1");
    BoundaryUnit facility = add(UnitKind.FACILITY, site.id(), "F1");

    assertRefused(
        () -> add(UnitKind.PROCESS, facility.id(), "P1"), OrganizationProblem.PARENT_KIND);
  }

  @Test
  void refuses_the_unit_of_another_enterprise_as_parent() {
    CallContext other = new CallContext(call.account(), fixture.enterprise(), call.time(), null);
    BoundaryUnit foreign =
        boundary.add(other, UnitKind.SITE, null, description("S1"), new Validity(START, null));

    assertRefused(
        () -> add(UnitKind.PROCESS, foreign.id(), "P1"), OrganizationProblem.PARENT_NOT_FOUND);
  }

  @Test
  void refuses_to_hang_a_unit_below_itself() {
    BoundaryUnit site = add(UnitKind.SITE, null, "S1");
    BoundaryUnit outer = add(UnitKind.PROCESS, site.id(), "P1");
    BoundaryUnit inner = add(UnitKind.PROCESS, outer.id(), "P2");

    assertRefused(() -> move(outer, inner.id()), OrganizationProblem.PARENT_IS_BELOW);
    assertRefused(() -> move(outer, outer.id()), OrganizationProblem.PARENT_IS_BELOW);
  }

  @Test
  void makes_no_cycle_of_two_moves_at_once() throws Exception {
    BoundaryUnit site = add(UnitKind.SITE, null, "S1");
    for (int round = 0; round < 5; round++) {
      BoundaryUnit a = add(UnitKind.PROCESS, site.id(), "A" + round);
      BoundaryUnit b = add(UnitKind.PROCESS, site.id(), "B" + round);

      List<Boolean> moved = together(a, b);

      assertThat(moved).containsExactlyInAnyOrder(true, false);
    }
  }

  private List<Boolean> together(BoundaryUnit a, BoundaryUnit b) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<Boolean> first = threads.submit(() -> moves(a, b.id()));
      Future<Boolean> second = threads.submit(() -> moves(b, a.id()));
      return List.of(first.get(), second.get());
    }
  }

  private boolean moves(BoundaryUnit unit, UnitId parent) {
    try {
      move(unit, parent);
      return true;
    } catch (ProblemException refused) {
      assertThat(refused.code()).isEqualTo(OrganizationProblem.PARENT_IS_BELOW);
      return false;
    }
  }

  @Test
  void keeps_every_state_with_who_and_why() {
    BoundaryUnit site = add(UnitKind.SITE, null, "S1");
    BoundaryUnit renamed =
        boundary.change(
            call.because("更名"),
            new BoundaryUnit(
                site.id(), site.kind(), null, description("S1-新"), site.validity(), 1));

    List<UnitRevision> history = boundary.history(enterprise, site.id());

    assertThat(renamed.version()).isEqualTo(2);
    assertThat(history).extracting(UnitRevision::reason).containsExactly("更名", "建账");
    assertThat(history.getLast().unit().description().code()).isEqualTo("S1");
  }

  @Test
  void refuses_a_change_based_on_an_old_version() {
    BoundaryUnit site = add(UnitKind.SITE, null, "S1");
    boundary.end(call, site.id(), 1, LocalDate.of(2026, 12, 31));

    assertRefused(
        () -> boundary.end(call, site.id(), 1, LocalDate.of(2027, 12, 31)),
        OrganizationProblem.UNIT_VERSION_CONFLICT);
  }

  @Test
  void refuses_a_code_used_twice_in_the_enterprise_only() {
    add(UnitKind.SITE, null, "S1");

    assertRefused(() -> add(UnitKind.SITE, null, "S1"), OrganizationProblem.UNIT_CODE_TAKEN);
    enterprise = fixture.enterprise();
    call = new CallContext(call.account(), enterprise, call.time(), null);
    assertThat(add(UnitKind.SITE, null, "S1").version()).isEqualTo(1);
  }

  @Test
  void refuses_to_end_a_unit_before_those_below_it() {
    BoundaryUnit site = add(UnitKind.SITE, null, "S1");
    add(UnitKind.PROCESS, site.id(), "P1");

    assertRefused(
        () -> boundary.end(call, site.id(), 1, LocalDate.of(2025, 12, 31)),
        OrganizationProblem.CHILD_OUTLIVES);
  }

  @Test
  void refuses_to_end_a_unit_that_is_in_use_and_says_by_what() {
    ApiClient client = fixture.signIn(enterprise, Role.CARBON_MANAGER);
    BoundaryUnit site = add(UnitKind.SITE, null, "S1");
    UnitUseFixture.used = site.id();

    Answer answer =
        client
            .in("en")
            .delete(
                "/api/v1/enterprises/" + enterprise + "/units/" + site.id() + "?on=2025-12-31", 1);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().path("detail").asString())
        .isEqualTo(
            "The unit \"单元 S1\" is still in use after 2025-12-31: parameter gas. End or change these"
                + " first.");
  }

  @Test
  void ends_a_unit_and_shows_the_boundary_of_a_day() {
    ApiClient client = fixture.signIn(enterprise, Role.CARBON_MANAGER);
    BoundaryUnit site = add(UnitKind.SITE, null, "S1");
    String units = "/api/v1/enterprises/" + enterprise + "/units";

    Answer ended = client.delete(units + "/" + site.id() + "?on=2025-06-30", 1);

    assertThat(ended.json().path("validTo").asString()).isEqualTo("2025-06-30");
    assertThat(client.get(units + "?on=2025-06-30").json().path("items").size()).isEqualTo(1);
    assertThat(client.get(units + "?on=2025-07-01").json().path("items").size()).isZero();
  }

  @Test
  void refuses_a_child_outside_the_time_of_its_parent() {
    BoundaryUnit site =
        boundary.add(
            call,
            UnitKind.SITE,
            null,
            description("S1"),
            new Validity(START, LocalDate.of(2025, 12, 31)));

    assertRefused(
        () -> add(UnitKind.PROCESS, site.id(), "P1"), OrganizationProblem.VALIDITY_OUTSIDE_PARENT);
  }

  @Test
  void hides_units_from_those_who_only_read_elsewhere() {
    BoundaryUnit site = add(UnitKind.SITE, null, "S1");
    EnterpriseId own = fixture.enterprise();
    ApiClient client = fixture.signIn(own, Role.CARBON_MANAGER);

    Answer stranger = client.get("/api/v1/enterprises/" + enterprise + "/units/" + site.id());
    Answer smuggled = client.get("/api/v1/enterprises/" + own + "/units/" + site.id());

    assertThat(stranger.status()).isEqualTo(404);
    assertThat(smuggled.status()).isEqualTo(404);
    assertThat(stranger.text() + smuggled.text()).doesNotContain("S1");
  }

  private BoundaryUnit add(UnitKind kind, @Nullable UnitId parent, String code) {
    return boundary.add(call, kind, parent, description(code), new Validity(START, null));
  }

  private BoundaryUnit move(BoundaryUnit unit, UnitId parent) {
    return boundary.change(
        call,
        new BoundaryUnit(
            unit.id(), unit.kind(), parent, unit.description(), unit.validity(), unit.version()));
  }

  private static Description description(String code) {
    return new Description(
        code, "单元 " + code, "Unit " + code, List.of(new TechnicalParameter("容积", "2650", "m3")));
  }

  private static void assertRefused(Runnable action, OrganizationProblem expected) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            ProblemException.class, refused -> assertThat(refused.code()).isEqualTo(expected));
  }
}
