package io.tanheng.server.operate.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportSheetTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\tx",
        "\r=x",
        "+",
        "=HYPERLINK(1)"
      })
  void a_text_that_begins_like_a_formula_stays_a_text(String text) {
    assertThat(ExportSheet.harmless(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @CsvSource({"-12.5", "+3", "E / P", "焦炭", "''"})
  void numbers_and_other_texts_stay_as_they_are(String text) {
    assertThat(ExportSheet.harmless(text)).isEqualTo(text);
  }
}
