package io.tanheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.testkit.MessageParity;
import io.tanheng.units.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TanhengTest {

  private static final String CASE =
      """
      [{"method": "%s", "case": "coke",
        "inputs": {"fossil-fuel-combustion": [{"item": "coke", "fuel": "coke", "FC": {"value": "100", "unit": "%s"}}]},
        "expected": {"fossil-fuel-combustion": "%s", "total": "%s"}}]
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void prints_results_as_json_and_ends_well() throws IOException {
    int status = run("calc", file("gbt-32151-5@2015", "t", "286.162597", "286.162597"), "--check");

    assertThat(err()).contains("1 cases, 2 figures compared, 0 differ");
    assertThat(status).isZero();
    assertThat(out())
        .contains("\"method\": \"gbt-32151-5@2015\"")
        .contains("\"fossil-fuel-combustion\": \"286.162597\"")
        .contains("\"problems\": []");
  }

  @Test
  void ends_badly_when_a_figure_differs_and_says_which() throws IOException {
    int status = run("calc", file("gbt-32151-5@2015", "t", "286.162598", "286.162597"), "--check");

    assertThat(status).isEqualTo(1);
    assertThat(err()).contains("\"fossil-fuel-combustion\" should be 286.162598, is 286.162597");
  }

  @Test
  void does_not_compare_without_being_asked() throws IOException {
    assertThat(run("calc", file("gbt-32151-5@2015", "t", "1", "1"))).isZero();
  }

  @Test
  void a_refused_case_ends_badly_with_a_place_and_a_caret() throws IOException {
    int status = run("calc", file("gbt-32151-5@2015", "MWh", "1", "1"));

    assertThat(status).isEqualTo(1);
    assertThat(out()).contains("\"code\": \"accounting.unit-differs\"");
    assertThat(err()).contains("cases.json:2:").contains("^");
  }

  @Test
  void an_unknown_method_is_a_problem_with_suggestions_in_the_language_asked_for()
      throws IOException {
    int status = run("calc", file("gbt-32151-5@2014", "t", "1", "1"), "--lang", "zh");

    assertThat(status).isEqualTo(1);
    assertThat(err()).contains("没有核算方法“gbt-32151-5@2014”。是否为：gbt-32151-5@2015");
  }

  @Test
  void explains_a_result_down_to_the_factor_and_its_source() throws IOException {
    run("calc", file("gbt-32151-5@2015", "t", "1", "1"), "--explain");

    assertThat(err())
        .contains("E = FC × C × OF × 44/12")
        .contains("C = NCV × CC")
        .contains("default of common/fuels/first-batch-2013#coke.NCV")
        .contains("verified");
    assertThat(out()).contains("\"trace\"");
  }

  @Test
  void lints_the_packaged_standards_and_their_examples() {
    assertThat(run("lint")).isZero();
    assertThat(err()).contains(" 0 problems");
  }

  @Test
  void shows_the_results_in_a_view_with_the_way_back_to_the_method() throws IOException {
    int status =
        run(
            "calc",
            file("gbt-32151-5@2015", "t", "286.162597", "286.162597"),
            "--view",
            "iso-14064-1-2018");

    assertThat(status).isZero();
    assertThat(out())
        .contains("\"view\": \"views/iso-14064-1-2018\"")
        .contains("\"methodTotal\": \"286.162597\"");
    assertThat(run("calc", "x.json", "--view", "scope-4")).isEqualTo(2);
    assertThat(err()).contains("There is no view \"scope-4\"").contains("views/gbt-32150");
  }

  @Test
  void estimates_uncertainty_the_same_way_for_the_same_seed() throws IOException {
    Path file = folder.resolve("uncertain.json");
    Files.writeString(
        file,
        CASE.formatted("gbt-32151-5@2015", "t", "1", "1")
            .replace(
                "\"expected\"",
                """
                "uncertainty": {"rules": [{"id": "scale", "symbol": "FC", "percent": "2",
                  "shape": "normal", "shared": "item", "basis": "class"}]},
                "expected\"\
                """));

    int status = run("uncertainty", file.toString(), "--trials", "20000", "--seed", "7");
    String first = out();
    out.reset();
    run("uncertainty", file.toString(), "--trials", "20000", "--seed", "7");

    assertThat(status).isZero();
    assertThat(err()).contains("uncertainty 2.00000 % (propagated)").contains("scale");
    assertThat(out()).isEqualTo(first).contains("\"trials\": \"20000\"");
    assertThat(run("uncertainty", file.toString(), "--trials", "many")).isEqualTo(2);
  }

  @Test
  void points_at_what_is_wrong_in_a_statement_of_uncertainty() throws IOException {
    Path file = folder.resolve("wrong.json");
    Files.writeString(
        file,
        CASE.formatted("gbt-32151-5@2015", "t", "1", "1")
            .replace(
                "\"expected\"",
                "\"uncertainty\": {\"rules\": [{\"id\": \"scale\", \"percent\": \"two\"}]},"
                    + " \"expected\""));

    assertThat(run("uncertainty", file.toString())).isEqualTo(1);
    assertThat(err()).contains("\"two\" is no decimal number").contains("\"shape\" must be normal");
  }

  @Test
  void a_wrong_command_has_its_own_status() {
    assertThat(run("calculate")).isEqualTo(2);
    assertThat(run("calc")).isEqualTo(2);
    assertThat(run("calc", "x.json", "--fast")).isEqualTo(2);
    assertThat(run("lint", folder.toString())).isEqualTo(2);
  }

  @Test
  void a_file_without_cases_ends_badly() throws IOException {
    assertThat(run("calc", content("[]"), "--check")).isEqualTo(1);
    assertThat(err()).contains("holds no case");
  }

  @Test
  void a_case_that_expects_nothing_is_not_checked_silently() throws IOException {
    String file =
        content(
            CASE.formatted("gbt-32151-5@2015", "t", "1", "1")
                .replaceAll(",\\s*\"expected\".*}}", "}"));

    assertThat(run("calc", file)).isZero();
    assertThat(run("calc", file, "--check")).isEqualTo(1);
    assertThat(err()).contains("\"coke\" says nothing of what is expected");
  }

  @Test
  void an_unknown_field_is_named_with_its_place() throws IOException {
    String file =
        content(
            CASE.formatted("gbt-32151-5@2015", "t", "1", "1")
                .replace("\"expected\"", "\"expectd\""));

    assertThat(run("calc", file)).isEqualTo(1);
    assertThat(err())
        .contains("cases.json:3:")
        .contains("\"expectd\" is not known")
        .contains("expected,");
  }

  @Test
  void a_negative_consumption_is_refused_where_it_is_impossible() throws IOException {
    String file =
        content(
            """
            [{"method": "mee-power@2022", "case": "balance", "inputs": {"fossil-fuel-combustion": [
              {"item": "diesel", "fuel": "diesel", "Q_in": {"value": "1", "unit": "t"},
               "S_close": {"value": "3", "unit": "t"}}]}}]
            """);

    assertThat(run("calc", file, "--lang", "zh")).isEqualTo(1);
    assertThat(err()).contains("按“购销存平衡”").contains("算得-2 t，不能为负");
  }

  @Test
  void units_are_named_as_people_write_them() throws IOException {
    String file =
        content(
            """
            [{"method": "gbt-32151-5@2015", "case": "unit", "inputs": {"fossil-fuel-combustion": [
              {"item": "coke", "fuel": "coke", "FC": {"value": "1", "unit": "万kWh"}}]}}]
            """);

    run("calc", file, "--lang", "zh");

    assertThat(err()).contains("万kWh（").doesNotContain("10^4 kWh（");
  }

  @Test
  void a_missing_file_is_named() {
    assertThat(run("calc", folder.resolve("none.json").toString())).isEqualTo(1);
    assertThat(err()).contains("none.json").contains("cannot be read");
  }

  @Test
  void every_problem_has_words_in_both_languages() {
    var keys = Stream.of(CliProblem.values()).map(ProblemCode::key).toList();

    assertThat(MessageParity.flaws(CliProblem.class, keys)).isEmpty();
  }

  private String file(String method, String unit, String source, String total) throws IOException {
    return content(CASE.formatted(method, unit, source, total));
  }

  private String content(String text) throws IOException {
    Path file = folder.resolve("cases.json");
    Files.writeString(file, text);
    return file.toString();
  }

  private int run(String... words) {
    var tanheng =
        new Tanheng(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Locale.ENGLISH);
    return tanheng.run(words);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
