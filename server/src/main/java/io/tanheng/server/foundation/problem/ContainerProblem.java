package io.tanheng.server.foundation.problem;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the servlet container refuses by itself, as a problem of ours.
public final class ContainerProblem {
  private static final Logger LOG = LoggerFactory.getLogger(ContainerProblem.class);

  private ContainerProblem() {}

  /// The problem for a status the container chose.
  ///
  /// @param thrown what stopped the request, where something did
  public static ProblemException of(int status, String method, @Nullable Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException refused) {
        return refused;
      }
    }
    return switch (status) {
      case 404 -> new ProblemException(RequestProblem.NOT_FOUND);
      case 405, 501 ->
          new ProblemException(RequestProblem.METHOD_NOT_ALLOWED, Map.of("method", method));
      case 413 -> new ProblemException(RequestProblem.TOO_LARGE, Map.of("limit", "20 MB"));
      case 414, 431 -> new ProblemException(RequestProblem.ADDRESS_TOO_LONG);
      case 503 -> new ProblemException(RequestProblem.UNAVAILABLE);
      default ->
          status < 500
              ? new ProblemException(RequestProblem.ADDRESS_UNREADABLE)
              : new ProblemException(RequestProblem.BUG, Map.of("incident", incident(thrown)));
    };
  }

  /// The number under which the log says what happened.
  static String incident(@Nullable Throwable thrown) {
    String incident = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("incident {}", incident, thrown);
    return incident;
  }
}
