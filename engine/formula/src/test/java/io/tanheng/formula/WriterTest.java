package io.tanheng.formula;

import static io.tanheng.formula.FormulaFixture.compiled;
import static io.tanheng.formula.FormulaFixture.quantity;
import static io.tanheng.formula.FormulaFixture.source;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FC*NCV*CC*OF*44[tCO2]/12[tC] | FC × NCV × CC × OF × 44/12",
        "C_ad*(1-M_ar)/(1-M_ad)       | C_ad × (1 - M_ar) / (1 - M_ad)",
        "Ma_st*(En_st-83.74[kJ/kg])   | Ma_st × (En_st - 83.74 kJ/kg)",
        "a/b/c                        | a / b / c",
        "a/(b*c)                      | a / (b × c)",
        "a-(b - c)                    | a - (b - c)",
        "(a+b)*c                      | (a + b) × c",
        "a*-b                         | a × (-b)",
        "FC/22.4[t]                   | FC / (22.4 t)",
        "if(a>b,1,0)                  | if(a > b, 1, 0)",
        "sum(n: V[n]*CN[n])           | Σn(V[n] × CN[n])",
        "（a＋b）× 2 ÷ c                | (a + b) × 2 / c",
      })
  void writes_text_for_people(String formula, String expected) {
    assertThat(Formula.parse(source(formula.replace('＋', '+'))).require().toText())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FC*OF*44[tCO2]/12[tC]      | \\mathit{FC} \\times \\mathit{OF} \\times \\frac{44}{12}",
        "C_ad*(1-M_ar)/(1-M_ad)     | \\frac{C_{\\mathrm{ad}} \\times \\left(1 - M_{\\mathrm{ar}}\\right)}{1 - M_{\\mathrm{ad}}}",
        "eta*mu                     | \\eta \\times \\mu",
        "En_st-83.74[kJ/kg]         | \\mathit{En}_{\\mathrm{st}} - 83.74\\,\\mathrm{kJ/kg}",
        "sum(k: w_CaO[k])           | \\sum_{k} \\left(w_{\\mathrm{CaO},k}\\right)",
        "min(a,b)+max(b,c)          | \\min\\left(a, b\\right) + \\max\\left(b, c\\right)",
        "if(a > b, 1, 2)            | \\begin{cases}1 & a > b \\\\ 2 & a \\le b\\end{cases}",
        "fossil-fuel-combustion     | \\text{fossil-fuel-combustion}",
      })
  void writes_latex(String formula, String expected) {
    assertThat(Formula.parse(source(formula)).require().toLatex(Map.of())).isEqualTo(expected);
  }

  @Test
  void takes_the_latex_of_a_name_from_the_caller() {
    assertThat(Formula.parse(source("AD * EF")).require().toLatex(Map.of("AD", "\\text{活动数据}")))
        .isEqualTo("\\text{活动数据} \\times \\mathit{EF}");
  }

  @Test
  void puts_values_in() {
    Compiled formula = compiled("FC * NCV", "GJ");
    Inputs inputs =
        formula.inputs().set("FC", quantity("-98000", "t")).set("NCV", quantity("33.453", "GJ/t"));

    assertThat(formula.substitutedText(inputs)).isEqualTo("(-98000 t) × 33.453 GJ/t");
    assertThat(formula.substitutedLatex(inputs))
        .isEqualTo("\\left(-98000\\,\\mathrm{t}\\right) \\times 33.453\\,\\mathrm{GJ/t}");
  }

  @Test
  void lists_the_names_a_formula_uses() {
    Expression formula = Formula.parse(source("sum(n: V[n] * CN[n]) * FC / GAS + FC")).require();

    assertThat(formula.symbols()).containsExactly("FC", "GAS");
    assertThat(formula.families()).containsExactly("V", "CN");
  }
}
