package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.operate.crosscheck.Match.ItemKey;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.ParameterKind;
import io.tanheng.units.Unit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Proposes parameters for a document item by its name; a person decides.
///
/// First those named after the item (or its metering point) whose label says the way it went, then
/// what is used of a bought item and what is made of a sold one. An item without any is left
/// without a proposal: nothing is guessed from the unit alone.
final class MatchSuggestion {
  private static final List<String> BOUGHT = List.of("购入", "外购", "bought", "purchased");
  private static final List<String> SOLD = List.of("外销", "外供", "上网", "销售", "sold", "delivered");
  private static final List<String> USED = List.of("消耗量", "入窑量", "用量", "used", "fed");
  private static final List<String> MADE = List.of("产量", "产生量", "供热量", "output");
  private static final Set<ParameterKind> COMPARABLE =
      Set.of(ParameterKind.FLOW, ParameterKind.OUTPUT);

  private MatchSuggestion() {}

  static List<ParameterId> of(ItemKey key, Unit unit, List<Parameter> parameters) {
    List<Parameter> named =
        parameters.stream()
            .filter(one -> COMPARABLE.contains(one.kind()))
            .filter(one -> one.measuredIn().convertsTo(unit))
            .filter(one -> isNamed(one, key))
            .toList();
    List<Parameter> exactly = named.stream().filter(one -> begins(one, key)).toList();
    List<Parameter> candidates = exactly.isEmpty() ? named : exactly;
    boolean in = key.direction() == Direction.IN;
    return Stream.of(in ? BOUGHT : SOLD, in ? USED : MADE)
        .map(words -> withoutTotals(candidates.stream().filter(p -> says(p, words)).toList()))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /// A row that is the total of others is not added to them.
  private static List<ParameterId> withoutTotals(List<Parameter> found) {
    List<Parameter> parts = found.stream().filter(p -> !says(p, List.of("合计", "total"))).toList();
    return (parts.isEmpty() ? found : parts).stream().map(Parameter::id).toList();
  }

  private static boolean isNamed(Parameter parameter, ItemKey key) {
    String text = text(parameter);
    if (!key.meteringPoint().isEmpty()) {
      String point = DocumentColumns.plain(key.meteringPoint()).replaceAll("(线|站|管网)$", "");
      return text.contains(point) || commonName(text, point);
    }
    String item = DocumentColumns.plain(key.item()).replaceAll("\\(.*\\)$", "").replace("外购", "");
    return text.contains(item);
  }

  /// A label that begins with the item: `烟煤` is not `无烟煤`.
  private static boolean begins(Parameter parameter, ItemKey key) {
    String item = DocumentColumns.plain(key.item());
    return parameter.labels().stream()
        .anyMatch(label -> DocumentColumns.plain(label).startsWith(item));
  }

  /// The dock's `江岸码头10kv` is `江岸原料码头10kv线`: all characters in their order.
  private static boolean commonName(String text, String point) {
    int at = 0;
    for (int i = 0; i < text.length() && at < point.length(); i++) {
      if (text.charAt(i) == point.charAt(at)) {
        at++;
      }
    }
    return point.length() >= 4 && at == point.length();
  }

  private static boolean says(Parameter parameter, List<String> words) {
    String text = text(parameter);
    return words.stream().anyMatch(text::contains);
  }

  private static String text(Parameter parameter) {
    return DocumentColumns.plain(String.join("", parameter.labels()));
  }
}
