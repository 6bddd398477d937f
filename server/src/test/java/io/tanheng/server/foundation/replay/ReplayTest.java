package io.tanheng.server.foundation.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient;
import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.ApiFixture;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class ReplayTest {
  private static final byte[] CSV = "指标,计量单位,2025-01\n燃煤量,吨,12\n".getBytes(StandardCharsets.UTF_8);

  @Autowired ApiFixture fixture;
  @Autowired JdbcClient jdbc;

  private EnterpriseId enterprise;
  private ApiClient client;
  private final String key = UUID.randomUUID().toString();

  @BeforeEach
  void signIn() {
    enterprise = fixture.enterprise();
    client = fixture.signIn(enterprise, Role.CARBON_MANAGER);
  }

  private Answer define(ApiClient by, String withKey, String label) {
    return by.sendWith(
        "POST",
        "/api/v1/enterprises/" + enterprise + "/parameters",
        """
        {"sheet": "化石燃料", "labels": ["%s"], "name": {"zh": "煤"}, "unit": "吨", "kind": "FLOW",
         "signRule": "NONNEGATIVE", "obtainedBy": "MEASURED", "responsible": "",
         "validFrom": "2024-01-01"}
        """
            .formatted(label),
        "Idempotency-Key",
        withKey);
  }

  @Test
  void the_same_request_again_gets_the_first_answer_and_changes_nothing() {
    Answer first = define(client, key, "煤");
    Answer again = define(client, key, "煤");

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
  }

  @Test
  void another_request_with_the_key_is_refused() {
    define(client, key, "煤");

    Answer other = define(client, key, "焦炭");

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("replay.key-reused");
  }

  @Test
  void a_key_belongs_to_one_person() {
    define(client, key, "煤");

    Answer other = define(fixture.signIn(enterprise, Role.CARBON_MANAGER), key, "焦炭");

    assertThat(other.status()).isEqualTo(201);
  }

  @Test
  void a_refused_request_leaves_its_key_free() {
    Answer refused = define(client, key, "");

    Answer corrected = define(client, key, "煤");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(corrected.status()).isEqualTo(201);
  }

  @Test
  void who_lost_the_right_gets_nothing_replayed() {
    ApiClient verifier = fixture.signIn(enterprise, Role.VERIFIER);

    assertThat(define(verifier, key, "煤").code()).isEqualTo("identity.not-allowed");
  }

  @Test
  void of_the_same_requests_at_once_one_is_done() throws Exception {
    Callable<Answer> send = () -> define(client, key, "煤");
    List<Answer> answers;
    try (ExecutorService people = Executors.newFixedThreadPool(4)) {
      answers =
          people.invokeAll(Stream.generate(() -> send).limit(4).toList()).stream()
              .map(ReplayTest::get)
              .toList();
    }

    assertThat(answers.stream().map(Answer::status).collect(Collectors.toSet()))
        .contains(201)
        .isSubsetOf(201, 409);
    assertThat(answers.stream().filter(answer -> answer.status() == 409))
        .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("replay.in-progress"));
    assertThat(
            client
                .get("/api/v1/enterprises/" + enterprise + "/parameters?year=2025")
                .json()
                .path("items")
                .size())
        .isEqualTo(1);
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void the_same_upload_again_makes_no_second_import() {
    Answer first = upload("2025");
    Answer again = upload("2025");
    Answer otherYear = upload("2024");

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
    assertThat(otherYear.code()).isEqualTo("replay.key-reused");
  }

  private Answer upload(String year) {
    return client.uploadWith(
        "/api/v1/enterprises/" + enterprise + "/imports",
        "台账.csv",
        CSV,
        Map.of("year", year),
        Map.of("Idempotency-Key", key));
  }

  @Test
  void an_answer_is_forgotten_after_a_day() {
    define(client, key, "煤");
    jdbc.sql(
            "update replay.answer set claimed_at = claimed_at - interval '25 hours'"
                + " where idempotency_key = :key")
        .param("key", key)
        .update();

    assertThat(define(client, key, "焦炭").status()).isEqualTo(201);
  }

  @Test
  void a_key_of_the_wrong_form_is_refused() {
    assertThat(define(client, "short", "煤").code()).isEqualTo("replay.key-format");
  }
}
