package io.tanheng.formula;

import static io.tanheng.formula.FormulaFixture.SCOPE;
import static io.tanheng.formula.FormulaFixture.UNITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.testkit.MessageParity;
import io.tanheng.units.Problem;
import io.tanheng.units.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Bad formulas and exactly what the user reads about them, in both languages.
///
/// `bad-formulas.txt` holds the cases: after `###` the expected unit (or `-`) and the formula, then
/// what is reported: the Chinese text, and the English text with place and caret.
class FormulaProblemsTest {

  record Case(String formula, String unit, String expected) {
    @Override
    public String toString() {
      return formula;
    }
  }

  static List<Case> cases() throws IOException {
    try (InputStream in = FormulaProblemsTest.class.getResourceAsStream("bad-formulas.txt")) {
      String file = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      List<Case> cases = new ArrayList<>();
      for (String part : file.split("(?m)^### ", -1)) {
        if (!part.isBlank()) {
          String[] headAndRest = part.split("\n", 2);
          String[] unitAndFormula = headAndRest[0].split(" \\| ", 2);
          cases.add(
              new Case(
                  unitAndFormula[1].replace("⏎", "\n"), unitAndFormula[0], headAndRest[1].strip()));
        }
      }
      return cases;
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tells_everything_that_is_wrong_and_where(Case bad) {
    assertThat(report(problems(bad))).isEqualTo(bad.expected());
  }

  @Test
  void shows_every_problem_there_is() throws IOException {
    Set<ProblemCode> shown =
        cases().stream()
            .flatMap(bad -> problems(bad).stream())
            .map(Problem::code)
            .collect(Collectors.toCollection(HashSet::new));

    assertThat(shown).contains(FormulaProblem.values());
  }

  @Test
  void every_problem_has_words_in_both_languages() {
    var keys = Stream.of(FormulaProblem.values()).map(ProblemCode::key).toList();

    assertThat(MessageParity.flaws(FormulaProblem.class, keys)).isEmpty();
  }

  @Test
  void points_into_the_file_in_which_the_formula_stands() {
    var source = new SourceText("method.yaml", 12, 14, "FC * FX");

    Problem problem =
        Formula.parse(source)
            .flatMap(expression -> Formula.check(expression, SCOPE))
            .problems()
            .getFirst();

    assertThat(problem.render(Locale.ENGLISH))
        .isEqualTo(
            """
            method.yaml:12:19: The symbol "FX" is not defined. Was one of these meant: FC?
                           FC * FX
                                ^^\
            """);
  }

  private static List<Problem> problems(Case bad) {
    var parsed = Formula.parse(FormulaFixture.source(bad.formula()));
    var checked =
        bad.unit().equals("-")
            ? parsed.flatMap(expression -> Formula.check(expression, SCOPE))
            : parsed.flatMap(
                expression -> Formula.check(expression, SCOPE, UNITS.require(bad.unit())));
    return checked.problems();
  }

  private static String report(List<Problem> problems) {
    return problems.stream()
        .map(problem -> problem.text().zh() + "\n" + problem.render(Locale.ENGLISH))
        .collect(Collectors.joining("\n"));
  }
}
