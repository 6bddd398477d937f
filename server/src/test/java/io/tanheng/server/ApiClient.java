package io.tanheng.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A caller of the API in tests: keeps its cookie and sends the CSRF token with every change.
public final class ApiClient {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final int port;
  private @Nullable String cookie;
  private @Nullable String csrf;
  private String language = "zh-CN";

  public ApiClient(int port) {
    this.port = port;
  }

  /// An answer of the server.
  public record Answer(int status, HttpHeaders headers, byte[] bytes) {
    public JsonNode json() {
      return JSON.readTree(bytes);
    }

    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    /// The code of a problem, or an empty text.
    public String code() {
      return headers.firstValue("content-type").orElse("").startsWith("application/problem+json")
          ? json().path("code").asString("")
          : "";
    }
  }

  public ApiClient in(String newLanguage) {
    language = newLanguage;
    return this;
  }

  public Answer signIn(String login, String password) {
    Answer answer =
        post(
            "/api/v1/session",
            JSON.writeValueAsString(Map.of("login", login, "password", password)));
    remember(answer);
    return answer;
  }

  /// Takes over the session of an answer to log-in, password change or set-up.
  public void remember(Answer answer) {
    answer
        .headers()
        .firstValue("set-cookie")
        .ifPresent(header -> cookie = header.substring(0, header.indexOf(';')));
    if (answer.status() == 200) {
      csrf = answer.json().path("csrfToken").asString(null);
    }
  }

  public @Nullable String cookie() {
    return cookie;
  }

  public ApiClient withCookie(@Nullable String newCookie) {
    cookie = newCookie;
    return this;
  }

  public ApiClient withCsrf(@Nullable String token) {
    csrf = token;
    return this;
  }

  public Answer get(String path) {
    return send(request("GET", path, HttpRequest.BodyPublishers.noBody()));
  }

  public Answer post(String path, String json) {
    return send(json(request("POST", path, HttpRequest.BodyPublishers.ofString(json))));
  }

  public Answer post(String path, long version, String json) {
    return send(
        json(request("POST", path, HttpRequest.BodyPublishers.ofString(json)))
            .header("If-Match", "\"" + version + "\""));
  }

  public Answer put(String path, String json) {
    return send(json(request("PUT", path, HttpRequest.BodyPublishers.ofString(json))));
  }

  public Answer patch(String path, long version, String json) {
    return send(
        json(request("PATCH", path, HttpRequest.BodyPublishers.ofString(json)))
            .header("If-Match", "\"" + version + "\""));
  }

  public Answer delete(String path, long version) {
    return send(
        request("DELETE", path, HttpRequest.BodyPublishers.noBody())
            .header("If-Match", "\"" + version + "\""));
  }

  public Answer send(String method, String path, @Nullable String json) {
    return json == null
        ? send(request(method, path, HttpRequest.BodyPublishers.noBody()))
        : send(json(request(method, path, HttpRequest.BodyPublishers.ofString(json))));
  }

  public Answer sendWith(String method, String path, String json, String header, String value) {
    return send(
        json(request(method, path, HttpRequest.BodyPublishers.ofString(json)))
            .header(header, value));
  }

  /// A form with one file under `file` and further text fields.
  public Answer upload(String path, String fileName, byte[] content, Map<String, String> fields) {
    return uploadWith(path, fileName, content, fields, Map.of());
  }

  /// The same with further headers.
  public Answer uploadWith(
      String path,
      String fileName,
      byte[] content,
      Map<String, String> fields,
      Map<String, String> headers) {
    String boundary = "tanheng-test-boundary";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach((name, value) ->
        write(
            body,
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(boundary, name, value)
                .getBytes(StandardCharsets.UTF_8)));
    write(
        body,
        ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n")
            .formatted(boundary, fileName)
            .getBytes(StandardCharsets.UTF_8));
    write(body, content);
    write(body, ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        request("POST", path, HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary);
    headers.forEach(request::header);
    return send(request);
  }

  /// A form as it is, with the boundary `b`.
  public Answer form(String path, String body) {
    return send(
        request("POST", path, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "multipart/form-data; boundary=b"));
  }

  private HttpRequest.Builder request(String method, String path, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, body)
            .header("Accept-Language", language);
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    if (csrf != null && !method.equals("GET")) {
      request.header("X-CSRF-Token", csrf);
    }
    return request;
  }

  private static HttpRequest.Builder json(HttpRequest.Builder request) {
    return request.header("Content-Type", "application/json");
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void write(ByteArrayOutputStream out, byte[] bytes) {
    out.write(bytes, 0, bytes.length);
  }
}
