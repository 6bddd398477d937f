package io.tanheng.accounting;

import io.tanheng.units.Problem;
import io.tanheng.units.Quantity;
import io.tanheng.units.Result;
import io.tanheng.units.SourcePosition;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Reads cases (算例): the form in which worked examples, exports and calculations by command line
/// are written.
///
/// A file is a list of cases; `standards/FORMAT.md` describes them.
public final class CaseFile {

  private static final Pattern REMARK = Pattern.compile("\\s+\\([^()]*\\)$");
  private static final Set<String> PRODUCTION_BLOCKS = Set.of("production", "biomass");
  private static final Set<String> CASE_FIELDS =
      new TreeSet<>(
          List.of(
              "method",
              "case",
              "title",
              "note",
              "factorSet",
              "inputs",
              "production",
              "biomass",
              "daily",
              "outputs",
              "expected",
              "expected_detail",
              "expected_intensity",
              "expectedProblems",
              "memo_items_not_in_total",
              "standard",
              "edition",
              "rounding",
              "tolerance",
              "contrast",
              "uncertainty"));
  private static final Set<String> QUANTITY_FIELDS =
      new TreeSet<>(List.of("value", "unit", "carrier", "note"));

  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private final Units units = Units.standard();
  private final Map<String, Result<Unit>> knownUnits = new HashMap<>();
  private Map<String, SourcePosition> places = new HashMap<>();

  private CaseFile(String file) {
    this.file = file;
  }

  /// All cases of a file; a case that cannot be read carries its problems instead of an input. A
  /// text that is no list of objects is a failure.
  public static Result<List<Case>> read(String file, String text) {
    return Json.read(file, text).flatMap(root -> new CaseFile(file).cases(root));
  }

  private Result<List<Case>> cases(Json root) {
    if (!(root instanceof Json.JsonArray(List<Json> items, SourcePosition _))) {
      return Result.failure(shape(file, "列表", "a list of cases", root.at()));
    }
    var all = new ArrayList<Case>();
    for (Json item : items) {
      if (item instanceof Json.JsonObject object) {
        all.add(readCase(object));
      } else {
        return Result.failure(shape("case", "对象", "an object", item.at()));
      }
    }
    return Result.of(all);
  }

  /// Reports members of an object that mean nothing, so that a mistyped name is never overlooked.
  private void onlyKnown(Json.JsonObject object, Set<String> known) {
    object
        .members()
        .forEach((name, value) -> {
          if (!known.contains(name)) {
            problems.add(
                Problem.of(AccountingProblem.UNKNOWN_FIELD)
                    .with("field", name)
                    .with("known", String.join(", ", known))
                    .at(value.at()));
          }
        });
  }

  private Case readCase(Json.JsonObject object) {
    problems.clear();
    places = new HashMap<>();
    onlyKnown(object, CASE_FIELDS);
    Fields fields = new Fields(object);
    String method = fields.text("method");
    String name = fields.text("case");
    var rows = new LinkedHashMap<String, List<InputRow>>();
    fields.object("inputs").members().forEach((key, list) -> rows.put(key, rows(key, list)));
    List<ExpectedIntensity> intensities = intensities(fields.object("expected_intensity"));
    Case read =
        new Case(
            method,
            name,
            fields.find("factorSet").map(Json::at).isPresent()
                ? FactorChoice.of(fields.text("factorSet"))
                : FactorChoice.DEFAULT,
            new AccountingInput(rows, production(fields, intensities)),
            quantities("outputs", fields.object("outputs")),
            new Case.Expected(
                texts(fields.object("expected")),
                texts(fields.object("expected_detail")),
                intensities,
                fields.texts("memo_items_not_in_total"),
                fields.texts("expectedProblems")),
            places,
            List.copyOf(problems));
    return read;
  }

  /// One expected intensity of a case.
  ///
  /// @param total the total it divides
  /// @param product the output it divides by
  public record ExpectedIntensity(
      String name, String total, String product, InputValue output, String value) {}

  private List<InputRow> rows(String source, Json list) {
    if (!(list instanceof Json.JsonArray(List<Json> items, SourcePosition _))) {
      problems.add(shape(source, "行的列表", "a list of rows", list.at()));
      return List.of();
    }
    var rows = new ArrayList<InputRow>();
    for (Json item : items) {
      if (item instanceof Json.JsonObject row) {
        rows.add(row(source + "[" + (rows.size() + 1) + "]", row));
      } else {
        problems.add(shape(source, "对象", "an object", item.at()));
      }
    }
    return rows;
  }

