package io.tanheng.server.operate.factor;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.foundation.vault.Digest;
import io.tanheng.server.foundation.vault.Vault;
import io.tanheng.server.foundation.vault.Voucher;
import io.tanheng.server.foundation.wire.ExpectedVersion;
import io.tanheng.server.foundation.wire.Page;
import io.tanheng.server.operate.factor.EnterpriseFactor.Content;
import io.tanheng.server.operate.factor.EnterpriseFactor.Kind;
import io.tanheng.server.operate.factor.EnterpriseFactor.State;
import io.tanheng.server.plan.organization.Enterprises;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The enterprise's own factors. Their approval is submitted and given under `approvals`.
@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/own-factors")
class EnterpriseFactorController {
  /// Days before its end in which a factor is listed as expiring.
  private static final int SOON_DAYS = 60;

  private final EnterpriseFactors factors;
  private final Enterprises enterprises;
  private final Accounts accounts;
  private final Vault vault;

  EnterpriseFactorController(
      EnterpriseFactors factors, Enterprises enterprises, Accounts accounts, Vault vault) {
    this.factors = factors;
    this.enterprises = enterprises;
    this.accounts = accounts;
    this.vault = vault;
  }

  record FactorName(@NotBlank @Size(max = 200) String zh, @NotBlank @Size(max = 200) String en) {}

  record EnterpriseFactorRequest(
      @NotNull @Valid FactorName name,
      @NotNull Kind kind,
      @Nullable @Size(max = 100) String factorSet,
      @NotBlank @Size(max = 80) String method,
      @NotBlank @Size(max = 80) String source,
      @NotBlank @Size(max = 60) String symbol,
      @Nullable UUID facilityUnitId,
      @NotNull BigDecimal value,
      @NotBlank @Size(max = 40) String unit,
      @NotNull LocalDate validFrom,
      @NotNull LocalDate validTo,
      @NotNull @Size(max = 200) String laboratory,
      @NotNull @Size(max = 100) String reportNumber,
      @Nullable @Pattern(regexp = "[0-9a-f]{64}") String reportDigest,
      @NotNull @Size(max = 2000) String remark,
      @Nullable @Size(max = 2000) String reason) {
    Content toContent() {
      return new Content(
          new Text(name.zh().strip(), name.en().strip()),
          kind,
          factorSet == null || factorSet.isBlank() ? null : factorSet.strip(),
          method,
          source,
          symbol,
          facilityUnitId,
          value,
          value.toPlainString(),
          unit,
          validFrom,
          validTo,
          laboratory.strip(),
          reportNumber.strip(),
          reportDigest,
          remark.strip());
    }
  }

  record RetireFactorRequest(@NotNull @Size(max = 2000) String reason) {}

  /// How a factor stands to the day of the call, in the enterprise's zone.
  enum Validity {
    NOT_YET,
    VALID,
    ENDS_SOON,
    ENDED
  }

  record FactorPerson(UUID id, String name) {}

  record ReportFile(
      String digest, String fileName, String mediaType, long sizeBytes, Instant attachedAt) {}

  /// One factor. `usable` is true when it is approved and holds today.
  record EnterpriseFactorResponse(
      UUID id,
      int number,
      Text name,
      Kind kind,
      @Nullable String factorSet,
      String method,
      String source,
      String symbol,
      @Nullable UUID facilityUnitId,
      BigDecimal value,
      String unit,
      LocalDate validFrom,
      LocalDate validTo,
      Validity validity,
      String laboratory,
      String reportNumber,
      @Nullable ReportFile report,
      String remark,
      State state,
      boolean usable,
      @Nullable String retiredReason,
      FactorPerson enteredBy,
      Instant enteredAt,
      FactorPerson changedBy,
      Instant changedAt,
      int version) {}

  @GetMapping
  @Permission(Right.FACTOR_READ)
  Page<EnterpriseFactorResponse> list(CallContext call) {
    return Page.whole(responses(call, factors.list(call.enterprise())));
  }

