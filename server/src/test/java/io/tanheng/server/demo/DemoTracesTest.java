package io.tanheng.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.testkit.Clause;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Every figure of every inventory of the demonstration can be opened, and so can every part of
/// every explanation, down to the rows; each says the value it was opened from.
@DemoTest
class DemoTracesTest {
  static final List<String> RUNS = DemoInventory.RUNS;

  /// Half of the last of six decimals, for each rounded part of a sum.
  private static final BigDecimal ROUNDING = new BigDecimal("0.0000005");

  @Autowired DemoLoader loader;
  @LocalServerPort int port;

  @BeforeEach
  void wait_for_the_sample_data() throws InterruptedException {
    assertThat(loader.await(Duration.ofMinutes(5))).isTrue();
  }

  @Clause("4.2-d")
  @ParameterizedTest
  @FieldSource("RUNS")
  void every_figure_opens_to_what_it_says(String run) throws IOException {
    DemoInventory inventory = DemoInventory.open(port, run);
    Deque<Shown> open = new ArrayDeque<>();
    collect(inventory.shown(), open);
    int rows = inventory.shown().path("items").size();
    Set<Shown> seen = new HashSet<>(open);
    List<String> flaws = new ArrayList<>();
    Set<String> opened = new HashSet<>();

    while (!open.isEmpty()) {
      Shown figure = open.pop();
      JsonNode trace = inventory.trace(figure.figure());
      if (opened.add(figure.figure())) {
        check(trace, flaws);
      }
      if (!figure.value().equals(trace.path("value").asString())
          || !figure.unit().equals(trace.path("unit").asString())) {
        flaws.add(figure + " opens to " + trace.path("value") + " " + trace.path("unit"));
      }
      for (JsonNode part : trace.path("parts")) {
        Shown next = Shown.of(part);
        if (seen.add(next)) {
          open.push(next);
        }
      }
    }

    assertThat(flaws).isEmpty();
    assertThat(opened).hasSizeGreaterThan(10 * rows);
  }

  /// A figure says what it is made of; a sum is the sum of its parts.
  private static void check(JsonNode trace, List<String> flaws) {
    String figure = trace.path("figure").asString();
    BigDecimal value = new BigDecimal(trace.path("value").asString());
    boolean explained = !trace.path("parts").isEmpty() || !trace.path("inputs").isEmpty();
    if (!explained && value.signum() != 0) {
      flaws.add(figure + " is made of nothing");
    }
    String latex = trace.path("formula").path("latex").asString();
    if (latex.equals("\\sum_i \\pm E_i")) {
      BigDecimal sum = BigDecimal.ZERO;
      for (JsonNode part : trace.path("parts")) {
        BigDecimal one = new BigDecimal(part.path("value").asString());
        sum = part.path("sign").asString().equals("-") ? sum.subtract(one) : sum.add(one);
      }
      BigDecimal allowed = ROUNDING.multiply(BigDecimal.valueOf(trace.path("parts").size() + 1L));
      if (sum.subtract(value).abs().compareTo(allowed) > 0) {
        flaws.add(figure + " is " + value + " but its parts sum to " + sum);
      }
    }
  }

  /// Every object of the inventory that names a figure.
  private static void collect(JsonNode node, Deque<Shown> into) {
    if (node.isObject() && node.path("figure").isString()) {
      into.add(Shown.of(node));
    }
    if (node.isContainer()) {
      node.forEach(child -> collect(child, into));
    }
  }

  private record Shown(String figure, String value, String unit) {
    static Shown of(JsonNode node) {
      return new Shown(
          node.path("figure").asString(),
          node.path("value").asString(),
          node.path("unit").asString());
    }
  }
}
