package io.tanheng.server.foundation.replay;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Caller;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets the first request with a key through and answers every later one from what was kept.
///
/// Runs after the permission check: who lost the right gets nothing replayed. Keys belong to an
/// account. Sessions and set-up take no part, because their answers carry secrets.
@Component
class ReplayInterceptor implements HandlerInterceptor {
  static final String KEY = "Idempotency-Key";
  static final String REPLAYED = "Idempotency-Replayed";
  static final String CLAIM = ReplayInterceptor.class.getName() + ".claim";
  static final String BODY = ReplayInterceptor.class.getName() + ".body";

  /// How long an answer is kept.
  static final Duration KEPT = Duration.ofHours(24);

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{8,100}");
  private static final int RETRY_AFTER_SECONDS = 2;

  private final ReplayStore store;
  private final Clock clock;

  ReplayInterceptor(ReplayStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// A key in use by one request.
  record Claim(
      AccountId account,
      String key,
      @Nullable EnterpriseId enterprise,
      String fingerprint,
      Instant at) {}

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    String key = request.getHeader(KEY);
    Optional<AccountId> account = Caller.account(request);
    if (key == null
        || request.getMethod().equals("GET")
        || account.isEmpty()
        || !takesPart(handler)) {
      return true;
    }
    if (!FORM.matcher(key).matches()) {
      throw new ProblemException(ReplayProblem.KEY_FORMAT);
    }
    Claim claim =
        new Claim(
            account.get(),
            key,
            Caller.enterprise(request).orElse(null),
            fingerprint(request),
            clock.instant());
    if (store.claim(claim, claim.at().minus(KEPT))) {
      request.setAttribute(CLAIM, claim);
      return true;
    }
    replay(store.require(claim), claim, response);
    return false;
  }

  private static boolean takesPart(Object handler) {
    if (!(handler instanceof HandlerMethod method)) {
      return false;
    }
    Permission permission = method.getMethodAnnotation(Permission.class);
    return permission != null
        && permission.value() != Right.ANYONE
        && permission.value() != Right.SIGNED_IN;
  }

  private static void replay(ReplayStore.Kept kept, Claim claim, HttpServletResponse response)
      throws IOException {
    if (!kept.fingerprint().equals(claim.fingerprint())) {
      throw new ProblemException(ReplayProblem.KEY_REUSED, Map.of("hours", KEPT.toHours()));
    }
    ReplayStore.Answer answer = kept.answer();
    if (answer == null) {
      throw new ProblemException(
          ReplayProblem.IN_PROGRESS, Map.of("retryAfterSeconds", RETRY_AFTER_SECONDS));
    }
    response.setStatus(answer.status());
    response.setHeader(REPLAYED, "true");
    if (answer.contentType() != null) {
      response.setContentType(answer.contentType());
    }
    response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  /// Of everything that says what is to be done: method, address, version, body or parts.
  private static String fingerprint(HttpServletRequest request) throws IOException {
    MessageDigest digest = sha256();
    add(digest, request.getMethod());
    add(digest, request.getRequestURI());
    add(digest, String.valueOf(request.getQueryString()));
    add(digest, String.valueOf(request.getHeader("If-Match")));
    if (request.getAttribute(BODY) instanceof byte[] body) {
      digest.update(body);
    }
    if (request instanceof MultipartHttpServletRequest form) {
      new TreeMap<>(form.getParameterMap())
          .forEach((name, values) -> add(digest, name + "=" + Arrays.toString(values)));
      for (Map.Entry<String, List<MultipartFile>> part :
          new TreeMap<>(form.getMultiFileMap()).entrySet()) {
        for (MultipartFile file : part.getValue()) {
          add(digest, part.getKey() + "/" + file.getOriginalFilename() + "/" + file.getSize());
          try (InputStream in = new DigestInputStream(file.getInputStream(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
          }
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
