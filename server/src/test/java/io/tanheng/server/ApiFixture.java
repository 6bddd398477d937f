package io.tanheng.server;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Grant;
import io.tanheng.server.foundation.identity.NewAccount;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.plan.organization.Enterprise.Profile;
import io.tanheng.server.plan.organization.Enterprises;
import io.tanheng.server.plan.organization.Sector;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/// Enterprises and people for tests: each call makes new ones, so that tests do not meet.
@TestComponent
@Lazy
public class ApiFixture {
  public static final String PASSWORD = "Kx7-steamy-otter";

  private final Accounts accounts;
  private final Enterprises enterprises;
  private final int port;

  ApiFixture(Accounts accounts, Enterprises enterprises, @Value("${local.server.port}") int port) {
    this.accounts = accounts;
    this.enterprises = enterprises;
    this.port = port;
  }

  public int port() {
    return port;
  }

  public ApiClient anonymous() {
    return new ApiClient(port);
  }

  public EnterpriseId enterprise() {
    return enterprise("测试企业 " + shortId());
  }

  public EnterpriseId enterprise(String name) {
    return enterprises.create(
        new CallContext(AccountId.next(), null, Instant.EPOCH, null),
        null,
        new Profile(
            new Text(name, "Test enterprise"),
            null,
            Sector.STEEL,
            "",
            "",
            ZoneId.of("Asia/Shanghai"),
            List.of("gbt-32151-5@2015"),
            ""),
        List.of(2025, 2024));
  }

  /// A new person with the roles at the enterprise, signed in.
  public ApiClient signIn(EnterpriseId enterprise, Role... roles) {
    Set<Grant> grants = new HashSet<>();
    for (Role role : roles) {
      grants.add(new Grant(role, role.isInstallationWide() ? null : enterprise));
    }
    ApiClient client = anonymous();
    client.signIn(account(grants), PASSWORD);
    return client;
  }

  public ApiClient signInAdministrator() {
    ApiClient client = anonymous();
    client.signIn(account(Set.of(new Grant(Role.IT_ADMIN, null))), PASSWORD);
    return client;
  }

  /// The log-in name of a new account with [#PASSWORD].
  public String account(Set<Grant> grants) {
    String login = "t" + shortId();
    accounts.create(null, new NewAccount(login, "测试人员", "zh-CN", PASSWORD, false, false, grants));
    return login;
  }

  private static String shortId() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  }
}
