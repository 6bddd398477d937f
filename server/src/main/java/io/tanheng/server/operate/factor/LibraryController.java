package io.tanheng.server.operate.factor;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.foundation.vault.Vault;
import io.tanheng.server.foundation.vault.Voucher;
import io.tanheng.server.foundation.wire.Page;
import io.tanheng.server.operate.factor.FactorConfirmations.Seen;
import io.tanheng.server.operate.inventory.FactorBook;
import io.tanheng.server.operate.inventory.FactorRef;
import io.tanheng.server.operate.inventory.FactorUses;
import io.tanheng.server.operate.inventory.FactorUses.FactorUse;
import io.tanheng.standard.Confidence;
import io.tanheng.standard.MethodEdition;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// The catalogue's factors as one enterprise sees them: with its uses and confirmations.
@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/factor-library")
class LibraryController {
  private final FactorBook factors;
  private final FactorUses uses;
  private final FactorConfirmations confirmations;
  private final Accounts accounts;
  private final Vault vault;

  LibraryController(
      FactorBook factors,
      FactorUses uses,
      FactorConfirmations confirmations,
      Accounts accounts,
      Vault vault) {
    this.factors = factors;
    this.uses = uses;
    this.confirmations = confirmations;
    this.accounts = accounts;
    this.vault = vault;
  }

  /// One factor. `confidence` is what the catalogue says, `raised` whether a confirmation makes it
  /// verified here; `methods` are the editions that take values from its table.
  record LibraryFactor(
      String id,
      String table,
      Text tableTitle,
      String row,
      Text name,
      String column,
      Text columnName,
      String value,
      String unit,
      String confidence,
      boolean raised,
      Text citation,
      @Nullable String published,
      @Nullable String dataYear,
      @Nullable String region,
      @Nullable String level,
      @Nullable String basis,
      @Nullable String validFrom,
      @Nullable String validTo,
      @Nullable Text note,
      List<String> methods,
      List<String> sectors,
      int uses) {}

  record ConfirmationPerson(UUID id, String name) {}

  record ConfirmationResponse(
      UUID id,
      String factor,
      String table,
      String row,
      String column,
      String printed,
      String unit,
      String edition,
      String page,
      String remark,
      @Nullable String scanDigest,
      ConfirmationPerson by,
      Instant at,
      boolean holds,
      @Nullable ConfirmationPerson revokedBy,
      @Nullable Instant revokedAt,
      @Nullable String revokedReason) {}

  record ConfirmFactorRequest(
      @NotBlank @Size(max = 120) String table,
      @NotBlank @Size(max = 120) String row,
      @NotBlank @Size(max = 60) String column,
      @NotBlank @Size(max = 300) String edition,
      @NotBlank @Size(max = 60) String page,
      @Nullable @Size(max = 2000) String remark,
      @Nullable @Pattern(regexp = "[0-9a-f]{64}") String scanDigest) {}

  record RevokeConfirmationRequest(@NotNull @Size(max = 2000) String reason) {}

  record FactorFileResponse(String digest, String name, long size) {}

  @GetMapping
  @Permission(Right.FACTOR_READ)
  Page<LibraryFactor> list(CallContext call) {
    Set<String> raised = confirmations.holding(call.enterprise()).keySet();
    Map<String, Integer> counts = uses.count(call.enterprise());
    return Page.whole(
        factors.list().stream()
            .map(entry ->
                factor(
                    entry,
                    raised.contains(entry.factor().id()),
                    counts.getOrDefault(entry.factor().id(), 0)))
            .toList());
  }

  private LibraryFactor factor(FactorBook.Entry entry, boolean raised, int count) {
    Map<String, String> attributes = entry.row().attributes();
    List<MethodEdition> methods = factors.users(entry.table().id());
    return new LibraryFactor(
        entry.factor().id(),
        entry.table().id(),
        words(entry.table().title()),
        entry.row().id(),
        words(entry.row().name()),
        entry.factor().column(),
        words(entry.factor().columnName()),
        entry.factor().printed(),
        entry.factor().value().unit().symbol(),
        word(entry.factor().confidence()),
        raised,
        words(entry.factor().source().citation().title()),
        entry.table().published().orElse(null),
        attributes.get("dataYear"),
        attributes.get("region"),
        attributes.get("level"),
        attributes.get("basis"),
        attributes.get("validFrom"),
        attributes.get("validTo"),
        entry.row().note().map(LibraryController::words).orElse(null),
        methods.stream().map(MethodEdition::id).toList(),
        methods.stream().map(MethodEdition::sector).distinct().sorted().toList(),
        count);
  }

