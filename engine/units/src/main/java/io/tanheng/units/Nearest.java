package io.tanheng.units;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds what somebody who mistyped a name may have meant.
public final class Nearest {

  private static final int MOST_SUGGESTIONS = 3;

  private Nearest() {}

  /// The candidates that need the fewest changed letters; none when all are far away.
  public static List<String> to(String text, Collection<String> candidates) {
    int limit = Math.max(1, text.length() / 3);
    record Near(String candidate, int distance) {}
    return candidates.stream()
        .map(c -> new Near(c, distance(fold(text), fold(c))))
        .filter(n -> n.distance() <= limit)
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::candidate))
        .limit(MOST_SUGGESTIONS)
        .map(Near::candidate)
        .toList();
  }

  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(previous[j], row[j - 1]) + 1);
      }
      previous = row;
    }
    return previous[b.length()];
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
