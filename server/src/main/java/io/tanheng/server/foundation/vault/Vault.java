package io.tanheng.server.foundation.vault;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.vault.VaultFiles.Received;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/// Keeps vouchers (原始凭证) by the digest of their content: the same file is kept once, and a file
/// that was altered on disk is never handed out.
///
/// Limits: 20 MB a file; PDF, PNG, JPEG, xlsx, docx, CSV, TXT by content; no macros. The file is on
/// disk before its row is written, so a row never points at nothing.
@Service
@EnableConfigurationProperties(VaultProperties.class)
public class Vault {
  /// Largest file, in bytes.
  public static final long SIZE_MAX = 20L * 1024 * 1024;

  private static final int NAME_MAX = 200;

  private final VaultStore store;
  private final VaultFiles files;

  Vault(VaultStore store, VaultProperties properties) {
    this.store = store;
    try {
      files = new VaultFiles(properties.directory());
    } catch (IOException e) {
      throw new UncheckedIOException("the vault cannot use " + properties.directory(), e);
    }
  }

  /// Takes a file for the enterprise of the call, or refuses it with the reason.
  public Voucher store(CallContext call, String fileName, InputStream content) {
    String name = cleanName(fileName);
    try {
      Received received = files.receive(content, SIZE_MAX);
      try {
        FileType type = inspect(received, name);
        files.keep(received);
        store.insert(
            call.enterprise(),
            new Voucher(
                received.digest(), name, type, received.size(), call.account(), call.time()));
        return require(call.enterprise(), received.digest());
      } finally {
        files.drop(received);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileType inspect(Received received, String name) throws IOException {
    if (received.size() > SIZE_MAX) {
      throw new ProblemException(VaultProblem.TOO_LARGE, Map.of("name", name, "limit", "20 MB"));
    }
    if (received.size() == 0) {
      throw new ProblemException(VaultProblem.EMPTY, Map.of("name", name));
    }
    return FileInspection.inspect(received.file(), name);
  }

  public Optional<Voucher> find(EnterpriseId enterprise, Digest digest) {
    return store.list(enterprise, List.of(digest)).stream().findFirst();
  }

  public Voucher require(EnterpriseId enterprise, Digest digest) {
    return find(enterprise, digest).orElseThrow(() -> new ProblemException(VaultProblem.NOT_FOUND));
  }

  /// Those of the digests that the enterprise has, oldest first.
  public List<Voucher> list(EnterpriseId enterprise, Collection<Digest> digests) {
    return store.list(enterprise, digests);
  }

  /// The content, after its digest was computed again and found the same.
  public InputStream open(EnterpriseId enterprise, Digest digest) {
    require(enterprise, digest);
    Path file = files.place(digest);
    try {
      if (!Files.exists(file) || !VaultFiles.digestOf(file).equals(digest)) {
        throw new ProblemException(
            VaultProblem.CONTENT_CHANGED, Map.of("digest", digest.hex().substring(0, 12)));
      }
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The last part of a path, without control characters, not too long.
  private static String cleanName(String fileName) {
    String last =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("\\p{Cntrl}", "").strip();
    if (clean.isEmpty()) {
      return "—";
    }
    return clean.length() > NAME_MAX ? clean.substring(clean.length() - NAME_MAX) : clean;
  }
}
