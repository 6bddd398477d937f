package io.tanheng.server.foundation.identity;

import io.tanheng.server.foundation.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Password policy and hashing.
///
/// Policy: 12 to 128 characters, not containing the log-in name, at least 6 different characters,
/// and not a common word with digits and signs around it (`common-passwords.txt`, a short list).
/// Hash: Argon2id, 19 MiB, 2 passes, 1 lane.
@Component
class Passwords {
  private static final int DIFFERENT_MIN = 6;

  private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
  private final Set<String> common = readCommon();
  private final String hashOfNobody = hash("no account has this password");

  /// Throws where the password does not meet the policy.
  void requireGood(String login, String password) {
    String normal = normal(password);
    int length = normal.codePointCount(0, normal.length());
    if (length < IdentityLimits.PASSWORD_MIN) {
      throw new ProblemException(
          IdentityProblem.PASSWORD_TOO_SHORT, Map.of("min", IdentityLimits.PASSWORD_MIN));
    }
    if (length > IdentityLimits.PASSWORD_MAX) {
      throw new ProblemException(
          IdentityProblem.PASSWORD_TOO_LONG, Map.of("max", IdentityLimits.PASSWORD_MAX));
    }
    String lower = normal.toLowerCase(Locale.ROOT);
    if (lower.contains(login)) {
      throw new ProblemException(IdentityProblem.PASSWORD_IS_LOGIN);
    }
    if (lower.codePoints().distinct().count() < DIFFERENT_MIN
        || common.contains(lower)
        || common.contains(core(lower))
        || isRun(lower)) {
      throw new ProblemException(IdentityProblem.PASSWORD_COMMON);
    }
  }

  String hash(String password) {
    String hash = encoder.encode(normal(password));
    if (hash == null) {
      throw new IllegalStateException("no hash");
    }
    return hash;
  }

  boolean matches(String password, String hash) {
    return password.length() <= 4 * IdentityLimits.PASSWORD_MAX
        && encoder.matches(normal(password), hash);
  }

  /// Takes as long as a real comparison, so that unknown log-in names cannot be told by the time.
  void compareWithNobody(String password) {
    matches(password, hashOfNobody);
  }

  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  /// The word inside digits and signs: `!Password2024` is `password`.
  private static String core(String lower) {
    return lower.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
  }

  /// All characters follow each other, as in `abcdefghijkl` and `210987654321`.
  private static boolean isRun(String text) {
    for (int i = 1; i < text.length(); i++) {
      int step = Math.abs(text.charAt(i) - text.charAt(i - 1));
      if (step > 1 && step != 9) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> readCommon() {
    try (InputStream stream = Passwords.class.getResourceAsStream("common-passwords.txt")) {
      if (stream == null) {
        throw new IllegalStateException("no common-passwords.txt");
      }
      return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
