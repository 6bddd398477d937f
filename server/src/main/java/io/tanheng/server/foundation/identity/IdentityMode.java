package io.tanheng.server.foundation.identity;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/// Whether this server runs the demonstration (profile `demo`).
@Component
public class IdentityMode {
  private final boolean demo;

  IdentityMode(Environment environment) {
    demo = environment.acceptsProfiles(Profiles.of("demo"));
  }

  public boolean isDemo() {
    return demo;
  }
}
