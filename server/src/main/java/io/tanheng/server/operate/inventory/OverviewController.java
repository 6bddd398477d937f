package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import java.time.Year;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/overview")
class OverviewController {
  private final Overview overview;

  OverviewController(Overview overview) {
    this.overview = overview;
  }

  @GetMapping
  @Permission(Right.INVENTORY_READ)
  Overview.Response show(
      CallContext call,
      @RequestParam int year,
      @RequestParam(required = false) @Nullable String method) {
    InventoryPeriod.requireYear(year);
    return overview.show(call.enterprise(), Year.of(year), method);
  }
}
