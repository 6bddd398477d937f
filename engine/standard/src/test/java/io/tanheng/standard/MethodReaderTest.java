package io.tanheng.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.units.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MethodReaderTest {

  private static final String GOOD =
      """
      id: works@1
      number: WORKS 1
      title: {zh: 工厂, en: Works}
      sector: test
      status: in-force
      gases: [CO2]
      examples: [examples/cases.json]
      citations:
        OWN: {title: {zh: 自有, en: own}, confidence: verified}
      factorSets:
        - {id: own, name: {zh: 自有, en: own}, tables: {fuel: tables/fuels}}
      sources:
        - key: burning
          name: {zh: 燃烧, en: Burning}
          category: fuel
          citation: {ref: OWN, confidence: recalled}
          unit: tCO2
          formula: M * C * 44[tCO2]/12[tC]
          labels:
            fuel: {table: tables/fuels}
          inputs:
            M: {unit: t, name: {zh: 质量, en: mass}}
            C: {unit: tC/t, name: {zh: 含碳量, en: carbon}, default: [{set: fuel, column: C}]}
      totals:
        - {key: total, name: {zh: 合计, en: Total}, unit: tCO2, level: enterprise, plus: [burning]}
      """;

  private static final String TABLE =
      """
      table: tables/fuels
      title: {zh: 燃料, en: Fuels}
      by: fuel
      columns:
        C: {unit: tC/t, name: {zh: 含碳量, en: carbon}}
      rows:
        - {id: wood, name: {zh: 木, en: wood}, C: "0.5", source: OWN, confidence: verified}
      """;

  @TempDir private Path root;

  @Test
  void reads_a_good_edition() throws IOException {
    assertThat(problems(GOOD, TABLE)).isEmpty();
  }

  @Test
  void points_at_the_part_of_a_formula_whose_units_do_not_fit_in_both_languages()
      throws IOException {
    List<Problem> problems =
        read(GOOD.replace("formula: M * C * 44", "formula: M + C * 44"), TABLE);

    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().render(Locale.ENGLISH))
        .contains("works/1/method.yaml:18:16: ")
        .contains("      formula: M + C * 44[tCO2]/12[tC]\n")
        .endsWith(" ".repeat(17) + "^");
    assertThat(problems.getFirst().text().zh()).isNotEqualTo(problems.getFirst().text().en());
  }

  @Test
  void finds_every_problem_of_a_file_in_one_pass() throws IOException {
    String bad =
        GOOD.replace("status: in-force", "status: valid")
            .replace("sector: test", "sektor: test")
            .replace(
                "unit: tC/t, name: {zh: 含碳量, en: carbon}, default",
                "unit: tC/x, name: {zh: 含碳量, en: carbon}, default")
            .replace("plus: [burning]", "plus: [burnin]")
            .replace("examples/cases.json", "examples/missing.json");

    assertThat(problems(bad, TABLE))
        .contains(
            "standard.bad-value",
            "standard.key-missing",
            "standard.unknown-key",
            "units.unknown-unit",
            "standard.cyclic-total",
            "standard.example-missing");
  }

  @Test
  void names_the_known_keys_beside_an_unknown_one() throws IOException {
    List<Problem> problems =
        read(GOOD.replace("    unit: tCO2\n", "    unit: tCO2\n    colour: red\n"), TABLE);

    assertThat(problems.getFirst().render(Locale.ENGLISH))
        .startsWith(
            root
                + "/works/1/method.yaml:18:5: \"colour\" is not known here. Known: category,"
                + " citation,")
        .endsWith("      colour: red\n      ^^^^^^");
  }

  @Test
  void refuses_a_default_in_a_unit_of_another_kind() throws IOException {
    assertThat(problems(GOOD, TABLE.replace("unit: tC/t", "unit: tCO2/t")))
        .containsExactly("standard.units-differ");
  }

  @Test
  void refuses_a_citation_nobody_declared() throws IOException {
    assertThat(problems(GOOD.replace("ref: OWN", "ref: OTHER"), TABLE))
        .containsExactly("standard.unknown-reference");
  }

  @Test
  void refuses_a_key_that_occurs_twice() throws IOException {
    assertThat(problems(GOOD + "sector: again\n", TABLE)).contains("standard.duplicate-key");
  }

  @Test
  void refuses_an_input_no_formula_uses() throws IOException {
    String bad =
        GOOD.replace(
            "      C: {unit", "      D: {unit: t, name: {zh: 多余, en: spare}}\n      C: {unit");

    assertThat(problems(bad, TABLE)).containsExactly("standard.input-unused");
  }

  @Test
  void says_where_the_yaml_itself_is_broken() throws IOException {
    List<Problem> problems = read(GOOD.replace("gases: [CO2]", "gases: [CO2"), TABLE);

    assertThat(problems.getFirst().code()).isEqualTo(StandardProblem.INVALID_YAML);
    assertThat(problems.getFirst().position().orElseThrow().line()).isEqualTo(7);
  }

  private List<String> problems(String method, String table) throws IOException {
    return read(method, table).stream().map(p -> p.code().key()).toList();
  }

  private List<Problem> read(String method, String table) throws IOException {
    write("common/symbols.yaml", "symbols: {}\n");
    write("common/citations.yaml", "citations: {}\n");
    write("works/1/method.yaml", method);
    write("works/1/tables/fuels.yaml", table);
    write("works/1/examples/cases.json", "[]");
    return Standards.in(root).edition("works@1").problems();
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
