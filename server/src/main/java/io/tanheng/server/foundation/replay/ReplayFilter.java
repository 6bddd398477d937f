package io.tanheng.server.foundation.replay;

import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.ProblemWriter;
import io.tanheng.server.foundation.replay.ReplayInterceptor.Claim;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Holds body and answer of a request with an `Idempotency-Key`, so that [ReplayInterceptor] can
/// compare the one and the other be kept. Other requests pass untouched.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class ReplayFilter extends OncePerRequestFilter {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final ReplayStore store;
  private final ProblemWriter problems;

  ReplayFilter(ReplayStore store, ProblemWriter problems) {
    this.store = store;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getHeader(ReplayInterceptor.KEY) == null || SAFE.contains(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpServletRequest readable;
    try {
      readable = isForm(request) ? request : new HeldRequest(request);
    } catch (ProblemException tooLarge) {
      problems.write(request, response, tooLarge);
      return;
    }
    ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
    boolean answered = false;
    try {
      chain.doFilter(readable, held);
      answered = true;
    } finally {
      settle(request, held, answered);
    }
    held.copyBodyToResponse();
  }

  /// Keeps what was done; a refusal is not kept, so that the same key can be used once more.
  private void settle(
      HttpServletRequest request, ContentCachingResponseWrapper held, boolean answered) {
    if (request.getAttribute(ReplayInterceptor.CLAIM) instanceof Claim claim) {
      if (answered && held.getStatus() >= 200 && held.getStatus() < 300) {
        store.keep(
            claim,
            new ReplayStore.Answer(
                held.getStatus(),
                held.getContentType(),
                new String(held.getContentAsByteArray(), StandardCharsets.UTF_8)));
      } else {
        store.release(claim);
      }
    }
  }

  /// Forms are read by the container; their parts are compared instead.
  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.startsWith("multipart/");
  }

  /// A request whose body has been read and can be read once more.
  private static final class HeldRequest extends HttpServletRequestWrapper {
    private final byte[] body;

    HeldRequest(HttpServletRequest request) throws IOException {
      super(request);
      body = request.getInputStream().readAllBytes();
      request.setAttribute(ReplayInterceptor.BODY, body);
    }

    @Override
    public ServletInputStream getInputStream() {
      return new HeldStream(new ByteArrayInputStream(body));
    }
  }

  private static final class HeldStream extends ServletInputStream {
    private final ByteArrayInputStream in;

    HeldStream(ByteArrayInputStream in) {
      this.in = in;
    }

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return in.read(buffer, offset, length);
    }

    @Override
    public boolean isFinished() {
      return in.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("nothing here reads asynchronously");
    }
  }
}
