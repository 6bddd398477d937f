package io.tanheng.server.foundation.serving;

import io.tanheng.server.foundation.problem.ContainerProblem;
import io.tanheng.server.foundation.problem.ProblemWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;

/// Answers what Tomcat refuses before any of our code runs, such as an address with broken
/// encoding, with a problem instead of its own page.
public final class ProblemErrorValve extends ErrorReportValve {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemErrorValve.class);

  private final ProblemWriter problems;

  ProblemErrorValve(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void report(Request request, Response response, Throwable thrown) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    try {
      byte[] body =
          problems.body(
              ContainerProblem.of(status, String.valueOf(request.getMethod()), thrown),
              request.getHeader("Accept-Language"));
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      response.setHeader("X-Content-Type-Options", "nosniff");
      OutputStream out = response.getOutputStream();
      out.write(body);
      response.finishResponse();
    } catch (IOException gone) {
      LOG.debug("the caller has gone", gone);
    }
  }
}
