package io.tanheng.server.operate.intake.workbook;

import io.tanheng.units.Text;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Opens an uploaded file safely: by its content, not its name, and within the [Limits].
///
/// Reads `.xlsx` workbooks and UTF-8 text with comma-separated values.
public final class WorkbookReader {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE2 = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };
  private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final Charset CHINESE = Charset.forName("GB18030");

  private final Limits limits;

  public WorkbookReader(Limits limits) {
    this.limits = limits;
  }

  public Reading read(byte[] file, String fileName) {
    return read(file, fileName, Encoding.UTF_8);
  }

  /// Reads a file whose characters, if it is text, are written as stated.
  public Reading read(byte[] file, String fileName, Encoding encoding) {
    if (file.length == 0) {
      return refuse(IntakeProblem.FILE_EMPTY, Map.of("file", Text.same(fileName)));
    }
    if (file.length > limits.fileBytes()) {
      return refuse(
          IntakeProblem.FILE_TOO_LARGE,
          Map.of(
              "size", Text.same(Long.toString(file.length / (1024 * 1024))),
              "limit", Text.same(limits.fileMegabytes())));
    }
    if (startsWith(file, OLE2)) {
      return contains(file, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE))
          ? refuse(IntakeProblem.FILE_ENCRYPTED, Map.of("file", Text.same(fileName)))
          : notAnXlsx(
              fileName, new Text("旧版 Excel（.xls，OLE2）", "an old Excel workbook (.xls, OLE2)"));
    }
    return startsWith(file, ZIP) ? readZip(file, fileName) : readText(file, fileName, encoding);
  }

  private Reading readZip(byte[] file, String fileName) {
    return switch (ZipParts.open(file, limits)) {
      case ZipParts.Opened.Refused(Finding finding) -> new Reading.Refused(List.of(finding));
      case ZipParts.Opened.Parts(ZipParts pack) -> readPackage(pack, fileName);
    };
  }

  private Reading readPackage(ZipParts pack, String fileName) {
    if (!pack.activeParts().isEmpty() || pack.saysMacroEnabled()) {
      return refuse(
          IntakeProblem.MACRO_NOT_ALLOWED,
          Map.of(
              "file", Text.same(fileName),
              "part", Text.same(String.join(", ", pack.activeParts()))));
    }
    if (pack.part("xl/workbook.bin").isPresent()) {
      return notAnXlsx(fileName, new Text("二进制工作簿（.xlsb）", "a binary workbook (.xlsb)"));
    }
    if (pack.part("xl/workbook.xml").isEmpty()) {
      return notAnXlsx(fileName, new Text("压缩包，其中没有工作簿", "a zip archive without a workbook in it"));
    }
    return new XlsxParser(pack, limits).read();
  }

  private Reading readText(byte[] file, String fileName, Encoding encoding) {
    return switch (encoding) {
      case UTF_8 -> readUtf8(file, fileName);
      case GBK ->
          chinese(file)
              .map(text -> readTable(text, fileName))
              .orElseGet(() ->
                  refuse(
                      IntakeProblem.ENCODING_NOT_AS_STATED, Map.of("encoding", Text.same("GBK"))));
    };
  }

  private Reading readUtf8(byte[] file, String fileName) {
    boolean marked = startsWith(file, UTF8_MARK);
    ByteBuffer bytes = ByteBuffer.wrap(file);
    if (marked) {
      bytes.position(UTF8_MARK.length);
    }
    CharBuffer text = CharBuffer.allocate(file.length);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = decoder.decode(bytes, text, true);
    if (result.isError()) {
      return chinese(file).isPresent()
          ? refuse(IntakeProblem.ENCODING_NOT_UTF8, positionOf(bytes.position(), text))
          : notAnXlsx(fileName, new Text("无法识别的二进制内容", "unknown binary content"));
    }
    text.flip();
    if (text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\r' && c != '\n')) {
      return notAnXlsx(fileName, new Text("无法识别的二进制内容", "unknown binary content"));
    }
    return readTable(text.toString(), fileName);
  }

  private Reading readTable(String text, String fileName) {
    return CsvParser.read(text, fileName, limits)
        .<Reading>map(Reading.Read::new)
        .orElseGet(() -> notAnXlsx(fileName, new Text("不含表格的文本", "text without a table in it")));
  }

  private static Map<String, Text> positionOf(int byteOffset, CharBuffer decoded) {
    CharBuffer before = decoded.duplicate().flip();
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    return Map.of(
        "encoding", Text.same("GBK"),
        "line", Text.same(Long.toString(line)),
        "offset", Text.same(Integer.toString(byteOffset)));
  }

  /// The text, where the bytes are Chinese of Windows and nothing else.
  private static Optional<String> chinese(byte[] file) {
    try {
      String text =
          CHINESE
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(file))
              .toString();
      return text.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\r' && c != '\n')
          ? Optional.of(text)
          : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Reading notAnXlsx(String fileName, Text found) {
    return refuse(IntakeProblem.NOT_AN_XLSX, Map.of("file", Text.same(fileName), "found", found));
  }

  private static Reading refuse(IntakeProblem code, Map<String, Text> args) {
    return new Reading.Refused(List.of(Finding.of(code, Place.FILE, args)));
  }

  private static boolean startsWith(byte[] file, byte[] magic) {
    return file.length >= magic.length
        && java.util.Arrays.equals(file, 0, magic.length, magic, 0, magic.length);
  }

  private static boolean contains(byte[] file, byte[] wanted) {
    for (int at = 0; at + wanted.length <= file.length; at++) {
      if (java.util.Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }
}
