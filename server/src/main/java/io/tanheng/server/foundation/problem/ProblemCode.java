package io.tanheng.server.foundation.problem;

import java.util.Locale;

/// One thing that can be wrong; implemented by enums named `…Problem`.
///
/// The texts stand in `messages_zh_CN.properties` and `messages_en.properties` in the enum's
/// package, under [#key()]. A test fails where a text is missing or the placeholders differ.
public interface ProblemCode {
  String name();

  ProblemKind kind();

  /// The stable public name: `IdentityProblem.BAD_CREDENTIALS` is `identity.bad-credentials`.
  default String key() {
    String owner = ((Enum<?>) this).getDeclaringClass().getSimpleName();
    String area = owner.endsWith("Problem") ? owner.substring(0, owner.length() - 7) : owner;
    return kebab(area.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")) + "." + kebab(name());
  }

  private static String kebab(String text) {
    return text.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
