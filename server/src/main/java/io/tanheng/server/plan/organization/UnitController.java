package io.tanheng.server.plan.organization;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.wire.ExpectedVersion;
import io.tanheng.server.foundation.wire.Page;
import io.tanheng.server.plan.organization.BoundaryUnit.Description;
import io.tanheng.server.plan.organization.BoundaryUnit.TechnicalParameter;
import io.tanheng.server.plan.organization.BoundaryUnit.Validity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The boundary tree of an enterprise, as a flat list.
@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/units")
class UnitController {
  private final Boundary boundary;
  private final Accounts accounts;

  UnitController(Boundary boundary, Accounts accounts) {
    this.boundary = boundary;
    this.accounts = accounts;
  }

  record TechnicalParameterPart(
      @NotBlank @Size(max = 100) String name,
      @NotNull @Size(max = 200) String value,
      @NotNull @Size(max = 40) String unit) {
    TechnicalParameter toParameter() {
      return new TechnicalParameter(name, value, unit);
    }

    static TechnicalParameterPart of(TechnicalParameter parameter) {
      return new TechnicalParameterPart(parameter.name(), parameter.value(), parameter.unit());
    }
  }

  record AddUnitRequest(
      @NotNull UnitKind kind,
      @Nullable UUID parentId,
      @NotBlank @Size(max = 40) String code,
      @NotBlank @Size(max = 200) String name,
      @Nullable @Size(max = 200) String nameEn,
      @Nullable @Size(max = 40) List<@NotNull @Valid TechnicalParameterPart> technicalParameters,
      @NotNull LocalDate validFrom,
      @Nullable LocalDate validTo,
      @Nullable @Size(max = 500) String reason) {}

  /// What is absent stays as it is; `openEnded` true takes the last day away.
  record ChangeUnitRequest(
      @Nullable UUID parentId,
      @Nullable @Size(min = 1, max = 40) String code,
      @Nullable @Size(min = 1, max = 200) String name,
      @Nullable @Size(max = 200) String nameEn,
      @Nullable @Size(max = 40) List<@NotNull @Valid TechnicalParameterPart> technicalParameters,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo,
      @Nullable Boolean openEnded,
      @Nullable @Size(max = 500) String reason) {}

  record UnitResponse(
      UUID id,
      @Nullable UUID parentId,
      UnitKind kind,
      String code,
      String name,
      String nameEn,
      List<TechnicalParameterPart> technicalParameters,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      long version) {
    static UnitResponse of(BoundaryUnit unit) {
      UnitId parent = unit.parent();
      Description description = unit.description();
      return new UnitResponse(
          unit.id().value(),
          parent == null ? null : parent.value(),
          unit.kind(),
          description.code(),
          description.name(),
          description.nameEn(),
          description.technicalParameters().stream().map(TechnicalParameterPart::of).toList(),
          unit.validity().from(),
          unit.validity().to(),
          unit.version());
    }
  }

  record UnitRevisionResponse(
      UnitResponse unit, @Nullable String changedBy, Instant changedAt, @Nullable String reason) {}

  @GetMapping
  @Permission(Right.BOUNDARY_READ)
  Page<UnitResponse> list(
      @PathVariable EnterpriseId enterpriseId,
      @RequestParam(required = false) @Nullable LocalDate on) {
    return Page.whole(
        boundary.list(enterpriseId).stream()
            .filter(unit -> on == null || unit.validity().includes(on))
            .map(UnitResponse::of)
            .toList());
  }

  @GetMapping("/{unitId}")
  @Permission(Right.BOUNDARY_READ)
  UnitResponse show(@PathVariable EnterpriseId enterpriseId, @PathVariable UnitId unitId) {
    return UnitResponse.of(boundary.require(enterpriseId, unitId));
  }

  @GetMapping("/{unitId}/history")
  @Permission(Right.BOUNDARY_READ)
  Page<UnitRevisionResponse> history(
      @PathVariable EnterpriseId enterpriseId, @PathVariable UnitId unitId) {
    List<UnitRevision> revisions = boundary.history(enterpriseId, unitId);
    Set<AccountId> people =
        revisions.stream().map(UnitRevision::changedBy).collect(Collectors.toSet());
    Map<AccountId, String> names = accounts.names(people);
    return Page.whole(
        revisions.stream()
            .map(revision ->
                new UnitRevisionResponse(
                    UnitResponse.of(revision.unit()),
                    names.get(revision.changedBy()),
                    revision.changedAt(),
                    revision.reason()))
            .toList());
  }

  @PostMapping
  @Permission(Right.BOUNDARY_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  UnitResponse add(CallContext call, @Valid @RequestBody AddUnitRequest body) {
    return UnitResponse.of(
        boundary.add(
            call.because(body.reason()),
            body.kind(),
            body.parentId() == null ? null : new UnitId(body.parentId()),
            new Description(
                body.code(),
                body.name(),
                body.nameEn() == null ? "" : body.nameEn(),
                parameters(Objects.requireNonNullElse(body.technicalParameters(), List.of()))),
            new Validity(body.validFrom(), body.validTo())));
  }

  @PatchMapping("/{unitId}")
  @Permission(Right.BOUNDARY_EDIT)
  UnitResponse change(
      CallContext call,
      @PathVariable UnitId unitId,
      ExpectedVersion version,
      @Valid @RequestBody ChangeUnitRequest body) {
    BoundaryUnit before = boundary.require(call.enterprise(), unitId);
    Description old = before.description();
    LocalDate lastDay = body.validTo() == null ? before.validity().to() : body.validTo();
    BoundaryUnit changed =
        new BoundaryUnit(
            unitId,
            before.kind(),
            body.parentId() == null ? before.parent() : new UnitId(body.parentId()),
            new Description(
                Objects.requireNonNullElse(body.code(), old.code()),
                Objects.requireNonNullElse(body.name(), old.name()),
                Objects.requireNonNullElse(body.nameEn(), old.nameEn()),
                body.technicalParameters() == null
                    ? old.technicalParameters()
                    : parameters(body.technicalParameters())),
            new Validity(
                Objects.requireNonNullElse(body.validFrom(), before.validity().from()),
                Boolean.TRUE.equals(body.openEnded()) ? null : lastDay),
            version.value());
    return UnitResponse.of(boundary.change(call.because(body.reason()), changed));
  }

  /// Takes the unit out of the boundary after the day `on`; it stays in history.
  @DeleteMapping("/{unitId}")
  @Permission(Right.BOUNDARY_EDIT)
  UnitResponse end(
      CallContext call,
      @PathVariable UnitId unitId,
      ExpectedVersion version,
      @RequestParam LocalDate on,
      @RequestParam(required = false) @Nullable String reason) {
    return UnitResponse.of(boundary.end(call.because(reason), unitId, version.value(), on));
  }

  private static List<TechnicalParameter> parameters(List<TechnicalParameterPart> parts) {
    return parts.stream().map(TechnicalParameterPart::toParameter).toList();
  }
}
