package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.server.foundation.wire.ExpectedVersion;
import io.tanheng.server.foundation.wire.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How things are approved at an enterprise, and by whom they could be.
@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}")
class ApprovalDefinitionController {
  private final ApprovalDefinitions definitions;
  private final Signatories signatories;
  private final Accounts accounts;

  ApprovalDefinitionController(
      ApprovalDefinitions definitions, Signatories signatories, Accounts accounts) {
    this.definitions = definitions;
    this.signatories = signatories;
    this.accounts = accounts;
  }

  /// A definition; `changes` are the enterprise's own versions, newest first.
  record DefinitionResponse(
      String subjectType, int version, DefinitionJson content, List<DefinitionChange> changes) {}

  record DefinitionChange(int version, String by, Instant at, String reason) {}

  record SignatoryResponse(UUID id, String name, List<Role> roles) {}

  record ChangeDefinitionRequest(
      @NotNull @Valid DefinitionJson content, @NotNull @Size(max = 2000) String reason) {}

  @GetMapping("/approval-definitions")
  @Permission(Right.APPROVAL_READ)
  Page<DefinitionResponse> list(CallContext call) {
    return Page.whole(
        definitions.list(call.enterprise()).stream()
            .map(definition -> response(call, definition))
            .toList());
  }

  @PutMapping("/approval-definitions/{subjectType}")
  @Permission(Right.APPROVAL_DEFINE)
  DefinitionResponse change(
      CallContext call,
      @PathVariable String subjectType,
      ExpectedVersion version,
      @Valid @RequestBody ChangeDefinitionRequest body) {
    return response(
        call,
        definitions.change(
            call.because(body.reason()), subjectType, body.content(), version.value()));
  }

  /// Everybody who could sign something, for naming persons and delegates.
  @GetMapping("/signatories")
  @Permission(Right.APPROVAL_READ)
  Page<SignatoryResponse> signatories(CallContext call) {
    Set<Signatory> people = signatories.list(call.enterprise());
    Map<AccountId, String> names =
        accounts.names(people.stream().map(Signatory::account).collect(Collectors.toSet()));
    List<SignatoryResponse> rows = new ArrayList<>();
    people.forEach(person ->
        rows.add(
            new SignatoryResponse(
                person.account().value(),
                names.getOrDefault(person.account(), person.account().toString()),
                person.roles().stream().sorted().toList())));
    rows.sort(Comparator.comparing(SignatoryResponse::name).thenComparing(SignatoryResponse::id));
    return Page.whole(rows);
  }

  private DefinitionResponse response(CallContext call, Definition definition) {
    List<DefinitionStore.Stored> history =
        definitions.history(call.enterprise(), definition.subject());
    Map<AccountId, String> names =
        accounts.names(
            history.stream().map(DefinitionStore.Stored::by).collect(Collectors.toSet()));
    return new DefinitionResponse(
        definition.subject(),
        definition.version(),
        DefinitionJson.of(definition),
        history.stream()
            .map(change ->
                new DefinitionChange(
                    change.definition().version(),
                    names.getOrDefault(change.by(), change.by().toString()),
                    change.at(),
                    change.reason()))
            .toList());
  }
}
