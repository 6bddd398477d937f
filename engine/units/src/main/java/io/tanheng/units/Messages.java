package io.tanheng.units;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of problem codes, read from the property files beside the code's enum.
final class Messages {

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  private static final ClassValue<Bundle> BUNDLES =
      new ClassValue<>() {
        @Override
        protected Bundle computeValue(Class<?> codes) {
          return new Bundle(
              load(codes, "messages_zh_CN.properties"), load(codes, "messages_en.properties"));
        }
      };

  private Messages() {}

  static Text text(ProblemCode code, Map<String, Text> args) {
    Bundle bundle = BUNDLES.get(((Enum<?>) code).getDeclaringClass());
    return new Text(fill(code, bundle.zh(), args, true), fill(code, bundle.en(), args, false));
  }

  private static String fill(
      ProblemCode code, Properties texts, Map<String, Text> args, boolean chinese) {
    String pattern = texts.getProperty(code.key());
    if (pattern == null) {
      throw new IllegalStateException("no text for " + code.key());
    }
    return PLACE
        .matcher(pattern)
        .replaceAll(place -> {
          Text value = args.get(place.group(1));
          if (value == null) {
            throw new IllegalStateException(code.key() + " needs " + place.group());
          }
          return Matcher.quoteReplacement(chinese ? value.zh() : value.en());
        });
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

  private record Bundle(Properties zh, Properties en) {}
}
