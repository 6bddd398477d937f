package io.tanheng.server.foundation.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.ApiFixture;
import io.tanheng.server.ApiTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class WebAppTest {
  @Autowired ApiFixture fixture;

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/index.html", "/login", "/enterprises/7/ledger?year=2025", "/apiary"})
  void answers_paths_of_the_interface_with_its_start_page(String path) {
    Answer answer = fixture.anonymous().get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains("start page of the tests");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-cache");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api", "/api/v1/no-such-thing", "/api/v2/session", "/assets/gone.js", "/no.txt"})
  void answers_what_does_not_exist_with_a_problem(String path) {
    Answer answer = fixture.anonymous().get(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("request.not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../application.yaml",
        "/..%2fapplication.yaml",
        "/%2e%2e/application.yaml",
        "/assets/..%2f..%2fapplication.yaml",
        "/WEB-INF/web.xml"
      })
  void gives_nothing_from_outside_the_folder(String path) {
    Answer answer = fixture.anonymous().get(path);

    assertThat(answer.status()).isBetween(400, 404);
    assertThat(answer.text()).doesNotContain("TANHENG_DB");
  }

  @Test
  void lets_browsers_keep_hashed_files() {
    Answer answer = fixture.anonymous().get("/assets/app-1a2b3c.js");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().firstValue("cache-control").orElseThrow())
        .contains("max-age=31536000", "immutable");
  }

  @Test
  void sends_text_compressed() throws Exception {
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + fixture.port() + "/assets/app-1a2b3c.js"))
                    .header("Accept-Encoding", "gzip")
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());

    assertThat(response.headers().firstValue("content-encoding")).hasValue("gzip");
    assertThat(response.body().length).isLessThan(1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/v1/session", "/api/v1/no-such-thing", "/health"})
  void sets_security_headers_on_every_answer(String path) {
    Answer answer = fixture.anonymous().get(path);

    assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
        .contains("script-src 'self';", "frame-ancestors 'none'");
    assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("server")).isEmpty();
  }

  @Test
  void never_lets_a_browser_keep_an_answer_of_the_api() {
    assertThat(fixture.anonymous().get("/api/v1/session").headers().firstValue("cache-control"))
        .hasValue("no-store");
  }

  @Test
  void tells_its_health_and_nothing_else() {
    Answer health = fixture.anonymous().get("/health");

    assertThat(health.text()).contains("\"status\":\"UP\"").doesNotContain("postgres", "disk");
    for (String path : new String[] {"/env", "/beans", "/metrics", "/actuator", "/heapdump"}) {
      assertThat(fixture.anonymous().get(path).text()).contains("start page of the tests");
    }
  }

  @Test
  void refuses_a_body_over_the_limit_whether_or_not_it_says_so() throws Exception {
    String json = "{\"login\":\"" + "x".repeat((int) BodyLimitFilter.LIMIT) + "\"}";

    Answer announced = fixture.anonymous().post("/api/v1/session", json);
    HttpResponse<String> chunked = postChunked(json);

    assertThat(announced.status()).isEqualTo(413);
    assertThat(announced.code()).isEqualTo("request.too-large");
    assertThat(chunked.statusCode()).isEqualTo(413);
  }

  private HttpResponse<String> postChunked(String json) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + fixture.port() + "/api/v1/session"))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void says_what_is_wrong_with_a_method_or_a_type() {
    Answer method = fixture.anonymous().send("PUT", "/api/v1/session", "{}");
    Answer type = fixture.anonymous().upload("/api/v1/session", "x.txt", new byte[0], Map.of());

    assertThat(method.status()).isEqualTo(405);
    assertThat(type.status()).isEqualTo(415);
    assertThat(type.json().path("detail").asString()).contains("multipart/form-data");
  }
}
