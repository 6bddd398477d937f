package io.tanheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.identity.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Walks every endpoint there is: none is reached without a session, none tells a stranger
/// anything.
@ApiTest
class EndpointsTest {
  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

  /// The way in, and nothing else, is open to anyone.
  private static final Set<String> OPEN =
      Set.of(
          "GET /api/v1/session",
          "POST /api/v1/session",
          "POST /api/v1/setup",
          "GET /api/v1/demo/logins");

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  @Autowired ApiFixture fixture;

  record Endpoint(String method, String pattern, HandlerMethod handler) {
    Right right() {
      Permission permission = handler.getMethodAnnotation(Permission.class);
      if (permission == null) {
        throw new IllegalStateException(this + " states no permission");
      }
      return permission.value();
    }

    boolean isOfAnEnterprise() {
      return pattern.contains("{enterpriseId}");
    }

    /// The path at one enterprise, with ids of nothing for all else.
    String path(EnterpriseId enterprise) {
      return VARIABLE
          .matcher(pattern.replace("{enterpriseId}", enterprise.toString()))
          .replaceAll(UUID.randomUUID().toString());
    }

    String name() {
      return method + " " + pattern;
    }
  }

  private List<Endpoint> endpoints;

  @BeforeEach
  void walk() {
    endpoints = new ArrayList<>();
    for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
        mapping.getHandlerMethods().entrySet()) {
      for (String pattern : entry.getKey().getPatternValues()) {
        if (pattern.equals("/error")) {
          continue;
        }
        for (RequestMethod method : entry.getKey().getMethodsCondition().getMethods()) {
          endpoints.add(new Endpoint(method.name(), pattern, entry.getValue()));
        }
      }
    }
    assertThat(endpoints).hasSizeGreaterThan(15);
  }

  @Test
  void every_handler_states_its_permission() {
    assertThat(endpoints)
        .allSatisfy(endpoint ->
            assertThat(endpoint.handler().hasMethodAnnotation(Permission.class))
                .as(endpoint.name())
                .isTrue());
  }

  @Test
  void only_the_way_in_is_open_to_anyone() {
    assertThat(endpoints.stream().filter(e -> e.right() == Right.ANYONE).map(Endpoint::name))
        .containsExactlyInAnyOrderElementsOf(OPEN);
  }

  @Test
  void every_path_of_an_enterprise_names_it_so_that_the_check_sees_it() {
    assertThat(endpoints)
        .allSatisfy(endpoint ->
            assertThat(endpoint.pattern())
                .as(endpoint.name())
                .startsWith("/api/v1/")
                .doesNotContainPattern("/enterprises/\\{(?!enterpriseId})"));
  }

  @Test
  void every_right_of_one_enterprise_is_asked_for_under_its_path() {
    Set<Right> general =
        Set.of(
            Right.ANYONE,
            Right.SIGNED_IN,
            Right.ACCOUNT_MANAGE,
            Right.ENTERPRISE_CREATE,
            Right.ENTERPRISE_READ);

    assertThat(endpoints.stream().filter(e -> !e.isOfAnEnterprise()))
        .allSatisfy(e -> assertThat(general).as(e.name()).contains(e.right()));
  }

  @Test
  void nobody_gets_anywhere_without_a_session() {
    EnterpriseId enterprise = fixture.enterprise("不可见钢铁");

    assertThat(endpoints.stream().filter(e -> !OPEN.contains(e.name())))
        .allSatisfy(endpoint -> {
          Answer answer = send(fixture.anonymous(), endpoint, enterprise);
          assertThat(answer.status()).as(endpoint.name()).isEqualTo(401);
          assertThat(answer.code()).as(endpoint.name()).isEqualTo("identity.not-signed-in");
          assertThat(answer.text()).doesNotContain("不可见钢铁");
        });
  }

  @Test
  void somebody_of_another_enterprise_gets_nothing_from_any_endpoint() {
    EnterpriseId hidden = fixture.enterprise("不可见钢铁");
    ApiClient stranger =
        fixture.signIn(fixture.enterprise("自己的企业"), Role.CARBON_OFFICE, Role.CARBON_MANAGER);

    assertThat(endpoints.stream().filter(Endpoint::isOfAnEnterprise))
        .allSatisfy(endpoint -> {
          Answer answer = send(stranger, endpoint, hidden);
          assertThat(answer.status()).as(endpoint.name()).isEqualTo(404);
          assertThat(answer.code()).as(endpoint.name()).isEqualTo("request.not-found");
          assertThat(answer.text()).doesNotContain("不可见钢铁");
        });
  }

  @Test
  void an_enterprise_one_may_not_see_looks_like_one_that_does_not_exist() {
    EnterpriseId hidden = fixture.enterprise("不可见钢铁");
    ApiClient stranger = fixture.signIn(fixture.enterprise(), Role.CARBON_MANAGER);

    assertThat(endpoints.stream().filter(Endpoint::isOfAnEnterprise))
        .allSatisfy(endpoint ->
            assertThat(send(stranger, endpoint, hidden).text())
                .as(endpoint.name())
                .isEqualTo(send(stranger, endpoint, EnterpriseId.next()).text()));
  }

  @Test
  void lists_outside_an_enterprise_show_a_stranger_nothing_of_it() {
    EnterpriseId hidden = fixture.enterprise("不可见钢铁");
    ApiClient stranger = fixture.signIn(fixture.enterprise("自己的企业"), Role.CARBON_MANAGER);

    assertThat(endpoints.stream().filter(e -> !e.isOfAnEnterprise() && e.method().equals("GET")))
        .allSatisfy(endpoint ->
            assertThat(send(stranger, endpoint, hidden).text())
                .as(endpoint.name())
                .doesNotContain("不可见钢铁", hidden.toString()));
  }

  @Test
  void the_administrator_of_accounts_sees_no_business_data() {
    EnterpriseId enterprise = fixture.enterprise();
    ApiClient administrator = fixture.signInAdministrator();
    Set<Right> own = Role.IT_ADMIN.rights();

    assertThat(endpoints.stream().filter(e -> e.isOfAnEnterprise() && !own.contains(e.right())))
        .allSatisfy(endpoint ->
            assertThat(send(administrator, endpoint, enterprise).code())
                .as(endpoint.name())
                .isEqualTo("identity.not-allowed"));
  }

  /// What a verifier writes: findings, and what became of them.
  private static final Set<String> VERIFIERS_OWN =
      Set.of(
          "POST /api/v1/enterprises/{enterpriseId}/reports/{reportId}/findings",
          "POST /api/v1/enterprises/{enterpriseId}/reports/{reportId}/findings/{findingId}/conclusion");

  @Test
  void a_verifier_changes_nothing_but_the_findings() {
    EnterpriseId enterprise = fixture.enterprise();
    ApiClient verifier = fixture.signIn(enterprise, Role.VERIFIER);

    assertThat(
            endpoints.stream()
                .filter(e -> e.isOfAnEnterprise() && !e.method().equals("GET"))
                .filter(e -> !VERIFIERS_OWN.contains(e.name())))
        .allSatisfy(endpoint ->
            assertThat(send(verifier, endpoint, enterprise).code())
                .as(endpoint.name())
                .isEqualTo("identity.not-allowed"));
  }

  @Test
  void a_change_without_the_token_of_the_page_is_refused_everywhere() {
    EnterpriseId enterprise = fixture.enterprise();
    ApiClient client = fixture.signIn(enterprise, Role.CARBON_OFFICE, Role.IT_ADMIN).withCsrf(null);

    assertThat(
            endpoints.stream().filter(e -> !e.method().equals("GET") && !OPEN.contains(e.name())))
        .allSatisfy(endpoint ->
            assertThat(send(client, endpoint, enterprise).code())
                .as(endpoint.name())
                .isEqualTo("identity.csrf"));
  }

  private static Answer send(ApiClient client, Endpoint endpoint, EnterpriseId enterprise) {
    String path = endpoint.path(enterprise);
    return endpoint.method().equals("GET")
        ? client.get(path)
        : client.send(endpoint.method(), path, "{}");
  }
}
