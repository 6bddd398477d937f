package io.tanheng.server.operate.suggest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/// The words plants use beside the names in the method editions, from `words.properties`.
final class Words {
  private final Properties words = new Properties();

  Words() {
    try (InputStream in = Words.class.getResourceAsStream("words.properties")) {
      if (in == null) {
        throw new IllegalStateException("no words.properties");
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One width, no spaces, no case.
  static String normalise(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\s+", "")
        .toLowerCase(Locale.ROOT);
  }

  List<String> list(String key) {
    return Arrays.stream(words.getProperty(key, "").split("\\|"))
        .map(Words::normalise)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  boolean mentions(String key, String normalised) {
    return list(key).stream().anyMatch(normalised::contains);
  }

  /// The role a text names; the first in the order of [Role] wins.
  Optional<Role> role(String text) {
    String normal = normalise(text);
    return Arrays.stream(Role.values())
        .filter(role -> mentions("role." + role.key(), normal))
        .findFirst();
  }
}
