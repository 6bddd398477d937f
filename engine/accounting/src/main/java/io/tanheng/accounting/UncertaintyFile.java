package io.tanheng.accounting;

import io.tanheng.units.Problem;
import io.tanheng.units.Result;
import io.tanheng.units.SourcePosition;
import io.tanheng.units.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads what a case file says of uncertainty: the member `uncertainty` of each case.
///
/// ```
/// "uncertainty": {
///   "rules": [{"id": "belt scale", "source": "fossil-fuel-combustion", "symbol": "FC", "percent": "0.58",
///              "shape": "normal", "shared": "item", "basis": "class 0.5"}],
///   "correlations": [{"rule": "a", "other": "b", "coefficient": "0.5"}]
/// }
/// ```
///
/// `source`, `item`, `symbol` and `published` narrow a rule; `shape` is normal, lognormal, uniform
/// or triangular; `shared` is none, item, factor or all.
public final class UncertaintyFile {

  private final List<Problem> problems = new ArrayList<>();

  private UncertaintyFile() {}

  /// The plan of each case, in order; a case that says nothing has an empty one.
  public static Result<List<UncertaintyPlan>> read(String file, String text) {
    return Json.read(file, text).flatMap(root -> new UncertaintyFile().plans(root));
  }

  private Result<List<UncertaintyPlan>> plans(Json root) {
    var plans = new ArrayList<UncertaintyPlan>();
    for (Json item : items(root, "cases")) {
      Json block = members(item, "case").get("uncertainty");
      plans.add(block == null ? new UncertaintyPlan(List.of(), List.of()) : plan(block));
    }
    return problems.isEmpty() ? Result.of(plans) : Result.failure(problems);
  }

  private UncertaintyPlan plan(Json block) {
    Map<String, Json> members = members(block, "uncertainty");
    var rules = new ArrayList<UncertaintyPlan.Rule>();
    Json list = members.get("rules");
    if (list == null) {
      problems.add(shape("rules", "列表", "a list", block.at()));
    } else {
      items(list, "rules").forEach(rule -> rules.add(rule(rule)));
    }
    var correlations = new ArrayList<UncertaintyPlan.Correlation>();
    Json pairs = members.get("correlations");
    if (pairs != null) {
      items(pairs, "correlations").forEach(pair -> correlations.add(correlation(pair)));
    }
    return new UncertaintyPlan(rules, correlations);
  }

  private UncertaintyPlan.Rule rule(Json json) {
    Map<String, Json> members = members(json, "rules");
    return new UncertaintyPlan.Rule(
        text(members, "id", json.at()),
        find(members, "source"),
        find(members, "item"),
        find(members, "symbol"),
        find(members, "published").map(Boolean::valueOf),
        word(members, "shape", Distribution.Shape.values(), json.at()),
        number(members, "percent", json.at()),
        word(members, "shared", UncertaintyPlan.Shared.values(), json.at()),
        find(members, "basis").orElse(""));
  }

  private UncertaintyPlan.Correlation correlation(Json json) {
    Map<String, Json> members = members(json, "correlations");
    return new UncertaintyPlan.Correlation(
        text(members, "rule", json.at()),
        text(members, "other", json.at()),
        number(members, "coefficient", json.at()));
  }

  private List<Json> items(Json json, String key) {
    if (json instanceof Json.JsonArray(List<Json> items, SourcePosition _)) {
      return items;
    }
    problems.add(shape(key, "列表", "a list", json.at()));
    return List.of();
  }

  private Map<String, Json> members(Json json, String key) {
    if (json instanceof Json.JsonObject(Map<String, Json> members, SourcePosition _)) {
      return members;
    }
    problems.add(shape(key, "对象", "an object", json.at()));
    return Map.of();
  }

  private static Optional<String> find(Map<String, Json> members, String key) {
    return switch (members.get(key)) {
      case Json.JsonText(String text, SourcePosition _) -> Optional.of(text);
      case Json.JsonNumber(String text, SourcePosition _) -> Optional.of(text);
      case Json.JsonWord(String word, SourcePosition _) -> Optional.of(word);
      case null, default -> Optional.empty();
    };
  }

  private String text(Map<String, Json> members, String key, SourcePosition at) {
    Optional<String> found = find(members, key);
    if (found.isEmpty()) {
      problems.add(shape(key, "文字", "a text", at));
    }
    return found.orElse("");
  }

  private double number(Map<String, Json> members, String key, SourcePosition at) {
    String text = text(members, key, at);
    if (text.matches("-?\\d+(\\.\\d+)?")) {
      return Double.parseDouble(text);
    }
    problems.add(Problem.of(AccountingProblem.NOT_A_NUMBER).with("value", text).at(at));
    return 0;
  }

  private <E extends Enum<E>> E word(
      Map<String, Json> members, String key, E[] known, SourcePosition at) {
    String word = find(members, key).orElse("").toUpperCase(Locale.ROOT);
    Optional<E> found = Stream.of(known).filter(value -> value.name().equals(word)).findFirst();
    if (found.isEmpty()) {
      String names =
          String.join(" | ", Stream.of(known).map(v -> v.name().toLowerCase(Locale.ROOT)).toList());
      problems.add(shape(key, names, names, at));
    }
    return found.orElse(known[0]);
  }

  private static Problem shape(String key, String zh, String en, SourcePosition at) {
    return Problem.of(AccountingProblem.INVALID_SHAPE)
        .with("key", key)
        .with("expected", new Text(zh, en))
        .at(at);
  }
}
