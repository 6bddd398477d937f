package io.tanheng.server.foundation.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanheng.server.ApiClient;
import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.ApiFixture;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Grant;
import io.tanheng.server.foundation.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class ApprovalsTest {
  private static final String NAMES = "{\"zh\":\"步骤\",\"en\":\"step\"}";

  @Autowired ApiFixture fixture;
  @Autowired ApprovalSubjectFixture things;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;

  private EnterpriseId enterprise;
  private Person author;
  private Person office;
  private Person manager;

  record Person(AccountId id, ApiClient client) {}

  @BeforeEach
  void hire() {
    enterprise = fixture.enterprise();
    author = person(Role.ACCOUNTING_OFFICER);
    office = person(Role.CARBON_OFFICE);
    manager = person(Role.CARBON_MANAGER);
  }

  private Person person(Role... roles) {
    Set<Grant> grants =
        Stream.of(roles).map(role -> new Grant(role, enterprise)).collect(Collectors.toSet());
    String login = fixture.account(grants);
    ApiClient client = fixture.anonymous();
    client.signIn(login, ApiFixture.PASSWORD);
    return new Person(accounts.find(login).orElseThrow().id(), client);
  }

  private String path(String rest) {
    return "/api/v1/enterprises/" + enterprise + rest;
  }

  private JsonNode submit(UUID thing) {
    Answer answer = submitAs(author, thing);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  private Answer submitAs(Person person, UUID thing) {
    return person
        .client()
        .post(
            path("/approvals"),
            json.writeValueAsString(
                Map.of("subjectType", ApprovalSubjectFixture.TYPE, "subjectId", thing)));
  }

  private Answer act(Person person, JsonNode approval, String act, Map<String, ?> body) {
    return person
        .client()
        .post(
            path("/approvals/" + approval.path("id").asString("") + "/" + act),
            json.writeValueAsString(body));
  }

  private Answer approve(Person person, JsonNode approval, int step) {
    return act(person, approval, "approve", Map.of("step", step));
  }

  private void define(String rules, String... steps) {
    String body =
        """
        {"content": {"title": %s, "rules": [%s], "steps": [%s]}, "reason": "内部规定"}
        """
            .formatted(NAMES, rules, String.join(",", steps));
    long version =
        office
            .client()
            .get(path("/approval-definitions"))
            .json()
            .path("items")
            .valueStream()
            .filter(one -> one.path("subjectType").asString("").equals(ApprovalSubjectFixture.TYPE))
            .findFirst()
            .orElseThrow()
            .path("version")
            .asLong();
    Answer answer =
        office
            .client()
            .sendWith(
                "PUT",
                path("/approval-definitions/" + ApprovalSubjectFixture.TYPE),
                body,
                "If-Match",
                "\"" + version + "\"");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static String step(String key, String roles, String mode, boolean optional) {
    return """
    {"key": "%s", "name": %s, "roles": [%s], "persons": [], "mode": "%s", "optional": %s}
    """
        .formatted(key, NAMES, roles, mode, optional);
  }

  @Test
  void tells_the_owner_of_the_thing_when_the_last_signature_is_given() {
    UUID thing = things.add(author.id());
    JsonNode submitted = submit(thing);

    JsonNode approved = approve(office, submitted, 0).json();

    assertThat(approved.path("state").asString("")).isEqualTo("APPROVED");
    assertThat(things.heard(thing)).containsExactly(ApprovalState.PENDING, ApprovalState.APPROVED);
    assertThat(approved.path("acts").valueStream().map(act -> act.path("kind").asString("")))
        .containsExactly("SUBMIT", "APPROVE");
    assertThat(approved.path("acts").path(1).path("by").path("id").asString(""))
        .isEqualTo(office.id().toString());
  }

  @Test
  void does_not_count_a_signature_the_owner_of_the_thing_refuses() {
    UUID thing = things.add(author.id());
    JsonNode submitted = submit(thing);
    things.refuse(thing);

    approve(office, submitted, 0);

    JsonNode now =
        office.client().get(path("/approvals/" + submitted.path("id").asString(""))).json();
    assertThat(now.path("state").asString("")).isEqualTo("PENDING");
    assertThat(now.path("acts")).hasSize(1);
  }

  @Test
  void does_not_let_an_author_sign_the_own_work() {
    UUID thing = things.add(office.id());
    JsonNode submitted = submit(thing);

    Answer answer = approve(office, submitted, 0);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("approval.own-work");
  }

  @Test
  void shows_what_waits_for_whom() {
    JsonNode submitted = submit(things.add(author.id()));

    assertThat(toDo(office)).isEqualTo(1);
    assertThat(toDo(author)).isZero();
    assertThat(submitted.path("mine").path("hindrance").path("code").asString(""))
        .isEqualTo("approval.not-asked");
    assertThat(author.client().get(path("/approvals?show=MINE")).json().path("items")).hasSize(1);
    assertThat(manager.client().get(path("/approvals?show=MINE")).json().path("items")).isEmpty();

    approve(office, submitted, 0);

    assertThat(toDo(office)).isZero();
    assertThat(office.client().get(path("/approvals?show=TO_DO")).json().path("items")).isEmpty();
    assertThat(office.client().get(path("/approvals?show=MINE")).json().path("items")).hasSize(1);
  }

  private int toDo(Person person) {
    return person.client().get(path("/approvals/count")).json().path("toDo").asInt();
  }

  @Test
  void counts_one_of_two_signatures_given_at_once() throws Exception {
    JsonNode submitted = submit(things.add(author.id()));
    List<Callable<Integer>> both =
        List.of(
            () -> approve(office, submitted, 0).status(),
            () -> approve(manager, submitted, 0).status());

    List<Integer> answers;
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      answers = pool.invokeAll(both).stream().map(ApprovalsTest::result).sorted().toList();
    }

    assertThat(answers).containsExactly(200, 409);
    JsonNode now =
        office.client().get(path("/approvals/" + submitted.path("id").asString(""))).json();
    assertThat(
            now.path("acts")
                .valueStream()
                .filter(act -> act.path("kind").asString("").equals("APPROVE")))
        .hasSize(1);
  }

  private static int result(Future<Integer> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void asks_every_role_to_countersign_and_nobody_twice() {
    Person production = person(Role.PRODUCTION_DEPT);
    Person finance = person(Role.FINANCE, Role.TOP_MANAGEMENT);
    Person top = person(Role.TOP_MANAGEMENT);
    define(
        "\"NOT_AUTHOR\", \"NOT_TWICE\"",
        step("sign", "\"PRODUCTION_DEPT\", \"FINANCE\"", "ALL", false),
        step("approve", "\"TOP_MANAGEMENT\"", "ONE", false));
    JsonNode submitted = submit(things.add(author.id()));

    assertThat(approve(production, submitted, 0).json().path("step").asInt()).isZero();
    assertThat(approve(production, submitted, 0).code()).isEqualTo("approval.not-asked");
    assertThat(approve(finance, submitted, 0).json().path("step").asInt()).isEqualTo(1);
    assertThat(approve(finance, submitted, 1).code()).isEqualTo("approval.already-signed");
    assertThat(approve(top, submitted, 0).code()).isEqualTo("approval.step-moved");
    assertThat(approve(top, submitted, 1).json().path("state").asString("")).isEqualTo("APPROVED");
  }

  @Test
  void keeps_the_department_concerned_from_signing() {
    Person production = person(Role.PRODUCTION_DEPT);
    Person finance = person(Role.FINANCE);
    define(
        "\"NOT_OWN_DEPARTMENT\"", step("sign", "\"PRODUCTION_DEPT\", \"FINANCE\"", "ONE", false));
    JsonNode submitted = submit(things.add(production.id()));
    Person colleague = person(Role.PRODUCTION_DEPT);

    assertThat(approve(colleague, submitted, 0).code()).isEqualTo("approval.own-department");
    assertThat(approve(finance, submitted, 0).status()).isEqualTo(200);
  }

  @Test
  void refuses_at_once_what_nobody_could_sign() {
    Person only = person(Role.TOP_MANAGEMENT, Role.FINANCE);
    define(
        "\"NOT_TWICE\"",
        step("sign", "\"FINANCE\"", "ONE", false),
        step("approve", "\"TOP_MANAGEMENT\"", "ONE", false));

    Answer answer = submitAs(author, things.add(author.id()));

    assertThat(only.id()).isNotEqualTo(author.id());
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("approval.nobody-may-sign");
    assertThat(answer.json().path("messages").path("zh").asString("")).contains("最高管理者");
  }

  @Test
  void leaves_out_an_optional_step_nobody_can_sign_and_says_so() {
    define(
        "\"NOT_AUTHOR\"",
        step("sign", "\"FINANCE\"", "ONE", true),
        step("approve", "\"CARBON_OFFICE\"", "ONE", false));

    JsonNode submitted = submit(things.add(author.id()));

    assertThat(submitted.path("step").asInt()).isEqualTo(1);
    assertThat(submitted.path("steps").path(0).path("state").asString("")).isEqualTo("SKIPPED");
    assertThat(submitted.path("acts").path(1).path("kind").asString("")).isEqualTo("SKIP");
  }

  @Test
  void sends_back_with_a_reason_and_takes_the_next_version_in_a_new_round() {
    UUID thing = things.add(author.id());
    JsonNode submitted = submit(thing);

    Answer without = act(office, submitted, "return", Map.of("step", 0, "reason", " "));
    Answer sent = act(office, submitted, "return", Map.of("step", 0, "reason", "缺化验单"));

    assertThat(without.code()).isEqualTo("approval.reason-missing");
    assertThat(sent.json().path("state").asString("")).isEqualTo("RETURNED");
    assertThat(approve(office, submitted, 0).code()).isEqualTo("approval.ended");
    assertThat(submit(thing).path("number").asInt())
        .isEqualTo(submitted.path("number").asInt() + 1);
    assertThat(things.heard(thing))
        .containsExactly(ApprovalState.PENDING, ApprovalState.RETURNED, ApprovalState.PENDING);
  }

  @Test
  void lets_only_the_submitter_withdraw() {
    JsonNode submitted = submit(things.add(author.id()));

    assertThat(act(office, submitted, "withdraw", Map.of("reason", "不需要")).code())
        .isEqualTo("approval.not-yours");
    assertThat(
            act(author, submitted, "withdraw", Map.of("reason", "有误"))
                .json()
                .path("state")
                .asString(""))
        .isEqualTo("WITHDRAWN");
  }

  @Test
  void refuses_a_second_round_beside_one_in_progress() {
    UUID thing = things.add(author.id());
    submit(thing);

    assertThat(submitAs(author, thing).code()).isEqualTo("approval.in-progress");
  }

  @Test
  void is_void_when_the_thing_changed_after_it_was_submitted() {
    UUID thing = things.add(author.id());
    JsonNode submitted = submit(thing);
    things.change(thing, author.id(), "two");

    Answer answer = approve(office, submitted, 0);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("approval.subject-changed");
    JsonNode now =
        office.client().get(path("/approvals/" + submitted.path("id").asString(""))).json();
    assertThat(now.path("state").asString("")).isEqualTo("VOID");
    assertThat(things.heard(thing)).containsExactly(ApprovalState.PENDING, ApprovalState.VOID);
  }

  @Test
  void lets_a_delegate_sign_within_the_time_given_and_records_for_whom() {
    Person assistant = person(Role.DISCLOSURE_OFFICER);
    JsonNode first = submit(things.add(author.id()));
    assertThat(approve(assistant, first, 0).code()).isEqualTo("approval.not-asked");

    JsonNode delegation = delegate(office, assistant, "2020-01-01T00:00:00Z").json();
    JsonNode signed = approve(assistant, first, 0).json();

    JsonNode signature = signed.path("acts").path(1);
    assertThat(signature.path("by").path("id").asString("")).isEqualTo(assistant.id().toString());
    assertThat(signature.path("onBehalfOf").path("id").asString(""))
        .isEqualTo(office.id().toString());

    office
        .client()
        .post(path("/delegations/" + delegation.path("id").asString("") + "/revoke"), "{}");
    JsonNode second = submit(things.add(author.id()));
    assertThat(approve(assistant, second, 0).code()).isEqualTo("approval.not-asked");
  }

  @Test
  void does_not_let_an_author_sign_by_delegation() {
    delegate(office, author, "2020-01-01T00:00:00Z");
    JsonNode submitted = submit(things.add(author.id()));

    assertThat(approve(author, submitted, 0).code()).isEqualTo("approval.own-work");
  }

  @Test
  void does_not_let_a_delegate_sign_before_the_time() {
    Person assistant = person(Role.DISCLOSURE_OFFICER);
    delegate(office, assistant, "2098-01-01T00:00:00Z");
    JsonNode submitted = submit(things.add(author.id()));

    assertThat(approve(assistant, submitted, 0).code()).isEqualTo("approval.not-asked");
  }

  private Answer delegate(Person from, Person to, String begin) {
    Answer answer =
        from.client()
            .post(
                path("/delegations"),
                json.writeValueAsString(
                    Map.of(
                        "to",
                        to.id().value(),
                        "validFrom",
                        begin,
                        "validTo",
                        "2099-01-01T00:00:00Z",
                        "reason",
                        "出差")));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer;
  }

  @Test
  void needs_the_right_of_the_owner_to_submit() {
    Person reviewer = person(Role.REPORT_REVIEWER);

    assertThat(submitAs(reviewer, things.add(author.id())).code())
        .isEqualTo("identity.not-allowed");
  }

  @Test
  void never_changes_an_act() {
    JsonNode submitted = submit(things.add(author.id()));
    UUID id = UUID.fromString(submitted.path("id").asString(""));

    assertThatThrownBy(() ->
            jdbc.sql("update approval.act set reason = 'x' where approval_id = :id")
                .param("id", id)
                .update())
        .hasMessageContaining("never changed");
  }

  @Test
  void refuses_a_way_of_approval_without_a_signer() {
    Answer answer =
        office
            .client()
            .sendWith(
                "PUT",
                path("/approval-definitions/" + ApprovalSubjectFixture.TYPE),
                """
                {"content": {"title": %s, "rules": [], "steps": [%s]}, "reason": "x"}
                """
                    .formatted(NAMES, step("sign", "", "ONE", false)),
                "If-Match",
                "\"0\"");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("problems").path(0).path("field").asString(""))
        .isEqualTo("steps[0].roles");
  }
}
