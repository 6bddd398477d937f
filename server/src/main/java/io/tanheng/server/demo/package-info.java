/// The demonstration (profile `demo`): three sample enterprises with two years of data, entered the
/// way a user enters them. Entry point: [DemoLoader].
@ApplicationModule(
    id = "demo",
    allowedDependencies = {
      "problem",
      "wire",
      "identity",
      "organization",
      "measure",
      "ledger",
      "inventory"
    })
@NullMarked
package io.tanheng.server.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
