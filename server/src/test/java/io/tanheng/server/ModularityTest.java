package io.tanheng.server;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
  @Test
  void modules_use_only_what_they_are_allowed_to() {
    ApplicationModules.of(TanhengServer.class).verify();
  }
}
