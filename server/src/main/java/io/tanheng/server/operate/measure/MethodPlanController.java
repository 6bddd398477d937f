package io.tanheng.server.operate.measure;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.wire.ExpectedVersion;
import io.tanheng.server.foundation.wire.Page;
import jakarta.validation.Valid;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/method-plans")
class MethodPlanController {
  private final MethodPlans plans;

  MethodPlanController(MethodPlans plans) {
    this.plans = plans;
  }

  /// The plan of one method.
  record PlanResponse(String method, List<PlanItemResponse> items) {}

  /// A stored item.
  record PlanItemResponse(UUID id, int version, PlanItemJson definition) {
    static PlanItemResponse of(PlanItem item) {
      return new PlanItemResponse(
          item.id().value(), item.version(), PlanItemJson.of(item.definition()));
    }
  }

  /// The items that hold in the year, or all when no year is given.
  @GetMapping
  @Permission(Right.PARAMETER_READ)
  Page<PlanResponse> list(
      CallContext call,
      @RequestParam(required = false) @Nullable Year year,
      @RequestParam(required = false) @Nullable String method) {
    Map<String, List<PlanItemResponse>> byMethod = new LinkedHashMap<>();
    List<PlanItem> items =
        year == null ? plans.listAll(call.enterprise()) : plans.list(call.enterprise(), year);
    items.stream()
        .filter(item -> method == null || item.definition().method().equals(method))
        .forEach(item ->
            byMethod
                .computeIfAbsent(item.definition().method(), _ -> new ArrayList<>())
                .add(PlanItemResponse.of(item)));
    return Page.whole(
        byMethod.entrySet().stream()
            .map(entry -> new PlanResponse(entry.getKey(), entry.getValue()))
            .toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Permission(Right.PARAMETER_EDIT)
  PlanItemResponse add(CallContext call, @Valid @RequestBody PlanItemJson body) {
    return PlanItemResponse.of(plans.add(call, body.toItem()));
  }

  @PutMapping("/{planItemId}")
  @Permission(Right.PARAMETER_EDIT)
  PlanItemResponse change(
      CallContext call,
      @PathVariable PlanItemId planItemId,
      ExpectedVersion version,
      @Valid @RequestBody PlanItemJson body) {
    return PlanItemResponse.of(plans.change(call, planItemId, body.toItem(), version.value()));
  }

  @DeleteMapping("/{planItemId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Permission(Right.PARAMETER_EDIT)
  void remove(CallContext call, @PathVariable PlanItemId planItemId, ExpectedVersion version) {
    plans.remove(call, planItemId, version.value());
  }
}
