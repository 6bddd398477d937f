package io.tanheng.server.foundation.vault;

import io.tanheng.server.foundation.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Tells the type of a file by its content and refuses what the vault does not take.
///
/// Office files are archives: they are unpacked once, counting, so that one that unpacks to far
/// more than it says is refused here.
final class FileInspection {
  static final long UNPACKED_MAX = 200L * 1024 * 1024;
  private static final int ENTRIES_MAX = 5_000;
  private static final int RATIO_MAX = 100;
  private static final long RATIO_FROM = 4L * 1024 * 1024;
  private static final int CONTENT_TYPES_MAX = 1024 * 1024;

  private final Path file;
  private final String name;

  private FileInspection(Path file, String name) {
    this.file = file;
    this.name = name;
  }

  static FileType inspect(Path file, String name) throws IOException {
    return new FileInspection(file, name).type();
  }

  private FileType type() throws IOException {
    byte[] head = head();
    FileType type;
    if (startsWith(head, 'P', 'K', 3, 4)) {
      type = office();
    } else if (startsWith(head, '%', 'P', 'D', 'F', '-')) {
      type = FileType.PDF;
    } else if (startsWith(head, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
      type = FileType.PNG;
    } else if (startsWith(head, 0xff, 0xd8, 0xff)) {
      type = FileType.JPEG;
    } else if (isText()) {
      type = FileType.CSV.fitsName(name) ? FileType.CSV : FileType.TXT;
    } else {
      throw new ProblemException(VaultProblem.TYPE_NOT_ALLOWED, Map.of("name", name));
    }
    if (!type.fitsName(name)) {
      throw type == FileType.TXT
          ? new ProblemException(VaultProblem.TYPE_NOT_ALLOWED, Map.of("name", name))
          : new ProblemException(
              VaultProblem.TYPE_DIFFERS_FROM_NAME, Map.of("name", name, "type", type.name()));
    }
    return type;
  }

  private byte[] head() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(16);
    }
  }

  private static boolean startsWith(byte[] head, int... expected) {
    if (head.length < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((head[i] & 0xff) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private FileType office() throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > ENTRIES_MAX) {
        throw tooLarge();
      }
      long unpacked = 0;
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        requireNoProgram(entry.getName());
        unpacked += unpack(zip, entry, unpacked);
      }
      requireNoMacroType(zip);
      return officeType(zip)
          .orElseThrow(
              () -> new ProblemException(VaultProblem.TYPE_NOT_ALLOWED, Map.of("name", name)));
    } catch (ZipException damaged) {
      ProblemException refused =
          new ProblemException(VaultProblem.ARCHIVE_DAMAGED, Map.of("name", name));
      refused.initCause(damaged);
      throw refused;
    }
  }

  private long unpack(ZipFile zip, ZipEntry entry, long before) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long packed = Math.max(entry.getCompressedSize(), 1);
    long size = 0;
    try (InputStream in = zip.getInputStream(entry)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        if (before + size > UNPACKED_MAX || (size > RATIO_FROM && size / packed > RATIO_MAX)) {
          throw tooLarge();
        }
      }
    }
    return size;
  }

  private void requireNoProgram(String entry) {
    String lower = entry.toLowerCase(Locale.ROOT);
    if (lower.endsWith("vbaproject.bin")
        || lower.contains("/macrosheets/")
        || lower.contains("/activex/")
        || lower.endsWith(".exe")
        || lower.endsWith(".dll")) {
      throw new ProblemException(VaultProblem.MACROS, Map.of("name", name));
    }
  }

  private void requireNoMacroType(ZipFile zip) throws IOException {
    ZipEntry types = zip.getEntry("[Content_Types].xml");
    if (types == null) {
      throw new ProblemException(VaultProblem.TYPE_NOT_ALLOWED, Map.of("name", name));
    }
    try (InputStream in = zip.getInputStream(types)) {
      String text = new String(in.readNBytes(CONTENT_TYPES_MAX), StandardCharsets.UTF_8);
      if (text.toLowerCase(Locale.ROOT).contains("macroenabled")) {
        throw new ProblemException(VaultProblem.MACROS, Map.of("name", name));
      }
    }
  }

  private static Optional<FileType> officeType(ZipFile zip) {
    if (zip.getEntry("xl/workbook.xml") != null) {
      return Optional.of(FileType.XLSX);
    }
    return zip.getEntry("word/document.xml") != null
        ? Optional.of(FileType.DOCX)
        : Optional.empty();
  }

  private ProblemException tooLarge() {
    return new ProblemException(
        VaultProblem.ARCHIVE_TOO_LARGE, Map.of("name", name, "limit", "200 MB"));
  }

  /// UTF-8 or GB 18030 without control characters.
  private boolean isText() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return isText(bytes, StandardCharsets.UTF_8) || isText(bytes, Charset.forName("GB18030"));
  }

  private static boolean isText(byte[] bytes, Charset charset) {
    try {
      CharBuffer text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return text.chars()
          .allMatch(c -> c >= 0x20 ? c != 0x7f : c == '\t' || c == '\n' || c == '\r');
    } catch (CharacterCodingException notThis) {
      return false;
    }
  }
}
