package io.tanheng.server.plan.organization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
  @ParameterizedTest
  @ValueSource(strings = {"91420000MAFAKE019M", "91420000MAFAKE027G", "91420000MAFAKE035B"})
  void accepts_a_code_with_its_check_digit(String code) {
    assertThat(CreditCode.isValid(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "91420000MAFAKE019N",
        "91420000MAFAKE091M",
        "91420000MAFAKE01",
        "91420000MAFAKEI19M"
      })
  void refuses_a_slip(String code) {
    assertThat(CreditCode.isValid(code)).isFalse();
  }
}
