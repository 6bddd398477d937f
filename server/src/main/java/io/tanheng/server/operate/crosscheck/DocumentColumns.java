package io.tanheng.server.operate.crosscheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Which headings name which field of a document; data in `columns.json` beside this class.
record DocumentColumns(Map<DocumentKind, List<Column>> byKind) {
  static final DocumentColumns STATED = load();

  /// What a column holds.
  enum Field {
    NUMBER,
    DIRECTION,
    PARTNER,
    ITEM,
    QUANTITY,
    UNIT,
    PRICE,
    MONTH,
    VALID_FROM,
    VALID_TO,
    CONTRACT_NUMBER,
    NET,
    TAX_RATE,
    TAX,
    GROSS,
    METERING_POINT,
    METER_NUMBER,
    REGISTER_START,
    REGISTER_END,
    MULTIPLIER,
    NOTE
  }

  /// A column and the headings it may have; the first is what messages call it.
  record Column(Field field, List<String> headings, boolean required) {
    String name() {
      return headings.getFirst();
    }

    boolean isCalled(String heading) {
      return headings.stream().anyMatch(own -> plain(own).equals(plain(heading)));
    }
  }

  List<Column> of(DocumentKind kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /// Without width, spaces and case, so that `单价（元）` is `单价(元)`.
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\s+", "")
        .toLowerCase(Locale.ROOT);
  }

  private static DocumentColumns load() {
    try (InputStream stream = DocumentColumns.class.getResourceAsStream("columns.json")) {
      if (stream == null) {
        throw new IllegalStateException("no resource columns.json");
      }
      return new DocumentColumns(
          JsonMapper.builder().build().readValue(stream, new TypeReference<>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
