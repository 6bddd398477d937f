package io.tanheng.server.foundation.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/// The folder of the vault: `ab/cd/abcd…`, written beside, forced to disk, then moved into place,
/// so that a file is either whole or not there.
final class VaultFiles {
  private static final Duration LEFT_OVER_AFTER = Duration.ofHours(1);

  private final Path root;
  private final Path incoming;

  VaultFiles(Path directory) throws IOException {
    root = directory.toAbsolutePath().normalize();
    incoming = root.resolve("incoming");
    Files.createDirectories(incoming);
    dropLeftovers();
  }

  /// What a server that was stopped in the middle of an upload left behind; what is younger may
  /// belong to another server that uses the same folder.
  private void dropLeftovers() throws IOException {
    Instant old = Instant.now().minus(LEFT_OVER_AFTER);
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(incoming, "*.part")) {
      for (Path part : parts) {
        if (Files.getLastModifiedTime(part).toInstant().isBefore(old)) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  /// A received file that is not yet kept.
  record Received(Path file, Digest digest, long size) {}

  /// Copies at most `limit + 1` bytes to disk; a size above `limit` tells that there was more.
  Received receive(InputStream content, long limit) throws IOException {
    Path file = Files.createTempFile(incoming, "upload-", ".part");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel)) {
      MessageDigest sha256 = sha256();
      InputStream hashed = new DigestInputStream(content, sha256);
      byte[] buffer = new byte[64 * 1024];
      long size = 0;
      for (int read = hashed.read(buffer); read >= 0 && size <= limit; read = hashed.read(buffer)) {
        out.write(buffer, 0, read);
        size += read;
      }
      channel.force(true);
      return new Received(file, digest(sha256), size);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  void keep(Received received) throws IOException {
    Path place = place(received.digest());
    if (Files.exists(place) && digestOf(place).equals(received.digest())) {
      Files.delete(received.file());
      return;
    }
    Path outer = root.resolve(received.digest().hex().substring(0, 2));
    Path inner = outer.resolve(received.digest().hex().substring(2, 4));
    Files.createDirectories(inner);
    Files.move(
        received.file(),
        place,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    force(inner);
    force(outer);
    force(root);
  }

  void drop(Received received) throws IOException {
    Files.deleteIfExists(received.file());
  }

  Path place(Digest digest) {
    String hex = digest.hex();
    return root.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
  }

  static Digest digestOf(Path file) throws IOException {
    MessageDigest sha256 = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return digest(sha256);
  }

  /// A new name in a folder is on disk only after the folder is.
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static Digest digest(MessageDigest sha256) {
    return new Digest(HexFormat.of().formatHex(sha256.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
