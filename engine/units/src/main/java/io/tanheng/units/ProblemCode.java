package io.tanheng.units;

import java.util.Locale;

/// What is wrong, as an enum constant; its words stand in `messages_zh_CN.properties` and
/// `messages_en.properties` beside the enum.
public interface ProblemCode {

  String name();

  /// The stable code: `FormulaProblem.UNIT_MISMATCH` has the key `formula.unit-mismatch`.
  default String key() {
    return group(getClass().getSimpleName()) + "." + kebab(name());
  }

  private static String group(String typeName) {
    String stem =
        typeName.endsWith("Problem")
            ? typeName.substring(0, typeName.length() - "Problem".length())
            : typeName;
    return stem.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static String kebab(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
