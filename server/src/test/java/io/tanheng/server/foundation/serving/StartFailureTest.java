package io.tanheng.server.foundation.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.foundation.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/// What the console says when the server cannot start, found the way Spring Boot finds it.
class StartFailureTest {
  @TempDir Path home;

  @Test
  void says_which_port_is_taken_and_what_to_do() {
    FailureAnalysis analysis = analyze(new PortInUseException(8080));

    assertThat(analysis.getDescription()).contains("端口 8080", "Port 8080 is in use");
    assertThat(analysis.getAction()).contains("TANHENG_PORT=8081");
  }

  @Test
  void says_that_another_server_has_the_data() throws Exception {
    Files.createDirectories(home);
    try (FileChannel channel =
        FileChannel.open(
            home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(channel.tryLock()).isNotNull();

      FailureAnalysis analysis = analyze(failureOfSecondStart());

      assertThat(analysis.getDescription()).contains(home.toString(), "另一个碳衡服务");
      assertThat(analysis.getAction()).contains("TANHENG_DATA");
    }
  }

  private Throwable failureOfSecondStart() throws IOException {
    try {
      EmbeddedDatabase.start(home).close();
    } catch (UncheckedIOException refused) {
      return new IllegalStateException("a bean could not be made", refused);
    }
    throw new AssertionError("a second start was not refused");
  }

  private static FailureAnalysis analyze(Throwable failure) {
    for (FailureAnalyzer analyzer :
        SpringFactoriesLoader.forDefaultResourceLocation()
            .load(
                FailureAnalyzer.class,
                FailureHandler.logging(LogFactory.getLog(StartFailureTest.class)))) {
      FailureAnalysis analysis = analyzer.analyze(failure);
      if (analysis != null) {
        return analysis;
      }
    }
    throw new AssertionError("nobody explains " + failure);
  }
}
