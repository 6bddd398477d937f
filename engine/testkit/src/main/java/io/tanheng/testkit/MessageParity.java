package io.tanheng.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Compares the codes of a module with their texts in `messages_zh_CN.properties` and
/// `messages_en.properties`.
public final class MessageParity {

  private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

  private MessageParity() {}

  /// What is wrong, one sentence each: a code without a text, a text without a code, an empty text,
  /// and placeholders that differ between the languages. Empty when all is well.
  ///
  /// @param beside a class of the package in whose resources the texts stand
  /// @param codes the keys of all codes of that package
  public static List<String> flaws(Class<?> beside, Collection<String> codes) {
    Properties zh = load(beside, "messages_zh_CN.properties");
    Properties en = load(beside, "messages_en.properties");
    Set<String> known = new TreeSet<>(codes);
    List<String> flaws = new ArrayList<>();
    for (String code : known) {
      require(zh, code, "zh_CN", flaws);
      require(en, code, "en", flaws);
      if (!places(zh, code).equals(places(en, code))) {
        flaws.add(code + ": zh_CN has " + places(zh, code) + ", en has " + places(en, code));
      }
    }
    leftOver(zh, known, "zh_CN", flaws);
    leftOver(en, known, "en", flaws);
    return flaws;
  }

  private static void require(Properties texts, String code, String language, List<String> flaws) {
    if (texts.getProperty(code, "").isBlank()) {
      flaws.add(code + ": no text in " + language);
    }
  }

  private static void leftOver(
      Properties texts, Set<String> known, String language, List<String> flaws) {
    new TreeSet<>(texts.stringPropertyNames())
        .stream()
            .filter(key -> !known.contains(key))
            .forEach(key -> flaws.add(key + ": a text in " + language + " without a code"));
  }

  private static Set<String> places(Properties texts, String code) {
    return PLACE
        .matcher(texts.getProperty(code, ""))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties load(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " beside " + beside.getName());
      }
      var texts = new Properties();
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
