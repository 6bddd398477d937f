package io.tanheng.server.foundation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient;
import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.ApiFixture;
import io.tanheng.server.ApiTest;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class AccountTest {
  @Autowired ApiFixture fixture;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  private ApiClient admin;

  @BeforeEach
  void signIn() {
    jdbc.sql("delete from identity.login_guard where subject like 'address:%'").update();
    admin = fixture.signInAdministrator();
  }

  @Test
  void makes_an_account_that_must_change_its_password_first() {
    EnterpriseId enterprise = fixture.enterprise();
    String login = "new." + System.nanoTime();

    Answer created =
        admin.post("/api/v1/accounts", newAccount(login, "CARBON_MANAGER", enterprise));
    ApiClient client = fixture.anonymous();
    client.signIn(login, ApiFixture.PASSWORD);

    assertThat(created.status()).isEqualTo(201);
    assertThat(client.get("/api/v1/enterprises/" + enterprise).code())
        .isEqualTo("identity.password-change-needed");
    client.remember(
        client.post(
            "/api/v1/session/password",
            "{\"current\":\"" + ApiFixture.PASSWORD + "\",\"new\":\"Quiet-lanterns-7\"}"));
    assertThat(client.get("/api/v1/enterprises/" + enterprise).status()).isEqualTo(200);
  }

  @Test
  void refuses_a_second_account_of_the_same_name() {
    EnterpriseId enterprise = fixture.enterprise();
    String login = "twice." + System.nanoTime();
    admin.post("/api/v1/accounts", newAccount(login, "FINANCE", enterprise));

    Answer second = admin.post("/api/v1/accounts", newAccount(login, "FINANCE", enterprise));

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.json().path("detail").asString()).contains(login);
  }

  @Test
  void names_every_field_that_is_wrong() {
    Answer answer =
        admin.post(
            "/api/v1/accounts",
            "{\"login\":\"\",\"name\":\"\",\"locale\":\"fr\",\"password\":\"x\",\"grants\":[]}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("problems").valueStream().map(p -> p.path("field").asString()))
        .containsExactlyInAnyOrder("login", "name", "locale");
    assertThat(answer.json().at("/problems/0/message/zh").asString()).isNotEmpty();
  }

  @Test
  void refuses_a_field_it_does_not_know() {
    Answer answer = admin.post("/api/v1/accounts", "{\"logni\":\"x\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("request.unreadable-field");
    assertThat(answer.json().at("/args/field/en").asString()).isEqualTo("logni");
  }

  @Test
  void ends_the_sessions_of_a_disabled_account_at_once() {
    EnterpriseId enterprise = fixture.enterprise();
    String login = fixture.account(Set.of(new Grant(Role.FINANCE, enterprise)));
    ApiClient client = fixture.anonymous();
    client.signIn(login, ApiFixture.PASSWORD);

    Answer disabled = admin.patch(path(login), 1, "{\"enabled\":false}");

    assertThat(disabled.status()).isEqualTo(200);
    assertThat(client.get("/api/v1/enterprises/" + enterprise).status()).isEqualTo(401);
    assertThat(fixture.anonymous().signIn(login, ApiFixture.PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void takes_a_role_away_at_once() {
    EnterpriseId enterprise = fixture.enterprise();
    String login = fixture.account(Set.of(new Grant(Role.FINANCE, enterprise)));
    ApiClient client = fixture.anonymous();
    client.signIn(login, ApiFixture.PASSWORD);

    admin.patch(path(login), 1, "{\"grants\":[]}");

    assertThat(client.get("/api/v1/enterprises/" + enterprise).status()).isEqualTo(404);
  }

  @Test
  void refuses_a_change_based_on_an_old_version() {
    String login = fixture.account(Set.of());
    admin.patch(path(login), 1, "{\"name\":\"甲\"}");

    Answer second = admin.patch(path(login), 1, "{\"name\":\"乙\"}");

    assertThat(second.status()).isEqualTo(412);
    assertThat(accounts.find(login).orElseThrow().name()).isEqualTo("甲");
  }

  @Test
  void asks_for_the_version() {
    String login = fixture.account(Set.of());

    Answer answer = admin.send("PATCH", path(login), "{\"name\":\"甲\"}");

    assertThat(answer.status()).isEqualTo(428);
  }

  @Test
  void unlocks_and_resets_a_password() {
    String login = fixture.account(Set.of());
    for (int i = 0; i < 5; i++) {
      fixture.anonymous().signIn(login, "not the password");
    }

    admin.patch(path(login), 1, "{\"unlock\":true,\"password\":\"Quiet-lanterns-7\"}");

    Answer answer = fixture.anonymous().signIn(login, "Quiet-lanterns-7");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/account/mustChangePassword").asBoolean()).isTrue();
  }

  @Test
  void refuses_a_role_at_an_enterprise_that_does_not_exist() {
    Answer answer =
        admin.post("/api/v1/accounts", newAccount("ghost.x", "FINANCE", EnterpriseId.next()));

    assertThat(answer.code()).isEqualTo("identity.grant-unknown-enterprise");
  }

  @Test
  void refuses_an_administrator_of_one_enterprise() {
    Answer answer =
        admin.post("/api/v1/accounts", newAccount("odd.x", "IT_ADMIN", fixture.enterprise()));

    assertThat(answer.code()).isEqualTo("identity.grant-scope");
    assertThat(answer.json().at("/messages/zh").asString())
        .contains("系统管理员")
        .doesNotContain("IT_ADMIN");
    assertThat(answer.json().at("/messages/en").asString()).contains("system administrator");
  }

  @Test
  void pages_through_all_accounts_once() {
    Answer first = admin.get("/api/v1/accounts?q=no-such-person-anywhere");

    assertThat(first.json().path("items").size()).isZero();
    assertThat(first.json().path("nextCursor").isNull()).isTrue();
  }

  private String path(String login) {
    return "/api/v1/accounts/" + accounts.find(login).orElseThrow().id();
  }

  private static String newAccount(String login, String role, EnterpriseId enterprise) {
    return """
    {"login":"%s","name":"新同事","locale":"zh-CN","password":"%s",
     "grants":[{"role":"%s","enterpriseId":"%s"}]}
    """
        .formatted(login, ApiFixture.PASSWORD, role, enterprise);
  }
}
