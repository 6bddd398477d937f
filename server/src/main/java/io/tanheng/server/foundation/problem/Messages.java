package io.tanheng.server.foundation.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The texts of problems, read from the properties beside the enum that names them.
final class Messages {
  static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z0-9]+)}");
  private static final Map<Class<?>, Bundle> BUNDLES = new ConcurrentHashMap<>();

  private Messages() {}

  static Text of(ProblemCode code, Map<String, ?> args) {
    Bundle bundle = bundle(((Enum<?>) code).getDeclaringClass());
    return new Text(
        fill(bundle.require(bundle.zh(), code.key()), args, Language.ZH),
        fill(bundle.require(bundle.en(), code.key()), args, Language.EN));
  }

  static Text ofKey(Class<?> owner, String key, Map<String, ?> args) {
    Bundle bundle = bundle(owner);
    return new Text(
        fill(bundle.require(bundle.zh(), key), args, Language.ZH),
        fill(bundle.require(bundle.en(), key), args, Language.EN));
  }

  static Bundle bundle(Class<?> owner) {
    return BUNDLES.computeIfAbsent(owner, type -> bundle(type, "messages"));
  }

  /// The texts of both languages in the files of a name, beside a class.
  static Bundle bundle(Class<?> owner, String name) {
    return new Bundle(
        read(owner, name + "_zh_CN.properties"), read(owner, name + "_en.properties"));
  }

  private static String fill(String text, Map<String, ?> args, Language language) {
    return PLACEHOLDER.matcher(text).replaceAll(match -> value(match, args, language));
  }

  private static String value(MatchResult match, Map<String, ?> args, Language language) {
    Object value = args.get(match.group(1));
    if (value == null) {
      throw new IllegalStateException(
          "no value for {" + match.group(1) + "} among " + args.keySet());
    }
    String text =
        switch (value) {
          case BigDecimal number -> number.toPlainString();
          case Text words -> words.in(language);
          default -> value.toString();
        };
    return Matcher.quoteReplacement(text);
  }

  private static Properties read(Class<?> owner, String file) {
    Properties texts = new Properties();
    try (InputStream stream = owner.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("no " + file + " beside " + owner.getName());
      }
      texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  record Bundle(Properties zh, Properties en) {
    String require(Properties texts, String key) {
      String text = texts.getProperty(key);
      if (text == null) {
        throw new IllegalStateException("no text for " + key);
      }
      return text;
    }
  }
}
