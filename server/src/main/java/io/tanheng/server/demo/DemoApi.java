package io.tanheng.server.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Talks to this very server over HTTP the way a browser does: signs in, keeps the cookie, sends
/// the token with each change.
final class DemoApi implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final String BOUNDARY = "tanheng-demo-boundary";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final JsonMapper json;
  private @Nullable String cookie;
  private @Nullable String token;

  DemoApi(String base, JsonMapper json) {
    this.base = base;
    this.json = json;
  }

  void signIn(String login, String password) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            request("/api/v1/session")
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        json.writeValueAsString(Map.of("login", login, "password", password)))));
    String header =
        answer
            .headers()
            .firstValue("set-cookie")
            .orElseThrow(() -> new IOException("no session cookie for " + login));
    cookie = header.substring(0, header.indexOf(';'));
    token = json.readTree(answer.body()).path("csrfToken").asString();
  }

  JsonNode post(String path) throws IOException, InterruptedException {
    return json.readTree(
        send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")))
            .body());
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return json.readTree(send(request(path).GET()).body());
  }

  JsonNode put(String path, Object body) throws IOException, InterruptedException {
    return json.readTree(
        send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))))
            .body());
  }

  JsonNode upload(String path, String fileName, byte[] content, Map<String, String> fields)
      throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      body.write(part("name=\"" + field.getKey() + "\"", "text/plain; charset=utf-8"));
      body.write((field.getValue() + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
    body.write(
        part(
            "name=\"file\"; filename=\"" + fileName + "\"",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
    body.write(content);
    body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return json.readTree(
        send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())))
            .body());
  }

  private static byte[] part(String disposition, String type) {
    return ("--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; "
            + disposition
            + "\r\nContent-Type: "
            + type
            + "\r\n\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
    if (cookie != null && token != null) {
      request.header("Cookie", cookie).header("X-CSRF-Token", token);
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder builder)
      throws IOException, InterruptedException {
    HttpRequest request = builder.build();
    HttpResponse<String> answer =
        http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() >= 300) {
      throw new IOException(
          request.uri().getPath() + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer;
  }

  @Override
  public void close() {
    http.close();
  }
}
