package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.vault.Vault;
import io.tanheng.server.foundation.vault.Voucher;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Contracts, invoices and settlements of an enterprise: imported whole or not at all, never
/// changed. A file imported by mistake is withdrawn, which is recorded too.
@Service
public class Documents {
  private final DocumentStore store;
  private final Vault vault;
  private final TransactionTemplate transaction;

  Documents(DocumentStore store, Vault vault, TransactionTemplate transaction) {
    this.store = store;
    this.vault = vault;
    this.transaction = transaction;
  }

  /// Reads the file and keeps it; refused with every problem it has, or when it is here already.
  public DocumentFile bring(CallContext call, DocumentKind kind, String fileName, byte[] content) {
    FileId id = FileId.next();
    List<Document> documents = DocumentReader.read(content, fileName, kind, id);
    Voucher kept = vault.store(call, fileName, new ByteArrayInputStream(content));
    DocumentFile file =
        new DocumentFile(
            id,
            kind,
            kept.digest().hex(),
            fileName,
            documents.size(),
            call.account(),
            call.time(),
            null);
    transaction.executeWithoutResult(_ -> insert(call, file, documents));
    return file;
  }

  private void insert(CallContext call, DocumentFile file, List<Document> documents) {
    store.lock(call.enterprise());
    store.files(call.enterprise()).stream()
        .filter(other -> other.withdrawal() == null && other.digest().equals(file.digest()))
        .findFirst()
        .ifPresent(other -> {
          throw new ProblemException(
              CrosscheckProblem.SAME_FILE,
              Map.of(
                  "file",
                  other.fileName(),
                  "at",
                  LocalDate.ofInstant(other.importedAt(), ZoneOffset.UTC).toString()));
        });
    store.insertFile(call, file);
    documents.forEach(document -> store.insert(call.enterprise(), document));
  }

  /// Its documents no longer count; file and rows stay.
  @Transactional
  public void withdraw(CallContext call, FileId id) {
    store.lock(call.enterprise());
    DocumentFile file =
        store.files(call.enterprise()).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new ProblemException(CrosscheckProblem.FILE_UNKNOWN));
    if (file.withdrawal() != null) {
      throw new ProblemException(CrosscheckProblem.FILE_WITHDRAWN);
    }
    String reason =
        call.reason()
            .filter(text -> !text.isBlank())
            .orElseThrow(() -> new ProblemException(CrosscheckProblem.REASON_MISSING));
    store.insertWithdrawal(call, id, reason.strip());
  }

  @Transactional(readOnly = true)
  public List<DocumentFile> files(EnterpriseId enterprise) {
    return store.files(enterprise);
  }

  /// The rows that count, in the order of import.
  @Transactional(readOnly = true)
  public List<Document> list(EnterpriseId enterprise) {
    return store.documents(enterprise);
  }
}