  @GetMapping("/{factorId}")
  @Permission(Right.FACTOR_READ)
  EnterpriseFactorResponse find(CallContext call, @PathVariable EnterpriseFactorId factorId) {
    return response(call, factors.require(call.enterprise(), factorId));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Permission(Right.FACTOR_EDIT)
  EnterpriseFactorResponse enter(
      CallContext call, @Valid @RequestBody EnterpriseFactorRequest body) {
    return response(call, factors.enter(call.because(body.reason()), body.toContent()));
  }

  @PatchMapping("/{factorId}")
  @Permission(Right.FACTOR_EDIT)
  EnterpriseFactorResponse change(
      CallContext call,
      @PathVariable EnterpriseFactorId factorId,
      ExpectedVersion version,
      @Valid @RequestBody EnterpriseFactorRequest body) {
    return response(
        call,
        factors.change(call.because(body.reason()), factorId, body.toContent(), version.value()));
  }

  @PostMapping("/{factorId}/retire")
  @Permission(Right.FACTOR_EDIT)
  EnterpriseFactorResponse retire(
      CallContext call,
      @PathVariable EnterpriseFactorId factorId,
      ExpectedVersion version,
      @Valid @RequestBody RetireFactorRequest body) {
    return response(call, factors.retire(call.because(body.reason()), factorId, version.value()));
  }

  private EnterpriseFactorResponse response(CallContext call, EnterpriseFactor factor) {
    return responses(call, List.of(factor)).getFirst();
  }

  private List<EnterpriseFactorResponse> responses(
      CallContext call, Collection<EnterpriseFactor> rows) {
    Set<AccountId> people = new HashSet<>();
    rows.forEach(row -> {
      people.add(row.enteredBy());
      people.add(row.changedBy());
    });
    Map<AccountId, String> names = accounts.names(people);
    Map<String, Voucher> reports = reports(call.enterprise(), rows);
    LocalDate today = today(call);
    return rows.stream().map(row -> response(row, names, reports, today)).toList();
  }

  private Map<String, Voucher> reports(EnterpriseId enterprise, Collection<EnterpriseFactor> rows) {
    Set<Digest> digests =
        rows.stream()
            .map(row -> row.content().reportDigest())
            .filter(Objects::nonNull)
            .map(Digest::new)
            .collect(Collectors.toSet());
    Map<String, Voucher> reports = new HashMap<>();
    vault.list(enterprise, digests).forEach(one -> reports.put(one.digest().hex(), one));
    return reports;
  }

  private LocalDate today(CallContext call) {
    return call.time()
        .atZone(enterprises.require(call.enterprise()).profile().zone())
        .toLocalDate();
  }

  private static EnterpriseFactorResponse response(
      EnterpriseFactor factor,
      Map<AccountId, String> names,
      Map<String, Voucher> reports,
      LocalDate today) {
    Content content = factor.content();
    Validity validity = validity(content, today);
    boolean holds = validity == Validity.VALID || validity == Validity.ENDS_SOON;
    return new EnterpriseFactorResponse(
        factor.id().value(),
        factor.number(),
        content.name(),
        content.kind(),
        content.factorSet(),
        content.method(),
        content.source(),
        content.symbol(),
        content.facilityUnitId(),
        new BigDecimal(content.printed()),
        content.unit(),
        content.validFrom(),
        content.validTo(),
        validity,
        content.laboratory(),
        content.reportNumber(),
        Optional.ofNullable(content.reportDigest())
            .map(reports::get)
            .map(EnterpriseFactorController::file)
            .orElse(null),
        content.remark(),
        factor.state(),
        factor.state() == State.APPROVED && holds,
        factor.retiredReason(),
        person(factor.enteredBy(), names),
        factor.enteredAt(),
        person(factor.changedBy(), names),
        factor.changedAt(),
        factor.version());
  }

  private static ReportFile file(Voucher voucher) {
    return new ReportFile(
        voucher.digest().hex(),
        voucher.name(),
        voucher.type().mediaType(),
        voucher.size(),
        voucher.storedAt());
  }

  private static Validity validity(Content content, LocalDate today) {
    if (today.isBefore(content.validFrom())) {
      return Validity.NOT_YET;
    }
    if (today.isAfter(content.validTo())) {
      return Validity.ENDED;
    }
    return today.plusDays(SOON_DAYS).isAfter(content.validTo())
        ? Validity.ENDS_SOON
        : Validity.VALID;
  }

  private static FactorPerson person(AccountId id, Map<AccountId, String> names) {
    return new FactorPerson(id.value(), names.getOrDefault(id, id.toString()));
  }
}
