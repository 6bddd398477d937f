package io.tanheng.server.foundation.identity;

import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.RequestProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Stands before every handler: who is it, may they, and does the page that asks belong to us.
@Component
class PermissionInterceptor implements HandlerInterceptor {
  static final String ENTERPRISE_VARIABLE = "enterpriseId";
  private static final String LIVE = PermissionInterceptor.class.getName() + ".live";
  private static final String SCOPE = PermissionInterceptor.class.getName() + ".scope";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Sessions sessions;

  PermissionInterceptor(Sessions sessions) {
    this.sessions = sessions;
  }

  /// The session of a request that has passed the interceptor.
  static Optional<Sessions.Live> live(HttpServletRequest request) {
    return Optional.ofNullable((Sessions.Live) request.getAttribute(LIVE));
  }

  static Optional<EnterpriseId> scope(HttpServletRequest request) {
    return Optional.ofNullable((EnterpriseId) request.getAttribute(SCOPE));
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)) {
      return true;
    }
    if (method.getBeanType().getName().endsWith("ContainerErrorController")) {
      return true;
    }
    Permission permission = method.getMethodAnnotation(Permission.class);
    if (permission == null) {
      throw new IllegalStateException(method + " states no permission");
    }
    response.setHeader("Cache-Control", "no-store");
    Optional<Sessions.Live> live = SessionCookie.read(request).flatMap(sessions::find);
    live.ifPresent(session -> request.setAttribute(LIVE, session));
    boolean changes = !SAFE.contains(request.getMethod());
    if (changes) {
      requireSameSite(request);
    }
    if (permission.value() == Right.ANYONE) {
      return true;
    }
    Sessions.Live session =
        live.orElseThrow(() -> new ProblemException(IdentityProblem.NOT_SIGNED_IN));
    requireRight(request, session.account(), permission.value());
    if (changes) {
      requireCsrf(request, session);
    }
    return true;
  }

  private static void requireRight(HttpServletRequest request, Account account, Right right) {
    Optional<EnterpriseId> scope = readScope(request);
    Set<Right> rights =
        scope.map(account.grants()::at).orElseGet(() -> account.grants().anywhere());
    if (scope.isPresent()) {
      if (rights.isEmpty()) {
        throw new ProblemException(RequestProblem.NOT_FOUND);
      }
      request.setAttribute(SCOPE, scope.get());
    }
    if (account.mustChangePassword() && !request.getRequestURI().startsWith("/api/v1/session")) {
      throw new ProblemException(IdentityProblem.PASSWORD_CHANGE_NEEDED);
    }
    if (right != Right.SIGNED_IN && !rights.contains(right)) {
      throw new ProblemException(IdentityProblem.NOT_ALLOWED, Map.of("right", right.words()));
    }
  }

  private static Optional<EnterpriseId> readScope(HttpServletRequest request) {
    @SuppressWarnings("unchecked")
    Map<String, String> variables =
        (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    String text = variables == null ? null : variables.get(ENTERPRISE_VARIABLE);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(EnterpriseId.of(text));
    } catch (IllegalArgumentException noId) {
      throw new ProblemException(RequestProblem.NOT_FOUND);
    }
  }

  /// Browsers tell where a request comes from; another site's is refused even without a session.
  private static void requireSameSite(HttpServletRequest request) {
    @Nullable String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      throw new ProblemException(IdentityProblem.CROSS_SITE);
    }
  }

  private static void requireCsrf(HttpServletRequest request, Sessions.Live session) {
    @Nullable String token = request.getHeader("X-CSRF-Token");
    if (token == null || !Secrets.same(token, session.csrf())) {
      throw new ProblemException(IdentityProblem.CSRF);
    }
  }
}
