package io.tanheng.server.foundation.wire;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Ids that sort by the time they were made (RFC 9562, version 7), so that rows made together stand
/// together. Ids made by one process never go backwards, even within a millisecond.
public final class Uuid7 {
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Milliseconds times 4096 plus a counter: the first 60 free bits of the id.
  private static final AtomicLong LAST = new AtomicLong();

  private Uuid7() {}

  public static UUID next() {
    long now = System.currentTimeMillis() << 12;
    long stamp = LAST.updateAndGet(last -> Math.max(last + 1, now));
    long high = (stamp >>> 12 << 16) | 0x7000L | (stamp & 0xfff);
    long low = (RANDOM.nextLong() >>> 2) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
