package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Language;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.wire.Uuid7;
import io.tanheng.server.operate.report.StoredReport.Version;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Seals a final report with its papers, its content and its history into an encrypted archive, and
/// opens it again to prove that it can be restored.
@Service
class ReportArchives {
  private final ReportStore reports;
  private final ArchiveStore store;
  private final ReportPapers papers;
  private final Reports flow;
  private final ArchiveKey keys;
  private final ContentDigest digest;
  private final JsonMapper json;

  ReportArchives(
      ReportStore reports,
      ArchiveStore store,
      ReportPapers papers,
      Reports flow,
      ArchiveKey keys,
      ContentDigest digest,
      JsonMapper json) {
    this.reports = reports;
    this.store = store;
    this.papers = papers;
    this.flow = flow;
    this.keys = keys;
    this.digest = digest;
    this.json = json;
  }

  /// An archive without its bytes.
  record Archive(
      UUID id,
      int version,
      String keyId,
      long size,
      String plainDigest,
      String sealedDigest,
      List<Entry> contents,
      UUID createdBy,
      Instant createdAt,
      @Nullable UUID restoredBy,
      @Nullable Instant restoredAt) {
    Archive {
      contents = List.copyOf(contents);
    }
  }

  /// A file in an archive.
  record Entry(String name, long size, String digest) {}

  @Transactional
  Archive archive(CallContext call, ReportId id, long revision) {
    StoredReport report = flow.require(call, id, revision, Set.of(ReportState.FINAL));
    Version version = flow.requireVersion(call.enterprise(), id, report.version());
    Map<String, byte[]> files = files(call.enterprise(), report, version);
    byte[] plain = zip(files);
    SecretKey key = keys.orNew();
    UUID archiveId = Uuid7.next();
    byte[] sealed = Seal.seal(key, plain, belongsTo(archiveId, id));
    List<Entry> contents = new ArrayList<>();
    files.forEach(
        (name, bytes) -> contents.add(new Entry(name, bytes.length, ContentDigest.of(bytes))));
    Archive archive =
        new Archive(
            archiveId,
            version.number(),
            ArchiveKey.id(key),
            sealed.length,
            ContentDigest.of(plain),
            ContentDigest.of(sealed),
            contents,
            call.account().value(),
            call.time(),
            null,
            null);
    store.insert(call.enterprise(), id, archive, sealed);
    flow.archived(call, report);
    return archive;
  }

  /// Opens an archive, compares every file with its digest and the content with the version in the
  /// database, and notes that it could be restored.
  @Transactional
  Map<String, byte[]> restore(CallContext call, ReportId id, UUID archiveId) {
    StoredReport report = flow.require(call.enterprise(), id);
    Archive archive = require(call.enterprise(), id, archiveId);
    byte[] sealed = store.sealed(call.enterprise(), id, archiveId);
    byte[] plain = Seal.open(keys.require(archive.keyId()), sealed, belongsTo(archiveId, id));
    Map<String, byte[]> files = unzip(plain);
    Version version = flow.requireVersion(call.enterprise(), id, archive.version());
    boolean whole =
        ContentDigest.of(plain).equals(archive.plainDigest())
            && archive.contents().stream()
                .allMatch(entry -> has(files, entry.name(), entry.digest()))
            && digest.of(version.content()).equals(version.digest())
            && has(files, "content.json", version.digest());
    if (!whole) {
      throw new ProblemException(ReportProblem.ARCHIVE_DAMAGED);
    }
    store.restored(call, id, archiveId);
    flow.note(call, report, ReportAction.RESTORE, null);
    return files;
  }

  private static boolean has(Map<String, byte[]> files, String name, String digest) {
    byte[] file = files.get(name);
    return file != null && ContentDigest.of(file).equals(digest);
  }

  List<Archive> list(EnterpriseId enterprise, ReportId id) {
    return store.list(enterprise, id);
  }

  /// The encrypted file, to be kept elsewhere.
  byte[] sealed(EnterpriseId enterprise, ReportId id, UUID archive) {
    require(enterprise, id, archive);
    return store.sealed(enterprise, id, archive);
  }

  private Archive require(EnterpriseId enterprise, ReportId id, UUID archive) {
    return store.list(enterprise, id).stream()
        .filter(one -> one.id().equals(archive))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ReportProblem.ARCHIVE_NOT_FOUND));
  }

  private static String belongsTo(UUID archive, ReportId report) {
    return archive + "/" + report;
  }

  private Map<String, byte[]> files(EnterpriseId enterprise, StoredReport report, Version version) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("report.docx", papers.word(enterprise, report, version, Language.ZH));
    files.put("report.xlsx", papers.workbook(enterprise, report, version, Language.ZH));
    files.put("content.json", bytes(version.content()));
    files.put("findings.json", bytes(version.findings()));
    files.put("history.json", bytes(reports.listEvents(enterprise, report.id())));
    files.put("comments.json", bytes(reports.listComments(enterprise, report.id())));
    files.put("verification.json", bytes(reports.listFindings(enterprise, report.id())));
    return files;
  }

  private byte[] bytes(Object value) {
    return json.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Map<String, byte[]> unzip(byte[] plain) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(plain))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
