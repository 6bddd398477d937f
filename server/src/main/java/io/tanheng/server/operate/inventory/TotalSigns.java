package io.tanheng.server.operate.inventory;

import io.tanheng.standard.MethodEdition;
import io.tanheng.standard.Total;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// With which sign each source enters the totals of an edition; totals made of totals are resolved.
///
/// A month, a facility or an item is the same sum over fewer rows, so that these signs are all that
/// a part of a total needs.
record TotalSigns(Map<String, Map<String, Integer>> byTotal) {

  /// @param present sources that have a row; some editions choose between totals by them
  static TotalSigns of(MethodEdition edition, Set<String> present) {
    Map<String, Map<String, Integer>> byTotal = new LinkedHashMap<>();
    for (Total total : edition.totals()) {
      if (!byTotal.containsKey(total.key()) && total.applies(present)) {
        Map<String, Integer> signs = new LinkedHashMap<>();
        total.plus().forEach(part -> add(signs, part, 1, byTotal));
        total.minus().forEach(part -> add(signs, part, -1, byTotal));
        byTotal.put(total.key(), signs);
      }
    }
    return new TotalSigns(byTotal);
  }

  /// The sources of a total in order, with +1 or -1.
  Map<String, Integer> of(String total) {
    return byTotal.getOrDefault(total, Map.of());
  }

  /// The figure an edition reports as its result: the last of its totals that is no subtotal.
  static Total main(MethodEdition edition) {
    List<Total> results = new ArrayList<>(edition.totals());
    results.removeIf(Total::subtotal);
    if (results.isEmpty()) {
      throw new IllegalStateException(edition.id() + " has no total");
    }
    return results.stream()
        .filter(total -> total.key().equals("total"))
        .findFirst()
        .orElse(results.getLast());
  }

  private static void add(
      Map<String, Integer> signs,
      String part,
      int sign,
      Map<String, Map<String, Integer>> byTotal) {
    Map<String, Integer> inner = byTotal.get(part);
    if (inner == null) {
      signs.merge(part, sign, Integer::sum);
    } else {
      inner.forEach((source, innerSign) -> signs.merge(source, sign * innerSign, Integer::sum));
    }
  }
}
