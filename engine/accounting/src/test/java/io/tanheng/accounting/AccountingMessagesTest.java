package io.tanheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.testkit.MessageParity;
import io.tanheng.units.ProblemCode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccountingMessagesTest {

  @Test
  void every_problem_has_words_in_both_languages() {
    var keys = Stream.of(AccountingProblem.values()).map(ProblemCode::key).toList();

    assertThat(MessageParity.flaws(AccountingProblem.class, keys)).isEmpty();
  }
}
