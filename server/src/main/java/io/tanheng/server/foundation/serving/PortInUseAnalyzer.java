package io.tanheng.server.foundation.serving;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Says plainly that the port is taken.
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortInUseAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {
  @Override
  protected FailureAnalysis analyze(Throwable failure, PortInUseException inUse) {
    return new FailureAnalysis(
        "端口 %1$d 已被另一个程序占用。%nPort %1$d is in use by another program.".formatted(inUse.getPort()),
        "关闭那个程序，或换一个端口，例如 TANHENG_PORT=%1$d。%nStop that program, or choose another port, for example TANHENG_PORT=%1$d."
            .formatted(inUse.getPort() + 1),
        inUse);
  }
}
