package io.tanheng.server.foundation.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Uuid7Test {
  @Test
  void carries_version_variant_and_time() {
    long before = System.currentTimeMillis();
    UUID id = Uuid7.next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, before + 60_000);
  }

  @Test
  void never_goes_backwards_and_never_repeats() {
    List<String> ids = Stream.generate(Uuid7::next).limit(20_000).map(UUID::toString).toList();

    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }
}
