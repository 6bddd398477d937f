package io.tanheng.server.operate.intake.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormulaTextTest {
  @Test
  void finds_cells_areas_and_other_sheets() {
    assertThat(FormulaText.references("SUM(F16:Q16)+'电力 热力'!E5+化验数据!$Q$8", "甲"))
        .extracting(reference -> reference.sheet() + "!" + reference.region())
        .containsExactly("甲!F16:Q16", "电力 热力!E5", "化验数据!Q8");
  }

  @Test
  void takes_neither_functions_nor_texts_nor_names_for_cells() {
    assertThat(FormulaText.references("LOG10(2)&\"A1\"+RATE_B2", "甲")).isEmpty();
  }

  @Test
  void shifts_only_what_is_relative() {
    assertThat(FormulaText.shift("$A1+B$2+C3", 2, 1)).isEqualTo("$A3+C$2+D5");
    assertThat(FormulaText.shift("A1", -1, 0)).isEqualTo("#REF!");
  }

  @Test
  void reads_signed_sums_and_nothing_else() {
    assertThat(FormulaText.signedSum("F11+G7-G8", "甲").orElseThrow())
        .extracting(cell -> (cell.plus() ? "+" : "-") + cell.ref())
        .containsExactly("+F11", "+G7", "-G8");
    assertThat(FormulaText.signedSum("SUM(A1:A2)", "甲")).isEmpty();
    assertThat(FormulaText.signedSum("A1*2+B1", "甲")).isEmpty();
  }

  @Test
  void names_columns_beyond_z() {
    assertThat(CellRef.letters(26) + CellRef.letters(27) + CellRef.letters(703))
        .isEqualTo("ZAAAAA");
    assertThat(CellRef.parse("AA10")).contains(new CellRef(10, 27));
    assertThat(CellRef.parse("10A")).isEmpty();
  }
}
