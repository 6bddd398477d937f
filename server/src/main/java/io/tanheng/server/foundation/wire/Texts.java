package io.tanheng.server.foundation.wire;

import io.tanheng.server.foundation.problem.FieldNames;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.RequestProblem;
import java.util.Map;

/// The one check of every text that comes in: PostgreSQL keeps no NUL, and half of a surrogate pair
/// is no character.
final class Texts {
  private Texts() {}

  /// @param field what the text is called in the refusal
  static void require(String text, String field) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        throw new ProblemException(
            RequestProblem.TEXT_CHARACTER, Map.of("field", FieldNames.of(field)));
      }
    }
  }
}
