package io.tanheng.server.plan.organization;

import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseDirectory;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Grants;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.foundation.wire.ExpectedVersion;
import io.tanheng.server.foundation.wire.Page;
import io.tanheng.server.plan.organization.Enterprise.Profile;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Groups and enterprises, as far as the caller may know of them.
@RestController
class EnterpriseController {
  private static final String METHOD = "[a-z0-9][a-z0-9.-]*@[a-z0-9][a-z0-9.-]*";

  private final Enterprises enterprises;
  private final EnterpriseStore store;
  private final Accounts accounts;

  EnterpriseController(Enterprises enterprises, EnterpriseStore store, Accounts accounts) {
    this.enterprises = enterprises;
    this.store = store;
    this.accounts = accounts;
  }

  record NamePart(@NotBlank @Size(max = 200) String zh, @NotNull @Size(max = 200) String en) {
    Text toText() {
      return new Text(zh, en);
    }
  }

  record CreateGroupRequest(@NotNull @Valid NamePart name) {}

  record GroupResponse(UUID id, Text name, List<UUID> enterprises) {}

  record CreateEnterpriseRequest(
      @Nullable UUID groupId,
      @NotNull @Valid NamePart name,
      @Nullable @Size(min = 18, max = 18) String creditCode,
      @NotNull Sector sector,
      @Nullable @Size(max = 100) String industryCode,
      @Nullable @Size(max = 300) String address,
      @Nullable @Size(max = 60) String zone,
      @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = METHOD) String> methods,
      @Nullable @Size(max = 4000) String boundary,
      @Nullable @Size(max = 50) List<@NotNull @Min(2000) @Max(2100) Integer> years) {}

  /// What is absent stays as it is; `years` are opened in addition to those open already.
  record ChangeEnterpriseRequest(
      @Nullable UUID groupId,
      @Nullable @Valid NamePart name,
      @Nullable @Size(min = 18, max = 18) String creditCode,
      @Nullable Sector sector,
      @Nullable @Size(max = 100) String industryCode,
      @Nullable @Size(max = 300) String address,
      @Nullable @Size(max = 60) String zone,
      @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = METHOD) String> methods,
      @Nullable @Size(max = 4000) String boundary,
      @Nullable @Size(max = 50) List<@NotNull @Min(2000) @Max(2100) Integer> years,
      @Nullable @Size(max = 500) String reason) {}

  record EnterpriseResponse(
      UUID id,
      @Nullable UUID groupId,
      Text name,
      @Nullable String creditCode,
      Sector sector,
      String industryCode,
      String address,
      String zone,
      List<String> methods,
      String boundary,
      List<Integer> years,
      long version) {
    static EnterpriseResponse of(Enterprise enterprise) {
      Profile profile = enterprise.profile();
      GroupId group = enterprise.group();
      return new EnterpriseResponse(
          enterprise.id().value(),
          group == null ? null : group.value(),
          profile.name(),
          profile.creditCode(),
          profile.sector(),
          profile.industryCode(),
          profile.address(),
          profile.zone().getId(),
          profile.methods(),
          profile.boundary(),
          enterprise.years(),
          enterprise.version());
    }
  }

  /// Groups with the enterprises the caller may know of; groups without any are left out, except
  /// for those who create enterprises.
  @GetMapping("/api/v1/groups")
  @Permission(Right.ENTERPRISE_READ)
  Page<GroupResponse> listGroups(CallContext call) {
    Grants grants = grants(call);
    List<Enterprise> visible = enterprises.listEnterprises(visible(grants));
    boolean all = grants.everywhere().contains(Right.ENTERPRISE_CREATE);
    return Page.whole(
        store.listGroups().stream()
            .map(group -> response(group, visible))
            .filter(group -> all || !group.enterprises().isEmpty())
            .toList());
  }

  @PostMapping("/api/v1/groups")
  @Permission(Right.ENTERPRISE_CREATE)
  @ResponseStatus(HttpStatus.CREATED)
  GroupResponse createGroup(@Valid @RequestBody CreateGroupRequest body) {
    Text name = body.name().toText();
    return new GroupResponse(enterprises.createGroup(name).value(), name, List.of());
  }

  @GetMapping("/api/v1/enterprises")
  @Permission(Right.ENTERPRISE_READ)
  Page<EnterpriseResponse> list(CallContext call) {
    return Page.whole(
        enterprises.listEnterprises(visible(grants(call))).stream()
            .map(EnterpriseResponse::of)
            .toList());
  }

  @PostMapping("/api/v1/enterprises")
  @Permission(Right.ENTERPRISE_CREATE)
  @ResponseStatus(HttpStatus.CREATED)
  EnterpriseResponse create(CallContext call, @Valid @RequestBody CreateEnterpriseRequest body) {
    Profile profile =
        new Profile(
            body.name().toText(),
            body.creditCode(),
            body.sector(),
            orEmpty(body.industryCode()),
            orEmpty(body.address()),
            zone(body.zone() == null ? "Asia/Shanghai" : body.zone()),
            body.methods() == null ? List.of() : body.methods(),
            orEmpty(body.boundary()));
    GroupId group = body.groupId() == null ? null : new GroupId(body.groupId());
    List<Integer> years = body.years() == null ? List.of() : body.years();
    EnterpriseId id = enterprises.create(call, group, profile, years);
    return EnterpriseResponse.of(enterprises.require(id));
  }

  @GetMapping("/api/v1/enterprises/{enterpriseId}")
  @Permission(Right.ENTERPRISE_READ)
  EnterpriseResponse show(@PathVariable EnterpriseId enterpriseId) {
    return EnterpriseResponse.of(enterprises.require(enterpriseId));
  }

  @PatchMapping("/api/v1/enterprises/{enterpriseId}")
  @Permission(Right.ENTERPRISE_EDIT)
  EnterpriseResponse change(
      CallContext call, ExpectedVersion version, @Valid @RequestBody ChangeEnterpriseRequest body) {
    Enterprise before = enterprises.require(call.enterprise());
    Profile old = before.profile();
    Profile profile =
        new Profile(
            body.name() == null ? old.name() : body.name().toText(),
            body.creditCode() == null ? old.creditCode() : body.creditCode(),
            Objects.requireNonNullElse(body.sector(), old.sector()),
            Objects.requireNonNullElse(body.industryCode(), old.industryCode()),
            Objects.requireNonNullElse(body.address(), old.address()),
            body.zone() == null ? old.zone() : zone(body.zone()),
            Objects.requireNonNullElse(body.methods(), old.methods()),
            Objects.requireNonNullElse(body.boundary(), old.boundary()));
    GroupId group = body.groupId() == null ? before.group() : new GroupId(body.groupId());
    return EnterpriseResponse.of(
        enterprises.change(
            call.because(body.reason()),
            version.value(),
            group,
            profile,
            Objects.requireNonNullElse(body.years(), List.of())));
  }

  private Grants grants(CallContext call) {
    return accounts.require(call.account()).grants();
  }

  private Collection<EnterpriseId> visible(Grants grants) {
    return grants.everywhere().contains(Right.ENTERPRISE_READ)
        ? enterprises.listAll().stream().map(EnterpriseDirectory.Entry::id).toList()
        : grants.enterprises();
  }

  private static GroupResponse response(EnterpriseStore.Group group, List<Enterprise> visible) {
    return new GroupResponse(
        group.id().value(),
        group.name(),
        visible.stream()
            .filter(enterprise -> group.id().equals(enterprise.group()))
            .map(enterprise -> enterprise.id().value())
            .toList());
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException unknown) {
      ProblemException refused =
          new ProblemException(OrganizationProblem.ZONE_UNKNOWN, Map.of("zone", text));
      refused.initCause(unknown);
      throw refused;
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
