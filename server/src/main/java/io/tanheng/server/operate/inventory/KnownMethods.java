package io.tanheng.server.operate.inventory;

import io.tanheng.server.plan.organization.MethodCatalogue;
import org.springframework.stereotype.Component;

/// Tells the organization which method editions there are.
@Component
class KnownMethods implements MethodCatalogue {
  private final Editions editions;

  KnownMethods(Editions editions) {
    this.editions = editions;
  }

  @Override
  public boolean knows(String method) {
    return editions.find(method).isPresent();
  }
}