  /// The figures of inventories that rest on a factor; `table` is `enterprise` for its own.
  @GetMapping("/uses")
  @Permission(Right.FACTOR_READ)
  Page<FactorUse> uses(
      CallContext call,
      @RequestParam String table,
      @RequestParam String row,
      @RequestParam String column) {
    return Page.whole(uses.list(call.enterprise(), new FactorRef(table, row, column)));
  }

  @GetMapping("/confirmations")
  @Permission(Right.FACTOR_READ)
  Page<ConfirmationResponse> confirmations(CallContext call) {
    return Page.whole(responses(confirmations.list(call.enterprise())));
  }

  @PostMapping("/confirmations")
  @ResponseStatus(HttpStatus.CREATED)
  @Permission(Right.FACTOR_CONFIRM)
  ConfirmationResponse confirm(CallContext call, @Valid @RequestBody ConfirmFactorRequest body) {
    Confirmation confirmation =
        confirmations.confirm(
            call,
            new FactorRef(body.table(), body.row(), body.column()),
            new Seen(
                body.edition().strip(),
                body.page().strip(),
                Optional.ofNullable(body.remark()).orElse("").strip(),
                body.scanDigest()));
    return responses(List.of(confirmation)).getFirst();
  }

  @PostMapping("/confirmations/{confirmationId}/revoke")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Permission(Right.FACTOR_CONFIRM)
  void revoke(
      CallContext call,
      @PathVariable ConfirmationId confirmationId,
      @Valid @RequestBody RevokeConfirmationRequest body) {
    confirmations.revoke(call.because(body.reason()), confirmationId);
  }

  /// Takes a laboratory report or the scan of a page into the vault.
  @PostMapping("/files")
  @ResponseStatus(HttpStatus.CREATED)
  @Permission(Right.FACTOR_EDIT)
  FactorFileResponse upload(CallContext call, @RequestParam MultipartFile file) {
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    try (InputStream content = file.getInputStream()) {
      Voucher voucher = vault.store(call, name, content);
      return new FactorFileResponse(voucher.digest().hex(), voucher.name(), voucher.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<ConfirmationResponse> responses(Collection<Confirmation> rows) {
    Set<AccountId> people = new HashSet<>();
    for (Confirmation row : rows) {
      people.add(row.by());
      row.revocation().ifPresent(revoked -> people.add(revoked.by()));
    }
    Map<AccountId, String> names = accounts.names(people);
    return rows.stream().map(row -> response(row, names)).toList();
  }

  private ConfirmationResponse response(Confirmation row, Map<AccountId, String> names) {
    Confirmation.Revocation revoked = row.revoked();
    FactorRef ref = row.factor();
    boolean holds =
        factors
            .find(ref)
            .filter(entry ->
                row.holdsFor(entry.factor().printed(), entry.factor().value().unit().symbol()))
            .isPresent();
    return new ConfirmationResponse(
        row.id().value(),
        ref.table() + "#" + ref.row() + "." + ref.column(),
        ref.table(),
        ref.row(),
        ref.column(),
        row.printed(),
        row.unit(),
        row.edition(),
        row.page(),
        row.remark(),
        row.scanDigest(),
        person(row.by(), names),
        row.at(),
        holds,
        revoked == null ? null : person(revoked.by(), names),
        revoked == null ? null : revoked.at(),
        revoked == null ? null : revoked.reason());
  }

  private static ConfirmationPerson person(AccountId id, Map<AccountId, String> names) {
    return new ConfirmationPerson(id.value(), names.getOrDefault(id, id.toString()));
  }

  private static String word(Confidence confidence) {
    return confidence.name().toLowerCase(Locale.ROOT);
  }

  private static Text words(io.tanheng.units.Text text) {
    return new Text(text.zh(), text.en());
  }
}
