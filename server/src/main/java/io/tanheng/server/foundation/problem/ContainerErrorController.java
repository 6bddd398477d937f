package io.tanheng.server.foundation.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// What the servlet container refuses by itself, said like every other problem.
@Controller
class ContainerErrorController implements ErrorController {
  private static final Logger LOG = LoggerFactory.getLogger(ContainerErrorController.class);

  private final ProblemWriter writer;

  ContainerErrorController(ProblemWriter writer) {
    this.writer = writer;
  }

  @RequestMapping("${spring.web.error.path:/error}")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    writer.write(request, response, problem(status instanceof Integer code ? code : 404, request));
  }

  private static ProblemException problem(int status, HttpServletRequest request) {
    if (status == 413) {
      return new ProblemException(RequestProblem.TOO_LARGE, Map.of("limit", "20 MB"));
    }
    if (status == 404) {
      return new ProblemException(RequestProblem.NOT_FOUND);
    }
    if (status < 500) {
      return new ProblemException(RequestProblem.UNREADABLE);
    }
    String incident = UUID.randomUUID().toString().substring(0, 8);
    LOG.error(
        "incident {}",
        incident,
        (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
    return new ProblemException(RequestProblem.BUG, Map.of("incident", incident));
  }
}
