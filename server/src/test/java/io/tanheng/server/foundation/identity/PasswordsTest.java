package io.tanheng.server.foundation.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanheng.server.foundation.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
  private final Passwords passwords = new Passwords();

  @ParameterizedTest
  @CsvSource({
    "elevenchar1,PASSWORD_TOO_SHORT",
    "xx-zhang.wei-2026,PASSWORD_IS_LOGIN",
    "ZHANG.WEI-and-more,PASSWORD_IS_LOGIN",
    "password1234,PASSWORD_COMMON",
    "!!Password2026!!,PASSWORD_COMMON",
    "Passw0rd,PASSWORD_TOO_SHORT",
    "woaini1314520,PASSWORD_COMMON",
    "aaaaaaaaaaaa,PASSWORD_COMMON",
    "ababababababab,PASSWORD_COMMON",
    "abcdefghijklmn,PASSWORD_COMMON",
    "210987654321,PASSWORD_COMMON",
    "1qaz2wsx3edc,PASSWORD_COMMON",
  })
  void refuses_what_is_easily_guessed(String password, IdentityProblem expected) {
    assertThatThrownBy(() -> passwords.requireGood("zhang.wei", password))
        .isInstanceOfSatisfying(
            ProblemException.class, refused -> assertThat(refused.code()).isEqualTo(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"twelve-chars", "高炉煤气碳排放核算二零二五年度", "Kx7-steamy-otter"})
  void accepts_long_and_uncommon_ones(String password) {
    assertThatCode(() -> passwords.requireGood("zhang.wei", password)).doesNotThrowAnyException();
  }

  @Test
  void counts_characters_not_bytes() {
    assertThatThrownBy(() -> passwords.requireGood("zhang.wei", "高炉煤气碳排放核算"))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void tells_long_passwords_apart_to_their_last_character() {
    String hash = passwords.hash("高".repeat(40) + "甲");

    assertThat(passwords.matches("高".repeat(40) + "甲", hash)).isTrue();
    assertThat(passwords.matches("高".repeat(40) + "乙", hash)).isFalse();
  }

  @Test
  void takes_full_width_and_half_width_writing_for_the_same() {
    assertThat(passwords.matches("ＡＢＣ-steamy-otter", passwords.hash("ABC-steamy-otter"))).isTrue();
  }

  @Test
  void never_stores_the_password_itself() {
    assertThat(passwords.hash("Kx7-steamy-otter"))
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
        .doesNotContain("otter");
  }
}
