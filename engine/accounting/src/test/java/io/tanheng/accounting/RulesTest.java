package io.tanheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.standard.Catalogue;
import io.tanheng.standard.Rule;
import io.tanheng.standard.Standards;
import io.tanheng.testkit.Clause;
import io.tanheng.units.Problem;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RulesTest {

  private static final Catalogue CATALOGUE = Standards.packaged();
  private static final Path SHARED = Path.of("../../../shared/domain/ets-vectors.json");

  @TestFactory
  Stream<DynamicTest> every_example_of_every_rule_agrees() {
    return CATALOGUE.ruleIds().stream()
        .map(id -> CATALOGUE.rule(id).require())
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.id(),
                () -> {
                  List<ExampleCheck.Line> lines = ExampleCheck.of(rule);

                  assertThat(lines).isNotEmpty().allMatch(ExampleCheck.Line::agrees);
                }));
  }

  private static DynamicTest agreeing(Rule rule, Rule.Example example) {
    return DynamicTest.dynamicTest(
        rule.id() + " " + example.name(),
        () -> {
          assertThat(example.expected()).isNotEmpty();
          assertThat(shown(Rules.evaluate(rule, example))).containsAllEntriesOf(example.expected());
        });
  }

  private static Map<String, String> shown(RuleOutcome outcome) {
    return switch (outcome) {
      case RuleOutcome.Refused(List<Problem> problems) ->
          Map.of("problems", problems.stream().map(p -> p.text().en()).toList().toString());
      case RuleOutcome.Computed computed -> {
        var all = new LinkedHashMap<String, String>();
        computed.figures().forEach(figure -> all.put(figure.key(), figure.shown()));
        computed.due().ifPresent(date -> all.put("dueDate", date.toString()));
        yield all;
      }
    };
  }

  /// The vectors lie beside the repository where it is developed; each rule has its own copies.
  @TestFactory
  Stream<DynamicTest> every_vector_beside_the_repository_agrees() throws IOException {
    if (!Files.isRegularFile(SHARED)) {
      return Stream.empty();
    }
    Json vectors = Json.read(SHARED.toString(), Files.readString(SHARED)).require();
    return ((Json.JsonArray) vectors)
        .items().stream().map(item -> vector(((Json.JsonObject) item).members()));
  }

  private static DynamicTest vector(Map<String, Json> members) {
    String id = "rules/ets/" + text(members.get("rule")).toLowerCase(Locale.ROOT).replace('_', '-');
    Rule rule = CATALOGUE.rule(id).require();
    var labels = new LinkedHashMap<String, String>();
    var values = new LinkedHashMap<String, String>();
    ((Json.JsonObject) members.get("inputs"))
        .members()
        .forEach((key, value) ->
            (rule.labels().containsKey(key) ? labels : values).put(key, text(value)));
    var expected = new LinkedHashMap<String, String>();
    ((Json.JsonObject) members.get("expected"))
        .members()
        .forEach((key, value) -> expected.put(key, text(value)));
    return agreeing(rule, new Rule.Example(text(members.get("case")), labels, values, expected));
  }

  private static String text(Json json) {
    return ((Json.JsonText) json).text();
  }

  @Test
  void names_what_is_missing_for_the_class_of_the_unit() {
    Rule rule = CATALOGUE.rule("rules/ets/power-2023-2024-unit").require();

    RuleOutcome outcome =
        Rules.evaluate(
            rule,
            Map.of("planYear", "2024", "unitClass", "I"),
            Map.of("powerGenerationMWh", value("3200000", "MWh")));

    assertThat(((RuleOutcome.Refused) outcome).problems())
        .extracting(p -> p.code().key() + " " + p.args().get("symbol").en())
        .containsExactly("accounting.missing-value loadFactorPct");
  }

  @Test
  void refuses_a_class_and_a_unit_that_do_not_exist() {
    Rule rule = CATALOGUE.rule("rules/ets/power-2023-2024-unit").require();

    RuleOutcome outcome =
        Rules.evaluate(
            rule,
            Map.of("planYear", "2025", "unitClass", "I"),
            Map.of("powerGenerationMWh", value("3200000", "GJ/t")));

    assertThat(((RuleOutcome.Refused) outcome).problems())
        .extracting(p -> p.code().key())
        .containsExactly("accounting.unknown-entry", "accounting.unit-differs");
  }

  @Test
  void says_which_benchmark_was_used_and_where_it_comes_from() {
    Rule rule = CATALOGUE.rule("rules/ets/power-2023-2024-unit").require();

    var outcome = (RuleOutcome.Computed) Rules.evaluate(rule, rule.examples().getFirst());

    assertThat(outcome.parameters())
        .extracting(f -> f.row() + " " + f.column() + " " + f.printed() + " " + f.confidence())
        .containsExactly("2024/I Be 0.791 VERIFIED", "2024/I Bh 0.1033 VERIFIED");
    assertThat(outcome.find("Ae").orElseThrow().substituted()).isEqualTo("2702569.8336 tCO2e");
  }

  @Test
  @Clause("6.3.3-b")
  void compares_emissions_with_the_allowance() {
    Rules.Balance balance =
        Rules.compare(value("8250000", "tCO2").quantity(), value("8300856", "tCO2e").quantity());

    assertThat(balance.surplus().text()).isEqualTo("50856 tCO2e");
    assertThat(balance.shareOfEmissions()).contains(Rational.of("50856/8250000"));
  }

  private static InputValue value(String number, String unit) {
    return InputValue.of(Quantity.of(number, Units.standard().require(unit)), "test");
  }
}
