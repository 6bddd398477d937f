package io.tanheng.server.operate.measure;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.wire.ExpectedVersion;
import io.tanheng.server.foundation.wire.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/parameters")
class ParameterController {
  private final Parameters parameters;
  private final MethodPlans plans;

  ParameterController(Parameters parameters, MethodPlans plans) {
    this.parameters = parameters;
    this.plans = plans;
  }

  /// Those that hold in the year, or all when no year is given.
  @GetMapping
  @Permission(Right.PARAMETER_READ)
  Page<ParameterResponse> list(
      CallContext call,
      @RequestParam(required = false) @Nullable Year year,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable UUID unitId) {
    List<PlanItem> plan =
        year == null ? plans.listAll(call.enterprise()) : plans.list(call.enterprise(), year);
    List<Parameter> known =
        year == null
            ? parameters.listAll(call.enterprise())
            : parameters.list(call.enterprise(), year);
    return Page.whole(
        known.stream()
            .filter(one -> unitId == null || unitId.equals(one.unitId()))
            .filter(one -> q == null || mentions(one, q))
            .map(one -> ParameterResponse.of(one, plan))
            .toList());
  }

  private static boolean mentions(Parameter parameter, String words) {
    String text =
        parameter.sheet()
            + " "
            + parameter.name().zh()
            + " "
            + parameter.name().text().en()
            + " "
            + String.join(" ", parameter.labels());
    return text.toLowerCase(Locale.ROOT).contains(words.strip().toLowerCase(Locale.ROOT));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Permission(Right.PARAMETER_EDIT)
  ParameterResponse define(CallContext call, @Valid @RequestBody ParameterRequest body) {
    return ParameterResponse.of(
        parameters.define(call.because(body.reason()), body.toDefinition()), List.of());
  }

  @PatchMapping("/{parameterId}")
  @Permission(Right.PARAMETER_EDIT)
  ParameterResponse change(
      CallContext call,
      @PathVariable ParameterId parameterId,
      ExpectedVersion version,
      @Valid @RequestBody ParameterRequest body) {
    return ParameterResponse.of(
        parameters.change(
            call.because(body.reason()), parameterId, body.toDefinition(), version.value()),
        List.of());
  }

  /// Ends a parameter after a day.
  record EndRequest(@NotNull LocalDate validTo, @Nullable @Size(max = 500) String reason) {}

  @PostMapping("/{parameterId}/end")
  @Permission(Right.PARAMETER_EDIT)
  ParameterResponse end(
      CallContext call,
      @PathVariable ParameterId parameterId,
      ExpectedVersion version,
      @Valid @RequestBody EndRequest body) {
    return ParameterResponse.of(
        parameters.end(call.because(body.reason()), parameterId, body.validTo(), version.value()),
        List.of());
  }
}
