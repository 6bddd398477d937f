package io.tanheng.server.foundation.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultFilesTest {
  @Test
  void drops_what_a_stopped_server_left_and_keeps_what_may_still_be_written(@TempDir Path folder)
      throws Exception {
    Path incoming = Files.createDirectories(folder.resolve("incoming"));
    Path left = Files.createFile(incoming.resolve("upload-1.part"));
    Path running = Files.createFile(incoming.resolve("upload-2.part"));
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));

    new VaultFiles(folder);

    assertThat(left).doesNotExist();
    assertThat(running).exists();
  }
}
