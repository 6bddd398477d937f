package io.tanheng.units;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.testkit.MessageParity;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnitsMessagesTest {

  @Test
  void every_problem_has_words_in_both_languages() {
    var keys = Stream.of(UnitsProblem.values()).map(ProblemCode::key).toList();

    assertThat(MessageParity.flaws(UnitsProblem.class, keys)).isEmpty();
  }

  @Test
  void derives_the_key_from_the_constant() {
    assertThat(UnitsProblem.UNKNOWN_UNIT.key()).isEqualTo("units.unknown-unit");
  }

  @Test
  void shows_the_line_with_a_caret_below_wide_characters_too() {
    var position = new SourcePosition("方法.yaml", 3, 6, 2, "名称: “吨吨” # x");

    String report = Problem.of(UnitsProblem.NO_UNIT).at(position).render(Locale.ENGLISH);

    assertThat(report.lines().toList())
        .containsExactly(
            "方法.yaml:3:6: The unit is missing. Write one, such as t, 10^4 Nm3 or MWh; for a ratio write % or 1.",
            "  名称: “吨吨” # x", "         ^^^^");
  }
}
