package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.wire.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

/// Files of contracts, invoices and settlements.
@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/crosscheck/files")
class DocumentController {
  private final Documents documents;
  private final Accounts accounts;

  DocumentController(Documents documents, Accounts accounts) {
    this.documents = documents;
    this.accounts = accounts;
  }

  /// A file; its content is the voucher with this digest.
  record DocumentFileResponse(
      UUID id,
      DocumentKind kind,
      String digest,
      String fileName,
      int rows,
      String importedBy,
      String importedAt,
      @Nullable DocumentFileWithdrawal withdrawal) {}

  record DocumentFileWithdrawal(String reason, String by, String at) {}

  @GetMapping
  @Permission(Right.CROSSCHECK_READ)
  Page<DocumentFileResponse> list(CallContext call) {
    return Page.whole(responses(documents.files(call.enterprise())));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Permission(Right.CROSSCHECK_IMPORT)
  DocumentFileResponse bring(
      CallContext call, @RequestParam MultipartFile file, @RequestParam DocumentKind kind)
      throws IOException {
    String name = file.getOriginalFilename();
    DocumentFile kept =
        documents.bring(call, kind, name == null ? "upload" : name, file.getBytes());
    return responses(List.of(kept)).getFirst();
  }

  /// Why the file was imported by mistake.
  record WithdrawFileRequest(@NotNull @Size(min = 1, max = 500) String reason) {}

  @PostMapping("/{fileId}/withdrawal")
  @Permission(Right.CROSSCHECK_IMPORT)
  Page<DocumentFileResponse> withdraw(
      CallContext call, @PathVariable FileId fileId, @Valid @RequestBody WithdrawFileRequest body) {
    documents.withdraw(call.because(body.reason()), fileId);
    return list(call);
  }

  private List<DocumentFileResponse> responses(List<DocumentFile> files) {
    Set<AccountId> people = new HashSet<>();
    files.forEach(file -> {
      people.add(file.importedBy());
      if (file.withdrawal() != null) {
        people.add(file.withdrawal().by());
      }
    });
    Map<AccountId, String> names = accounts.names(people);
    return files.stream().map(file -> response(file, names)).toList();
  }

  private static DocumentFileResponse response(DocumentFile file, Map<AccountId, String> names) {
    DocumentFile.Withdrawal withdrawal = file.withdrawal();
    return new DocumentFileResponse(
        file.id().value(),
        file.kind(),
        file.digest(),
        file.fileName(),
        file.rows(),
        name(file.importedBy(), names),
        file.importedAt().toString(),
        withdrawal == null
            ? null
            : new DocumentFileWithdrawal(
                withdrawal.reason(), name(withdrawal.by(), names), withdrawal.at().toString()));
  }

  static String name(AccountId account, Map<AccountId, String> names) {
    return names.getOrDefault(account, account.toString());
  }
}
