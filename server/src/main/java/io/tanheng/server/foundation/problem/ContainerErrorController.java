package io.tanheng.server.foundation.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// What the servlet container refuses by itself, said like every other problem.
@Controller
class ContainerErrorController implements ErrorController {
  private final ProblemWriter writer;

  ContainerErrorController(ProblemWriter writer) {
    this.writer = writer;
  }

  @RequestMapping("${spring.web.error.path:/error}")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    writer.write(
        request,
        response,
        ContainerProblem.of(
            status instanceof Integer code ? code : 404,
            request.getMethod(),
            thrown instanceof Throwable cause ? cause : null));
  }
}
