package io.tanheng.server.foundation.serving;

import io.tanheng.server.foundation.problem.ProblemWriter;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// What of Tomcat is ours: its own refusals are problems, and long file names fit in a form.
@Configuration(proxyBeanMethods = false)
class ContainerConfiguration {
  /// Bytes of the header of one part of a form; a name of 255 Chinese letters needs under 3 KB.
  private static final int PART_HEADER_MAX = 8 * 1024;

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheContainer(
      ProblemWriter problems) {
    return factory -> {
      factory.addConnectorCustomizers(connector -> connector.setMaxPartHeaderSize(PART_HEADER_MAX));
      factory.addContextCustomizers(context -> {
        ((StandardHost) context.getParent()).setErrorReportValveClass("");
        context.getParent().getPipeline().addValve(new ProblemErrorValve(problems));
      });
    };
  }
}