  private InputRow row(String id, Json.JsonObject object) {
    var quantities = new LinkedHashMap<String, InputValue>();
    var labels = new LinkedHashMap<String, String>();
    places.put(id, object.at());
    object
        .members()
        .forEach((key, value) -> {
          places.put(id + "." + key, value.at());
          if (value instanceof Json.JsonText(String text, SourcePosition _)) {
            labels.put(key, text);
          } else {
            quantity(key, value, id + "." + key).ifPresent(q -> quantities.put(key, q));
          }
        });
    return new InputRow(new RowId(id), quantities, labels);
  }

  private Map<String, InputValue> quantities(String block, Json.JsonObject object) {
    var all = new LinkedHashMap<String, InputValue>();
    object
        .members()
        .forEach((key, value) -> {
          if (!(value instanceof Json.JsonText)) {
            quantity(key, value, block + "." + key).ifPresent(q -> all.put(key, q));
          }
        });
    return all;
  }

  private Optional<InputValue> quantity(String key, Json json, String reference) {
    if (!(json instanceof Json.JsonObject(Map<String, Json> members, SourcePosition at))
        || !(members.get("unit") instanceof Json.JsonText(String unitText, SourcePosition unitAt))
        || members.get("value") == null) {
      problems.add(
          shape(
              key,
              "文字，或带“value”和“unit”的对象",
              "a text, or an object with \"value\" and \"unit\"",
              json.at()));
      return Optional.empty();
    }
    onlyKnown(new Json.JsonObject(members, at), QUANTITY_FIELDS);
    Result<Unit> unit = knownUnits.computeIfAbsent(unitText, this::unit);
    unit.problems().forEach(problem -> problems.add(problem.at(unitAt)));
    Optional<BigDecimal> number = number(members.get("value"));
    String written = words(members.get("value")) + " " + unitText;
    return number.flatMap(
        n -> unit.find().map(u -> InputValue.of(new Quantity(n, u), written, reference)));
  }

  /// A remark in brackets behind a unit is not part of it: `1 (GWP)`.
  private Result<Unit> unit(String text) {
    Result<Unit> unit = units.parse(text);
    return unit.problems().isEmpty() ? unit : orWithoutRemark(text, unit);
  }

  private Result<Unit> orWithoutRemark(String text, Result<Unit> unit) {
    String plain = REMARK.matcher(text).replaceFirst("");
    return plain.equals(text) ? unit : units.parse(plain);
  }

  private Optional<BigDecimal> number(Json json) {
    String text = words(json);
    if (text.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?")) {
      return Optional.of(new BigDecimal(text));
    }
    problems.add(Problem.of(AccountingProblem.NOT_A_NUMBER).with("value", text).at(json.at()));
    return Optional.empty();
  }

  private static String words(Json json) {
    return switch (json) {
      case Json.JsonText(String text, SourcePosition _) -> text;
      case Json.JsonNumber(String text, SourcePosition _) -> text;
      case Json.JsonWord(String word, SourcePosition _) -> word;
      case Json.JsonObject _ -> "{…}";
      case Json.JsonArray _ -> "[…]";
    };
  }

  private List<ProductionInput> production(Fields fields, List<ExpectedIntensity> intensities) {
    var products = new LinkedHashMap<String, InputValue>();
    intensities.forEach(intensity -> products.put(intensity.product(), intensity.output()));
    var all = new ArrayList<ProductionInput>();
    var quantities = new LinkedHashMap<String, InputValue>();
    var labels = new LinkedHashMap<String, String>();
    for (String block : PRODUCTION_BLOCKS.stream().sorted().toList()) {
      Optional<Json> json = fields.find(block);
      if (json.isPresent()
          && json.get() instanceof Json.JsonArray(List<Json> items, SourcePosition _)) {
        items.forEach(item -> facility(block, item).ifPresent(all::add));
      } else {
        Json.JsonObject object = fields.object(block);
        quantities.putAll(quantities(block, object));
        labels.putAll(labels(object));
      }
    }
    var series = new LinkedHashMap<String, List<Map<String, InputValue>>>();
    fields
        .find("daily")
        .ifPresent(list ->
            series.put("daily", rows("daily", list).stream().map(InputRow::quantities).toList()));
    all.addFirst(new ProductionInput(ProductionInput.WHOLE, quantities, products, labels, series));
    return all;
  }

