package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// The key that seals archives: 256 bits in a file of its own beside the data, readable by the
/// server alone. It is never in the database and never leaves by the API; whoever backs up the
/// database backs it up apart.
@Component
class ArchiveKey {
  private static final int BYTES = 32;
  private static final int ID_LENGTH = 16;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path file;

  ArchiveKey(ReportProperties properties) {
    this.file = properties.archiveKey().toAbsolutePath();
  }

  /// The key, made when there is none.
  synchronized SecretKey orNew() {
    try {
      if (!Files.exists(file)) {
        make();
      }
      return read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Written whole beside its place first: nobody ever reads half a key.
  private void make() throws IOException {
    Files.createDirectories(file.getParent());
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Path whole =
        Files.createTempFile(
            file.getParent(), "archive", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try {
      Files.writeString(whole, Base64.getEncoder().encodeToString(key), StandardOpenOption.SYNC);
      Files.createLink(file, whole);
    } catch (FileAlreadyExistsException another) {
      // Another node was first; its key counts.
      return;
    } finally {
      Files.delete(whole);
    }
  }

  /// The key that an archive names; refused when it is not at hand.
  SecretKey require(String id) {
    try {
      if (Files.exists(file)) {
        SecretKey key = read();
        if (id(key).equals(id)) {
          return key;
        }
      }
      throw new ProblemException(ReportProblem.ARCHIVE_KEY_MISSING, Map.of("key", id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Tells keys apart without telling the key.
  static String id(SecretKey key) {
    return ContentDigest.of(key.getEncoded()).substring(0, ID_LENGTH);
  }

  private SecretKey read() throws IOException {
    byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
    if (key.length != BYTES) {
      throw new IOException("no key of 256 bits in " + file);
    }
    return new SecretKeySpec(key, "AES");
  }
}
