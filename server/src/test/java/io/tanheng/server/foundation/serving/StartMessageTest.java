package io.tanheng.server.foundation.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiTest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class StartMessageTest {
  @Autowired StartMessage message;

  @Test
  void names_the_address_and_the_one_time_token_in_both_languages() {
    String text = message.text("http://127.0.0.1:8080", Optional.of("the-token"));

    assertThat(text)
        .contains("http://127.0.0.1:8080/setup", "the-token", "一次性口令", "one-time token");
  }

  @Test
  void says_nothing_of_a_token_once_there_is_an_administrator() {
    String text = message.text("http://127.0.0.1:8080", Optional.empty());

    assertThat(text).contains("http://127.0.0.1:8080").doesNotContain("/setup", "演示账号");
  }
}