  /// Production of one facility: an entry of a `production` list with the label `facility`.
  private Optional<ProductionInput> facility(String block, Json json) {
    if (!(json instanceof Json.JsonObject object)) {
      problems.add(shape(block, "对象", "an object", json.at()));
      return Optional.empty();
    }
    Map<String, String> labels = labels(object);
    var products = new LinkedHashMap<String, InputValue>();
    if (object.members().get("products") instanceof Json.JsonObject outputs) {
      products.putAll(quantities(block + ".products", outputs));
    }
    var rest = new LinkedHashMap<>(object.members());
    rest.remove("products");
    return Optional.of(
        new ProductionInput(
            labels.getOrDefault("facility", ""),
            quantities(block, new Json.JsonObject(rest, object.at())),
            products,
            labels,
            Map.of()));
  }

  private static Map<String, String> labels(Json.JsonObject object) {
    var labels = new LinkedHashMap<String, String>();
    object
        .members()
        .forEach((key, value) -> {
          if (value instanceof Json.JsonText(String text, SourcePosition _)) {
            labels.put(key, text);
          }
        });
    return labels;
  }

  private List<ExpectedIntensity> intensities(Json.JsonObject object) {
    var all = new ArrayList<ExpectedIntensity>();
    object
        .members()
        .forEach((name, json) -> {
          if (json instanceof Json.JsonObject intensity) {
            var fields = new Fields(intensity);
            fields
                .find("denominator")
                .flatMap(d -> quantity("denominator", d, name + ".denominator"))
                .ifPresent(output ->
                    all.add(
                        new ExpectedIntensity(
                            name,
                            fields.text("numerator"),
                            product(intensity, name, all, output),
                            output,
                            fields.text("value"))));
          } else {
            problems.add(shape(name, "对象", "an object", json.at()));
          }
        });
    return all;
  }

  /// The product of an intensity is the word behind the unit of its denominator: `t clinker`.
  private static String product(
      Json.JsonObject intensity, String name, List<ExpectedIntensity> earlier, InputValue output) {
    String written =
        intensity.members().get("denominator") instanceof Json.JsonObject denominator
                && denominator.members().get("unit")
                    instanceof Json.JsonText(String unit, SourcePosition _)
            ? unit
            : "";
    int gap = written.lastIndexOf(' ');
    String product = gap < 0 ? name : written.substring(gap + 1);
    boolean other =
        earlier.stream()
            .anyMatch(e ->
                e.product().equals(product) && !e.output().quantity().equals(output.quantity()));
    return other ? name : product;
  }

  private Map<String, String> texts(Json.JsonObject object) {
    var all = new LinkedHashMap<String, String>();
    object
        .members()
        .forEach((key, value) -> number(value).ifPresent(_ -> all.put(key, words(value))));
    return all;
  }

  private static Problem shape(String key, String zh, String en, SourcePosition at) {
    return Problem.of(AccountingProblem.INVALID_SHAPE)
        .with("key", key)
        .with("expected", new io.tanheng.units.Text(zh, en))
        .at(at);
  }

  /// Access to the members of one object.
  private final class Fields {
    private final Json.JsonObject object;

    Fields(Json.JsonObject object) {
      this.object = object;
    }

    Optional<Json> find(String key) {
      return Optional.ofNullable(object.members().get(key));
    }

    String text(String key) {
      Optional<Json> value = find(key);
      if (value.isPresent()
          && value.get() instanceof Json.JsonText(String text, SourcePosition _)) {
        return text;
      }
      problems.add(shape(key, "文字", "a text", value.map(Json::at).orElse(object.at())));
      return "";
    }

    /// The object under `key`, or an empty one when there is none.
    Json.JsonObject object(String key) {
      Optional<Json> value = find(key);
      if (value.isPresent() && !(value.get() instanceof Json.JsonObject)) {
        problems.add(shape(key, "对象", "an object", value.get().at()));
      }
      return value.isPresent() && value.get() instanceof Json.JsonObject found
          ? found
          : new Json.JsonObject(Map.of(), object.at());
    }

    List<String> texts(String key) {
      return find(key)
          .filter(Json.JsonArray.class::isInstance)
          .map(array -> ((Json.JsonArray) array).items().stream().map(CaseFile::words).toList())
          .orElse(List.of());
    }
  }
}
