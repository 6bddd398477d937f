package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Language;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.foundation.vault.Digest;
import io.tanheng.server.foundation.vault.Vault;
import io.tanheng.server.foundation.vault.Voucher;
import io.tanheng.server.operate.report.StoredReport.Version;
import io.tanheng.server.operate.report.content.ReportContent.Line;
import io.tanheng.server.operate.report.content.ReportContent.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/// A month of evidence as one ZIP: the list as Word file and workbook, every file, and a list of
/// digests that `sha256sum -c` checks.
@Component
class EvidencePackage {
  private static final String DIGEST = "digest";
  private static final String FOLDER = "files/";

  private final Vault vault;
  private final ReportPapers papers;

  EvidencePackage(Vault vault, ReportPapers papers) {
    this.vault = vault;
    this.papers = papers;
  }

  byte[] zip(EnterpriseId enterprise, StoredReport report, Version version) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringBuilder sums = new StringBuilder();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, sums, "list.docx", papers.word(enterprise, report, version, Language.ZH));
      put(zip, sums, "list.xlsx", papers.workbook(enterprise, report, version, Language.ZH));
      for (Digest digest : digests(version)) {
        Voucher voucher = vault.require(enterprise, digest);
        try (InputStream file = vault.open(enterprise, digest)) {
          String name = FOLDER + digest.hex().substring(0, 8) + "-" + voucher.name();
          put(zip, sums, name, file.readAllBytes());
        }
      }
      zip.putNextEntry(new ZipEntry("SHA256SUMS"));
      zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Set<Digest> digests(Version version) {
    Set<Digest> digests = new LinkedHashSet<>();
    version
        .content()
        .tables()
        .forEach(table ->
            table
                .lines()
                .forEach(line -> {
                  String digest = digest(table, line);
                  if (!digest.isEmpty()) {
                    digests.add(Digest.of(digest));
                  }
                }));
    return digests;
  }

  private static String digest(Table table, Line line) {
    for (int i = 0; i < table.columns().size(); i++) {
      Text words = line.cells().get(i).text();
      if (table.columns().get(i).key().equals(DIGEST) && words != null) {
        return words.zh();
      }
    }
    return "";
  }

  private static void put(ZipOutputStream zip, StringBuilder sums, String name, byte[] content)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
    sums.append(ContentDigest.of(content)).append("  ").append(name).append('\n');
  }
}
