package io.tanheng.server.operate.intake.workbook;

import io.tanheng.units.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// The parts of a workbook's zip package, unpacked under the [Limits].
///
/// The sizes are counted while the stream is inflated into a small buffer, never taken from what
/// the file says about itself; what passes a limit is counted and thrown away, not kept.
record ZipParts(Map<String, byte[]> parts) {
  private static final int BUFFER_BYTES = 8192;

  sealed interface Opened {
    record Parts(ZipParts pack) implements Opened {}

    record Refused(Finding finding) implements Opened {}
  }

  Optional<byte[]> part(String name) {
    return Optional.ofNullable(parts.get(name));
  }

  /// Unpacks by the central directory, as every spreadsheet program does.
  static Opened open(byte[] file, Limits limits) {
    Map<String, byte[]> parts = new HashMap<>();
    long total = 0;
    try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        if (entry.isDirectory()) {
          continue;
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        Inflated inflated = inflate(zip, entry, kept, limits, limits.unpackedBytes() - total);
        total += inflated.bytes();
        if (inflated.refused()) {
          return new Opened.Refused(tooLarge(entry.getName(), inflated, limits));
        }
        if (parts.put(entry.getName(), kept.toByteArray()) != null) {
          return new Opened.Refused(damaged(entry.getName()));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      return new Opened.Refused(damaged("zip"));
    }
    return new Opened.Parts(new ZipParts(parts));
  }

  private record Inflated(long bytes, long packedBytes, boolean refused) {
    long ratio() {
      return bytes / Math.max(1, packedBytes);
    }
  }

  private static Inflated inflate(
      ZipFile zip,
      ZipArchiveEntry entry,
      ByteArrayOutputStream kept,
      Limits limits,
      long allowedBytes)
      throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long packed = Math.max(1, entry.getCompressedSize());
    long bytes = 0;
    boolean refused = false;
    try (InputStream in = zip.getInputStream(entry)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes += n;
        if (bytes > allowedBytes) {
          return new Inflated(bytes, packed, true);
        }
        refused |=
            bytes > Limits.RATIO_COUNTS_FROM_BYTES && bytes > packed * limits.compressionRatio();
        if (refused) {
          kept.reset();
        } else {
          kept.write(buffer, 0, n);
        }
      }
    }
    return new Inflated(bytes, packed, refused);
  }

  private static Finding tooLarge(String part, Inflated inflated, Limits limits) {
    return Finding.of(
        IntakeProblem.UNPACKED_TOO_LARGE,
        Place.FILE,
        Map.of(
            "part", Text.same(part),
            "size", Text.same(Long.toString(inflated.bytes() / (1024 * 1024))),
            "ratio", Text.same(Long.toString(inflated.ratio())),
            "limit", Text.same(limits.unpackedMegabytes()),
            "allowedRatio", Text.same(Integer.toString(limits.compressionRatio()))));
  }

  static Finding damaged(String part) {
    return Finding.of(IntakeProblem.DAMAGED_WORKBOOK, Place.FILE, Map.of("part", Text.same(part)));
  }

  /// Names of parts that carry macros or embedded programs.
  List<String> activeParts() {
    return parts.keySet().stream()
        .filter(name -> name.endsWith("vbaProject.bin") || name.contains("/macrosheets/"))
        .sorted()
        .toList();
  }

  boolean saysMacroEnabled() {
    return part("[Content_Types].xml")
        .map(types -> new String(types, StandardCharsets.UTF_8).contains("macroEnabled"))
        .orElse(false);
  }
}
