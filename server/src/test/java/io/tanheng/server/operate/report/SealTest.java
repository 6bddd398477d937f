package io.tanheng.server.operate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanheng.server.foundation.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {
  private static final byte[] TEXT = "年度报告".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void opens_what_it_sealed() {
    SecretKey key = key(1);

    byte[] sealed = Seal.seal(key, TEXT, "a");

    assertThat(Seal.open(key, sealed, "a")).isEqualTo(TEXT);
    assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("年度");
  }

  @Test
  void refuses_another_key_another_place_and_a_changed_bit() {
    byte[] sealed = Seal.seal(key(1), TEXT, "a");
    byte[] altered = sealed.clone();
    altered[altered.length - 1] ^= 1;

    assertThatThrownBy(() -> Seal.open(key(2), sealed, "a")).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> Seal.open(key(1), sealed, "b")).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> Seal.open(key(1), altered, "a")).isInstanceOf(ProblemException.class);
  }

  @Test
  void never_seals_the_same_twice() {
    assertThat(Seal.seal(key(1), TEXT, "a")).isNotEqualTo(Seal.seal(key(1), TEXT, "a"));
  }

  @Test
  void keeps_its_key_in_a_file_of_the_owner_alone() throws Exception {
    Path file = folder.resolve("sub").resolve("archive.key");
    ArchiveKey keys = new ArchiveKey(new ReportProperties("http://localhost", file));

    SecretKey made = keys.orNew();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(keys.orNew()).isEqualTo(made);
    assertThat(keys.require(ArchiveKey.id(made))).isEqualTo(made);
    assertThatThrownBy(() -> keys.require("0".repeat(16))).isInstanceOf(ProblemException.class);
  }

  private static SecretKey key(int first) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) first;
    return new SecretKeySpec(bytes, "AES");
  }
}
