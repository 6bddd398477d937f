package io.tanheng.server.operate.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiFixture;
import io.tanheng.server.ApiTest;
import io.tanheng.testkit.Clause;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The documents of the sample enterprises against their ledgers: every comparison as a separate
/// program computed it, every seeded difference found, and nothing else.
@ApiTest
@Clause("6.3.1-e")
class SamplesCrossCheckTest {
  /// Seeded so that a correct check says nothing.
  private static final Set<String> SILENT = Set.of("unit-differs", "within-tolerance");

  private static final Set<String> OF_SETTLEMENTS =
      Set.of("settlement-arithmetic", "register-chain-broken");

  private static final Set<String> OF_MONTHS =
      Set.of("quantity-differs", "missing-document", "period-shift");

  @Autowired ApiFixture fixture;

  @ParameterizedTest
  @ValueSource(strings = {"steel", "cement", "power"})
  void every_comparison_is_the_expected_one_and_every_seeded_difference_is_found(String sample) {
    SampleCrossCheck check = SampleCrossCheck.complete(fixture, sample);
    JsonNode expected = SampleCrossCheck.expected(sample);
    JsonNode comparisons =
        SampleCrossCheck.ok(check.manager().get(check.path() + "comparisons?year=2025")).json();

    assertThat(comparisons(comparisons))
        .containsExactlyEntriesOf(expectedComparisons(expected.path("crossCheck2025")));
    assertThat(settlements(comparisons))
        .containsExactlyInAnyOrderElementsOf(
            expectedSettlements(expected.path("crossCheck2025").path("settlementsAgainstLedger")));
    JsonNode found = check.differences();
    assertThat(found.path("unmatched")).isEmpty();
    assertThat(found(found.path("items")))
        .containsExactlyInAnyOrderElementsOf(expectedFindings(expected));
    expected
        .path("seededDefects")
        .valueStream()
        .filter(seed -> seed.path("kind").asString().equals("period-shift"))
        .forEach(seed ->
            assertThat(finding(found, "PERIOD_SHIFT").path("finding").path("zh").asString())
                .contains(seed.path("document").asString()));
  }

  private static JsonNode finding(JsonNode found, String kind) {
    return found
        .path("items")
        .valueStream()
        .filter(one -> one.path("kind").asString().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  /// Invoices per item and month: ledger, documents, difference in the unit of the expectation.
  private static Map<String, String> comparisons(JsonNode comparisons) {
    Map<String, String> rows = new TreeMap<>();
    comparisons
        .path("items")
        .valueStream()
        .filter(one -> one.path("kind").asString().equals("INVOICE"))
        .filter(one -> !one.path("month").isNull() && one.path("month").isString())
        .forEach(one -> {
          Unit unit = Units.standard().require(one.path("unit").asString());
          rows.put(
              one.path("item").asString()
                  + " "
                  + one.path("direction").asString()
                  + " "
                  + one.path("month").asString(),
              String.join(
                  " ",
                  base(one.path("ledger").asString(), unit),
                  base(one.path("documents").asString(), unit),
                  base(one.path("difference").asString(), unit),
                  one.path("documentCount").asString(),
                  percent(one.path("percent")),
                  one.path("status").asString()));
        });
    return rows;
  }

  private static Map<String, String> expectedComparisons(JsonNode expected) {
    Map<String, String> rows = new TreeMap<>();
    for (JsonNode one : expected.path("invoices")) {
      Unit unit = Units.standard().require(one.path("unit").asString());
      rows.put(
          one.path("item").asString()
              + " "
              + one.path("direction").asString().toUpperCase(java.util.Locale.ROOT)
              + " "
              + one.path("month").asString(),
          String.join(
              " ",
              base(one.path("ledger").asString(), unit),
              base(one.path("documents").asString(), unit),
              base(one.path("difference").asString(), unit),
              one.path("count").asString(),
              percent(one.path("differencePercent")),
              one.path("status").asString().toUpperCase(java.util.Locale.ROOT).replace('-', '_')));
    }
    assertThat(rows).isNotEmpty();
    return rows;
  }

  /// Exact, in base units, so that 1 MWh and 0.1 万kWh are the same.
  private static String base(String value, Unit unit) {
    Rational base = Quantity.of(value, unit).base();
    return base.toString();
  }

  private static String percent(JsonNode value) {
    return new BigDecimal(value.asString()).stripTrailingZeros().toPlainString();
  }

  /// Settlements that are not exactly the ledger: month and difference.
  private static List<String> settlements(JsonNode comparisons) {
    return comparisons
        .path("items")
        .valueStream()
        .filter(one -> one.path("kind").asString().equals("SETTLEMENT"))
        .filter(one -> one.path("month").isString())
        .filter(one -> !one.path("status").asString().equals("AGREES"))
        .map(one ->
            one.path("month").asString()
                + " "
                + base(
                    one.path("difference").asString(),
                    Units.standard().require(one.path("unit").asString())))
        .toList();
  }

  private static List<String> expectedSettlements(JsonNode expected) {
    return expected
        .valueStream()
        .map(one ->
            one.path("month").asString()
                + " "
                + base(
                    one.path("difference").asString(),
                    Units.standard().parse(one.path("unit").asString()).require()))
        .toList();
  }

  private static List<String> found(JsonNode items) {
    return items
        .valueStream()
        .map(one -> {
          String kind =
              one.path("kind").asString().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
          JsonNode months = one.path("months");
          JsonNode documents = one.path("documents");
          return OF_MONTHS.contains(kind)
              ? kind
                  + " "
                  + one.path("item").asString()
                  + " "
                  + months.path(months.size() - 1).asString()
              : kind + " " + documents.path(documents.size() - 1).path("number").asString();
        })
        .toList();
  }

  private static List<String> expectedFindings(JsonNode expected) {
    List<String> findings = new ArrayList<>();
    for (JsonNode seed : expected.path("seededDefects")) {
      String kind = seed.path("kind").asString();
      if (!SILENT.contains(kind) && !OF_SETTLEMENTS.contains(kind)) {
        findings.add(
            OF_MONTHS.contains(kind)
                ? kind + " " + seed.path("item").asString() + " " + seed.path("period").asString()
                : kind + " " + seed.path("document").asString());
      }
    }
    expected
        .path("crossCheck2025")
        .path("settlementProblems")
        .forEach(one ->
            findings.add(one.path("kind").asString() + " " + one.path("document").asString()));
    return findings;
  }
}
