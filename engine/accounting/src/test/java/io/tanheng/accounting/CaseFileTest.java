package io.tanheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.standard.Standards;
import io.tanheng.units.Problem;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CaseFileTest {

  @Test
  void points_at_the_place_of_a_syntax_error() {
    List<Problem> problems = CaseFile.read("x.json", "[\n {\"method\": }\n]").problems();

    assertThat(problems.getFirst().render(Locale.ENGLISH))
        .isEqualTo(
            "x.json:2:13: This is no valid JSON: a value is expected\n"
                + "   {\"method\": }\n"
                + "              ^");
  }

  @Test
  void points_at_the_value_a_row_is_refused_for() {
    String text =
        """
        [{"method": "gbt-32151-5@2015", "case": "c", "inputs": {"electrode": [
          {"item": "ladle", "P": {"value": "12", "unit": "GJ"}}
        ]}}]
        """;

    var edition = Standards.packaged().edition("gbt-32151-5@2015").require();
    Outcome outcome = CaseFile.read("x.json", text).require().getFirst().run(edition);

    Problem problem = ((Outcome.Refused) outcome).problems().getFirst();
    assertThat(problem.code()).isEqualTo(AccountingProblem.UNIT_DIFFERS);
    assertThat(problem.position().orElseThrow().place()).isEqualTo("x.json:2:26");
  }

  @Test
  void takes_numbers_as_they_are_written_and_refuses_what_is_none() {
    String text =
        """
        [{"method": "m@1", "case": "c", "inputs": {"s": [
          {"A": {"value": 0.10000000000000000001, "unit": "t"}, "B": {"value": "1,5", "unit": "t"}}
        ]}}]
        """;

    Case read = CaseFile.read("x.json", text).require().getFirst();

    assertThat(read.input().rows().get("s").getFirst().quantities().get("A").quantity().text())
        .isEqualTo("≈0.1 t");
    assertThat(read.input().rows().get("s").getFirst().quantities().get("A").quantity().value())
        .hasToString("0.10000000000000000001");
    assertThat(read.problems())
        .extracting(Problem::code)
        .containsExactly(AccountingProblem.NOT_A_NUMBER);
  }

  @Test
  void refuses_a_file_that_is_no_list_of_cases() {
    assertThat(CaseFile.read("x.json", "{}").problems())
        .extracting(Problem::code)
        .containsExactly(AccountingProblem.INVALID_SHAPE);
  }
}
