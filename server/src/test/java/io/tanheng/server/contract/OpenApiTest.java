package io.tanheng.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Keeps `openapi.json` at the root of the repository equal to what the handlers really take and
/// give.
@ApiTest
class OpenApiTest {
  private static final Path FILE = Path.of("..", "openapi.json");

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  @Test
  void the_committed_contract_is_what_the_server_does() throws IOException {
    String now = new OpenApiDocument(mapping).write();
    if (Boolean.getBoolean("openapi.write")) {
      Files.writeString(FILE, now);
    }

    String committed = Files.exists(FILE) ? Files.readString(FILE) : "";

    assertThat(committed)
        .withFailMessage(
            """
            openapi.json differs from the handlers%s.
            If the change is meant, write it anew and commit it with the change:
              mvn -pl server -am test -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false \
            -Dopenapi.write=true\
            """,
            firstDifference(committed, now))
        .isEqualTo(now);
  }

  private static String firstDifference(String committed, String now) {
    String[] before = committed.split("\n");
    String[] after = now.split("\n");
    for (int i = 0; i < Math.max(before.length, after.length); i++) {
      String old = i < before.length ? before[i].strip() : "(end)";
      String fresh = i < after.length ? after[i].strip() : "(end)";
      if (!old.equals(fresh)) {
        return " in line " + (i + 1) + " (committed: " + old + "; handlers: " + fresh + ")";
      }
    }
    return "";
  }
}
