package io.tanheng.server.foundation.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What people call the fields of requests. The words stand in `fields_zh_CN.properties` and
/// `fields_en.properties`; a test fails where a field of a request has none.
public final class FieldNames {
  private static final Messages.Bundle WORDS = Messages.bundle(FieldNames.class, "fields");
  private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]");

  private FieldNames() {}

  /// `lines[3].month` is “台账行（第 4 项）的月份”, "entries (no. 4), month". A name that is not ours, such
  /// as a key the caller chose, stands for itself.
  public static Text of(String path) {
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    Matcher step = STEP.matcher(path);
    while (step.find()) {
      if (step.group(1) != null) {
        zh.add(WORDS.zh().getProperty(step.group(1), step.group(1)));
        en.add(WORDS.en().getProperty(step.group(1), step.group(1)));
      } else {
        long number = Long.parseLong(step.group(2)) + 1;
        append(zh, "（第 " + number + " 项）");
        append(en, " (no. " + number + ")");
      }
    }
    return new Text(String.join("的", zh), String.join(", ", en));
  }

  public static boolean isKnown(String field) {
    return words(WORDS.zh(), field) && words(WORDS.en(), field);
  }

  private static boolean words(Properties words, String field) {
    return !words.getProperty(field, "").isBlank();
  }

  private static void append(List<String> steps, String suffix) {
    if (steps.isEmpty()) {
      steps.add(suffix.strip());
    } else {
      steps.set(steps.size() - 1, steps.getLast() + suffix);
    }
  }
}
