package io.tanheng.server.foundation.identity;

import java.util.List;

/// The log-ins of the demonstration; a bean of this type exists only under the profile `demo`.
public interface DemoLogins {
  List<DemoLogin> list();

  record DemoLogin(
      String login,
      String password,
      String name,
      String nameEn,
      Role role,
      String enterprise,
      String enterpriseEn) {}
}
