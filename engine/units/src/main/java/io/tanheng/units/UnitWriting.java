package io.tanheng.units;

import java.text.Normalizer;
import java.util.Locale;

/// The letters of a unit: full width, superscripts, spaces and case brought to one form.
final class UnitWriting {

  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private UnitWriting() {}

  /// `GJ／10⁴ Nm³` becomes `GJ/10^4 Nm3`.
  static String normalize(String text) {
    String marked = text.strip().replaceAll("10(?=⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹])", "10^").replace("⁻", "-");
    String plain =
        Normalizer.normalize(digits(marked), Normalizer.Form.NFKC)
            .replaceAll("[·×⋅∙•∗]", "*")
            .replace('−', '-')
            .replace("°C", "degC");
    return plain.replaceAll("\\s+", " ").replaceAll(" ?([*/()]) ?", "$1").strip();
  }

  private static String digits(String text) {
    var plain = new StringBuilder();
    text.chars()
        .forEach(c -> {
          int digit = SUPERSCRIPTS.indexOf(c);
          plain.append(digit < 0 ? (char) c : (char) ('0' + digit));
        });
    return plain.toString();
  }

  static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /// The key of a substance in its exact case; folded keys have no mark.
  static String exact(String substance) {
    return "=" + substance;
  }

  /// Where the last `/` or `*` outside of parentheses stands, or -1.
  static int lastOperator(String text) {
    int depth = 0;
    for (int i = text.length() - 1; i > 0; i--) {
      char c = text.charAt(i);
      depth += c == ')' ? 1 : c == '(' ? -1 : 0;
      if (depth == 0 && (c == '/' || c == '*')) {
        return i;
      }
    }
    return -1;
  }
}
