package io.tanheng.server.foundation.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// The cookie that carries the session token. `Secure` whenever the request came over TLS.
final class SessionCookie {
  static final String NAME = "TANHENG_SESSION";

  private SessionCookie() {}

  static Optional<String> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(NAME) && cookie.getValue().length() <= 128) {
        return Optional.of(cookie.getValue());
      }
    }
    return Optional.empty();
  }

  static void write(HttpServletRequest request, HttpServletResponse response, String token) {
    set(request, response, token, IdentityLimits.SESSION_TOTAL);
  }

  static void clear(HttpServletRequest request, HttpServletResponse response) {
    set(request, response, "", Duration.ZERO);
  }

  private static void set(
      HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
    ResponseCookie cookie =
        ResponseCookie.from(NAME, value)
            .path("/")
            .httpOnly(true)
            .sameSite("Lax")
            .secure(request.isSecure())
            .maxAge(age)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
