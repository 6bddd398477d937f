package io.tanheng.server.foundation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient;
import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.ApiFixture;
import io.tanheng.server.ApiTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class SessionTest {
  @Autowired ApiFixture fixture;
  @Autowired JdbcClient jdbc;
  @Autowired Accounts accounts;

  /// All tests come from one address; its failures are not the matter here.
  @BeforeEach
  void forgetTheAddress() {
    jdbc.sql("delete from identity.login_guard where subject like 'address:%'").update();
  }

  @Test
  void signs_in_with_rights_at_the_own_enterprises_only() {
    EnterpriseId own = fixture.enterprise();
    fixture.enterprise();
    ApiClient client = fixture.signIn(own, Role.CARBON_MANAGER);

    Answer answer = client.get("/api/v1/session");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("enterprises").size()).isEqualTo(1);
    assertThat(answer.json().at("/enterprises/0/id").asString()).isEqualTo(own.toString());
    assertThat(answer.json().at("/enterprises/0/years/0").asInt()).isEqualTo(2025);
    assertThat(answer.json().at("/enterprises/0/permissions").toString())
        .contains("LEDGER_CONFIRM")
        .doesNotContain("ACCOUNT_MANAGE");
    assertThat(answer.text()).doesNotContain("argon2", "token_hash");
  }

  @Test
  void shows_nobody_without_a_session() {
    Answer answer = fixture.anonymous().get("/api/v1/session");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("account").isNull()).isTrue();
    assertThat(answer.json().path("enterprises").size()).isZero();
    assertThat(answer.json().path("demo").asBoolean()).isFalse();
  }

  @Test
  void sets_a_cookie_that_scripts_cannot_read() {
    String login = fixture.account(Set.of());

    Answer answer = fixture.anonymous().signIn(login, ApiFixture.PASSWORD);

    assertThat(answer.headers().firstValue("set-cookie").orElseThrow())
        .startsWith("TANHENG_SESSION=")
        .contains("HttpOnly", "SameSite=Lax", "Path=/");
  }

  @Test
  void says_the_same_for_a_wrong_password_and_an_unknown_name() {
    String login = fixture.account(Set.of());

    Answer wrong = fixture.anonymous().signIn(login, "not the password");
    Answer unknown = fixture.anonymous().signIn("nobody-" + login, "not the password");

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.text()).isEqualTo(unknown.text());
    assertThat(wrong.code()).isEqualTo("identity.bad-credentials");
  }

  @Test
  void answers_in_the_language_asked_for_and_carries_both() {
    Answer english =
        fixture.anonymous().in("en-GB,en;q=0.9").signIn("nobody-here", "not it at all");

    assertThat(english.json().path("detail").asString())
        .isEqualTo("The log-in name or the password is wrong.");
    assertThat(english.json().at("/messages/zh").asString()).isEqualTo("登录名或密码不正确。");
  }

  @Test
  void looks_at_no_more_than_five_wrong_passwords_however_many_come_at_once() throws Exception {
    String login = fixture.account(Set.of());

    List<Integer> statuses =
        together(24, () -> fixture.anonymous().signIn(login, "not the password").status());

    assertThat(statuses).containsOnly(401, 429);
    assertThat(statuses.stream().filter(status -> status == 401)).hasSize(5);
    Answer right = fixture.anonymous().signIn(login, ApiFixture.PASSWORD);
    assertThat(right.status()).isEqualTo(429);
    assertThat(right.code()).isEqualTo("identity.locked");
    assertThat(Long.parseLong(right.headers().firstValue("retry-after").orElseThrow()))
        .isBetween(800L, 901L);
  }

  @Test
  void lets_in_again_after_the_block_and_doubles_the_next_one() {
    String login = fixture.account(Set.of());
    failFiveTimes(login);
    pass(login);

    failFiveTimes(login);

    Answer second = fixture.anonymous().signIn(login, ApiFixture.PASSWORD);
    assertThat(second.status()).isEqualTo(429);
    assertThat(Long.parseLong(second.headers().firstValue("retry-after").orElseThrow()))
        .isBetween(1700L, 1801L);
    pass(login);
    assertThat(fixture.anonymous().signIn(login, ApiFixture.PASSWORD).status()).isEqualTo(200);
  }

  private void failFiveTimes(String login) {
    for (int i = 0; i < 5; i++) {
      assertThat(fixture.anonymous().signIn(login, "not the password").status()).isEqualTo(401);
    }
  }

  /// The time of a block is over.
  private void pass(String login) {
    jdbc.sql(
            """
            update identity.login_guard
               set blocked_until = now() - interval '1 second'
             where subject = :subject
            """)
        .param("subject", "login:" + login)
        .update();
  }

  @Test
  void blocks_an_address_that_tries_many_names() {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 31; i++) {
      statuses.add(fixture.anonymous().signIn("unknown-" + i, "not the password").status());
    }

    assertThat(statuses.subList(0, 30)).containsOnly(401);
    assertThat(statuses.getLast()).isEqualTo(429);
  }

  @Test
  void opens_a_fresh_session_at_every_log_in() {
    String login = fixture.account(Set.of());
    ApiClient client = fixture.anonymous();
    client.signIn(login, ApiFixture.PASSWORD);
    String first = client.cookie();

    client.signIn(login, ApiFixture.PASSWORD);

    assertThat(client.cookie()).isNotEqualTo(first);
    assertThat(accountOf(fixture.anonymous().withCookie(first))).isEmpty();
    assertThat(accountOf(client)).isEqualTo(login);
  }

  @Test
  void never_takes_a_token_it_did_not_make() {
    String login = fixture.account(Set.of());
    ApiClient client = fixture.anonymous().withCookie("TANHENG_SESSION=chosen-by-somebody-else");

    client.signIn(login, ApiFixture.PASSWORD);

    assertThat(client.cookie()).isNotEqualTo("TANHENG_SESSION=chosen-by-somebody-else");
  }

  @Test
  void stores_no_token_that_could_be_used() {
    String login = fixture.account(Set.of());
    ApiClient client = fixture.anonymous();
    client.signIn(login, ApiFixture.PASSWORD);
    String token = String.valueOf(client.cookie()).substring("TANHENG_SESSION=".length());

    boolean plain =
        jdbc.sql(
                """
                select exists (select 1 from identity.session
                                where token_hash = convert_to(:token, 'UTF8')
                                   or encode(token_hash, 'base64') = :token)
                """)
            .param("token", token)
            .query(Boolean.class)
            .single();

    assertThat(plain).isFalse();
  }

  @Test
  void ends_all_sessions_when_the_password_changes() {
    String login = fixture.account(Set.of());
    ApiClient other = fixture.anonymous();
    other.signIn(login, ApiFixture.PASSWORD);
    ApiClient client = fixture.anonymous();
    client.signIn(login, ApiFixture.PASSWORD);

    Answer changed =
        client.post(
            "/api/v1/session/password",
            "{\"current\":\"" + ApiFixture.PASSWORD + "\",\"new\":\"Quiet-lanterns-7\"}");
    client.remember(changed);

    assertThat(changed.status()).isEqualTo(200);
    assertThat(accountOf(other)).isEmpty();
    assertThat(accountOf(client)).isEqualTo(login);
    assertThat(fixture.anonymous().signIn(login, ApiFixture.PASSWORD).status()).isEqualTo(401);
    assertThat(fixture.anonymous().signIn(login, "Quiet-lanterns-7").status()).isEqualTo(200);
  }

  @Test
  void ends_a_session_that_was_idle_for_two_hours() {
    String login = fixture.account(Set.of());
    ApiClient client = fixture.anonymous();
    client.signIn(login, ApiFixture.PASSWORD);

    age(login, "last_seen_at", "2 hours");

    assertThat(accountOf(client)).isEmpty();
  }

  @Test
  void ends_a_session_after_twelve_hours_in_any_case() {
    String login = fixture.account(Set.of());
    ApiClient client = fixture.anonymous();
    client.signIn(login, ApiFixture.PASSWORD);

    age(login, "created_at", "12 hours");

    assertThat(accountOf(client)).isEmpty();
  }

  private void age(String login, String column, String age) {
    jdbc.sql(
            "update identity.session set "
                + column
                + " = now() - interval '"
                + age
                + "' where account_id = :account")
        .param("account", accounts.find(login).orElseThrow().id().value())
        .update();
  }

  @Test
  void signs_out() {
    String login = fixture.account(Set.of());
    ApiClient client = fixture.anonymous();
    client.signIn(login, ApiFixture.PASSWORD);
    String token = client.cookie();

    Answer answer = client.send("DELETE", "/api/v1/session", null);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(accountOf(fixture.anonymous().withCookie(token))).isEmpty();
  }

  @Test
  void refuses_a_change_without_the_token_of_the_page() {
    ApiClient client = fixture.signInAdministrator();

    Answer without = client.withCsrf(null).send("DELETE", "/api/v1/session", null);
    Answer wrong = client.withCsrf("x".repeat(43)).send("DELETE", "/api/v1/session", null);

    assertThat(without.code()).isEqualTo("identity.csrf");
    assertThat(wrong.code()).isEqualTo("identity.csrf");
    assertThat(client.get("/api/v1/accounts").status()).isEqualTo(200);
  }

  @Test
  void refuses_a_log_in_that_comes_from_another_site() {
    String login = fixture.account(Set.of());

    Answer answer =
        fixture
            .anonymous()
            .sendWith(
                "POST",
                "/api/v1/session",
                "{\"login\":\"" + login + "\",\"password\":\"" + ApiFixture.PASSWORD + "\"}",
                "Sec-Fetch-Site",
                "cross-site");

    assertThat(answer.code()).isEqualTo("identity.cross-site");
    assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
  }

  @Test
  void refuses_demo_accounts_outside_the_demonstration() {
    accounts.create(
        null,
        new NewAccount("demo-outside", "演示", "zh-CN", ApiFixture.PASSWORD, false, true, Set.of()));

    Answer answer = fixture.anonymous().signIn("demo-outside", ApiFixture.PASSWORD);

    assertThat(answer.code()).isEqualTo("identity.bad-credentials");
    assertThat(fixture.anonymous().get("/api/v1/demo/logins").status()).isEqualTo(404);
  }

  @Test
  void writes_log_ins_and_failures_to_the_trail() {
    String login = fixture.account(Set.of());
    fixture.anonymous().signIn(login, "not the password");
    fixture.anonymous().signIn(login, ApiFixture.PASSWORD);

    Answer answer =
        fixture
            .signInAdministrator()
            .get("/api/v1/accounts/" + accounts.find(login).orElseThrow().id() + "/events");

    assertThat(answer.json().path("items").valueStream().map(e -> e.path("kind").asString()))
        .containsExactly("LOGGED_IN", "LOGIN_FAILED", "CREATED");
  }

  private static String accountOf(ApiClient client) {
    return client.get("/api/v1/session").json().at("/account/login").asString("");
  }

  private static <T> List<T> together(int count, Callable<T> call) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        futures.add(threads.submit(call));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }
}
