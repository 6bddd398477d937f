package io.tanheng.server.foundation.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes a problem where no handler is reached: in filters and on the container's error page.
@Component
public class ProblemWriter {
  private final JsonMapper json;

  ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  public void write(
      HttpServletRequest request, HttpServletResponse response, ProblemException refused)
      throws IOException {
    response.setStatus(ProblemStatus.of(refused.code().kind()).value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.getOutputStream().write(body(refused, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
  }

  /// The body alone, in the language a caller prefers.
  public byte[] body(ProblemException refused, @Nullable String acceptLanguage) {
    return json.writeValueAsBytes(ProblemResponse.of(refused, Language.ofHeader(acceptLanguage)));
  }
}
