package io.tanheng.server.operate.intake;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.vault.Digest;
import io.tanheng.server.foundation.vault.Vault;
import io.tanheng.server.foundation.vault.Voucher;
import io.tanheng.server.operate.intake.workbook.Encoding;
import io.tanheng.server.operate.intake.workbook.Finding;
import io.tanheng.server.operate.intake.workbook.Limits;
import io.tanheng.server.operate.intake.workbook.Reading;
import io.tanheng.server.operate.intake.workbook.Workbook;
import io.tanheng.server.operate.intake.workbook.WorkbookReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Imports (导入) of ledger workbooks: upload and preview, decide about rows, commit all or nothing.
///
/// **Invariant:** before the commit nothing of a file is in the ledger; afterwards all of it is.
/// Files are read outside transactions.
@Service
public class Imports {
  /// The one kind of file that is imported so far.
  public static final String LEDGER = "ledger";

  private final ImportTransactions transactions;
  private final Vault vault;
  private final WorkbookReader reader = new WorkbookReader(Limits.STATED);

  Imports(ImportTransactions transactions, Vault vault) {
    this.transactions = transactions;
    this.vault = vault;
  }

  /// Reads a file and shows what importing it would do; stores no value.
  public ImportId upload(
      CallContext call, Year year, String kind, String fileName, byte[] content) {
    return upload(call, year, kind, fileName, content, Encoding.UTF_8);
  }

  /// The same with a text file in another encoding.
  ImportId upload(
      CallContext call,
      Year year,
      String kind,
      String fileName,
      byte[] content,
      Encoding encoding) {
    return switch (reader.read(content, fileName, encoding)) {
      case Reading.Refused(List<Finding> findings) -> {
        ImportHead head =
            head(
                call,
                year,
                fileName,
                null,
                new Extent(content.length, encoding),
                ImportState.REJECTED);
        transactions.reject(call, head, FindingProblems.of(findings));
        yield head.id();
      }
      case Reading.Read(Workbook workbook) -> {
        if (!kind.equals(LEDGER)) {
          throw new ProblemException(ImportProblem.KIND_UNKNOWN, Map.of("kind", kind));
        }
        Voucher kept = vault.store(call, fileName, new ByteArrayInputStream(content));
        ImportHead head =
            head(
                call,
                year,
                kept.name(),
                kept.digest().hex(),
                new Extent(content.length, encoding),
                ImportState.PREVIEW);
        transactions.preview(call, head, workbook);
        yield head.id();
      }
    };
  }

  /// How much was read, and how.
  private record Extent(long sizeBytes, Encoding encoding) {}

  private static ImportHead head(
      CallContext call,
      Year year,
      String fileName,
      @Nullable String digest,
      Extent read,
      ImportState state) {
    return new ImportHead(
        ImportId.next(),
        year,
        fileName,
        digest,
        read.sizeBytes(),
        read.encoding(),
        state,
        call.account(),
        call.time(),
        null,
        null,
        0);
  }

  ImportPreview preview(EnterpriseId enterprise, ImportId id) {
    ImportHead head = transactions.require(enterprise, id);
    Optional<Workbook> workbook = workbook(enterprise, head);
    return transactions.show(enterprise, head, workbook);
  }

  List<ImportHead> list(EnterpriseId enterprise) {
    return transactions.list(enterprise);
  }

  /// Stores what a person decided about rows and plans anew.
  public void decide(CallContext call, ImportId id, List<RowDecision> decisions) {
    ImportHead head = transactions.require(call.enterprise(), id);
    transactions.decide(call, head, requireWorkbook(call.enterprise(), head), decisions);
  }

  /// Writes all of it into the ledger, or refuses with everything that stands against it.
  ///
  /// @param fingerprint of the preview the person saw; null to commit whatever the plan is now
  /// @return how many ledger lines were written
  public int commit(CallContext call, ImportId id, @Nullable String fingerprint) {
    ImportHead head = transactions.require(call.enterprise(), id);
    if (head.state() == ImportState.COMMITTED) {
      throw new ProblemException(ImportProblem.ALREADY_COMMITTED, Map.of("file", head.fileName()));
    }
    if (head.fileDigest() == null) {
      throw new ProblemException(
          ImportProblem.NOT_COMMITTABLE,
          Map.of("file", head.fileName()),
          transactions.problems(call.enterprise(), id));
    }
    return transactions.commit(call, id, requireWorkbook(call.enterprise(), head), fingerprint);
  }

  /// The uploaded workbook with every problem marked at its cell.
  byte[] annotatedCopy(EnterpriseId enterprise, ImportId id) {
    ImportHead head = transactions.require(enterprise, id);
    String digest = head.fileDigest();
    if (digest == null) {
      throw new ProblemException(ImportProblem.FILE_NOT_KEPT, Map.of("file", head.fileName()));
    }
    byte[] file = content(enterprise, digest);
    if (!AnnotatedCopy.canAnnotate(file)) {
      throw new ProblemException(ImportProblem.NO_ANNOTATED_COPY, Map.of("file", head.fileName()));
    }
    List<Problem> problems = preview(enterprise, id).problems();
    return AnnotatedCopy.of(file, problems);
  }

  private Workbook requireWorkbook(EnterpriseId enterprise, ImportHead head) {
    return workbook(enterprise, head)
        .orElseThrow(() ->
            new ProblemException(ImportProblem.FILE_NOT_KEPT, Map.of("file", head.fileName())));
  }

  private Optional<Workbook> workbook(EnterpriseId enterprise, ImportHead head) {
    String digest = head.fileDigest();
    if (digest == null) {
      return Optional.empty();
    }
    return switch (reader.read(content(enterprise, digest), head.fileName(), head.encoding())) {
      case Reading.Read(Workbook workbook) -> Optional.of(workbook);
      case Reading.Refused _ ->
          throw new IllegalStateException("a file that was read before is refused: " + digest);
    };
  }

  private byte[] content(EnterpriseId enterprise, String digest) {
    try (InputStream in = vault.open(enterprise, Digest.of(digest))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
