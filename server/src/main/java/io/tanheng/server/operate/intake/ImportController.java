package io.tanheng.server.operate.intake;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.wire.Page;
import io.tanheng.server.operate.intake.RowDecision.Choice;
import io.tanheng.server.operate.intake.RowDecision.NewParameter;
import io.tanheng.server.operate.intake.workbook.Encoding;
import io.tanheng.server.operate.intake.workbook.Vocabulary;
import io.tanheng.server.operate.measure.ObtainedBy;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.ParameterKind;
import io.tanheng.server.operate.measure.ParameterName;
import io.tanheng.server.operate.measure.Parameters;
import io.tanheng.server.operate.measure.SignRule;
import io.tanheng.server.plan.organization.Enterprises;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}")
class ImportController {
  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final Imports imports;
  private final Parameters parameters;
  private final Enterprises enterprises;
  private final Accounts accounts;
  private final RowSuggestions suggestions;

  ImportController(
      Imports imports,
      Parameters parameters,
      Enterprises enterprises,
      Accounts accounts,
      RowSuggestions suggestions) {
    this.suggestions = suggestions;
    this.imports = imports;
    this.parameters = parameters;
    this.enterprises = enterprises;
    this.accounts = accounts;
  }

  /// One import in the history.
  record ImportListItem(
      UUID id,
      int year,
      String fileName,
      @Nullable String digest,
      ImportState state,
      int linesWritten,
      String createdAt,
      String createdBy,
      @Nullable String committedAt) {}

  @GetMapping("/imports")
  @Permission(Right.IMPORT_READ)
  Page<ImportListItem> list(CallContext call) {
    List<ImportHead> heads = imports.list(call.enterprise());
    Map<AccountId, String> names =
        accounts.names(heads.stream().map(ImportHead::createdBy).collect(Collectors.toSet()));
    return Page.whole(
        heads.stream()
            .map(head ->
                new ImportListItem(
                    head.id().value(),
                    head.year().getValue(),
                    head.fileName(),
                    head.fileDigest(),
                    head.state(),
                    head.linesWritten(),
                    head.createdAt().toString(),
                    names.getOrDefault(head.createdBy(), head.createdBy().toString()),
                    head.committedAt() == null ? null : head.committedAt().toString()))
            .toList());
  }

  @PostMapping("/imports")
  @ResponseStatus(HttpStatus.CREATED)
  @Permission(Right.IMPORT_RUN)
  ImportResponse upload(
      CallContext call,
      @RequestParam MultipartFile file,
      @RequestParam Year year,
      @RequestParam(defaultValue = Imports.LEDGER) String kind,
      @RequestParam(required = false) @Nullable Encoding encoding)
      throws IOException {
    String name = file.getOriginalFilename();
    ImportId id =
        imports.upload(
            call,
            year,
            kind,
            name == null ? "upload.xlsx" : name,
            file.getBytes(),
            encoding == null ? Encoding.UTF_8 : encoding);
    return response(call, id);
  }

  @GetMapping("/imports/{importId}")
  @Permission(Right.IMPORT_READ)
  ImportResponse get(CallContext call, @PathVariable ImportId importId) {
    return response(call, importId);
  }

  /// Decisions about rows; rows not named keep theirs.
  record MappingRequest(@NotNull @Size(max = 5000) List<@NotNull @Valid RowRequest> rows) {}

  /// What a person chose for a row.
  enum RowAction {
    MAP,
    NEW,
    IGNORE
  }

  /// One decision: `parameterId` with MAP, `newParameter` optional with NEW.
  record RowRequest(
      @NotNull @Size(min = 1, max = 120) String rowId,
      @NotNull RowAction action,
      @Nullable UUID parameterId,
      @Nullable @Valid NewParameterRequest newParameter) {
    RowDecision toDecision() {
      return new RowDecision(
          rowId,
          switch (action) {
            case MAP -> {
              if (parameterId == null) {
                throw new ProblemException(ImportProblem.DECISION_INCOMPLETE, Map.of("row", rowId));
              }
              yield new Choice.Take(new ParameterId(parameterId));
            }
            case NEW ->
                new Choice.Create(
                    newParameter == null ? NewParameter.AS_PROPOSED : newParameter.toParameter());
            case IGNORE -> new Choice.Ignore();
          });
    }
  }

  /// A parameter to make; what is absent follows the proposal.
  record NewParameterRequest(
      @Nullable @Valid ParameterName name,
      @Nullable ParameterKind kind,
      @Nullable SignRule signRule,
      @Nullable ObtainedBy obtainedBy,
      @Nullable @Size(max = 120) String responsible,
      @Nullable UUID unitId) {
    NewParameter toParameter() {
      return new NewParameter(name, kind, signRule, obtainedBy, responsible, unitId);
    }
  }

  @PutMapping("/imports/{importId}/mapping")
  @Permission(Right.IMPORT_RUN)
  ImportResponse decide(
      CallContext call, @PathVariable ImportId importId, @Valid @RequestBody MappingRequest body) {
    imports.decide(call, importId, body.rows().stream().map(RowRequest::toDecision).toList());
    return response(call, importId);
  }

  /// The fingerprint of the preview the person saw; without it, whatever the plan is now.
  record CommitRequest(
      @Nullable @Size(max = 64) String fingerprint, @Nullable @Size(max = 500) String reason) {}

  @PostMapping("/imports/{importId}/commit")
  @Permission(Right.IMPORT_RUN)
  ImportResponse commit(
      CallContext call, @PathVariable ImportId importId, @Valid @RequestBody CommitRequest body) {
    imports.commit(call.because(body.reason()), importId, body.fingerprint());
    return response(call, importId);
  }

  @GetMapping("/imports/{importId}/annotated.xlsx")
  @Permission(Right.IMPORT_READ)
  ResponseEntity<byte[]> annotated(CallContext call, @PathVariable ImportId importId) {
    return workbook(imports.annotatedCopy(call.enterprise(), importId), "annotated.xlsx");
  }

  @GetMapping("/template.xlsx")
  @Permission(Right.PARAMETER_READ)
  ResponseEntity<byte[]> template(CallContext call, @RequestParam Year year) {
    String name =
        enterprises.find(call.enterprise()).map(found -> found.profile().name().zh()).orElse("");
    byte[] template =
        LedgerTemplate.of(
            year,
            name,
            parameters.list(call.enterprise(), year),
            Vocabulary.standard().ledgerSheets());
    return workbook(template, "ledger-template-" + year + ".xlsx");
  }

  private ImportResponse response(CallContext call, ImportId id) {
    return ImportResponse.of(
        imports.preview(call.enterprise(), id), suggestions.of(call.enterprise()));
  }

  private static ResponseEntity<byte[]> workbook(byte[] content, String name) {
    return ResponseEntity.ok()
        .contentType(XLSX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(content);
  }
}
