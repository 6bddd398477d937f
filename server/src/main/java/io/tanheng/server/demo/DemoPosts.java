package io.tanheng.server.demo;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.DemoLogins;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Grant;
import io.tanheng.server.foundation.identity.NewAccount;
import io.tanheng.server.foundation.identity.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// The accounts of the demonstration: posts, not persons. They all have the same password, which
/// the log-in page shows; outside the profile `demo` they cannot sign in.
@Component
@Profile("demo")
class DemoPosts implements DemoLogins {
  static final String PASSWORD = "Yunjiang-demo-2026";

  private final Accounts accounts;

  DemoPosts(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public List<DemoLogin> list() {
    List<DemoLogin> logins = new ArrayList<>();
    for (DemoFiles files : DemoFiles.all()) {
      YamlNode name = files.enterprise().require("enterprise").require("name");
      for (YamlNode post : files.enterprise().list("posts")) {
        logins.add(login(post, name.text("zh"), name.text("en")));
      }
    }
    YamlNode group = DemoFiles.group();
    YamlNode name = group.require("group");
    group.list("posts").forEach(post -> logins.add(login(post, name.text("zh"), name.text("en"))));
    return logins;
  }

  private static DemoLogin login(YamlNode post, String enterprise, String enterpriseEn) {
    return new DemoLogin(
        post.text("login"),
        PASSWORD,
        post.text("zh"),
        post.text("en"),
        Role.valueOf(post.texts("roles").getFirst()),
        enterprise,
        enterpriseEn);
  }

  /// Makes the posts of one enterprise that are not there yet.
  void create(DemoFiles files, EnterpriseId enterprise) {
    for (YamlNode post : files.enterprise().list("posts")) {
      create(post, grants(post, List.of(enterprise)));
    }
  }

  /// Makes the posts of the group and of the installation.
  void createGroupPosts(Map<String, EnterpriseId> enterprises) {
    for (YamlNode post : DemoFiles.group().list("posts")) {
      List<EnterpriseId> at = post.texts("enterprises").stream().map(enterprises::get).toList();
      create(post, grants(post, at));
    }
  }

  AccountId require(String login) {
    return accounts
        .find(login)
        .orElseThrow(() -> new IllegalStateException("no demo account " + login))
        .id();
  }

  private void create(YamlNode post, Set<Grant> grants) {
    post.only("login", "roles", "enterprises", "zh", "en");
    if (accounts.find(post.text("login")).isEmpty()) {
      accounts.create(
          null,
          new NewAccount(
              post.text("login"), post.text("zh"), "zh-CN", PASSWORD, false, true, grants));
    }
  }

  private static Set<Grant> grants(YamlNode post, List<EnterpriseId> enterprises) {
    Set<Grant> grants = new HashSet<>();
    for (String name : post.texts("roles")) {
      Role role = Role.valueOf(name);
      if (role.isInstallationWide()) {
        grants.add(new Grant(role, null));
      } else {
        enterprises.forEach(enterprise -> grants.add(new Grant(role, enterprise)));
      }
    }
    return grants;
  }
}
