package io.tanheng.units;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourcePositionTest {

  @Test
  void shows_a_short_line_whole_with_carets_below_wide_characters() {
    var position = new SourcePosition("a.yaml", 1, 4, 2, "单位: t");

    assertThat(new SourcePosition("a.yaml", 1, 1, 2, "单位: t").picture()).isEqualTo("单位: t\n^^^^");
    assertThat(position.picture()).isEqualTo("单位: t\n     ^^");
  }

  @Test
  void shows_only_the_surroundings_in_a_long_line() {
    String line = "x".repeat(1_000_000) + "WRONG" + "y".repeat(1_000_000);

    String[] picture = new SourcePosition("a.json", 1, 1_000_001, 5, line).picture().split("\n");

    assertThat(picture[0]).hasSizeLessThan(130).startsWith("…x").endsWith("y…");
    assertThat(picture[1].indexOf('^')).isEqualTo(picture[0].indexOf("WRONG"));
    assertThat(picture[1].strip()).isEqualTo("^^^^^");
  }

  @Test
  void points_behind_the_end_of_a_long_line() {
    String line = "x".repeat(500);

    assertThat(new SourcePosition("a.json", 1, 501, 1, line).picture())
        .endsWith("x\n" + " ".repeat(61) + "^");
  }
}
