package io.tanheng.server.foundation.identity;

import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.RequestProblem;
import io.tanheng.server.foundation.wire.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The log-ins of the demonstration, for its log-in page. Outside the demonstration there are none.
@RestController
class DemoController {
  private final IdentityMode mode;
  private final ObjectProvider<DemoLogins> logins;

  DemoController(IdentityMode mode, ObjectProvider<DemoLogins> logins) {
    this.mode = mode;
    this.logins = logins;
  }

  @GetMapping("/api/v1/demo/logins")
  @Permission(Right.ANYONE)
  Page<DemoLogins.DemoLogin> list() {
    DemoLogins present = logins.getIfAvailable();
    if (!mode.isDemo() || present == null) {
      throw new ProblemException(RequestProblem.NOT_FOUND);
    }
    return Page.whole(present.list());
  }
}
