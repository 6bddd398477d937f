package io.tanheng.server.demo;

import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Profile("demo")
@RequestMapping("/api/v1/demo")
class DemoProgressController {
  private final DemoProgress progress;

  DemoProgressController(DemoProgress progress) {
    this.progress = progress;
  }

  /// Shown before anybody signs in; names no figure of an enterprise.
  @GetMapping("/progress")
  @Permission(Right.ANYONE)
  DemoProgress.Snapshot progress() {
    return progress.snapshot();
  }
}
