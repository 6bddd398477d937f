package io.tanheng.server.operate.intake.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.testkit.MessageParity;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntakeTextTest {
  @Test
  void every_problem_speaks_both_languages_with_the_same_places() {
    List<String> codes = Arrays.stream(IntakeProblem.values()).map(IntakeProblem::key).toList();

    assertThat(MessageParity.flaws(IntakeProblem.class, codes)).isEmpty();
  }
}
